import { arscOddities, readArsc } from '../../formats/arsc.ts';
import { joinTables, type ResourceTable } from '../../formats/arsc-resolve.ts';
import type { ChunkOddity } from '../../formats/chunk-oddity.ts';
import { readProtobufResources } from '../../formats/protobuf-resources.ts';
import { readTextXml } from '../../formats/text-xml.ts';
import { childElements, type XmlElement } from '../../formats/xml.ts';
import { antiAnalysisFact } from '../../model/anti-analysis.ts';
import type { Build, BuildFile } from '../../model/build.ts';
import type { Fact } from '../../model/fact.ts';
import type { Gap } from '../../model/gap.ts';
import { readSourceResources } from './source-strings.ts';

/** A resource table above this size is not read: labels and settings do not need it badly enough. */
const MAX_TABLE_SIZE = 256 << 20;
const MAX_VALUES_FILE_SIZE = 4 << 20;

export interface ManifestResources {
  /** Its look-ups do not throw: a resource that is damaged has no candidates. */
  table: ResourceTable;
  /**
   * What could not be read, damage that look-ups met until now included. Never material: without resources a label or
   * a setting lacks its value, but no code is unseen.
   */
  gaps(): Gap[];
  /** What is odd about compiled tables that can be read. */
  tricks: Fact[];
}

export const NO_RESOURCES: ManifestResources = { table: { candidates: () => [] }, gaps: () => [], tricks: [] };

/** Names (`type/name`) and ids of the resources that a manifest refers to. */
export function referencesOf(root: XmlElement): { names: Set<string>; any: boolean } {
  const names = new Set<string>();
  let any = false;
  const pending = [root];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    for (const { value } of element.attributes) {
      if (value.kind !== 'reference') continue;
      any = true;
      if (value.name !== null) names.add(value.name);
    }
    for (const child of childElements(element)) pending.push(child);
  }
  return { names, any };
}

/**
 * The compiled resource tables that belong to manifests: `resources.arsc` beside them, `resources.pb` in the module
 * folder of an app bundle.
 * @param manifests paths, the base's first  @param poolSize characters of the strings of one table that are read
 */
export function openCompiledResources(build: Build, manifests: readonly string[], poolSize: number): ManifestResources {
  const parts: ManifestResources[] = [];
  const byPath = new Map(build.files.map((file) => [file.path, file]));
  for (const manifest of manifests) {
    const folder = folderOf(manifest);
    const binary = byPath.get(`${folder}resources.arsc`);
    const protobuf = byPath.get(`${folder.replace(/manifest\/$/, '')}resources.pb`);
    for (const [file, read, oddities] of [
      [binary, (bytes: Uint8Array) => readArsc(bytes, poolSize), arscOddities],
      [protobuf, readProtobufResources, () => []],
    ] as const) {
      if (file === undefined) continue;
      const opened = open(file, MAX_TABLE_SIZE, (bytes) => ({ table: read(bytes), oddities: oddities(bytes) }));
      if ('gap' in opened) parts.push({ ...NO_RESOURCES, gaps: () => [opened.gap] });
      else parts.push({ ...guard(opened.value.table, file), tricks: tricksOf(file, opened.value.oddities) });
    }
  }
  return joinResources(parts);
}

/** With the slash or exclamation mark at its end. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
}

function tricksOf(file: BuildFile, oddities: readonly ChunkOddity[]): Fact[] {
  return oddities.flatMap(({ code, detail }) =>
    code === 'file-header' || code === 'unknown-chunk'
      ? [antiAnalysisFact(`arsc/${code}`, detail, { file: file.path })]
      : [],
  );
}

/** Values are read when they are asked for, so that damage may show only then. */
function guard(table: ResourceTable, file: BuildFile): Omit<ManifestResources, 'tricks'> {
  let damage: Gap | null = null;
  return {
    table: {
      candidates(reference) {
        try {
          return table.candidates(reference);
        } catch (error) {
          damage ??= unreadable(file, error);
          return [];
        }
      },
    },
    gaps: () => (damage === null ? [] : [damage]),
  };
}

function joinResources(parts: readonly ManifestResources[]): ManifestResources {
  return {
    table: joinTables(parts.map(({ table }) => table)),
    gaps: () => parts.flatMap((part) => part.gaps()),
    tricks: parts.flatMap((part) => part.tricks),
  };
}

/**
 * The values files beside source manifests. Those of the default configuration are read all; those of others only when
 * they contain a name that is needed and has no default.
 */
export function openSourceResources(
  build: Build,
  manifests: readonly string[],
  names: ReadonlySet<string>,
): ManifestResources {
  const folders = new Set(manifests.map((path) => `${folderOf(path)}res/`));
  const files: { file: BuildFile; folder: string }[] = [];
  for (const file of build.files) {
    const match = /^(.*\/|)(values[^/]*)\/[^/]+\.xml$/.exec(file.path);
    if (match !== null && folders.has(match[1] ?? '')) files.push({ file, folder: match[2] ?? '' });
  }
  const defaults = readValues(files.filter(({ folder }) => folder === 'values'));
  const missing = [...names].filter((name) => defaults.table.candidates({ id: 0, name }).length === 0);
  if (missing.length === 0) return defaults;
  const wanted = missing.map((name) => `"${name.slice(name.indexOf('/') + 1)}"`);
  const localised = readValues(
    files.filter(({ folder }) => folder !== 'values'),
    (bytes) => wanted.some((name) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)),
  );
  return joinResources([defaults, localised]);
}

function readValues(
  files: readonly { file: BuildFile; folder: string }[],
  isWanted: (bytes: Uint8Array) => boolean = () => true,
): ManifestResources {
  const roots: { folder: string; root: XmlElement }[] = [];
  const gaps: Gap[] = [];
  for (const { file, folder } of files) {
    const opened = open(file, MAX_VALUES_FILE_SIZE, (bytes) => (isWanted(bytes) ? readTextXml(bytes) : null));
    if ('gap' in opened) gaps.push(opened.gap);
    else if (opened.value !== null) roots.push({ folder, root: opened.value });
  }
  return { table: readSourceResources(roots), gaps: () => gaps, tricks: [] };
}

function open<T>(file: BuildFile, maxSize: number, read: (bytes: Uint8Array) => T): { value: T } | { gap: Gap } {
  if (file.size > maxSize) {
    const detail = `resources of more than ${maxSize} bytes are not read`;
    return { gap: { stage: 'manifest', file: file.path, code: 'too-large', detail, material: false } };
  }
  try {
    return { value: read(file.read()) };
  } catch (error) {
    return { gap: unreadable(file, error) };
  }
}

function unreadable(file: BuildFile, error: unknown): Gap {
  const reason = error instanceof Error ? error.message : String(error);
  const detail = `resources cannot be read: ${reason}`;
  return { stage: 'manifest', file: file.path, code: 'corrupt', detail, material: false };
}
