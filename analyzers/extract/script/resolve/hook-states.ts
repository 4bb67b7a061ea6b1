import type * as t from '@babel/types';
import { ApiNode } from '../apis/api-node.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import { heldNode } from '../binding/held-node.ts';
import type { Binding, Scope, Source } from '../binding/scope.ts';
import { FunctionValue, InstanceValue, NO_VALUES, type Value } from '../binding/value.ts';
import { lastName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { type Resolver, union } from './resolve.ts';

/** Places of one setter that are looked at. */
const MAX_PLACES = 32;

/** What gives a state and its setter: the call of the hook, or the variable that holds the list which a helper makes of it. */
type Pair = t.Node | Binding;

/**
 * The objects that states of React's `useState` come to hold: `setManager(new BleManager())`, `load().then(setManager)`.
 * Only objects with members of their own that signatures or classes know: what values flow through a state is followed
 * elsewhere. Source: the React documentation of useState.
 */
export class HookStates {
  private setters: ReadonlyMap<Pair, { binding: Binding; script: BoundScript }[]> | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** What a variable that is a state is set to anywhere; nothing for any other variable. */
  heldBy(binding: Binding): readonly Value[] {
    let values: readonly Value[] = NO_VALUES;
    for (const source of binding.sources) {
      const pair = pairOf(source, '0');
      if (pair === undefined) continue;
      for (const setter of this.settersOf(pair)) values = union(values, this.setTo(setter.binding, setter.script));
    }
    return values;
  }

  /** Whether a variable is a state that is given what an element is: `ref={setCamera}`, `ref={(camera) => setCamera(camera)}`. */
  holdsElement(binding: Binding): boolean {
    return binding.sources.some((source) => {
      const pair = pairOf(source, '0');
      return (
        pair !== undefined && this.settersOf(pair).some(({ binding: by, script }) => this.takesElement(by, script))
      );
    });
  }

  private takesElement(setter: Binding, script: BoundScript): boolean {
    const { nodes, parents } = script;
    const { at } = script.identifiers;
    return this.resolver.program
      .placesIn(script)
      .variable(setter)
      .slice(0, MAX_PLACES)
      .some((order) => {
        let place = at[order] as number;
        const call = nodes[parents[place] ?? -1];
        if (call?.type === 'CallExpression' && call.callee === nodes[place]) {
          if (call.arguments[0]?.type !== 'Identifier') return false;
          // The function around it, with a body of its own or none.
          do place = parents[place] ?? -1;
          while (/^(?:CallExpression|ExpressionStatement|BlockStatement)$/.test(nodes[place]?.type ?? ''));
          const around = nodes[place];
          const [given] = around?.type === 'ArrowFunctionExpression' ? around.params : [];
          if (given?.type !== 'Identifier' || given.name !== call.arguments[0].name) return false;
        }
        const above = nodes[parents[place] ?? -1];
        const attribute = above?.type === 'JSXExpressionContainer' ? nodes[parents[parents[place] ?? -1] ?? -1] : above;
        if (attribute?.type === 'JSXAttribute') return attribute.name.name === 'ref';
        return attribute?.type === 'ObjectProperty' && keyName(attribute) === 'ref';
      });
  }

  private settersOf(pair: Pair): readonly { binding: Binding; script: BoundScript }[] {
    if (this.setters === null) {
      const setters = new Map<Pair, { binding: Binding; script: BoundScript }[]>();
      for (const script of this.resolver.program.scripts) {
        for (const binding of script.bindings) {
          for (const source of binding.sources) {
            const of = pairOf(source, '1');
            if (of === undefined) continue;
            const known = setters.get(of);
            if (known === undefined) setters.set(of, [{ binding, script }]);
            else known.push({ binding, script });
          }
        }
      }
      this.setters = setters;
    }
    return this.setters.get(pair) ?? [];
  }

  private setTo(setter: Binding, script: BoundScript): readonly Value[] {
    const { resolver } = this;
    const { at, scopes } = script.identifiers;
    let values: readonly Value[] = NO_VALUES;
    for (const order of resolver.program.placesIn(script).variable(setter).slice(0, MAX_PLACES)) {
      const use = script.nodes[at[order] as number] as t.Node;
      const call = script.nodes[script.parents[at[order] as number] ?? -1];
      if (call?.type !== 'CallExpression') continue;
      const scope = scopes[order] as Scope;
      const given = call.callee === use ? call.arguments[0] : promisedTo(call, use);
      if (given === undefined) continue;
      for (const value of resolver.valuesOf(given, scope)) {
        // The next state, or what gives it of the last.
        const next = value instanceof FunctionValue ? resolver.returnsOf(value.node) : [value];
        values = union(values, next.filter(hasMembers));
      }
    }
    return values;
  }
}

/** The promise whose `then` a function is given to. */
function promisedTo({ callee, arguments: args }: t.CallExpression, given: t.Node): t.Node | undefined {
  if (callee.type !== 'MemberExpression' || args[0] !== given) return undefined;
  return keyName({ key: callee.property, computed: callee.computed }) === 'then' ? callee.object : undefined;
}

function hasMembers(value: Value): boolean {
  return value instanceof InstanceValue || (value instanceof ApiNode && value.kind !== 'foreign');
}

/**
 * `const [state, setState] = useState()`, or compiled `pair = _slicedToArray(useState(), 2), state = pair[0]`.
 * @param position `0` for states, `1` for setters
 */
function pairOf(source: Source, position: '0' | '1'): Pair | undefined {
  if (source.kind !== 'expression') return undefined;
  const { expression, path, scope } = source;
  if (path.length === 1) return path[0] === position && isState(expression) ? expression : undefined;
  if (path.length > 0 || expression.type !== 'MemberExpression' || !expression.computed) return undefined;
  const { object, property } = expression;
  if (property.type !== 'NumericLiteral' || String(property.value) !== position || object.type !== 'Identifier')
    return undefined;
  const held = heldNode(object, scope);
  if (held?.node.type !== 'CallExpression') return undefined;
  const [first] = held.node.arguments;
  const isOfHook = isState(held.node) || (first !== undefined && isState(heldNode(first, held.scope)?.node));
  return isOfHook ? scope.lookup(object.name) : undefined;
}

function isState(node: t.Node | undefined): boolean {
  return node?.type === 'CallExpression' && lastName(node.callee) === 'useState';
}
