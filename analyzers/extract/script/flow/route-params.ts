import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import { callNames } from '../binding/call-names.ts';
import type { Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue, LiteralValue, type Value } from '../binding/value.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { elementCalls } from '../resolve/element-call.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { calledName, lastName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';

/** What is shown for a route: a component, or a page with the function that gets its options. */
export type Screen = FunctionValue | ClassValue;

const NAVIGATE = /^(?:navigate|push|replace|jumpTo|popTo|reset)$/;
const PAGE = /^(?:navigateTo|redirectTo|reLaunch)$/;
const NAVIGATOR = /^create\w*Navigator$/;
const MAX_SCREENS = 8;

/**
 * Where the parameters of a route arrive. Source: the documentation of React Navigation (`Screen`, `createXNavigator`,
 * `navigate`) and of WeChat's mini-programs and uni-app (`navigateTo`, `onLoad`).
 */
export class RouteParams {
  private screens: Map<string, Screen[]> | null = null;
  private pages: Map<string, FunctionValue[]> | null = null;
  private readonly hooks = new Map<number, number[]>();

  constructor(private readonly resolver: Resolver) {}

  /** The components of the route that a call leads to with an argument as its parameters. */
  screensOf({ callee, arguments: given }: CallNode, scope: Scope, position: number): readonly Screen[] {
    if (position !== 1 || !NAVIGATE.test(lastName(callee) ?? '') || given[0] === undefined) return [];
    return this.resolver
      .valuesOf(given[0], scope)
      .flatMap((name) => (typeof name === 'string' ? (this.indexed().get(name) ?? []) : []));
  }

  /** Calls of `useRoute` in a component, as indexes of nodes of its script. */
  hooksIn({ node: component }: FunctionValue, number: number): number[] {
    let hooks = this.hooks.get(number);
    if (hooks === undefined) {
      const { bareCalls, nodes } = this.resolver.program.scripts[number] as BoundScript;
      hooks = bareCalls.at.filter((at) => lastName((nodes[at] as CallNode).callee) === 'useRoute');
      this.hooks.set(number, hooks);
    }
    const { nodes } = this.resolver.program.scripts[number] as BoundScript;
    return hooks.filter((at) => holds(component, nodes[at] as t.Node));
  }

  /** The functions that get the options of the page that a call leads to by an address. */
  pagesOf({ callee, arguments: [given] }: CallNode): readonly FunctionValue[] {
    if (given?.type !== 'ObjectExpression' || !PAGE.test(lastName(callee) ?? '')) return [];
    const url = given.properties.find((each) => each.type === 'ObjectProperty' && keyName(each) === 'url');
    const start = url?.type === 'ObjectProperty' ? startOf(url.value) : '';
    const path = /^\/?((?:[\w-]+\/)*[\w-]+)\?/.exec(start)?.[1];
    return path === undefined ? [] : (this.indexedPages().get(path.slice(path.lastIndexOf('/') + 1)) ?? []);
  }

  private indexed(): Map<string, Screen[]> {
    if (this.screens !== null) return this.screens;
    const screens = new Map<string, Screen[]>();
    this.screens = screens;
    const add = (name: unknown, values: readonly Value[]): void => {
      if (typeof name !== 'string') return;
      const known = screens.get(name) ?? [];
      for (const value of values) if (isScreen(value) && known.length < MAX_SCREENS) known.push(value);
      screens.set(name, known);
    };
    for (const script of this.resolver.program.scripts) {
      const { nodes, parents, members, calls } = script;
      for (const [order, at] of script.hasElements ? members.at.entries() : []) {
        const node = nodes[at] as t.Node;
        const element = nodes[parents[at] ?? -1];
        if (node.type !== 'JSXMemberExpression' || node.property.name !== 'Screen') continue;
        if (element?.type !== 'JSXOpeningElement') continue;
        const attributeValues = (name: string): readonly Value[] =>
          this.attribute(element, name, members.scopes[order] as Scope);
        for (const name of attributeValues('name')) add(name, attributeValues('component'));
      }
      const elements = new Set(elementCalls(script));
      const makers = new Set(callNames(script, calls).positions((name) => name !== null && NAVIGATOR.test(name)));
      for (const order of [...new Set([...elements, ...makers])].sort((a, b) => a - b)) {
        const scope = calls.scopes[order] as Scope;
        const [first, props] = (nodes[calls.at[order] as number] as CallNode).arguments;
        if (first === undefined) continue;
        if (props !== undefined && elements.has(order) && lastName(first) === 'Screen') {
          const values = this.resolver.valuesOf(props, scope);
          for (const each of this.resolver.propertyOfAll(values, 'name'))
            add(each, this.resolver.propertyOfAll(values, 'component'));
        } else if (makers.has(order)) this.addListed(this.resolver.valuesOf(first, scope), add);
      }
    }
    return screens;
  }

  /** `createStackNavigator({ Home: { screen: Home } })`, `createStackNavigator({ screens: { Home } })` */
  private addListed(values: readonly Value[], add: (name: string, values: readonly Value[]) => void): void {
    const { resolver } = this;
    for (const list of [...values, ...resolver.propertyOfAll(values, 'screens')]) {
      if (!(list instanceof LiteralValue) || list.node.type !== 'ObjectExpression') continue;
      for (const property of list.node.properties) {
        const name = property.type === 'ObjectProperty' ? keyName(property) : null;
        if (name === null || name === 'screens') continue;
        const listed = resolver.propertyOfAll([list], name);
        add(name, [...listed, ...resolver.propertyOfAll(listed, 'screen')]);
      }
    }
  }

  private attribute({ attributes }: t.JSXOpeningElement, name: string, scope: Scope): readonly Value[] {
    for (const attribute of attributes) {
      if (attribute.type !== 'JSXAttribute' || attribute.name.name !== name) continue;
      const { value } = attribute;
      const expression = value?.type === 'JSXExpressionContainer' ? value.expression : value;
      return expression ? this.resolver.valuesOf(expression, scope) : [];
    }
    return [];
  }

  /** Functions that pages get their options in, by the name of the page's file. */
  private indexedPages(): Map<string, FunctionValue[]> {
    if (this.pages !== null) return this.pages;
    this.pages = new Map();
    for (const script of this.resolver.program.scripts) {
      const name = /(?<![^/])([^/]+)\.\w+$/.exec(script.module.file)?.[1];
      const found = name === undefined ? [] : this.loadingIn(script);
      if (name !== undefined && found.length > 0)
        this.pages.set(name, [...(this.pages.get(name) ?? []), ...found].slice(0, MAX_SCREENS));
    }
    return this.pages;
  }

  private loadingIn({ functions, calls, nodes }: BoundScript): FunctionValue[] {
    const methods = [...functions.values()].filter(({ names }) => names.includes('onLoad'));
    const hooks = calls.at.flatMap((at, order) => {
      const node = nodes[at] as CallNode;
      const [callback] = node.arguments;
      if (calledName(node) !== 'onLoad' || callback === undefined) return [];
      const values = this.resolver.valuesOf(callback, calls.scopes[order] as Scope);
      return values.filter((value) => value instanceof FunctionValue);
    });
    return [...methods, ...hooks];
  }
}

function holds({ start, end }: t.Node, inner: t.Node): boolean {
  return start != null && end != null && inner.start != null && inner.start >= start && inner.start < end;
}

/** The text that an address begins with. */
function startOf(node: t.Node): string {
  let at = node;
  while (at.type === 'BinaryExpression' && at.operator === '+') at = at.left;
  if (at.type === 'StringLiteral') return at.value;
  return at.type === 'TemplateLiteral' ? (at.quasis[0]?.value.cooked ?? '') : '';
}

function isScreen(value: Value): value is Screen {
  return value instanceof FunctionValue || value instanceof ClassValue;
}
