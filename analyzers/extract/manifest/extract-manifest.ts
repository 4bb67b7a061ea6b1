import { type ResourceTable, resolveText } from '../../formats/arsc-resolve.ts';
import { MalformedError } from '../../formats/malformed-error.ts';
import type { Build, BuildFile } from '../../model/build.ts';
import type { Fact } from '../../model/fact.ts';
import type { Gap } from '../../model/gap.ts';
import { DEFAULT_LIMITS, type Limits } from '../../model/limits.ts';
import type { Manifest } from '../../model/manifest.ts';
import { fileTricks } from '../files/file-tricks.ts';
import { type DecodedManifest, decodeManifest } from './decode-manifest.ts';
import { findManifests } from './find-manifests.ts';
import { manifestFacts } from './manifest-facts.ts';
import {
  type ManifestResources,
  NO_RESOURCES,
  openCompiledResources,
  openSourceResources,
  referencesOf,
} from './manifest-resources.ts';
import { manifestTricks } from './manifest-tricks.ts';
import { mergeManifests } from './merge-manifests.ts';
import { readModuleScript } from './module-script.ts';
import { type ManifestReading, readManifest } from './read-manifest.ts';

/** Manifests above these sizes (bytes) are not read: a text parser needs a hundred times the memory. Real ones stay below 2 MiB. */
const MAX_COMPILED_SIZE = 64 << 20;
const MAX_SOURCE_SIZE = 12 << 20;

export interface ManifestExtraction {
  /** Everything the build's manifests say, merged; null when the build has none that can be read. */
  manifest: Manifest | null;
  /** Permissions, components and settings, each at the file that states it. */
  facts: Fact[];
  gaps: Gap[];
  /** Text of a resource by its compiled number, as a device without settings of its own shows it; null where there is none. */
  resourceText(id: number): string | null;
}

interface Decoded extends DecodedManifest {
  file: BuildFile;
  /** What the archive states wrongly about the file, and what is odd about the file itself. */
  tricks: Fact[];
}

/**
 * Reads the Android manifest of a build: of an APK, of split APKs and of an app bundle's modules (merged into the
 * base's), or of a source folder (the main source sets merged into the app's, values of Gradle scripts and of
 * `res/values` filled in). Only kinds of build that must have a manifest get a Gap when there is none.
 */
export function extractManifest(
  build: Build,
  { poolSize }: Pick<Limits, 'poolSize'> = DEFAULT_LIMITS,
): ManifestExtraction {
  const { files, variants } = findManifests(build);
  const gaps: Gap[] = variants.map((file) =>
    manifestGap(file.path, 'unsupported', 'the manifest of a build variant is not merged', false),
  );
  const decoded: Decoded[] = [];
  for (const file of files) {
    const result = decode(file, build, poolSize);
    if ('code' in result) {
      gaps.push(result);
      continue;
    }
    decoded.push(result);
    if (result.cut !== null) {
      gaps.push(manifestGap(file.path, 'corrupt', `the end of the manifest cannot be read: ${result.cut}`, true));
    }
  }
  const resources = openResources(build, decoded, poolSize);
  const readings = decoded.map((manifest) => read(build, manifest, resources));
  for (const item of resources.gaps()) gaps.push(item);
  if (files.length === 0 && mustHaveManifest(build)) {
    gaps.push(manifestGap(build.name, 'missing', 'there is no AndroidManifest.xml', true));
  }
  const base = chooseBase(readings);
  const tricks = [...decoded.flatMap((manifest) => manifest.tricks), ...resources.tricks];
  let table: ResourceTable | null = null;
  const resourceText = (id: number): string | null => {
    // A table that the manifest needs nothing of is opened only now.
    if (table === null) {
      const compiled = decoded.filter(({ encoding }) => encoding !== 'text').map(({ file }) => file.path);
      table = resources === NO_RESOURCES ? openCompiledResources(build, compiled, poolSize).table : resources.table;
    }
    return textOfResource(table, id);
  };
  if (base === null) return { manifest: null, facts: tricks, gaps, resourceText };

  const others = readings.filter((reading) => reading !== base);
  if (build.kind === 'folder') for (const item of ambiguity(base, others)) gaps.push(item);
  const manifest = mergeManifests(base, others);
  const kept = new Set([
    ...manifest.permissions.map(({ name }) => `permission ${name}`),
    ...manifest.components.map(({ name }) => `component ${name}`),
    ...manifest.metaData.map(({ name }) => `setting ${name}`),
  ]);
  const facts = [base, ...others].flatMap(manifestFacts).filter(({ kind, value }) => kept.has(`${kind} ${value}`));
  return { manifest, facts: [...facts, ...tricks], gaps, resourceText };
}

function textOfResource(table: ResourceTable, id: number): string | null {
  try {
    return resolveText(table, { kind: 'reference', id, name: null });
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

function mustHaveManifest({ kind }: Build): boolean {
  return kind === 'apk' || kind === 'aab' || kind === 'apks' || kind === 'xapk' || kind === 'apkm';
}

function decode(file: BuildFile, build: Build, poolSize: number): Decoded | Gap {
  const maxSize = build.kind === 'folder' ? MAX_SOURCE_SIZE : MAX_COMPILED_SIZE;
  if (file.size > maxSize) {
    return manifestGap(file.path, 'too-large', `a manifest of more than ${maxSize} bytes is not read`, true);
  }
  try {
    const bytes = file.read();
    const manifest = decodeManifest(bytes, build.kind === 'aab', poolSize);
    const tricks = [...fileTricks(file, bytes), ...manifestTricks(manifest, file.path)];
    if (manifest.root.name === 'manifest') return { ...manifest, file, tricks };
    const detail = `the root element is <${manifest.root.name.slice(0, 100)}> and not <manifest>`;
    return manifestGap(file.path, 'corrupt', detail, true);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return manifestGap(file.path, 'corrupt', `the manifest cannot be read: ${reason}`, true);
  }
}

function manifestGap(file: string, code: Gap['code'], detail: string, material: boolean): Gap {
  return { stage: 'manifest', file, code, detail, material };
}

/** One table for all manifests, since the splits of an app share their resources. */
function openResources(build: Build, manifests: readonly Decoded[], poolSize: number): ManifestResources {
  const paths = (some: readonly Decoded[]): string[] => some.map(({ file }) => file.path);
  const referring = manifests.filter(({ root }) => referencesOf(root).any);
  if (referring.length === 0) return NO_RESOURCES;
  const source = referring.filter(({ encoding }) => encoding === 'text');
  if (source.length === 0) return openCompiledResources(build, paths(manifests), poolSize);
  const names = new Set(source.flatMap(({ root }) => [...referencesOf(root).names]));
  return openSourceResources(build, paths(source), names);
}

function read(build: Build, { root, encoding, file }: Decoded, resources: ManifestResources): ManifestReading {
  const isText = encoding === 'text';
  const script = isText && build.kind === 'folder' ? readModuleScript(build, file.path) : null;
  const context = {
    resources: resources.table,
    placeholders: script?.placeholders ?? new Map<string, string>(),
    hasLines: isText,
  };
  return readManifest(root, file.path, context, script ?? undefined);
}

/** The first that is no split and has an activity for the launcher, or else the first that is no split. */
function chooseBase(readings: readonly ManifestReading[]): ManifestReading | null {
  const whole = readings.filter(({ split }) => split === null);
  const first = whole[0];
  if (first !== undefined && /(^|\/)app\/src\/main\//.test(first.manifest.file)) return first;
  return whole.find(hasLauncher) ?? first ?? readings[0] ?? null;
}

function hasLauncher({ manifest }: ManifestReading): boolean {
  return manifest.components.some(({ intentFilters }) =>
    intentFilters.some(({ categories }) => categories.includes('android.intent.category.LAUNCHER')),
  );
}

/** Says which app was taken where a folder holds several. */
function ambiguity(base: ManifestReading, others: readonly ManifestReading[]): Gap[] {
  const apps = others.filter(hasLauncher);
  if (apps.length === 0) return [];
  const names = apps.map(({ manifest }) => manifest.file).join(', ');
  const detail = `the folder holds several apps; name and versions are this one's, ${names.slice(0, 500)} are merged into it`;
  return [manifestGap(base.manifest.file, 'unsupported', detail, false)];
}
