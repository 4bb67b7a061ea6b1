import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import { keyName } from '../syntax/pattern.ts';
import type { DataChoice, TemplateFact } from '../syntax/template.ts';
import { scriptsBeside } from './scripts-beside.ts';

/** Values of one name that are tried; more are not written by hand. */
const MAX_VALUES = 100;
/** Calls that hold what they are given: `ref('getPhoneNumber')`. */
const HOLDS = /^(?:ref|shallowRef|useState|signal)$/;
/** What an option of a component is unless it is given: `{ type: String, default: 'share' }`. */
const DEFAULT = /^(?:default|value)$/;

/** What elements ask the platform for by values that the script beside their template holds. */
export function factsOfChoices(choices: readonly DataChoice[], scripts: readonly BoundScript[]): TemplateFact[] {
  if (choices.length === 0) return [];
  const beside = scriptsBeside(scripts);
  const held = new Map<BoundScript, ReadonlyMap<string, ReadonlySet<string>>>();
  return choices.flatMap(({ file, names, factsOf }) => {
    const values = new Set<string>();
    for (const number of beside(file)) {
      const script = scripts[number] as BoundScript;
      const known = held.get(script) ?? heldTexts(script);
      held.set(script, known);
      for (const name of names) for (const value of known.get(name) ?? []) values.add(value);
    }
    return [...values].flatMap(factsOf);
  });
}

/** The constant texts that a script gives its properties and variables, by their names. */
function heldTexts({ nodes }: BoundScript): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (const node of nodes) {
    const [name, given] = givenIn(node);
    if (name === null || given === null) continue;
    for (const text of textsOf(given)) {
      const known = held.get(name) ?? new Set();
      held.set(name, known);
      if (known.size < MAX_VALUES) known.add(text);
    }
  }
  return held;
}

function givenIn(node: t.Node): [name: string | null, given: t.Node | null] {
  if (node.type === 'ObjectProperty' || node.type === 'ClassProperty') return [keyName(node), node.value ?? null];
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') return [node.id.name, node.init ?? null];
  if (node.type !== 'AssignmentExpression') return [null, null];
  const { left, right } = node;
  if (left.type === 'Identifier') return [left.name, right];
  if (left.type !== 'MemberExpression') return [null, null];
  // `type.value = 'share'` of a `ref`
  const { object, property } = left;
  const isHeld = property.type === 'Identifier' && property.name === 'value' && object.type === 'Identifier';
  return [isHeld ? object.name : keyName({ key: property, computed: left.computed }), right];
}

function textsOf(given: t.Node): string[] {
  if (given.type === 'StringLiteral') return [given.value];
  if (given.type === 'ConditionalExpression') return [...textsOf(given.consequent), ...textsOf(given.alternate)];
  if (given.type === 'LogicalExpression') return [...textsOf(given.left), ...textsOf(given.right)];
  if (given.type === 'CallExpression' && given.callee.type === 'Identifier' && HOLDS.test(given.callee.name)) {
    const [first] = given.arguments;
    return first === undefined ? [] : textsOf(first);
  }
  if (given.type !== 'ObjectExpression') return [];
  return given.properties.flatMap((property) =>
    property.type === 'ObjectProperty' &&
    DEFAULT.test(keyName(property) ?? '') &&
    property.value.type === 'StringLiteral'
      ? [property.value.value]
      : [],
  );
}
