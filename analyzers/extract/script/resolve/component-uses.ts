import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import { callNames } from '../binding/call-names.ts';
import type { Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue } from '../binding/value.ts';
import { angularRoots } from './angular-roots.ts';
import { elementCalls } from './element-call.ts';
import { firstScreens } from './first-screens.ts';
import type { Resolver } from './resolve.ts';

/** Calls that take the root of an app. */
const ROOT = new Set([
  ...['registerComponent', 'registerRootComponent', 'createApp', 'bootstrapApplication', 'bootstrapModule', 'wrap'],
]);

interface Use {
  node: t.Node;
  scope: Scope;
}

interface Index {
  uses: Map<FunctionValue | t.Node, Use[]>;
  roots: Set<FunctionValue | t.Node>;
  /** Whether ArkTS in the build has pages. */
  hasPages: boolean;
}

/** Where components of the app's own are put into others, and which are the app's root. */
export class ComponentUses {
  private index: Index | null = null;
  /** Whether components of ArkTS stand there as what they are compiled to. */
  private readonly hasViews: boolean;
  /** Names by which components of ArkTS are called. */
  private readonly called = new Set<string>();

  constructor(
    private readonly scripts: readonly BoundScript[],
    private readonly resolver: Resolver,
  ) {
    this.hasViews = scripts.some(({ classes }) => [...classes.keys()].some(isView));
  }

  /**
   * Whether a method is of a component of ArkTS that is shown nowhere: no page by itself, and put into no other. Of a
   * build without pages, such as a library, nothing is said.
   */
  isIdle(way: readonly t.Node[] | null): boolean {
    const owner = classAround(way);
    if (owner === undefined || !('id' in owner) || !owner.id || !isStruct(owner)) return false;
    const { uses, hasPages } = this.indexed();
    return hasPages && !uses.has(owner) && !this.called.has((owner.id as t.Identifier).name);
  }

  /** @param way nodes down to the function, to tell the class whose method it is */
  of(fn: FunctionValue, way: readonly t.Node[] | null): readonly Use[] {
    return this.indexed().uses.get(classAround(way) ?? fn) ?? [];
  }

  isRoot(fn: FunctionValue, way: readonly t.Node[] | null): boolean {
    return this.indexed().roots.has(classAround(way) ?? fn);
  }

  private indexed(): Index {
    if (this.index !== null) return this.index;
    const uses = new Map<FunctionValue | t.Node, Use[]>();
    const roots = new Set<FunctionValue | t.Node>(angularRoots(this.scripts, this.resolver));
    const hasPages = this.scripts.some(
      ({ module, classes }) =>
        module.file.endsWith('.ets') && [...classes.keys()].some((node) => decorationsOf(node).includes('Entry')),
    );
    this.index = { uses, roots, hasPages };
    const note = (expression: t.Node, use: Use): void => {
      for (const component of this.componentsIn(expression, use.scope)) {
        const known = uses.get(component);
        if (known === undefined) uses.set(component, [use]);
        else known.push(use);
      }
    };
    for (const script of this.scripts) {
      const { nodes, parents, identifiers, members, calls, hasElements } = script;
      for (const { component, node, scope } of this.structsIn(script)) {
        const known = uses.get(component);
        if (known === undefined) uses.set(component, [{ node, scope }]);
        else known.push({ node, scope });
      }
      for (let order = 0; hasElements && order < identifiers.at.length; order++) {
        const index = identifiers.at[order] as number;
        const node = nodes[index] as t.Node;
        if (node.type === 'JSXIdentifier') note(node, { node, scope: identifiers.scopes[order] as Scope });
      }
      for (let order = 0; hasElements && order < members.at.length; order++) {
        const index = members.at[order] as number;
        const node = nodes[index] as t.Node;
        if (node.type !== 'JSXMemberExpression' || node.property.name !== 'Navigator') continue;
        const opening = parents[index] ?? -1;
        const navigator = nodes[parents[opening] ?? -1];
        if (nodes[opening]?.type !== 'JSXOpeningElement' || navigator?.type !== 'JSXElement') continue;
        const scope = members.scopes[order] as Scope;
        for (const screen of firstScreens(navigator)) note(screen, { node: screen, scope });
      }
      for (const order of elementCalls(script)) {
        const node = nodes[calls.at[order] as number] as t.CallExpression;
        const scope = calls.scopes[order] as Scope;
        const [first] = node.arguments;
        if (first !== undefined) note(first, { node, scope });
      }
      for (const order of callNames(script, calls).positions((name) => name !== null && ROOT.has(name))) {
        const node = nodes[calls.at[order] as number] as t.CallExpression;
        const scope = calls.scopes[order] as Scope;
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

  /** `Header({ title })` of ArkTS, and `new Header(this, { title })` where that is compiled. */
  private *structsIn({ nodes, calls, bareCalls, module }: BoundScript): Generator<Use & { component: t.Node }> {
    const isArkTs = module.file.endsWith('.ets');
    if (!isArkTs && !this.hasViews) return;
    for (const { at, scopes } of [calls, bareCalls]) {
      for (let order = 0; order < at.length; order++) {
        const node = nodes[at[order] as number] as t.CallExpression | t.NewExpression;
        if (node.callee.type !== 'Identifier' || !/^[A-Z]/.test(node.callee.name)) continue;
        if (isArkTs ? node.type === 'NewExpression' : node.type !== 'NewExpression') continue;
        if (isArkTs) this.called.add(node.callee.name);
        const scope = scopes[order] as Scope;
        for (const source of isArkTs ? (scope.lookup(node.callee.name)?.sources ?? []) : []) {
          if (source.kind === 'import' && source.name !== null) this.called.add(source.name);
        }
        for (const component of this.componentsIn(node.callee, scope)) {
          if (!(component instanceof FunctionValue) && (isArkTs || isView(component))) yield { component, node, scope };
        }
      }
    }
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

function decorationsOf(node: t.Node): string[] {
  const decorators = 'decorators' in node && Array.isArray(node.decorators) ? (node.decorators as t.Decorator[]) : [];
  return decorators.flatMap(({ expression }) => {
    const named = expression.type === 'CallExpression' ? expression.callee : expression;
    return named.type === 'Identifier' ? [named.name] : [];
  });
}

/** A component of ArkTS that is no page by itself. */
function isStruct(node: t.Node): boolean {
  const decorations = decorationsOf(node);
  return decorations.some((name) => /^Component(?:V2)?$/.test(name)) && !decorations.includes('Entry');
}

/** What a component of ArkTS is compiled to. */
function isView(node: t.Node): boolean {
  const base = 'superClass' in node ? (node.superClass as t.Node | null) : null;
  return base?.type === 'Identifier' && /^View(?:PU|V2)$/.test(base.name);
}
