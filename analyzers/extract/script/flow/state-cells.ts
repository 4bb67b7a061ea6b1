import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import { callNames } from '../binding/call-names.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue } from '../binding/value.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { makerName, makingCall } from '../resolve/making-call.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { withoutTypes } from '../syntax/without-types.ts';

/** A place that gets what a cell holds. */
export type CellRead =
  /** As what a call gives, below the names of `under`. */
  | { kind: 'result'; script: number; node: number; under: string | null }
  /** As the first argument of a function, which takes something of it. */
  | { kind: 'selector'; callee: FunctionValue };

/** Calls that make something which holds a state for all who have it. */
const MAKER = /^(?:create|createStore|createWithEqualityFn|createContext|atom|atomWithStorage|atomWithReset|selector)$/;
/** Hooks that give the state of what is their first argument, and a function to set it, as a list. */
const PAIR = /^use(?:Recoil(?:State|StateLoadable)|Atom)$/;
const SETTER = /^use(?:Set[A-Z]\w*|Reset\w*)$/;
const OF_ARGUMENT = /^(?:use(?:[A-Z]\w*)?|get|getPromise)$/;
/** Calls around the function that makes a state. */
const MAX_LEVELS = 4;
const MAX_READS = 200;

/**
 * Cells of state that one part of an app sets and others read: React's contexts, the stores of Zustand, the atoms of
 * Jotai and Recoil. A cell is known by the call that made it. Source: the documentation of the four.
 */
export class StateCells {
  private readsOf: Map<CallNode, CellRead[]> | null = null;
  private readonly made = new Map<FunctionValue, CallNode>();

  constructor(private readonly resolver: Resolver) {}

  /** What gets what a cell holds. */
  reads(cell: CallNode): readonly CellRead[] {
    return this.indexed().get(cell) ?? [];
  }

  /** The cell that an expression names, undefined for none. */
  cellOf(node: t.Node, scope: Scope): CallNode | undefined {
    const cell = makingCall(this.resolver, node, scope);
    return cell !== undefined && isCell(cell) ? cell : undefined;
  }

  /** The cell that what is called puts an argument into, undefined for none. @param first argument, where it is known */
  setBy(callee: t.Node, scope: Scope, position: number, first?: t.Node): CallNode | undefined {
    const plain = withoutTypes(callee);
    if (plain.type === 'MemberExpression') {
      const name = keyName({ key: plain.property, computed: plain.computed });
      if (name === 'setState' && position === 0) return this.cellOf(plain.object, scope);
      return name === 'set' && position === 1 && first !== undefined ? this.cellOf(first, scope) : undefined;
    }
    if (plain.type !== 'Identifier') return undefined;
    const binding = scope.lookup(plain.name);
    if (binding === undefined) return undefined;
    if (binding.parameter !== null) {
      this.indexed();
      const { of, index, path } = binding.parameter;
      if (position === 0 && index === 0 && path.length === 0) return this.made.get(of);
      return plain.name === 'set' && position === 1 && first !== undefined ? this.cellOf(first, scope) : undefined;
    }
    const [source] = binding.sources;
    if (position !== 0 || source?.kind !== 'expression' || source.expression.type !== 'CallExpression')
      return undefined;
    const hook = calledName(source.expression) ?? '';
    const isSetter = source.path.length === 0 ? SETTER.test(hook) : source.path[0] === '1' && PAIR.test(hook);
    const [argument] = source.expression.arguments;
    return isSetter && argument !== undefined ? this.cellOf(argument, source.scope) : undefined;
  }

  /** The functions of a store that a call names: `const save = useStore((state) => state.save)`, `store.save(...)`. */
  actionsOf(callee: t.Node, scope: Scope): readonly FunctionValue[] {
    const plain = withoutTypes(callee);
    const isMember = plain.type === 'MemberExpression' || plain.type === 'OptionalMemberExpression';
    const object = isMember ? withoutTypes(plain.object) : plain;
    const source = object.type === 'Identifier' ? scope.lookup(object.name)?.sources[0] : undefined;
    if (source?.kind !== 'expression' || source.expression.type !== 'CallExpression') return [];
    const call = source.expression;
    this.indexed();
    const cell = this.made.size === 0 ? undefined : this.readBy(call, calledName(call) ?? '', source.scope);
    if (cell === undefined) return [];
    const names = isMember
      ? [keyName({ key: plain.property, computed: plain.computed })]
      : source.path.length > 0
        ? [source.path[0] ?? null]
        : call.arguments.flatMap((argument) => this.functionsIn(argument, source.scope, 0)).map(selectedName);
    const found: FunctionValue[] = [];
    for (const [maker, made] of this.made) {
      if (made !== cell) continue;
      for (const name of names) {
        const values = name === null ? [] : this.resolver.propertyOfAll(this.resolver.returnsOf(maker.node), name);
        for (const value of values) if (value instanceof FunctionValue) found.push(value);
      }
    }
    return found;
  }

  private indexed(): Map<CallNode, CellRead[]> {
    if (this.readsOf !== null) return this.readsOf;
    const reads = new Map<CallNode, CellRead[]>();
    this.readsOf = reads;
    const { scripts } = this.resolver.program;
    let hasCells = false;
    for (const script of scripts) {
      for (const calls of [script.calls, script.bareCalls]) {
        // `create<State>()(…)` has no name of its own.
        for (const order of callNames(script, calls).positions((name) => name === null || MAKER.test(name))) {
          const node = script.nodes[calls.at[order] as number] as CallNode;
          if (!isCell(node)) continue;
          hasCells = true;
          for (const argument of node.arguments) this.noteMaker(node, argument, calls.scopes[order] as Scope);
        }
      }
    }
    if (!hasCells) return reads;
    for (const [number, script] of scripts.entries()) {
      for (const { at: places, scopes } of [script.calls, script.bareCalls]) {
        for (const [order, at] of places.entries()) {
          for (const [cell, read] of this.readsAt(script, number, at, scopes[order] as Scope)) {
            const known = reads.get(cell);
            if (known === undefined) reads.set(cell, [read]);
            else if (known.length < MAX_READS) known.push(read);
          }
        }
      }
    }
    return reads;
  }

  private readsAt(script: BoundScript, number: number, at: number, scope: Scope): [CallNode, CellRead][] {
    const node = script.nodes[at] as CallNode;
    const name = calledName(node);
    const cell = name === null ? undefined : this.readBy(node, name, scope);
    if (name === null || cell === undefined) return [];
    const selectors = node.arguments.flatMap((argument) => this.functionsIn(argument, scope, 0));
    if (selectors.length > 0) return selectors.map((callee) => [cell, { kind: 'selector', callee }]);
    return [[cell, { kind: 'result', script: number, node: at, under: PAIR.test(name) ? '0' : null }]];
  }

  /** The cell that a call gives the state of. */
  private readBy(node: CallNode, name: string, scope: Scope): CallNode | undefined {
    const callee = withoutTypes(node.callee);
    const [first] = node.arguments;
    if (OF_ARGUMENT.test(name) && !SETTER.test(name) && first !== undefined && isNamed(first)) {
      const cell = this.cellOf(first, scope);
      if (cell !== undefined) return cell;
    }
    if (name === 'getState' || name === 'subscribe')
      return callee.type === 'MemberExpression' ? this.cellOf(callee.object, scope) : undefined;
    const parameter = callee.type === 'Identifier' ? scope.lookup(callee.name)?.parameter : undefined;
    if (parameter != null)
      return parameter.index === 1 && parameter.path.length === 0 ? this.made.get(parameter.of) : undefined;
    return /^use[A-Z]/.test(name) ? this.cellOf(callee, scope) : undefined;
  }

  /** `create(persist((set, get) => …))`: functions that are handed how to set and get the state. */
  private noteMaker(cell: CallNode, argument: t.Node, scope: Scope): void {
    for (const callee of this.functionsIn(argument, scope, 0)) {
      this.made.set(callee, cell);
      // Slices: `(...a) => ({ ...user(...a), ...device(...a) })`.
      for (const { expression, scope: inner } of callee.returns) {
        if (expression.type !== 'ObjectExpression') continue;
        for (const property of expression.properties) {
          if (property.type !== 'SpreadElement' || property.argument.type !== 'CallExpression') continue;
          for (const value of this.resolver.valuesOf(property.argument.callee, inner))
            if (value instanceof FunctionValue) this.made.set(value, cell);
        }
      }
    }
  }

  private functionsIn(node: t.Node, scope: Scope, level: number): FunctionValue[] {
    const plain = withoutTypes(node);
    if (plain.type === 'CallExpression')
      return level >= MAX_LEVELS
        ? []
        : plain.arguments.flatMap((argument) => this.functionsIn(argument, scope, level + 1));
    if (!isNamed(plain) && !/Function/.test(plain.type)) return [];
    return this.resolver.valuesOf(plain, scope).filter((value) => value instanceof FunctionValue);
  }
}

function isCell(call: CallNode): boolean {
  return MAKER.test(makerName(call) ?? '');
}

function isNamed({ type }: t.Node): boolean {
  return type === 'Identifier' || type === 'MemberExpression';
}

/** `save` of `(state) => state.save`. */
function selectedName({ returns }: FunctionValue): string | null {
  const [first] = returns;
  const given = first === undefined ? undefined : withoutTypes(first.expression);
  return given?.type === 'MemberExpression' ? keyName({ key: given.property, computed: given.computed }) : null;
}
