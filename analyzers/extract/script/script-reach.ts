import type * as t from '@babel/types';
import type { Location } from '../../model/location.ts';
import type { Reach } from '../../model/reach.ts';
import { type CallSite, CallSites } from './call-sites.ts';
import { ComponentUses } from './component-uses.ts';
import { isGuarded } from './first-run.ts';
import { holdersOf } from './function-holders.ts';
import { useOfFunction } from './function-use.ts';
import type { Resolver } from './resolve.ts';
import type { Scope } from './scope.ts';
import type { ScriptModule } from './script-module.ts';
import type { FunctionValue } from './value.ts';
import { wayTo } from './way-down.ts';

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

interface Step {
  unit: Unit;
  /** The place in the unit that leads on. */
  place: Place;
  next: Step | null;
  /** Something on the way waits for the user, or for what was stored before. */
  late: boolean;
}

/** Functions looked at to find what leads to one place. */
const MAX_STEPS = 400;
/** Functions around one that return it and are called at once. */
const MAX_WRAPPINGS = 3;

/** Finds from where places in scripts are reached, going up from them over the callers that are known. */
export class ScriptReach {
  private readonly callers: CallSites;
  private readonly components: ComponentUses;
  private readonly tops = new Map<ScriptModule, t.Node>();
  private readonly bytecode: ReadonlySet<string>;

  constructor(resolver: Resolver) {
    const { scripts } = resolver.program;
    this.callers = new CallSites(scripts, (expression, scope) => resolver.valuesOf(expression, scope), true);
    this.components = new ComponentUses(scripts, resolver);
    this.bytecode = new Set(scripts.filter(({ bytecode }) => bytecode).map(({ module }) => module.file));
    for (const { module, nodes, bundled } of scripts) {
      if (nodes[0] !== undefined) this.tops.set(module, nodes[0]);
      for (const each of bundled) if (each.node !== null) this.tops.set(each, each.node);
    }
  }

  /**
   * How a place is reached; null where nothing is known to lead there. A way on which it runs at the start, without the
   * user, is taken first, else the shortest. Bytecode has lost its conditions: nothing there is said to run early.
   */
  of(place: Place, location: (place: Place) => Location | null): Reach | null {
    const first = this.unitOf(place.scope);
    if (first === null) return null;
    const queue: Step[] = [this.stepTo(first, place, null)];
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
      const { entry, start, more } = this.above(step);
      for (const item of more) queue.push(item);
      if (entry === null) continue;
      const early = start && !step.late && !this.bytecode.has(step.unit.module.file);
      if (early) return this.reachOf(step, entry, 'process-start', location);
      found ??= { step, entry };
    }
    return found === null ? null : this.reachOf(found.step, found.entry, null, location);
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
    const top = unit.fn?.node ?? this.tops.get(unit.module);
    const way = top === undefined ? null : wayTo(top, place.node);
    const late = next?.late === true || (way !== null && isGuarded(way, place.scope));
    return { unit, place, next, late };
  }

  /** What leads to a unit: whether it is an entry itself, and the steps before it. */
  private above(step: Step): { entry: Reach['entry'] | null; start: boolean; more: Step[] } {
    const { fn, module } = step.unit;
    if (fn === null) return { entry: { kind: 'script', name: nameOf(module) }, start: true, more: [] };
    const around = this.unitOf(step.unit.scope);
    const top = around === null ? undefined : (around.fn?.node ?? this.tops.get(around.module));
    const way = top === undefined ? null : wayTo(top, fn.node);
    const use = way === null ? ({ kind: 'named' } as const) : useOfFunction(way);
    const more: Step[] = [];
    const add = (place: Place, late: boolean): void => {
      const unit = this.unitOf(place.scope);
      if (unit === null) return;
      const next = this.stepTo(unit, place, step);
      more.push(late ? { ...next, late: true } : next);
    };
    if (use.kind === 'runs' || use.kind === 'asked')
      add({ node: fn.node, scope: step.unit.scope }, use.kind === 'asked');
    for (const { node, scope } of this.callers.of(fn)) add({ node, scope }, false);
    if (use.kind === 'named' && way !== null) {
      for (const { node, scope } of this.callersOfHolders(fn, way, step.unit.scope, 0)) add({ node, scope }, false);
    }
    for (const place of this.components.of(fn, way)) add(place, false);
    const entry = use.kind === 'entry' ? use.entry : null;
    const isRoot =
      this.components.isRoot(fn, way) || (isRootFile(module.file) && (use.kind === 'entry' || this.isOffered(fn)));
    const start = use.kind === 'entry' && (use.start === 'app' || (use.start === 'component' && isRoot));
    if (entry !== null) return { entry: { ...entry, name: `${nameOf(module)} ${entry.name}` }, start, more };
    if (!isRoot) return { entry: null, start: false, more };
    return { entry: { kind: 'component', name: `${nameOf(module)} ${fn.names[0] ?? 'default'}` }, start: true, more };
  }

  /** Calls of what holds a function, or what a helper made of it. */
  private callersOfHolders(fn: FunctionValue, way: readonly t.Node[], scope: Scope, depth: number): CallSite[] {
    const { variables, properties, returned } = holdersOf(way);
    const sites = variables.flatMap((name) => {
      const binding = scope.lookup(name);
      const names = [name, ...(binding?.exportNames ?? [])];
      return [
        ...(binding === undefined ? [] : this.callers.ofBinding(binding)),
        ...names.flatMap((each) => this.callers.named(each, fn)),
      ];
    });
    for (const name of properties) for (const item of this.callers.named(name, fn)) sites.push(item);
    const around = returned && depth < MAX_WRAPPINGS ? this.unitOf(scope) : null;
    if (around?.fn) {
      const outer = this.unitOf(around.scope);
      const top = outer === null ? undefined : (outer.fn?.node ?? this.tops.get(outer.module));
      const wayOut = top === undefined ? null : wayTo(top, around.fn.node);
      // What `(function () { ... return f })()` gives.
      if (wayOut !== null && useOfFunction(wayOut).kind === 'runs') {
        for (const item of this.callersOfHolders(fn, wayOut, around.scope, depth + 1)) sites.push(item);
      }
    }
    return sites;
  }

  /** Whether a function is what its file has to offer, as a component's is. */
  private isOffered({ names, binding }: FunctionValue): boolean {
    return names.includes('App') || binding?.exportNames?.includes('default') === true;
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

function nameOf({ file, id }: ScriptModule): string {
  return id === null ? file : `${file}#${id}`;
}

function isRootFile(file: string): boolean {
  return /(?:^|\/)(?:App\.(?:n?vue|uvue|[jt]sx?)|app\.component\.ts)$/.test(file);
}
