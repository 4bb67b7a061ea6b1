import type * as t from '@babel/types';
import { isFunction } from '../syntax/function-nodes.ts';
import { MEMBER_GROUPS } from '../syntax/member-groups.ts';
import { keyName } from '../syntax/pattern.ts';
import type { BoundScript } from './bound-script.ts';
import type { Scope } from './scope.ts';
import { type ClassValue, LiteralValue, type Value } from './value.ts';

/**
 * What `this` is in a function: in methods the instance, the class, or the object that holds them; null in arrow
 * functions, which have that of what is around them.
 * @param index of the function among the nodes that are bound so far
 */
export function selfIn(node: t.Function, index: number, scope: Scope, script: BoundScript): Value | 'unknown' | null {
  if (node.type === 'ArrowFunctionExpression') return null;
  const { nodes, parents } = script;
  const above = parents[index] ?? -1;
  const parent = nodes[above];
  if (node.type === 'ClassMethod' || node.type === 'ClassPrivateMethod') {
    const owner = classAround(script, above);
    return (node.static === true ? owner : owner?.instance) ?? 'unknown';
  }
  const isMethod = node.type === 'ObjectMethod';
  const isHeld = isMethod || (parent?.type === 'ObjectProperty' && parent.value === node);
  const property = isHeld ? (isMethod ? index : above) : wrappedMember(script, index);
  const at = parents[property] ?? -1;
  const object = nodes[at];
  if (property < 0 || object?.type !== 'ObjectExpression') return 'unknown';
  const held = componentAround(script, at) ?? object;
  const known = script.literals.get(held) ?? new LiteralValue(held, scope);
  script.literals.set(held, known);
  return known;
}

/** Syntax nodes between a function and the one that it stands in, where compilers have wrapped it. */
const MAX_WRAPPING = 5;

/**
 * The property whose method a function is, where compilers have put what it needs around it:
 * `load: function () { var _load = helper(function* () {}); return function load() { return _load.apply(this, arguments); }; }()`.
 * Both functions in there are called on the object. -1 for none.
 */
function wrappedMember({ nodes, parents }: BoundScript, index: number): number {
  let at = parents[index] ?? -1;
  for (let level = 0; level < MAX_WRAPPING && nodes[at] !== undefined && !isFunction(nodes[at] as t.Node); level++) {
    at = parents[at] ?? -1;
  }
  const wrapper = nodes[at];
  if (wrapper?.type !== 'FunctionExpression' || wrapper.params.length > 0) return -1;
  const { body } = wrapper.body;
  if (body[0]?.type !== 'VariableDeclaration' || body.at(-1)?.type !== 'ReturnStatement') return -1;
  const callAt = parents[at] ?? -1;
  const call = nodes[callAt];
  if (call?.type !== 'CallExpression' || call.callee !== wrapper || call.arguments.length > 0) return -1;
  const propertyAt = parents[callAt] ?? -1;
  const property = nodes[propertyAt];
  return property?.type === 'ObjectProperty' && property.value === call ? propertyAt : -1;
}

/** The class whose body stands at an index. */
export function classAround({ nodes, parents, classes }: BoundScript, bodyIndex: number): ClassValue | undefined {
  const owner = nodes[parents[bodyIndex] ?? -1];
  return owner === undefined ? undefined : classes.get(owner);
}

/** The component of Vue or of a mini-program whose `methods` (or the like) stand at an index: their `this` is the component. */
function componentAround({ nodes, parents }: BoundScript, at: number): t.ObjectExpression | undefined {
  const above = parents[at] ?? -1;
  const property = nodes[above];
  if (property?.type !== 'ObjectProperty' || property.value !== nodes[at]) return undefined;
  const name = keyName(property);
  const outer = nodes[parents[above] ?? -1];
  return name !== null && MEMBER_GROUPS.has(name) && outer?.type === 'ObjectExpression' ? outer : undefined;
}
