import type { Build, BuildFile } from '../../model/build.ts';

/** Of entries with the same name in an archive, the later are listed with a number: which one counts differs by version. */
const MANIFEST = /(?:^|[/!])AndroidManifest(?:#\d+)?\.xml$/;

/** Folders whose manifests are not the app's: tests, build products, dependencies' sources. */
const IGNORED_FOLDERS = new Set([
  'node_modules',
  'build',
  'bin',
  '.gradle',
  'intermediates',
  'test',
  'tests',
  'androidTest',
  'testDebug',
  'debug',
]);

export interface FoundManifests {
  /** Likeliest base first. */
  files: BuildFile[];
  /** Manifests of source sets other than main, which a build may or may not take in. */
  variants: BuildFile[];
}

/**
 * The manifests of a build: the APK's own, those of the APKs in a bundle of splits, those of the modules of an app
 * bundle, or in a source folder those of the main source sets.
 */
export function findManifests(build: Build): FoundManifests {
  const named = build.files.filter(({ path }) => MANIFEST.test(path));
  switch (build.kind) {
    case 'apk':
      return sorted(
        named.filter(({ path }) => !/[/!]/.test(path)),
        duplicateRank,
      );
    case 'aab':
      return sorted(
        named.filter(({ path }) => /^[^/!]+\/manifest\/[^/!]+$/.test(path)),
        bundleRank,
      );
    case 'apks':
    case 'xapk':
    case 'apkm':
      return sorted(
        named.filter(({ path }) => /^[^!]+![^/!]+$/.test(path)),
        splitRank,
      );
    case 'folder':
      return inSources(named);
    default:
      return { files: [], variants: [] };
  }
}

function sorted(files: BuildFile[], rank: (path: string) => number): FoundManifests {
  return { files: files.sort((a, b) => rank(a.path) - rank(b.path) || compare(a.path, b.path)), variants: [] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function duplicateRank(path: string): number {
  return Number(/#(\d+)/.exec(path)?.[1] ?? 0);
}

function bundleRank(path: string): number {
  return path.startsWith('base/') ? 0 : 1;
}

/** `base.apk` of backups and stores, `splits/base-master.apk` of bundletool, which also makes whole APKs beside it. */
function splitRank(path: string): number {
  const name = path.slice(0, path.indexOf('!')).split('/').at(-1) ?? '';
  if (name === 'base.apk' || name === 'base-master.apk') return 0;
  if (path.startsWith('standalones/')) return 3;
  return name.startsWith('config.') || name.startsWith('split_config.') ? 2 : 1;
}

function inSources(named: readonly BuildFile[]): FoundManifests {
  const own = named.filter(({ path }) => !folders(path).some((folder) => IGNORED_FOLDERS.has(folder)));
  const main = own.filter(({ path }) => sourceSet(path) === 'main');
  if (main.length > 0) {
    const variants = own.filter(({ path }) => {
      const set = sourceSet(path);
      return set !== null && set !== 'main';
    });
    return { files: sorted(main, sourceRank).files, variants };
  }
  return sorted(own, sourceRank);
}

/** `app/src/main` before other modules; then what lies less deep. */
function sourceRank(path: string): number {
  return (/(^|\/)app\/src\/main\/[^/]+$/.test(path) ? 0 : 1000) + folders(path).length;
}

function folders(path: string): string[] {
  return path.split(/[/!]/).slice(0, -1);
}

/** `main` of `app/src/main/AndroidManifest.xml`; null for a manifest that lies in no source set. */
function sourceSet(path: string): string | null {
  const parts = folders(path);
  return parts.at(-2) === 'src' ? (parts.at(-1) ?? null) : null;
}
