import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { NamePlaces } from '../binding/name-places.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import { answerPosition } from '../flow/answer-flow.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { isFunctionValue } from '../syntax/function-nodes.ts';
import { keyName, patternTargets } from '../syntax/pattern.ts';

/** Options that are called with the result. */
const ANSWERS = new Set(['success', 'complete']);
/** Methods of a promise that hand its value on. */
const HANDED_ON = new Set(['catch', 'finally']);
/** Variables that the result goes through. */
const MAX_VARIABLES = 4;

/** The names that are taken, where variables stand, and which of them others see, so that these may take more. */
interface Taken {
  names: Set<string>;
  places: NamePlaces;
  isSeen: (binding: Binding) => boolean;
}

/**
 * The names of the properties that are taken of what a call, or a member that is read, gives, sorted, with those of the
 * second level by both names (`details.ssid`); null where it is used as a whole or goes where it is not followed.
 * @param places of the names of the script
 * @param isSeen whether other scripts, or a template, see a variable
 */
export function takenProperties(
  script: BoundScript,
  call: number,
  scope: Scope,
  places: NamePlaces,
  isSeen: (binding: Binding) => boolean,
): string[] | null {
  const taken: Taken = { names: new Set<string>(), places, isSeen };
  const node = script.nodes[call] as CallNode | t.MemberExpression;
  const callbacks = 'arguments' in node ? answersOf(node) : [];
  if (callbacks === null) return null;
  for (const callback of callbacks) {
    const inner = script.functions.get(callback)?.inner;
    const parameter = callback.params[answerPosition(callback, inner ?? null, places)];
    if (!inner || (parameter !== undefined && !ofPattern(script, parameter, inner, taken, 0))) return null;
  }
  if (callbacks.length === 0 && !ofValue(script, call, scope, taken, 0)) return null;
  return [...taken.names].sort();
}

/** The functions that get the result; null where others may. */
function answersOf({ arguments: args }: CallNode): t.Function[] | null {
  const answers: t.Function[] = [];
  for (const argument of args) {
    if (/^(?:Boolean|String|Numeric|Null)Literal$/.test(argument.type)) continue;
    if (isFunctionValue(argument)) {
      answers.push(argument);
      continue;
    }
    if (argument.type !== 'ObjectExpression') return null;
    for (const property of argument.properties) {
      if (property.type === 'SpreadElement') return null;
      if (!ANSWERS.has(keyName(property) ?? '')) continue;
      const held = property.type === 'ObjectMethod' ? property : property.value;
      if (!isFunctionValue(held)) return null;
      answers.push(held);
    }
  }
  return answers;
}

/** Adds the names that are taken of the value of an expression; false where others may be. */
function ofValue(script: BoundScript, index: number, scope: Scope, taken: Taken, depth: number): boolean {
  let at = index;
  for (;;) {
    const node = script.nodes[at];
    at = script.parents[at] ?? -1;
    const parent = script.nodes[at];
    switch (parent?.type) {
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        continue;
      case 'ConditionalExpression':
        if (parent.test === node) return true;
        continue;
      case 'LogicalExpression':
        continue;
      case 'ExpressionStatement':
        return true;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return parent.object === node && ofMember(script, parent, at, scope, taken, depth);
      case 'VariableDeclarator':
        return parent.init === node && ofPattern(script, parent.id, scope, taken, depth);
      default:
        return false;
    }
  }
}

function ofMember(
  script: BoundScript,
  member: t.MemberExpression | t.OptionalMemberExpression,
  at: number,
  scope: Scope,
  taken: Taken,
  depth: number,
): boolean {
  const name = keyName({ key: member.property, computed: member.computed });
  if (name === null) return false;
  const above = script.parents[at] ?? -1;
  // What fails gives nothing else away.
  if (HANDED_ON.has(name)) return ofValue(script, above, scope, taken, depth);
  if (name !== 'then') {
    taken.names.add(name);
    const below = nameBelow(script, at, member);
    if (below !== null) taken.names.add(`${name}.${below}`);
    return true;
  }
  const call = script.nodes[above];
  const [callback] = call?.type === 'CallExpression' ? call.arguments : [];
  if (!callback || !isFunctionValue(callback)) return false;
  const inner = script.functions.get(callback)?.inner;
  const [parameter] = callback.params;
  return parameter === undefined || (!!inner && ofPattern(script, parameter, inner, taken, depth));
}

/** What is taken of a member in turn: `ssid` of `state.details.ssid`. */
function nameBelow(script: BoundScript, at: number, member: t.Node): string | null {
  const above = script.nodes[script.parents[at] ?? -1];
  const isTaken = above?.type === 'MemberExpression' || above?.type === 'OptionalMemberExpression';
  return isTaken && above.object === member ? keyName({ key: above.property, computed: above.computed }) : null;
}

function ofPattern(script: BoundScript, pattern: t.Node, scope: Scope, taken: Taken, depth: number): boolean {
  if (depth >= MAX_VARIABLES) return false;
  if (pattern.type === 'Identifier') {
    const binding = scope.lookup(pattern.name);
    return binding !== undefined && ofVariable(script, binding, taken, depth + 1);
  }
  if (pattern.type !== 'ObjectPattern' || pattern.properties.some(({ type }) => type === 'RestElement')) return false;
  for (const { path } of patternTargets(pattern).targets) {
    const [name] = path;
    if (name === null || name === undefined) return false;
    taken.names.add(name);
  }
  return true;
}

function ofVariable(script: BoundScript, binding: Binding, taken: Taken, depth: number): boolean {
  // What else assigns to it, or exports it, makes it another thing or takes it away.
  if (binding.exportNames !== null || taken.isSeen(binding)) return false;
  const { at, scopes } = script.identifiers;
  for (const order of taken.places.variable(binding)) {
    if (!ofValue(script, at[order] as number, scopes[order] as Scope, taken, depth)) return false;
  }
  return true;
}
