import { FunctionValue, LiteralValue } from '../binding/value.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import type { CallSite } from './call-sites.ts';
import type { Resolver } from './resolve.ts';

/** Calls that take the endpoints of an API, and those that make one. */
const APIS = ['createApi', 'injectEndpoints'];
const ENDPOINT = /^(?:query|mutation|infiniteQuery)$/;
/** What of an endpoint is called with what the caller gives. */
const ASKS = ['query', 'queryFn'];
/** Hooks that are called with it themselves, and those that give a function first in a list. */
const HOOKS = ['Query', 'InfiniteQuery', 'QuerySubscription'];
const TRIGGERS = ['Mutation'];

/** A call that leads to the function of an endpoint. */
interface EndpointCall {
  site: CallSite;
  callee: FunctionValue;
}

/**
 * The calls by which endpoints of RTK Query are asked: the hooks that are named after them, `useSendPlaceMutation`, and
 * `endpoints.sendPlace.initiate`. Source: the documentation of Redux Toolkit, "API Slices: React Hooks".
 */
export function callsOfEndpoints(resolver: Resolver): EndpointCall[] {
  const endpoints = new Map<string, FunctionValue[]>();
  for (const name of APIS) {
    for (const { node, scope } of resolver.callSites.candidates(name)) {
      const [options] = node.arguments;
      if (options !== undefined) readEndpoints(resolver, resolver.valuesOf(options, scope), endpoints);
    }
  }
  if (endpoints.size === 0) return [];
  const triggers = new Map<string, readonly FunctionValue[]>();
  const calls: EndpointCall[] = [];
  for (const [name, callees] of endpoints) {
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    for (const kind of HOOKS) {
      triggers.set(`useLazy${capital}${kind}`, callees);
      for (const site of resolver.callSites.candidates(`use${capital}${kind}`)) join(calls, site, callees);
    }
    for (const kind of TRIGGERS) triggers.set(`use${capital}${kind}`, callees);
  }
  for (const site of resolver.callSites.candidates('initiate')) {
    const { callee } = site.node;
    const owner = callee.type === 'MemberExpression' ? callee.object : null;
    const name = owner?.type === 'MemberExpression' ? keyName({ key: owner.property, computed: owner.computed }) : null;
    join(calls, site, endpoints.get(name ?? '') ?? []);
  }
  for (const { bindings } of resolver.program.scripts) {
    for (const binding of bindings) {
      const [source] = binding.sources;
      if (source?.kind !== 'expression' || source.path.length !== 1 || source.path[0] !== '0') continue;
      const { expression } = source;
      const name = expression.type === 'CallExpression' ? calledName(expression) : null;
      const callees = triggers.get(name ?? '');
      if (callees === undefined) continue;
      for (const site of resolver.callSites.ofBinding(binding)) join(calls, site, callees);
    }
  }
  return calls;
}

function join(calls: EndpointCall[], site: CallSite, callees: readonly FunctionValue[]): void {
  for (const callee of callees) calls.push({ site, callee });
}

/** `{ endpoints: (builder) => ({ sendPlace: builder.mutation({ query: (place) => ... }) }) }` */
function readEndpoints(
  resolver: Resolver,
  options: ReturnType<Resolver['valuesOf']>,
  endpoints: Map<string, FunctionValue[]>,
): void {
  for (const maker of resolver.propertyOfAll(options, 'endpoints')) {
    if (!(maker instanceof FunctionValue)) continue;
    for (const made of resolver.returnsOf(maker.node)) {
      if (!(made instanceof LiteralValue) || made.node.type !== 'ObjectExpression') continue;
      for (const property of made.node.properties) {
        const value = property.type === 'ObjectProperty' ? property.value : null;
        const name = property.type === 'ObjectProperty' ? keyName(property) : null;
        if (value?.type !== 'CallExpression' || name === null || !ENDPOINT.test(calledName(value) ?? '')) continue;
        const given = value.arguments.flatMap((each) => resolver.valuesOf(each, made.scope));
        const asks = ASKS.flatMap((key) => resolver.propertyOfAll(given, key));
        const known = endpoints.get(name) ?? [];
        endpoints.set(name, [...known, ...asks.filter((each) => each instanceof FunctionValue)]);
      }
    }
  }
}
