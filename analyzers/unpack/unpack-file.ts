import { readZip, type ZipArchive, ZipError } from '../formats/zip.ts';
import type { BuildFile, BuildKind } from '../model/build.ts';
import type { Gap } from '../model/gap.ts';
import { InputError } from '../model/input-error.ts';
import { archiveFiles } from './archive-files.ts';
import { archiveKind } from './archive-kind.ts';
import { chooseApks, type LeftOut } from './choose-apks.ts';
import { isScriptPath } from './code-paths.ts';
import { fileMagic } from './file-magic.ts';
import type { UnpackLimits } from './limits.ts';
import { openNestedArchives } from './nested-archives.ts';
import { looksLikeText } from './text.ts';
import type { ArchiveAnomaly } from './unpacked.ts';

export interface FileContent {
  kind: BuildKind;
  files: BuildFile[];
  gaps: Gap[];
  anomalies: ArchiveAnomaly[];
}

/**
 * Tells what a single file is and lists what is in it.
 * @param input the input as the caller named it, for errors  @param name its base name
 * @throws InputError when it is nothing that can be analysed
 */
export function unpackFile(input: string, name: string, bytes: Uint8Array, limits: UnpackLimits): FileContent {
  if (bytes.length === 0) throw new InputError(input, 'is empty');
  const single = (kind: BuildKind): FileContent => ({
    kind,
    files: [{ path: name, size: bytes.length, read: () => bytes }],
    gaps: [],
    anomalies: [],
  });
  const magic = fileMagic(bytes);
  if (magic === 'dex' || magic === 'hermes') return single(magic);
  if (magic === 'ram-bundle') throw new InputError(input, 'is an indexed RAM bundle, which cannot be analysed');
  const archive = tryReadZip(bytes, limits);
  if (archive !== null && archive.entries.length > 0) return unpackArchive(input, name, archive, limits);
  if (startsLikeZip(bytes)) {
    throw new InputError(input, archive === null ? 'is a ZIP archive too damaged to read' : 'is an empty ZIP archive');
  }
  if (magic === 'elf') throw new InputError(input, 'is a native library, not an app');
  if (looksLikeText(bytes)) {
    if (isScriptPath(name)) return single('js-bundle');
    const stated = /\.(apk|aab|apks|xapk|apkm|dex)$/i.exec(name)?.[1];
    if (stated !== undefined) throw new InputError(input, `is a text file and not what .${stated} says`);
    throw new InputError(input, 'is a text file that is not named as a script (.js, .ts, .vue, .bundle ...)');
  }
  throw new InputError(input, 'is a binary file of an unknown format');
}

function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] !== undefined && bytes[2] < 0x10;
}

function tryReadZip(bytes: Uint8Array, limits: UnpackLimits): ZipArchive | null {
  try {
    return readZip(bytes, limits.zip);
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
}

function unpackArchive(input: string, name: string, archive: ZipArchive, limits: UnpackLimits): FileContent {
  const lost = archive.problems.filter(({ code }) => code === 'out-of-bounds').length;
  if (lost === archive.entries.length) throw new InputError(input, 'is cut off; none of its entries can be read');
  const kind = archiveKind(archive, name);
  if (kind === null) throw new InputError(input, 'is a ZIP archive without an Android app or scripts in it');
  const { files, gaps, anomalies } = archiveFiles(archive, null, name);
  let leftOut: LeftOut[] = [];
  if (kind === 'apks' || kind === 'xapk' || kind === 'apkm') {
    leftOut = chooseApks(files.map(({ path }) => path).filter((path) => /\.apk$/i.test(path))).leftOut;
  }
  const skip = new Set(leftOut.map(({ path }) => path));
  const nested = openNestedArchives(files, skip, limits);
  for (const { path, reason } of leftOut) {
    gaps.push({ stage: 'unpack', file: path, code: 'unsupported', detail: `not opened: ${reason}`, material: false });
  }
  return {
    kind,
    files: [...files, ...nested.files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    gaps: [...gaps, ...nested.gaps],
    anomalies: [...anomalies, ...nested.anomalies],
  };
}
