import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import { callNames } from '../binding/call-names.ts';
import type { Scope } from '../binding/scope.ts';
import { ClassValue, LiteralValue } from '../binding/value.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { withoutTypes } from '../syntax/without-types.ts';
import type { Resolver } from './resolve.ts';

/** A list of routes where it is written. */
interface Routes {
  readonly node: t.ArrayExpression;
  readonly scope: Scope;
}

/** Calls that take a module of Angular, and routes. */
const ROUTERS = /^(?:NgModule|forRoot|forChild|provideRouter)$/;
/** Redirections and nested routes on the way to the first page. */
const MAX_LEVELS = 12;

/**
 * The classes of components that an Angular app shows as it starts: those that its module bootstraps, and those that
 * its routes name for the empty address, through redirections and modules that are loaded for it. Source: the
 * documentation of Angular (`NgModule.bootstrap`, `Route`) and of Ionic's starters.
 */
export function angularRoots(scripts: readonly BoundScript[], resolver: Resolver): Set<t.Node> {
  return new AngularRoots(scripts, resolver).found();
}

class AngularRoots {
  private readonly roots = new Set<t.Node>();
  private readonly main: Routes[] = [];
  private readonly nested: Routes[] = [];
  /** By list and address: whether it has something, no while that is looked for; redirections may lead in circles. */
  private readonly shown = new Map<t.Node, Map<string, boolean>>();

  constructor(
    private readonly scripts: readonly BoundScript[],
    private readonly resolver: Resolver,
  ) {}

  found(): Set<t.Node> {
    for (const script of this.scripts) {
      const { nodes, calls } = script;
      for (const order of callNames(script, calls).positions((name) => name !== null && ROUTERS.test(name))) {
        const node = nodes[calls.at[order] as number] as t.CallExpression;
        const [given] = node.arguments;
        if (given === undefined) continue;
        const scope = calls.scopes[order] as Scope;
        const name = calledName(node);
        if (name === 'NgModule') this.add(propertyNode(given, 'bootstrap'), scope);
        else
          for (const routes of this.listed(given, scope)) (name === 'forChild' ? this.nested : this.main).push(routes);
      }
    }
    for (const routes of this.main) this.show(routes, [], 0);
    return this.roots;
  }

  /** Shows what a list of routes has for an address; whether it has something. */
  private show(routes: Routes, address: readonly string[], level: number): boolean {
    const known = this.shown.get(routes.node) ?? new Map<string, boolean>();
    this.shown.set(routes.node, known);
    const asked = address.join('/');
    let isShown = known.get(asked);
    if (isShown === undefined && level <= MAX_LEVELS) {
      known.set(asked, false);
      isShown = routes.node.elements.some(
        (route) => route !== null && this.showRoute(routes, route, address, level + 1),
      );
      known.set(asked, isShown);
    }
    return isShown ?? false;
  }

  private showRoute(routes: Routes, route: t.Node, address: readonly string[], level: number): boolean {
    const path = propertyNode(route, 'path');
    if (path?.type !== 'StringLiteral') return false;
    const parts = partsOf(path.value);
    if (parts.some((part, at) => part !== address[at])) return false;
    const rest = address.slice(parts.length);
    const redirect = propertyNode(route, 'redirectTo');
    if (redirect?.type === 'StringLiteral') {
      if (rest.length > 0) return false;
      const isWhole = redirect.value.startsWith('/');
      return (isWhole ? this.main : [routes]).some((from) => this.show(from, partsOf(redirect.value), level));
    }
    const loaded = propertyNode(route, 'loadChildren');
    const inner = [
      ...this.listed(propertyNode(route, 'children'), routes.scope),
      ...(loaded === undefined ? [] : this.routesAt(loaded, fileOf(routes.scope))),
    ];
    const isInner = inner.some((each) => this.show(each, rest, level));
    if (!isInner && rest.length > 0) return false;
    const shown = propertyNode(route, 'component');
    this.add(shown, routes.scope);
    const component = propertyNode(route, 'loadComponent');
    if (component !== undefined) this.addLoaded(component, fileOf(routes.scope));
    return isInner || shown !== undefined || component !== undefined;
  }

  private listed(given: t.Node | undefined, scope: Scope): Routes[] {
    if (given === undefined) return [];
    return this.resolver
      .valuesOf(given, scope)
      .flatMap((value) =>
        value instanceof LiteralValue && value.node.type === 'ArrayExpression'
          ? [{ node: value.node, scope: value.scope }]
          : [],
      );
  }

  private add(expression: t.Node | undefined, scope: Scope): void {
    if (expression === undefined) return;
    const plain = withoutTypes(expression);
    for (const each of plain.type === 'ArrayExpression' ? plain.elements : [plain]) {
      if (each === null) continue;
      for (const value of this.resolver.valuesOf(each, scope))
        if (value instanceof ClassValue) this.roots.add(value.node);
    }
  }

  private addLoaded(load: t.Node, from: string): void {
    const file = loadedFile(load, from);
    for (const script of this.scripts) {
      if (file === null || !isFile(script.module.file, file)) continue;
      for (const node of script.classes.keys()) if (isComponent(node)) this.roots.add(node);
    }
  }

  /** Routes of a module that is loaded: by convention they stand in its folder. */
  private routesAt(load: t.Node, from: string): Routes[] {
    const file = loadedFile(load, from);
    const folder = file === null ? null : folderOf(file);
    return this.nested.filter(({ scope }) => folderOf(fileOf(scope)) === folder);
  }
}

function fileOf(scope: Scope): string {
  return scope.enclosingModule()?.file ?? '';
}

function propertyNode(node: t.Node, name: string): t.Node | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  const property = node.properties.find((each) => each.type === 'ObjectProperty' && keyName(each) === name);
  return property?.type === 'ObjectProperty' ? property.value : undefined;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** The file, without its ending, that `() => import('./home/home.module').then(...)` and `'./home/home.module#Home'` name. */
function loadedFile(load: t.Node, from: string): string | null {
  let at: t.Node = load;
  if (at.type === 'StringLiteral') return joined(folderOf(from), at.value.split('#')[0] ?? '');
  if (at.type !== 'ArrowFunctionExpression') return null;
  at = at.body;
  while (at.type === 'CallExpression' && at.callee.type === 'MemberExpression') at = at.callee.object;
  if (at.type === 'AwaitExpression') at = at.argument;
  const [path] = at.type === 'CallExpression' && at.callee.type === 'Import' ? at.arguments : [];
  return path?.type === 'StringLiteral' && path.value.startsWith('.') ? joined(folderOf(from), path.value) : null;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function joined(folder: string, path: string): string {
  const parts = partsOf(folder);
  for (const part of partsOf(path)) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function isFile(file: string, stem: string): boolean {
  return file.startsWith(`${stem}.`) && file.lastIndexOf('.') === stem.length;
}

function isComponent(node: t.Node): boolean {
  const decorators = 'decorators' in node && Array.isArray(node.decorators) ? (node.decorators as t.Decorator[]) : [];
  return decorators.some(
    ({ expression }) => expression.type === 'CallExpression' && calledName(expression) === 'Component',
  );
}
