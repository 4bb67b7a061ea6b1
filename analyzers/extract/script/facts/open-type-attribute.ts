import type * as t from '@babel/types';
import type { ApiNode, Hit } from '../apis/api-node.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue } from '../binding/value.ts';
import { inside } from '../flow/access-path.ts';
import type { Origin } from '../flow/trace-sinks.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { askedFor } from '../syntax/open-type.ts';

/** What an element of JSX asks the platform for. */
export interface OpenTypeUse {
  hits: readonly Hit[];
  at: t.Node;
  scope: Scope;
  /** Where the answer comes into the script. */
  origin: Origin | null;
}

/**
 * Buttons and fields of Taro: `<Button openType="getPhoneNumber">`, `<Input type="file" accept="image/*">`, `<Input type="nickname">`.
 * @param number of the script in the program
 */
export function openTypesIn(script: BoundScript, number: number, resolver: Resolver): OpenTypeUse[] {
  const found: OpenTypeUse[] = [];
  const template = resolver.watch.globals.children.get('template');
  for (const [order, at] of script.openTypes.at.entries()) {
    const scope = script.openTypes.scopes[order] as Scope;
    const { name, value } = script.nodes[at] as t.JSXAttribute;
    const element = script.nodes[script.parents[at] ?? -1];
    const expression = value?.type === 'JSXExpressionContainer' ? value.expression : value;
    if (!expression || element?.type !== 'JSXOpeningElement') continue;
    const isField = name.name === 'type';
    if (isField && (element.name.type !== 'JSXIdentifier' || element.name.name !== 'Input')) continue;
    const owner = template?.children.get(isField ? 'input' : 'button');
    const attributes = { scope: attributeOf(element, 'scope'), accept: attributeOf(element, 'accept') };
    for (const choice of resolver.valuesOf(expression, scope)) {
      if (typeof choice !== 'string' || owner === undefined) continue;
      for (const asked of askedFor(choice, attributes)) {
        const known = asked.split('.').reduce<ApiNode | undefined>((node, step) => node?.children.get(step), owner);
        const callee = handlerOf(element, asked, scope, resolver);
        const origin = callee === null ? null : arrivalIn(callee, script, number);
        found.push({ hits: known?.hits ?? [], at: name, scope, origin });
      }
    }
  }
  return found;
}

/** The constant that an attribute has. */
function attributeOf(element: t.JSXOpeningElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type !== 'JSXAttribute' || attribute.name.name !== name) continue;
    return attribute.value?.type === 'StringLiteral' ? attribute.value.value : undefined;
  }
  return undefined;
}

/** `onGetPhoneNumber={save}` beside `openType="getPhoneNumber"` */
function handlerOf(
  { attributes }: t.JSXOpeningElement,
  asked: string,
  scope: Scope,
  resolver: Resolver,
): { callee: FunctionValue; at: t.Node } | null {
  const event = `on${asked.split('.', 1)[0]}`.toLowerCase();
  for (const attribute of attributes) {
    if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') continue;
    if (attribute.name.name.toLowerCase() !== event || attribute.value?.type !== 'JSXExpressionContainer') continue;
    const { expression } = attribute.value;
    for (const value of resolver.valuesOf(expression, scope)) {
      if (value instanceof FunctionValue) return { callee: value, at: expression };
    }
  }
  return null;
}

function arrivalIn(
  { callee, at }: { callee: FunctionValue; at: t.Node },
  script: BoundScript,
  number: number,
): Origin | null {
  const path = inside('detail', '');
  if (path === null) return null;
  const arrival = { kind: 'parameter' as const, callee, position: 0, path };
  return { script: number, node: script.nodes.indexOf(at), gives: 'value', arrival };
}
