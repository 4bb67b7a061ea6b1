import { bindScript } from './bind.ts';
import { isReactNativeEntry, REACT_NATIVE_EXPORTS } from './bundle-packages.ts';
import { type MetroModuleText, type MetroText, readMetroText } from './metro-text.ts';
import { parseScript } from './parse.ts';
import { packageInPath, type ScriptWatch } from './watch.ts';

/** A text that can name the package of its module is read in any case. */
const NAMING = ["The package '", 'npm:'];

/**
 * A Metro bundle with the inside of those modules left blank in which no fact can stand: modules of React Native, and in
 * development bundles those of all packages that signatures know. What such code does for its callers is told at their
 * calls. Lines and columns stay as they are; a
 * text that is no such bundle, or in which nothing can be left out, comes back as it is.
 */
export function leaveOutKnownModules(text: string, watch: ScriptWatch): string {
  const bundle = readMetroText(text);
  if (bundle === null) return text;
  const isNamed = bundle.modules.some(({ path }) => path !== null);
  const left = isNamed ? modulesByPath(bundle, watch) : modulesOfReactNative(text, bundle, watch);
  if (left.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { bodyStart, bodyEnd } of left) {
    parts.push(text.slice(at, bodyStart), text.slice(bodyStart, bodyEnd).replace(/[^\n\r\u2028\u2029]+/g, blank));
    at = bodyEnd;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function blank(run: string): string {
  return ' '.repeat(run.length);
}

function modulesByPath({ modules }: MetroText, watch: ScriptWatch): MetroModuleText[] {
  return modules.filter(({ path }) => {
    const name = path === null ? null : packageInPath(path);
    return name !== null && watch.modules.has(name);
  });
}

function modulesOfReactNative(text: string, { modules, starts }: MetroText, watch: ScriptWatch): MetroModuleText[] {
  const byId = new Map<string, MetroModuleText>();
  for (const module of modules) if (!byId.has(module.id)) byId.set(module.id, module);
  const faces = new Set(modules.filter((module) => isFace(text, module)));
  const entry = byId.get(starts.at(-1) ?? '');
  if (faces.size === 0 || entry === undefined) return [];
  const inside = reachedFrom([...faces], byId, new Set());
  const own = reachedFrom([entry], byId, inside);
  // What runs before the entry is React Native's preparation.
  const preparation = starts.slice(0, -1).flatMap((id) => byId.get(id) ?? []);
  for (const module of reachedFrom(preparation, byId, own)) inside.add(module);
  const natives = [...watch.nativeOwners.keys()];
  return modules.filter((module) => {
    if (!inside.has(module) || faces.has(module)) return false;
    const body = text.slice(module.bodyStart, module.bodyEnd);
    if (NAMING.some((start) => body.includes(start))) return false;
    return !asksForNatives(body) || !natives.some((name) => body.includes(name));
  });
}

/** Whether a module's code can name a native module; a cheap look. */
function asksForNatives(body: string): boolean {
  return body.includes('NativeModule') || body.includes('.get(') || body.includes('getEnforcing');
}

function isFace(text: string, { start, bodyStart, bodyEnd, end }: MetroModuleText): boolean {
  const body = text.slice(bodyStart, bodyEnd);
  if (!REACT_NATIVE_EXPORTS.every((name) => body.includes(name))) return false;
  const block = { text: text.slice(start, end), line: 1, column: 0, language: 'js' as const };
  const { program } = parseScript(block, ['plain']);
  return bindScript(program, new Set()).bundled.some(isReactNativeEntry);
}

/** Modules that are required from some on, themselves included, without going into `closed`. */
function reachedFrom(
  from: readonly MetroModuleText[],
  byId: ReadonlyMap<string, MetroModuleText>,
  closed: ReadonlySet<MetroModuleText>,
): Set<MetroModuleText> {
  const reached = new Set<MetroModuleText>();
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
