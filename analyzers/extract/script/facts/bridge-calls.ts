import type * as t from '@babel/types';
import type { BridgeCall } from '../../../model/script-bridge.ts';
import { ApiNode } from '../apis/api-node.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import { callNames } from '../binding/call-names.ts';
import type { Scope } from '../binding/scope.ts';
import type { Place } from '../reach/script-reach.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { calledName } from '../syntax/called-name.ts';
import { serviceAction } from './service-action.ts';

/** A call of native code by the names under which that is registered. */
export interface NativeCall extends Pick<BridgeCall, 'of' | 'module' | 'method'> {
  place: Place;
}

/** Methods of the language itself: no native module is looked for behind a call of these. */
const OF_THE_LANGUAGE: ReadonlySet<string> = new Set(
  'push pop shift unshift slice splice concat join split map forEach filter reduce some every find indexOf includes keys values entries call apply bind toString replace match test exec trim charAt charCodeAt substring substr hasOwnProperty defineProperty freeze create assign then catch finally resolve reject all log warn error createElement jsx jsxs jsxDEV useState useRef useMemo useCallback useEffect has add delete clear next sort reverse floor min max round abs setState dispatch emit preventDefault stopPropagation parse stringify'.split(
    ' ',
  ),
);
/** By these names a script gets at native modules. */
const LOADERS = new Set([
  ...['NativeModules', 'NativeModulesProxy', 'nativeModuleProxy', 'TurboModuleRegistry', 'getEnforcing', 'Plugins'],
  ...['requireNativeModule', 'requireOptionalNativeModule', 'requireNativePlugin', 'registerPlugin'],
]);
/** The calls of native modules in scripts, whether or not a signature knows the module. */
export function findNativeCalls(scripts: readonly BoundScript[], resolver: Resolver): NativeCall[] {
  const usesModules = scripts.some(namesLoader);
  return scripts.flatMap((script) => {
    const found: NativeCall[] = [];
    for (const { at, scopes } of [script.calls, script.bareCalls]) {
      for (let order = 0; order < at.length; order++) {
        const index = at[order] as number;
        const node = script.nodes[index] as CallNode;
        const scope = scopes[order] as Scope;
        const asked = serviceAction(node, scope, resolver);
        const place = { node: placeOf(node), scope };
        if (asked !== undefined) found.push({ of: 'service', module: asked.service, method: asked.action, place });
        else if (usesModules) for (const item of moduleMethods(node, scope, resolver)) found.push(item);
      }
    }
    return found;
  });
}

function namesLoader(script: BoundScript): boolean {
  const { nodes, members, identifiers, calls } = script;
  for (const index of members.at) {
    const node = nodes[index] as t.MemberExpression;
    if (node.property?.type === 'Identifier' && LOADERS.has(node.property.name)) return true;
  }
  if (identifiers.at.some((index) => LOADERS.has((nodes[index] as t.Identifier).name))) return true;
  return callNames(script, calls).some((name) => name !== null && LOADERS.has(name));
}

function moduleMethods(node: CallNode, scope: Scope, resolver: Resolver): NativeCall[] {
  const { callee } = node;
  if (node.type === 'NewExpression') return [];
  const name = calledName(node);
  if (name === null || OF_THE_LANGUAGE.has(name)) return [];
  // What a function is given was given to it by someone who is looked at, too.
  if (callee.type === 'Identifier' && (scope.lookup(callee.name)?.sources.length ?? 0) === 0) return [];
  const found: NativeCall[] = [];
  for (const value of resolver.valuesOf(callee, scope)) {
    if (!(value instanceof ApiNode) || value.native === null || value.native.method === null) continue;
    const { module, method } = value.native;
    found.push({ of: 'module', module, method, place: { node: placeOf(node), scope } });
  }
  return found;
}

/** Where a call stands: at the member's name, or the called name. */
export function placeOf({ callee }: CallNode): t.Node {
  const plain = callee.type === 'SequenceExpression' ? (callee.expressions.at(-1) ?? callee) : callee;
  return plain.type === 'MemberExpression' || plain.type === 'OptionalMemberExpression' ? plain.property : plain;
}
