import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue, NO_VALUES, type Value } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';
import { type Resolver, union } from './resolve.ts';

interface Registration {
  /** How it is made: what the function returns or is the constructor of, or the value itself. */
  by: 'function' | 'value';
  given: t.Node;
  scope: Scope;
}

const REGISTERING: Readonly<Record<string, Registration['by']>> = {
  service: 'function',
  factory: 'function',
  value: 'value',
  constant: 'value',
};

/** What AngularJS gives to parameters by their names: the services that an app registers, `module.service('Geo', function () {})`. */
export class AngularServices {
  private byName: Map<string, Registration> | null = null;
  private readonly open = new Set<string>();

  constructor(private readonly scripts: readonly BoundScript[]) {}

  /** @returns what is registered under a name; nothing for names that no service has */
  named(name: string, resolver: Resolver): readonly Value[] {
    this.byName ??= this.read();
    const found = this.byName.get(name);
    // Services that are made of one another.
    if (found === undefined || this.open.has(name)) return NO_VALUES;
    this.open.add(name);
    const values = valuesOf(found, resolver);
    this.open.delete(name);
    return values;
  }

  private read(): Map<string, Registration> {
    const found = new Map<string, Registration>();
    for (const { nodes, calls } of this.scripts) {
      for (const [order, index] of calls.at.entries()) {
        const { callee, arguments: args } = nodes[index] as t.CallExpression;
        if (callee.type !== 'MemberExpression' || args.length !== 2) continue;
        const [name, second] = args;
        const member = keyName({ key: callee.property, computed: callee.computed }) ?? '';
        const by = Object.hasOwn(REGISTERING, member) ? REGISTERING[member] : undefined;
        if (by === undefined || name?.type !== 'StringLiteral' || second === undefined) continue;
        // `['$http', function ($http) { ... }]` names what the function gets.
        const last = second.type === 'ArrayExpression' && by === 'function' ? second.elements.at(-1) : second;
        if (last) found.set(name.value, { by, given: last, scope: calls.scopes[order] as Scope });
      }
    }
    return found;
  }
}

function valuesOf({ by, given, scope }: Registration, resolver: Resolver): readonly Value[] {
  const values = resolver.valuesOf(given, scope);
  if (by === 'value') return values;
  let made: readonly Value[] = NO_VALUES;
  for (const value of values) {
    if (!(value instanceof FunctionValue)) continue;
    const returned = resolver.returnsOf(value.node);
    made = union(made, returned.length > 0 || value.madeClass === null ? returned : [value.madeClass.instance]);
  }
  return made;
}
