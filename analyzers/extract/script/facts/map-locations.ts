import type { Fact } from '../../../model/fact.ts';
import type { Location } from '../../../model/location.ts';
import type { Reach } from '../../../model/reach.ts';
import type { BridgeCall } from '../../../model/script-bridge.ts';
import type { Sink } from '../../../model/sink.ts';
import { packageInPath, type ScriptWatch } from '../apis/watch.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { ScriptModule } from '../binding/script-module.ts';
import { readSourceMap, type SourceMap, type SourcePlace } from './source-map.ts';

const INLINE = 'sourceMappingURL=data:';
/** Where the comment that names the map is looked for: behind it nothing but white space stands. */
const URL_TAIL = 4096;

/**
 * The source map of a script: in a comment at its end, or the file beside it that the comment names, else
 * `<script>.map`.
 * @param maps path -> text of the build's source maps
 */
export function sourceMapOf(path: string, text: string, maps: ReadonlyMap<string, string>): SourceMap | undefined {
  const inline = text.lastIndexOf(INLINE);
  if (inline >= 0) {
    const comma = text.indexOf(',', inline);
    const end = text.indexOf('\n', inline);
    const data = comma < 0 ? '' : text.slice(comma + 1, end < 0 ? text.length : end).trim();
    const isBase64 = text.slice(inline, comma).endsWith(';base64');
    return readSourceMap(isBase64 ? Buffer.from(data, 'base64').toString('utf8') : uriDecoded(data));
  }
  const named = /\/[/*][#@]\s*sourceMappingURL=([^\s*]+)\s*(?:\*\/\s*)?$/.exec(text.slice(-URL_TAIL))?.[1];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const candidate of [named === undefined ? '' : folder + named, `${path}.map`]) {
    const map = maps.get(candidate);
    if (map !== undefined) return readSourceMap(map);
  }
  return undefined;
}

/** Modules that a map must place before anything follows from how it does. */
const MIN_PLACED = 4;

/**
 * Whether a map leads modules of a bundle to places that cannot be theirs: bundlers make one module of one file, so that
 * a map by which most share theirs lies, and would let an app's code pass for a package's.
 */
export function isFalseMap({ bundled }: BoundScript, map: SourceMap): boolean {
  const files = bundled.flatMap((module) => placeOfModule(module, map)?.file ?? []);
  return files.length >= MIN_PLACED && new Set(files).size * 2 < files.length;
}

/** Says of a bundle's modules from which package they come, by the sources that the map names; of others nothing. */
export function namePackagesByMap({ bundled }: BoundScript, map: SourceMap): void {
  for (const module of bundled) {
    const place = placeOfModule(module, map);
    if (place === undefined) continue;
    module.packageName = packageInPath(place.file);
    module.isFace = module.packageName !== null;
  }
}

function placeOfModule({ node }: ScriptModule, map: SourceMap): SourcePlace | undefined {
  const body = node !== null && 'body' in node ? node.body : null;
  const end = typeof body === 'object' && body !== null && 'loc' in body ? body.loc?.end : undefined;
  // What a bundler adds stands at a module's beginning.
  return end === undefined ? undefined : map.placeOf(end.line, end.column);
}

/**
 * Facts at the places where their sources have them; what stands in the source of a known package is told at its callers.
 * @param maps path of a script -> its source map
 */
export function mapLocations(facts: readonly Fact[], maps: ReadonlyMap<string, SourceMap>, watch: ScriptWatch): Fact[] {
  return facts.flatMap((fact): Fact[] => {
    const sinks = fact.sinks === undefined ? {} : { sinks: fact.sinks.map((sink) => mappedSink(sink, maps)) };
    const at = mapped(fact.at, maps);
    if (at === fact.at) return [{ ...fact, ...sinks }];
    const name = packageInPath(at.file);
    if (name !== null && watch.collecting.has(name)) return [];
    const { module: _module, ...rest } = fact;
    const reach = fact.reach === undefined ? {} : { reach: mappedReach(fact.reach, maps) };
    return [{ ...rest, at, ...sinks, ...reach }];
  });
}

/** Calls of native modules at the places where their sources have them. */
export function mapBridgeCalls(calls: readonly BridgeCall[], maps: ReadonlyMap<string, SourceMap>): BridgeCall[] {
  return calls.map((call) => ({
    ...call,
    at: mapped(call.at, maps),
    reach: call.reach === null ? null : mappedReach(call.reach, maps),
  }));
}

function mappedReach(reach: Reach, maps: ReadonlyMap<string, SourceMap>): Reach {
  return { ...reach, path: reach.path.map((at) => mapped(at, maps)) };
}

function mapped(at: Location, maps: ReadonlyMap<string, SourceMap>): Location {
  const { file, line, column } = at;
  if (line === undefined || column === undefined) return at;
  const place = maps.get(file)?.placeOf(line, column);
  return place === undefined ? at : { file: place.file, line: place.line, column: place.column };
}

function mappedSink(sink: Sink, maps: ReadonlyMap<string, SourceMap>): Sink {
  return { ...sink, at: mapped(sink.at, maps), path: sink.path.map((at) => mapped(at, maps)) };
}

function uriDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
