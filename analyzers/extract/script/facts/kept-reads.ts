import type { Binding, Source } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import type { Resolver } from '../resolve/resolve.ts';

/** Modules that hand a name on from one to the next. */
const MAX_MODULES = 8;

/**
 * Whether a name that is imported was given its value in a module of the app's own: `export const brand = Device.brand`
 * reads once, where it stands. What modules only hand on, `export { brand } from 'expo-device'`, is read where it is used.
 */
export function isKeptElsewhere(resolver: Resolver, { sources }: Binding): boolean {
  return sources.length > 0 && sources.every((source) => isKept(resolver, source, 0));
}

/** The same for a property of a module that was imported as a whole. */
export function isKeptBy(resolver: Resolver, module: ScriptModule, name: string): boolean {
  return isKeptIn(resolver, module, name, 0);
}

function isKept(resolver: Resolver, source: Source, level: number): boolean {
  if (level >= MAX_MODULES) return false;
  if (source.kind === 'expression') {
    const { expression, path, scope } = source;
    if (expression.type !== 'Identifier' || path.length > 0) return true;
    const held = scope.lookup(expression.name);
    if (held === undefined) return false;
    return held.kind !== 'import' || held.sources.some((each) => isKept(resolver, each, level + 1));
  }
  if (source.kind !== 'import' || source.name === null) return false;
  const { name } = source;
  const modules = resolver.moduleNamed(source.specifier, source.module);
  return (
    modules.length > 0 &&
    modules.every((module) => module instanceof ScriptModule && isKeptIn(resolver, module, name, level + 1))
  );
}

function isKeptIn(resolver: Resolver, module: ScriptModule, name: string, level: number): boolean {
  const sources = module.exports.get(name);
  if (sources !== undefined) return sources.every((source) => isKept(resolver, source, level));
  return module.stars.some((star) => star.kind === 'import' && isKept(resolver, { ...star, name }, level + 1));
}
