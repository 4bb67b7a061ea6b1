import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from './sdk-build.ts';
import { fetchFile, type PackagedFile, run } from './sdk-files.ts';
import { componentClasses } from './sdk-manifest.ts';

/**
 * Packs a library's classes into one jar of Java 7 for the dexer, with the names as they are, or with new ones for all
 * classes, packages and members, as an app's release build gives them where the SDK's own keep rules are left out: only
 * what the manifest names and what native code calls stays.
 * @returns path of the jar
 */
export function repack(library: Library, names: 'kept' | 'new'): string {
  const jar = join(library.folder, `repacked-${names}.jar`);
  const kept = [
    '-keepclasseswithmembernames class * { native <methods>; }',
    ...componentClasses(library.manifests).map((name) => `-keep class ${name} { <init>(); }`),
  ];
  const rules = [
    // Of files that several jars have, an app keeps one.
    ...library.jars.map(
      (path, index) =>
        `-injars '${path}'(!module-info.class,${index === 0 ? '!META-INF/versions/**' : '**.class,!**'})`,
    ),
    `-outjars '${jar}'`,
    `-libraryjars '${fetchFile(ANDROID)}'`,
    '-target 1.7',
    '-dontshrink',
    '-dontoptimize',
    '-dontpreverify',
    '-dontwarn **',
    '-dontnote **',
    '-ignorewarnings',
    '-keepattributes *Annotation*',
    ...(names === 'kept'
      ? ['-dontobfuscate']
      : ['-allowaccessmodification', "-repackageclasses 'a'", '-adaptresourcefilenames', ...kept]),
  ];
  const file = join(library.folder, `repack-${names}.pro`);
  writeFileSync(file, `${rules.join('\n')}\n`);
  run('proguard', [`@${file}`]);
  return jar;
}

/** Compiled stubs of the platform, so that methods which it calls keep their names. */
const ANDROID: PackagedFile = {
  package: 'jpush-react-native@2.5.0',
  path: 'package/android/build/generated/mockable-android-27.v3.jar',
};
