import type * as t from '@babel/types';
import type { Location } from '../../../model/location.ts';
import type { Reach } from '../../../model/reach.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import type { ScriptModule } from '../binding/script-module.ts';
import type { FunctionValue } from '../binding/value.ts';
import { ComponentUses } from '../resolve/component-uses.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { wayTo } from '../resolve/way-down.ts';
import type { ScriptProgram } from '../source/script-program.ts';
import { shownAtStart } from '../source/shown-components.ts';
import { isSingleFileComponent } from '../syntax/single-file-component.ts';
import { isGuarded } from './first-run.ts';
import { holdersOf } from './function-holders.ts';
import { FunctionLeads } from './function-leads.ts';
import { type FunctionUse, useOfFunction } from './function-use.ts';

/** A node and the scope in which it stands. */
export interface Place {
  node: t.Node;
  scope: Scope;
}

/** A function or a module's top level, in which a place stands. */
interface Unit {
  fn: FunctionValue | null;
  module: ScriptModule;
  /** The scope in which the function stands; of a module its own. */
  scope: Scope;
}

interface BytecodeScript {
  script: BoundScript;
  /** Made when it is first asked for. */
  indexes: Map<t.Node, number> | null;
}

interface Step {
  unit: Unit;
  /** The place in the unit that leads on. */
  place: Place;
  next: Step | null;
  /** Something on the way waits for the user, or for what was stored before. */
  late: boolean;
}

interface Entry {
  entry: Reach['entry'];
  /** Whether it runs at the start. */
  start: boolean;
}

/** What leads to a unit: entries, and the places that run it. */
interface LeadsToUnit {
  entries: readonly Entry[];
  more: readonly Omit<Step, 'next'>[];
}

/** The app's root by its place: of Vue, React Native, Taro, Angular, and of Expo's router with its first screen. */
const ROOT_FILE =
  /(?:^|\/)(?:[Aa]pp\.(?:[nu]?vue|wpy|mpx|ux|[jt]sx?)|app\.component\.ts|app\/(?:\([^/]+\)\/)*(?:_layout|index)\.[jt]sx?)$/;
/** Functions looked at to find what leads to one place. */
const MAX_STEPS = 400;
/** Levels of syntax, of all functions and places together, that are gone through to find what stands around them. */
const MAX_WAYS = 10_000_000;

/** Finds from where places in scripts are reached, going up from them over the callers that are known. */
export class ScriptReach {
  private readonly leads: FunctionLeads;
  private readonly components: ComponentUses;
  private readonly tops = new Map<ScriptModule, t.Node>();
  /** Files of bytecode, which has no syntax: its nodes have a place, but no extent. */
  private readonly bytecode: ReadonlyMap<string, BytecodeScript>;
  private readonly program: ScriptProgram;
  private shownFiles: ReadonlySet<string> | null = null;
  private waysLeft = MAX_WAYS;
  /** The file in which the ways became too many; null where all were looked for. */
  cutFile: string | null = null;
  private readonly leadsToFunction = new Map<FunctionValue, LeadsToUnit>();

  constructor(resolver: Resolver) {
    const { scripts } = resolver.program;
    this.program = resolver.program;
    this.leads = new FunctionLeads(resolver);
    this.components = new ComponentUses(scripts, resolver);
    const compiled = scripts.filter(({ bytecode }) => bytecode);
    this.bytecode = new Map(compiled.map((script) => [script.module.file, { script, indexes: null }]));
    for (const { module, nodes, bundled } of scripts) {
      if (nodes[0] !== undefined) this.tops.set(module, nodes[0]);
      for (const each of bundled) if (each.node !== null) this.tops.set(each, each.node);
    }
  }

  /**
   * How a place is reached; null where nothing is known to lead there. A way on which it runs at the start, without the
   * user, is taken first, else the shortest. Of bytecode nothing is said to run early that a jump can leave out.
   * @param isCall false where a function is only handed on, which runs it at another time
   */
  of(place: Place, location: (place: Place) => Location | null, isCall = true): Reach | null {
    if (this.cutFile !== null) return null;
    const first = this.unitOf(place.scope);
    if (first === null) return null;
    const { late, ...step } = this.stepTo(first, place, null);
    const start: Step = { ...step, late: late || (!isCall && first.fn === null) };
    const queue: Step[] = isCall ? [start] : [...this.stepsOfHolder(start), start];
    const seen = new Map<t.Node, boolean>();
    let found: { step: Step; entry: Reach['entry'] } | null = null;
    for (let at = 0; at < queue.length && at < MAX_STEPS; at++) {
      const step = queue[at] as Step;
      const key = step.unit.fn?.node ?? this.tops.get(step.unit.module);
      if (key === undefined) continue;
      // Once more only where it was reached late before and is not now.
      const before = seen.get(key);
      if (before === false || (before === true && step.late)) continue;
      seen.set(key, step.late);
      const { entries, more } = this.above(step);
      for (const item of more) queue.push(item);
      for (const { entry, start } of entries) {
        if (start && !step.late) return this.reachOf(step, entry, 'process-start', location);
        found ??= { step, entry };
      }
    }
    return found === null ? null : this.reachOf(found.step, found.entry, null, location);
  }

  /** Where what a wrapper made of a function is called: `const read = promisify(api.read)`, `read()`. */
  private stepsOfHolder(step: Step): Step[] {
    const { unit, place } = step;
    const top = unit.fn?.node ?? this.tops.get(unit.module);
    const way = top === undefined ? null : this.wayTo(top, place.node, unit.module);
    if (way === null) return [];
    return this.leads.ofHolders(holdersAbove(way), place.scope).flatMap(({ node, scope }) => {
      const caller = this.unitOf(scope);
      return caller === null ? [] : [this.stepTo(caller, { node, scope }, { ...step, late: false })];
    });
  }

  private isConditional({ module }: Unit, { node }: Place): boolean {
    const isConditional = this.bytecode.get(module.file)?.script.isConditional;
    const offset = node.loc?.start.column;
    return isConditional !== null && isConditional !== undefined && offset !== undefined && isConditional(offset);
  }

  private wayTo(from: t.Node, to: t.Node, { file }: ScriptModule): t.Node[] | null {
    const bytecode = this.bytecode.get(file);
    if (this.waysLeft <= 0) {
      this.cutFile ??= file;
      return null;
    }
    if (bytecode === undefined) {
      const way = wayTo(from, to);
      this.waysLeft -= way?.length ?? 0;
      return way;
    }
    const { nodes, parents } = bytecode.script;
    bytecode.indexes ??= new Map(nodes.map((node, index) => [node, index]));
    const way: t.Node[] = [];
    for (let at = bytecode.indexes.get(to) ?? -1; at >= 0; at = parents[at] ?? -1) {
      const node = nodes[at] as t.Node;
      way.push(node);
      if (node === from) break;
    }
    this.waysLeft -= way.length;
    return way.at(-1) === from ? way.reverse() : null;
  }

  private reachOf(
    step: Step,
    entry: Reach['entry'],
    beforeConsent: Reach['beforeConsent'],
    location: (place: Place) => Location | null,
  ): Reach {
    const path: Location[] = [];
    for (let at: Step | null = step; at !== null; at = at.next) {
      const place = location(at.place);
      if (place !== null) path.push(place);
    }
    return { entry, path, beforeConsent, background: false };
  }

  private stepTo(unit: Unit, place: Place, next: Step | null): Step {
    return { unit, place, next, late: next?.late === true || this.isLateAt(unit, place) };
  }

  /** Whether a place of a unit may not run when the unit does. */
  private isLateAt(unit: Unit, place: Place): boolean {
    const top = unit.fn?.node ?? this.tops.get(unit.module);
    const way = top === undefined ? null : this.wayTo(top, place.node, unit.module);
    if (this.cutFile !== null) return true;
    return (way !== null && isGuarded(way, place.scope)) || this.isConditional(unit, place);
  }

  /** What leads to the unit of a step: the entries that it is itself, and the steps before it. */
  private above(step: Step): { entries: readonly Entry[]; more: Step[] } {
    const { entries, more } = this.leadsTo(step.unit);
    return { entries, more: more.map((lead) => ({ ...lead, next: step, late: step.late || lead.late })) };
  }

  /** All places on one way up share what leads to the functions above them. */
  private leadsTo(unit: Unit): LeadsToUnit {
    if (unit.fn === null) return { entries: [this.topEntry(unit.module)], more: [] };
    let leads = this.leadsToFunction.get(unit.fn);
    if (leads === undefined) {
      leads = this.findLeads(unit, unit.fn);
      this.leadsToFunction.set(unit.fn, leads);
    }
    return leads;
  }

  private findLeads(own: Unit, fn: FunctionValue): LeadsToUnit {
    const { module } = own;
    const around = this.unitOf(own.scope);
    const top = around === null ? undefined : (around.fn?.node ?? this.tops.get(around.module));
    const way = top === undefined ? null : this.wayTo(top, fn.node, module);
    const use = way === null ? ({ kind: 'named' } as const) : useOfFunction(way);
    const more: Omit<Step, 'next'>[] = [];
    const entries: Entry[] = [];
    const add = (place: Place, late: boolean): void => {
      const unit = this.unitOf(place.scope);
      if (unit !== null) more.push({ unit, place, late: late || this.isLateAt(unit, place) });
    };
    const isRoot =
      this.components.isRoot(fn, way) || (this.isRootFile(module.file) && (use.kind === 'entry' || this.isOffered(fn)));
    const addEntry = ({ entry, start }: Extract<FunctionUse, { kind: 'entry' }>): void => {
      const isStart = start === 'app' || (start === 'component' && isRoot);
      entries.push({ entry: { ...entry, name: `${nameOf(module)} ${entry.name}` }, start: isStart });
    };
    if (use.kind === 'entry' && !this.components.isIdle(way)) addEntry(use);
    if (use.kind === 'runs' || use.kind === 'asked') add({ node: fn.node, scope: own.scope }, use.kind === 'asked');
    for (const { node, scope, late, entry } of this.leads.of(fn, way, own.scope)) {
      if (entry === null) add({ node, scope }, late);
      else addEntry(entry);
    }
    // Of a class those methods run that the framework calls, which are entries by themselves, and what reads a property.
    const isCalledByOwn = isMember(way) && use.kind !== 'entry' && !isGetter(fn);
    if (!isCalledByOwn) for (const place of this.components.of(fn, way)) add(place, false);
    if (use.kind === 'entry') return { entries, more };
    const name = `${nameOf(module)} ${fn.names.find((each) => each !== 'default') ?? 'default'}`;
    if (isRoot && !isCalledByOwn) entries.push({ entry: { kind: 'component', name }, start: true });
    else if (this.isShown(fn) || (this.program.isPage(module.file) && this.isOffered(fn)))
      entries.push({ entry: { kind: 'component', name }, start: false });
    else {
      const { variables, properties } = way === null ? { variables: [], properties: [] } : holdersOf(way);
      const names = [...fn.names, ...variables, ...properties];
      const handler = names.find(
        (each) => this.handles(each) || this.leads.renamed(each).some((as) => this.handles(as)),
      );
      if (handler !== undefined) {
        entries.push({ entry: { kind: 'handler', name: `${nameOf(module)} ${handler}` }, start: false });
      }
    }
    return { entries, more };
  }

  /** Single-file components set themselves up where they are shown. */
  private topEntry(module: ScriptModule): Entry {
    const isComponent = isSingleFileComponent(module.file);
    return {
      entry: { kind: isComponent ? 'component' : 'script', name: nameOf(module) },
      start: !isComponent || this.isRootFile(module.file),
    };
  }

  private handles(name: string): boolean {
    return this.program.handlers.has(name);
  }

  /** Whether a function is a component that its file offers, such as the screens that a router takes by their files. */
  private isShown({ binding, names, returns }: FunctionValue): boolean {
    if (binding !== null && binding.exportNames === null && !names.includes('default')) return false;
    return returns.some(({ expression }) => isElement(expression));
  }

  private isRootFile(file: string): boolean {
    return this.isRootOfApp(file) || this.shown().has(file);
  }

  private isRootOfApp(file: string): boolean {
    return ROOT_FILE.test(file) || this.program.isFirstPage(file);
  }

  /** Files of components that are shown with the root or the first page. */
  private shown(): ReadonlySet<string> {
    this.shownFiles ??= shownAtStart(this.program, this.program.tags, (file) => this.isRootOfApp(file));
    return this.shownFiles;
  }

  /** Whether a function is what its file has to offer, as a component's is. */
  private isOffered({ names, binding }: FunctionValue): boolean {
    return names.includes('App') || names.includes('default') || binding?.exportNames?.includes('default') === true;
  }

  private unitOf(scope: Scope): Unit | null {
    for (let at: Scope | null = scope; at !== null; at = at.parent) {
      if (at.module !== null) return { fn: null, module: at.module, scope: at };
      if (at.function === null) continue;
      const module = at.enclosingModule();
      return module === null ? null : { fn: at.function, module, scope: at.parent ?? at };
    }
    return null;
  }
}

/** The variables that hold what a call makes of the function that a way ends at. */
function holdersAbove(way: readonly t.Node[]): readonly string[] {
  const end = way.findLastIndex(({ type }) => type === 'CallExpression');
  return end < 0 ? [] : holdersOf([...way.slice(0, end + 1), way.at(-1) as t.Node]).variables;
}

function isGetter({ node }: FunctionValue): boolean {
  return node.type === 'ClassMethod' && node.kind === 'get';
}

function isMember(way: readonly t.Node[] | null): boolean {
  const parent = way?.at(-2);
  return parent?.type === 'ClassBody' || parent?.type === 'ClassProperty';
}

function nameOf({ file, id }: ScriptModule): string {
  return id === null ? file : `${file}#${id}`;
}

function isElement(node: t.Node): boolean {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return true;
    case 'ParenthesizedExpression':
      return isElement(node.expression);
    case 'ConditionalExpression':
      return isElement(node.consequent) || isElement(node.alternate);
    case 'LogicalExpression':
      return isElement(node.right);
    default:
      return false;
  }
}
