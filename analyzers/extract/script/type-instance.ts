import type * as t from '@babel/types';
import { ApiNode } from './api-node.ts';
import { type Resolver, union } from './resolve.ts';
import type { Scope } from './scope.ts';
import { ClassValue, NO_VALUES, type Value } from './value.ts';

/** Types of the web platform and the globals that are of them. */
const PLATFORM_TYPES: Readonly<Record<string, readonly string[]>> = {
  Navigator: ['navigator'],
  Geolocation: ['navigator', 'geolocation'],
  MediaDevices: ['navigator', 'mediaDevices'],
};

/**
 * What something declared with a type holds: an instance of a class that is named by an import or stands in the file,
 * by which injected services are known.
 */
export function instanceOfType(resolver: Resolver, annotation: t.Node, scope: Scope): readonly Value[] {
  const type = annotation.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : annotation;
  if (type.type === 'TSTypeQuery') {
    return type.exprName.type === 'Identifier' ? resolver.valuesOf(type.exprName, scope) : NO_VALUES;
  }
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return NO_VALUES;
  const { name } = type.typeName;
  const binding = scope.lookup(name);
  const typeOnly = scope.enclosingModule()?.types.get(name);
  let found: readonly Value[] = NO_VALUES;
  if (binding !== undefined) found = resolver.valuesOfBinding(binding);
  else if (typeOnly !== undefined) found = resolver.valuesOfSources([typeOnly]);
  else if (Object.hasOwn(PLATFORM_TYPES, name)) {
    const [global = '', ...way] = PLATFORM_TYPES[name] ?? [];
    found = way.reduce<readonly Value[]>(
      (values, step) => resolver.propertyOfAll(values, step),
      resolver.globalNamed(global),
    );
  }
  let values: readonly Value[] = NO_VALUES;
  for (const value of found) {
    if (value instanceof ClassValue) values = union(values, [value.instance]);
    else if (value instanceof ApiNode) values = union(values, [value.children.get('()') ?? value]);
  }
  return values;
}
