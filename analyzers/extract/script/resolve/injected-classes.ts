import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { type ClassValue, InstanceValue } from '../binding/value.ts';
import type { Resolver } from './resolve.ts';

/** A parameter of a constructor by which a framework gives an object of a class, and so makes one. */
export interface Injection {
  node: t.Node;
  scope: Scope;
}

/** Finds for classes that Angular makes, by what constructors they are asked for: `constructor(private tracker: Tracker)`. */
export class InjectedClasses {
  private byClass: Map<ClassValue, Injection[]> | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** Where objects of a class are asked for. */
  into(made: ClassValue): readonly Injection[] {
    if (!isInjectable(made)) return [];
    this.byClass ??= this.read();
    return this.byClass.get(made) ?? [];
  }

  private read(): Map<ClassValue, Injection[]> {
    const found = new Map<ClassValue, Injection[]>();
    for (const { functions } of this.resolver.program.scripts) {
      for (const { constructed, inner, node } of functions.values()) {
        if (constructed === null || inner === null || !isInjectable(constructed)) continue;
        for (const parameter of node.params as t.Node[]) {
          const name = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
          if (name.type !== 'Identifier' || !name.typeAnnotation) continue;
          for (const value of this.resolver.valuesOf(name, inner)) {
            if (!(value instanceof InstanceValue)) continue;
            const places = found.get(value.of) ?? [];
            found.set(value.of, places);
            places.push({ node: parameter, scope: inner });
          }
        }
      }
    }
    return found;
  }
}

/** Whether Angular makes the objects of a class. */
function isInjectable({ node }: ClassValue): boolean {
  const decorators = 'decorators' in node && Array.isArray(node.decorators) ? (node.decorators as t.Decorator[]) : [];
  return decorators.some(({ expression }) => {
    const named = expression.type === 'CallExpression' ? expression.callee : expression;
    return (
      named.type === 'Identifier' && /^(?:Injectable|Component|Directive|Pipe|NgModule|IonicPage)$/.test(named.name)
    );
  });
}
