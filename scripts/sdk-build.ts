import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CACHE, fetchDexer, run } from './sdk-files.ts';
import { carrierManifest } from './sdk-manifest.ts';

const FRAMEWORK = '/usr/share/android-framework-res/framework-res.apk';

/** What a jar or an aar brings into an app. */
export interface Library {
  /** Folder for what is made of it. */
  folder: string;
  /** Folders that hold its aars unpacked: `AndroidManifest.xml`, `assets/`, `jni/` where they have them. */
  unpacked: string[];
  jars: string[];
  /** Texts of its manifests, none for a jar. */
  manifests: string[];
}

/** Unpacks an aar, or takes a jar as it is; `folder` is made. */
export function openLibrary(file: string, folder: string): Library {
  mkdirSync(folder, { recursive: true });
  if (file.endsWith('.jar')) return { folder, unpacked: [], jars: [file], manifests: [] };
  run('unzip', ['-q', '-o', file, '-d', folder]);
  const inner = existsSync(join(folder, 'libs')) ? readdirSync(join(folder, 'libs')).sort() : [];
  const jars = ['classes.jar', ...inner.filter((name) => name.endsWith('.jar')).map((name) => join('libs', name))];
  return {
    folder,
    unpacked: [folder],
    jars: jars.map((name) => join(folder, name)).filter(existsSync),
    manifests: [readFileSync(join(folder, 'AndroidManifest.xml'), 'utf8')],
  };
}

/** Several libraries as one, as an app has them; `folder` is made. */
export function joinLibraries(libraries: readonly Library[], folder: string): Library {
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    unpacked: libraries.flatMap(({ unpacked }) => unpacked),
    jars: libraries.flatMap(({ jars }) => jars),
    manifests: libraries.flatMap(({ manifests }) => manifests),
  };
}

const RESOURCE = /^int (?!attr |styleable )\w+ (\w+) /gm;

/**
 * Writes one value for each resource that libraries list in their R.txt, under its name: names stay in the table of a
 * release build, whatever the resources are. False where they list none.
 */
function writeResources(libraries: readonly string[], folder: string): boolean {
  const names = libraries
    .map((library) => join(library, 'R.txt'))
    .filter(existsSync)
    .flatMap((list) => [...readFileSync(list, 'utf8').matchAll(RESOURCE)].map(([, name = '']) => name));
  if (names.length === 0) return false;
  mkdirSync(join(folder, 'values'), { recursive: true });
  const values = [...new Set(names)].map((name) => `<string name="${name}">x</string>`);
  writeFileSync(join(folder, 'values', 'names.xml'), `<resources>\n${values.join('\n')}\n</resources>\n`);
  return true;
}

/**
 * Makes a test build around a library, as a packager would: classes to DEX, manifest entries, native libraries, assets,
 * names of resources and Java resources where an APK has them. Kept in the cache by `name`.
 * @param library the library, and the jar that is put in for its own
 * @returns path of the APK
 */
export function buildAround(name: string, library: () => { library: Library; jar: string }): string {
  const apk = join(CACHE, 'builds', `${name}.apk`);
  if (existsSync(apk)) return apk;
  mkdirSync(join(CACHE, 'builds'), { recursive: true });
  const work = mkdtempSync(join(CACHE, 'work-'));
  try {
    const { library: opened, jar } = library();
    writeFileSync(join(work, 'AndroidManifest.xml'), carrierManifest(opened.manifests));
    const base = join(work, 'base.apk');
    const resources = writeResources(opened.unpacked, join(work, 'res'));
    const folder = resources ? ['-S', join(work, 'res')] : [];
    run('aapt', ['package', '-f', '-M', join(work, 'AndroidManifest.xml'), ...folder, '-I', FRAMEWORK, '-F', base]);
    const root = join(work, 'root');
    run('unzip', ['-q', base, '-d', root]);
    // 1 and 11: warnings, and nothing of the kind inside.
    run('unzip', ['-q', '-o', jar, '-d', root, '-x', '*.class', 'META-INF/*.MF'], { accept: [1, 11] });
    const dex = ['--dex', '--multi-dex', `--output=${root}`, jar];
    run('java', ['-Xmx1200m', '-cp', fetchDexer(), 'com.android.dx.command.Main', ...dex]);
    for (const [from, to] of [
      ['jni', 'lib'],
      ['assets', 'assets'],
    ] as const) {
      for (const source of opened.unpacked.map((one) => join(one, from)).filter(existsSync)) {
        mkdirSync(join(root, to), { recursive: true });
        run('cp', ['-r', `${source}/.`, join(root, to)]);
      }
    }
    run('zip', ['-q', '-X', '-r', join(work, 'out.zip'), '.'], { cwd: root });
    renameSync(join(work, 'out.zip'), apk);
    return apk;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
