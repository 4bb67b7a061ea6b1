import type * as t from '@babel/types';
import type { ApiNode } from '../apis/api-node.ts';
import type { Scope } from '../binding/scope.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { calledName } from '../syntax/called-name.ts';

/** An action of a native service of Cordova. */
export interface ServiceAction {
  service: string;
  action: string;
}

/** `exec(success, failure, service, action, arguments)` */
const SERVICE = 2;
const ACTION = 3;
const MAX_ARGUMENTS = 5;

/**
 * The action that a call asks of Cordova's native side: by its names as texts, whatever the function is called in
 * minified code, or, of a function that is called `exec`, by names that are constants.
 * Source: the Cordova documentation, plugin development guide, the JavaScript interface.
 */
export function serviceAction(node: CallNode, scope: Scope, resolver: Resolver): ServiceAction | undefined {
  const { length } = node.arguments;
  const [service, action] = [node.arguments[SERVICE], node.arguments[ACTION]];
  if (node.type === 'NewExpression' || length > MAX_ARGUMENTS || service === undefined || action === undefined) {
    return undefined;
  }
  if (service.type === 'StringLiteral' && action.type === 'StringLiteral') {
    return { service: service.value, action: action.value };
  }
  if (calledName(node) !== 'exec') return undefined;
  const [named, asked] = [textOf(service, scope, resolver), textOf(action, scope, resolver)];
  return named === undefined || asked === undefined ? undefined : { service: named, action: asked };
}

/** What is known of an action; undefined where its service is none that a signature lists. */
export function nodeOfAction({ service, action }: ServiceAction, globals: ApiNode): ApiNode | undefined {
  return ['cordova', 'exec', service, action].reduce<ApiNode | undefined>(
    (node, name) => node?.children.get(name),
    globals,
  );
}

/** Plug-ins ask their own services for those who call them: what they do is told there. */
export function isInsidePlugin(file: string): boolean {
  return /(?:^|\/)plugins\/[^/]+\/(?:.*\/)?(?:www|src)\//.test(file);
}

function textOf(node: t.Node, scope: Scope, resolver: Resolver): string | undefined {
  return resolver.valuesOf(node, scope).find((value) => typeof value === 'string');
}
