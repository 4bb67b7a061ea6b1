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
  /** Folder that holds it unpacked: `AndroidManifest.xml`, `assets/`, `jni/` where it has them. */
  folder: string;
  jars: string[];
  /** Text of its manifest, null for a jar. */
  manifest: string | null;
}

/** Unpacks an aar, or takes a jar as it is; `folder` is made. */
export function openLibrary(file: string, folder: string): Library {
  mkdirSync(folder, { recursive: true });
  if (file.endsWith('.jar')) return { folder, jars: [file], manifest: null };
  run('unzip', ['-q', '-o', file, '-d', folder]);
  const inner = existsSync(join(folder, 'libs')) ? readdirSync(join(folder, 'libs')).sort() : [];
  const jars = ['classes.jar', ...inner.filter((name) => name.endsWith('.jar')).map((name) => join('libs', name))];
  return {
    folder,
    jars: jars.map((name) => join(folder, name)).filter(existsSync),
    manifest: readFileSync(join(folder, 'AndroidManifest.xml'), 'utf8'),
  };
}

/**
 * Makes a test build around a library, as a packager would: classes to DEX, manifest entries, native libraries, assets
 * and Java resources where an APK has them. Kept in the cache by `name`.
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
    writeFileSync(join(work, 'AndroidManifest.xml'), carrierManifest(opened.manifest));
    const base = join(work, 'base.apk');
    run('aapt', ['package', '-f', '-M', join(work, 'AndroidManifest.xml'), '-I', FRAMEWORK, '-F', base]);
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
      const source = join(opened.folder, from);
      if (existsSync(source)) run('cp', ['-r', source, join(root, to)]);
    }
    run('zip', ['-q', '-X', '-r', join(work, 'out.zip'), '.'], { cwd: root });
    renameSync(join(work, 'out.zip'), apk);
    return apk;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
