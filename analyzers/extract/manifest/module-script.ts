import type { Build, BuildFile } from '../../model/build.ts';
import { type GradleValues, readGradleScript } from './gradle-script.ts';

const MAX_SCRIPT_SIZE = 1 << 20;

/** Scripts that may define what a module's script only names. */
const AROUND = /(^|\/)([^/]+\.gradle(\.kts)?|gradle\.properties|gradle\/[^/]+\.versions\.toml)$/;

/**
 * Values from the Gradle script of the module that a source manifest belongs to: beside `src/` for
 * `src/main/AndroidManifest.xml`, beside the manifest in older layouts. Null when there is none.
 */
export function readModuleScript(build: Build, manifest: string): GradleValues | null {
  const module = manifest.replace(/(src\/[^/]+\/)?AndroidManifest\.xml$/, '');
  const script = ['build.gradle', 'build.gradle.kts']
    .map((name) => build.files.find(({ path }) => path === module + name))
    .find((file) => file !== undefined);
  if (script === undefined) return null;
  const around = build.files
    .filter(({ path }) => path !== script.path && AROUND.test(path) && module.startsWith(folderOf(path)))
    .sort((a, b) => folderOf(b.path).length - folderOf(a.path).length);
  return readGradleScript(textOf(script), around.map(textOf));
}

/** Folder whose modules a script speaks for; version catalogues lie in `gradle/` below it. */
function folderOf(path: string): string {
  return path.replace(/(?<![^/])(?:gradle\/)?[^/]+$/, '');
}

/** Text of a script, empty when it cannot be had: it only adds to what the manifest says. */
function textOf(file: BuildFile): string {
  if (file.size > MAX_SCRIPT_SIZE) return '';
  try {
    return new TextDecoder().decode(file.read());
  } catch {
    return '';
  }
}
