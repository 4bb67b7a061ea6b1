import type * as t from '@babel/types';
import type { BoundScript } from './bound-script.ts';
import { calledName } from './first-run.ts';
import type { Resolver } from './resolve.ts';
import type { Scope } from './scope.ts';
import { ClassValue, FunctionValue } from './value.ts';

/** What compilers make of a JSX element; the component is the first argument. */
const ELEMENT = new Set(
  ['jsx', 'jsxs', 'jsxDEV', 'createElement', 'createVNode', 'h'].flatMap((name) => [name, `_${name}`]),
);
/** Calls that take the root of an app. */
const ROOT = new Set([
  ...['registerComponent', 'registerRootComponent', 'createApp', 'bootstrapApplication', 'bootstrapModule', 'wrap'],
]);

interface Use {
  node: t.Node;
  scope: Scope;
}

/** Where components of the app's own are put into others, and which are the app's root. */
export class ComponentUses {
  private index: { uses: Map<FunctionValue | t.Node, Use[]>; roots: Set<FunctionValue | t.Node> } | null = null;

  constructor(
    private readonly scripts: readonly BoundScript[],
    private readonly resolver: Resolver,
  ) {}

  /** @param way nodes down to the function, to tell the class whose method it is */
  of(fn: FunctionValue, way: readonly t.Node[] | null): readonly Use[] {
    return this.indexed().uses.get(classAround(way) ?? fn) ?? [];
  }

  isRoot(fn: FunctionValue, way: readonly t.Node[] | null): boolean {
    return this.indexed().roots.has(classAround(way) ?? fn);
  }

  private indexed() {
    if (this.index !== null) return this.index;
    const uses = new Map<FunctionValue | t.Node, Use[]>();
    const roots = new Set<FunctionValue | t.Node>();
    this.index = { uses, roots };
    const note = (expression: t.Node, use: Use): void => {
      for (const component of this.componentsIn(expression, use.scope)) {
        const known = uses.get(component);
        if (known === undefined) uses.set(component, [use]);
        else known.push(use);
      }
    };
    for (const { nodes, identifiers, calls } of this.scripts) {
      for (let order = 0; order < identifiers.at.length; order++) {
        const index = identifiers.at[order] as number;
        const node = nodes[index] as t.Node;
        if (node.type === 'JSXIdentifier') note(node, { node, scope: identifiers.scopes[order] as Scope });
      }
      for (let order = 0; order < calls.at.length; order++) {
        const index = calls.at[order] as number;
        const node = nodes[index] as t.CallExpression;
        const scope = calls.scopes[order] as Scope;
        const name = calledName(node);
        const [first] = node.arguments;
        if (name === null || first === undefined) continue;
        if (ELEMENT.has(name)) note(first, { node, scope });
        if (!ROOT.has(name)) continue;
        for (const argument of node.arguments) {
          for (const component of this.componentsIn(argument, scope)) {
            roots.add(component);
            if (!(component instanceof FunctionValue)) continue;
            // `registerComponent('App', () => App)`
            for (const { expression, scope: inner } of component.returns) {
              for (const given of this.componentsIn(expression, inner)) roots.add(given);
            }
          }
        }
      }
    }
    return this.index;
  }

  private componentsIn(expression: t.Node, scope: Scope): (FunctionValue | t.Node)[] {
    const components: (FunctionValue | t.Node)[] = [];
    for (const value of this.resolver.valuesOf(expression, scope)) {
      if (value instanceof FunctionValue) components.push(value);
      else if (value instanceof ClassValue) components.push(value.node);
    }
    return components;
  }
}

/** The class whose method stands at the end of a way. */
function classAround(way: readonly t.Node[] | null): t.Node | undefined {
  const owner = way?.at(-3);
  return owner?.type === 'ClassDeclaration' || owner?.type === 'ClassExpression' ? owner : undefined;
}
