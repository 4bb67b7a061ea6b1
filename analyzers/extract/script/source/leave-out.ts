import { packageInPath, type ScriptWatch } from '../apis/watch.ts';
import { bindScript } from '../binding/bind.ts';
import { isReactNativeEntry, REACT_NATIVE_EXPORTS } from '../bundles/bundle-packages.ts';
import { readMetroText } from '../bundles/metro-text.ts';
import type { BundleText, ModuleText } from '../bundles/module-text.ts';
import { compileNativeNames, compileRootNames, holdsRootName } from '../bundles/root-names.ts';
import { readWebpackText } from '../bundles/webpack-text.ts';
import { parseScript } from '../syntax/parse.ts';
import { blanked } from './blanked.ts';

/** A text that can name the package of its module, or what is asked of Android, is read in any case. */
const NAMING = ["The package '", 'npm:', 'content://'];
/** UTF-16 units of a module below which leaving it out saves next to nothing, while the app's own helpers are of that size. */
const LARGE_MODULE = 2000;

/**
 * A bundle of Metro, webpack or browserify with the inside of those modules left blank in which no fact can stand: modules of React Native, and in
 * development bundles those of all packages that signatures know, because what such code does for its callers is told at
 * their calls; and of the rest the larger ones from which no way leads to a sensitive member, because neither they nor
 * what they require names where such a way begins; and with them what they alone require. Lines and columns stay as they are; a text that is no such bundle, or
 * in which nothing can be left out, comes back as it is.
 */
export function leaveOutIdleModules(text: string, watch: ScriptWatch): string {
  const bundle = readMetroText(text) ?? readWebpackText(text);
  if (bundle === null) return text;
  const byId = new Map<string, ModuleText>();
  for (const module of bundle.modules) if (!byId.has(module.id)) byId.set(module.id, module);
  const isNamed = bundle.modules.some(({ path }) => path !== null);
  const known = isNamed ? modulesByPath(bundle, watch) : modulesOfReactNative(text, bundle, byId, watch);
  const idle = idleModules(text, bundle, byId, known, watch);
  const left = bundle.modules.filter((module) => known.has(module) || idle.has(module));
  return left.length === 0 ? text : blanked(text, left);
}

function modulesByPath({ modules }: BundleText, watch: ScriptWatch): Set<ModuleText> {
  return new Set(
    modules.filter(({ path }) => {
      const name = path === null ? null : packageInPath(path);
      return name !== null && watch.collecting.has(name);
    }),
  );
}

/** Larger modules that neither hold the beginning of a way to a sensitive member nor require one that does, and what no other module leads to. */
function idleModules(
  text: string,
  { modules }: BundleText,
  byId: ReadonlyMap<string, ModuleText>,
  known: ReadonlySet<ModuleText>,
  watch: ScriptWatch,
): Set<ModuleText> {
  const roots = compileRootNames(watch, text);
  const requiring = new Map<ModuleText, ModuleText[]>();
  const open: ModuleText[] = [];
  for (const module of modules) {
    if (known.has(module)) {
      // By its path a package that signatures know; React Native's face is told by the names it gives.
      if (module.path !== null) open.push(module);
    } else if (
      module.isOpen ||
      holdsRootName(text, module.bodyStart, module.bodyEnd, roots) ||
      namesPackage(text, module, watch)
    ) {
      open.push(module);
    }
    for (const id of module.dependencies) {
      const required = byId.get(id);
      if (required === undefined) continue;
      const list = requiring.get(required);
      if (list === undefined) requiring.set(required, [module]);
      else list.push(module);
    }
  }
  const leading = new Set<ModuleText>();
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    if (leading.has(module)) continue;
    leading.add(module);
    for (const other of requiring.get(module) ?? []) open.push(other);
  }
  const isLarge = ({ bodyStart, bodyEnd }: ModuleText) => bodyEnd - bodyStart >= LARGE_MODULE;
  const large = new Set(modules.filter((module) => isLarge(module) && !leading.has(module)));
  const serving = reachedFrom(
    [...leading],
    byId,
    new Set([...large, ...known].filter((module) => !leading.has(module))),
  );
  return new Set(modules.filter((module) => !serving.has(module)));
}

function namesPackage(text: string, { bodyStart, bodyEnd }: ModuleText, watch: ScriptWatch): boolean {
  const body = text.slice(bodyStart, bodyEnd);
  if (NAMING.some((start) => body.includes(start))) return true;
  return body.includes('://') && watch.addresses.some((address) => body.includes(address));
}

function modulesOfReactNative(
  text: string,
  { modules, starts }: BundleText,
  byId: ReadonlyMap<string, ModuleText>,
  watch: ScriptWatch,
): Set<ModuleText> {
  if (starts.length === 0) return new Set();
  const faces = new Set(modules.filter((module) => isFace(text, module)));
  const entry = byId.get(starts.at(-1) ?? '');
  if (faces.size === 0 || entry === undefined) return new Set();
  const inside = reachedFrom([...faces], byId, new Set());
  const own = reachedFrom([entry], byId, inside);
  // What runs before the entry is React Native's preparation.
  const preparation = starts.slice(0, -1).flatMap((id) => byId.get(id) ?? []);
  for (const module of reachedFrom(preparation, byId, own)) inside.add(module);
  const natives = compileNativeNames(watch);
  return new Set(
    modules.filter((module) => {
      if (!inside.has(module) || faces.has(module) || namesPackage(text, module, watch)) return false;
      const body = text.slice(module.bodyStart, module.bodyEnd);
      return !asksForNatives(body) || !holdsRootName(text, module.bodyStart, module.bodyEnd, natives);
    }),
  );
}

/** Whether a module's code can name a native module; a cheap look. */
function asksForNatives(body: string): boolean {
  return body.includes('NativeModule') || body.includes('.get(') || body.includes('getEnforcing');
}

function isFace(text: string, { start, bodyStart, bodyEnd, end }: ModuleText): boolean {
  const body = text.slice(bodyStart, bodyEnd);
  if (!REACT_NATIVE_EXPORTS.every((name) => body.includes(name))) return false;
  const block = { text: text.slice(start, end), line: 1, column: 0, language: 'js' as const };
  const { program } = parseScript(block, ['exact', 'plain']);
  return bindScript(program, new Set()).bundled.some(isReactNativeEntry);
}

/** Modules that are required from some on, themselves included, without going into `closed`. */
function reachedFrom(
  from: readonly ModuleText[],
  byId: ReadonlyMap<string, ModuleText>,
  closed: ReadonlySet<ModuleText>,
): Set<ModuleText> {
  const reached = new Set<ModuleText>();
  const open = [...from];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    if (reached.has(module) || closed.has(module)) continue;
    reached.add(module);
    for (const id of module.dependencies) {
      const required = byId.get(id);
      if (required !== undefined) open.push(required);
    }
  }
  return reached;
}
