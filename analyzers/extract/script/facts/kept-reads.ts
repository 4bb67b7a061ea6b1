import type { Binding, Source } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import type { Resolver } from '../resolve/resolve.ts';

/** Modules that may hand one name on. */
const MOST_MODULES = 256;

type Asked = Map<ScriptModule, boolean>;

/**
 * Whether a name that is imported was given its value in a module of the app's own: `export const brand = Device.brand`
 * reads once, where it stands. What modules only hand on, `export { brand } from 'expo-device'`, is read where it is used.
 */
export function isKeptElsewhere(resolver: Resolver, { sources }: Binding): boolean {
  return sources.length > 0 && sources.every((source) => isKept(resolver, source, new Map()));
}

/** The same for a property of a module that was imported as a whole. */
export function isKeptBy(resolver: Resolver, module: ScriptModule, name: string): boolean {
  return isKeptIn(resolver, module, name, new Map());
}

/** @param asked what modules answered already: barrels may hand on one another */
function isKept(resolver: Resolver, source: Source, asked: Asked): boolean {
  if (source.kind === 'expression') {
    const { expression, path, scope } = source;
    if (expression.type !== 'Identifier' || path.length > 0) return true;
    const held = scope.lookup(expression.name);
    if (held === undefined) return false;
    return held.kind !== 'import' || held.sources.some((each) => isKept(resolver, each, asked));
  }
  if (source.kind !== 'import' || source.name === null) return false;
  const { name } = source;
  const modules = resolver.moduleNamed(source.specifier, source.module);
  return (
    modules.length > 0 &&
    modules.every((module) => module instanceof ScriptModule && isKeptIn(resolver, module, name, asked))
  );
}

function isKeptIn(resolver: Resolver, module: ScriptModule, name: string, asked: Asked): boolean {
  const known = asked.get(module);
  if (known !== undefined || asked.size >= MOST_MODULES) return known ?? false;
  // Asked again while it is being worked out, it keeps nothing.
  asked.set(module, false);
  const sources = module.exports.get(name);
  const isKeptHere =
    sources !== undefined
      ? sources.every((source) => isKept(resolver, source, asked))
      : module.stars.some((star) => star.kind === 'import' && isKept(resolver, { ...star, name }, asked));
  asked.set(module, isKeptHere);
  return isKeptHere;
}
