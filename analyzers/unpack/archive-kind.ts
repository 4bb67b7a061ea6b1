import type { ZipArchive, ZipEntry } from '../formats/zip.ts';
import type { BuildKind } from '../model/build.ts';
import { isCodePath } from './code-paths.ts';

const ROOT_DEX = /^classes\d*\.dex$/;
const APK_PATH = /\.apk$/i;
const APK_FOLDERS = /^(?:META-INF|res|assets|lib)\//;
const MAX_JSON_SIZE = 1024 * 1024;

/**
 * Tells what an archive is from its entries. A manifest at the root makes it an APK whatever else is there, since Android
 * installs it as one.
 * @param name the input's name, which decides only where the entries are too few to tell because some are missing
 * @returns `folder` for any other archive with code in it, null for one without
 */
export function archiveKind(archive: ZipArchive, name: string): BuildKind | null {
  const byName = new Map(archive.entries.map((entry) => [entry.name, entry]));
  if (byName.has('AndroidManifest.xml')) return 'apk';
  if (byName.has('BundleConfig.pb') || byName.has('base/manifest/AndroidManifest.xml')) return 'aab';
  if (archive.entries.some((entry) => ROOT_DEX.test(entry.name))) return 'apk';
  if (archive.entries.some((entry) => APK_PATH.test(entry.name))) {
    if (hasPackageName(byName.get('manifest.json'))) return 'xapk';
    return byName.has('info.json') ? 'apkm' : 'apks';
  }
  if (archive.problems.some(({ code }) => code === 'missing-directory' || code === 'damaged-directory')) {
    const stated = /\.(apk|aab|apks|xapk|apkm)$/i.exec(name)?.[1]?.toLowerCase();
    if (stated !== undefined) return stated as BuildKind;
    if (archive.entries.some((entry) => APK_FOLDERS.test(entry.name))) return 'apk';
  }
  return archive.entries.some((entry) => isCodePath(entry.name) && !entry.name.endsWith('.class')) ? 'folder' : null;
}

/** XAPK: manifest.json at the root names the package. */
function hasPackageName(entry: ZipEntry | undefined): boolean {
  if (entry === undefined || entry.size > MAX_JSON_SIZE) return false;
  try {
    const json: unknown = JSON.parse(
      Buffer.from(entry.read())
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    );
    return typeof json === 'object' && json !== null && 'package_name' in json;
  } catch {
    // Not readable or not JSON: then it is no XAPK manifest.
    return false;
  }
}
