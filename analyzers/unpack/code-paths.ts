/** Files in which collection could hide: code, what decides about code, and archives of it. */
const CODE =
  /\.(?:dex|so|jar|apk|aar|hap|hsp|hbc|abc|wasm|class|[cm]?js|jsx|jsbundle|bundle|[cm]?ts|tsx|vue|nvue|uvue|wpy|mpx|ux|uts|ets|wxs|x?html?|java|kts?|swift|mm?|dart)$/i;
const MANIFEST = /(?:^|[/!])AndroidManifest\.xml$/;

/** A text file with one of these names is taken as a script. */
const SCRIPT = /\.(?:[cm]?js|jsx|jsbundle|bundle|[cm]?ts|tsx|vue|nvue|uvue|wpy|mpx|ux|uts|ets|wxs|x?html?)$/i;

/** Archives by name: those that hold code, and those that may hold anything. */
const CODE_ARCHIVE = /\.(?:apk|apks|xapk|apkm|aab|aar|jar|hap|hsp|wgt)$/i;
const ARCHIVE = /\.zip$/i;

export function isCodePath(path: string): boolean {
  return CODE.test(path) || MANIFEST.test(path);
}

export function isScriptPath(path: string): boolean {
  return SCRIPT.test(path);
}

export function isCodeArchivePath(path: string): boolean {
  return CODE_ARCHIVE.test(path);
}

export function isArchivePath(path: string): boolean {
  return ARCHIVE.test(path) || CODE_ARCHIVE.test(path);
}
