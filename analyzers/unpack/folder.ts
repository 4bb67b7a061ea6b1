import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Build, BuildFile } from '../model/build.ts';
import type { Gap, GapCode } from '../model/gap.ts';
import { InputError } from '../model/input-error.ts';
import { isArchivePath, isCodePath } from './code-paths.ts';
import type { UnpackLimits } from './limits.ts';
import { skippedFolder } from './skipped-folders.ts';
import { systemReason } from './system-reason.ts';

const CHUNK_SIZE = 1024 * 1024;
/** A link put in place of a file after the walk is not followed either. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Lists a source folder. Links are not followed, so that no path leaves the folder; version control, installed packages
 * and build caches are left out.
 * @throws InputError when nothing in it is code or a manifest
 */
export function unpackFolder(root: string, limits: UnpackLimits): Omit<Build, 'name'> {
  const { paths, gaps } = walk(root, limits);
  const files: BuildFile[] = [];
  const digest = createHash('sha256');
  let total = 0;
  for (const path of paths) {
    const listed = digestFile(join(root, path), Math.min(limits.maxFileSize, limits.maxFolderSize - total));
    if ('code' in listed) {
      gaps.push({ stage: 'unpack', file: path, ...listed, material: isCodePath(path) });
      continue;
    }
    total += listed.size;
    digest.update(`${path}\0${listed.size}\0${listed.sha256}\n`);
    files.push({ path, size: listed.size, read: () => readRegularFile(join(root, path), limits.maxFileSize) });
  }
  const archives = files.filter(({ path }) => isArchivePath(path));
  if (!files.some(({ path }) => isCodePath(path) && !isArchivePath(path))) {
    const only = archives.length > 0 ? ' but archives, which are read one at a time' : '';
    throw new InputError(root, `is a folder without code or a manifest${only}`);
  }
  const first = archives[0];
  if (first !== undefined) {
    const detail = `archives inside a folder are not opened (${archives.length} of them)`;
    gaps.push({ stage: 'unpack', file: first.path, code: 'unsupported', detail, material: false });
  }
  return { kind: 'folder', sha256: digest.digest('hex'), size: total, files, gaps };
}

/** @returns sorted paths of regular files, relative to the root and with `/` between folders */
function walk(root: string, limits: UnpackLimits): { paths: string[]; gaps: Gap[] } {
  const paths: string[] = [];
  const gaps: Gap[] = [];
  const note = (file: string, code: GapCode, detail: string, material: boolean) =>
    gaps.push({ stage: 'unpack', file, code, detail, material });
  const links: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    let children: ReturnType<typeof readChildren>;
    try {
      children = readChildren(join(root, folder));
    } catch (error) {
      const reason = systemReason(error);
      if (folder === '') throw new InputError(root, reason);
      note(folder, 'missing', reason, true);
      continue;
    }
    const siblings = new Set(children.map(({ name }) => name));
    for (const child of children) {
      const path = folder === '' ? child.name : `${folder}/${child.name}`;
      if (child.isSymbolicLink()) {
        links.push(path);
      } else if (child.isDirectory()) {
        const skipped = skippedFolder(child.name, siblings);
        if (skipped === null) pending.push(path);
        else note(path, 'unsupported', `not read: ${skipped}`, false);
      } else if (!child.isFile()) {
        note(path, 'unsupported', 'neither a file nor a folder', false);
      } else if (paths.length === limits.maxFiles) {
        note(path, 'over-budget', `more than ${limits.maxFiles} files; this one and the rest were not listed`, true);
        return { paths: paths.sort(), gaps };
      } else {
        paths.push(path);
      }
    }
  }
  const firstLink = links.sort()[0];
  if (firstLink !== undefined) {
    note(firstLink, 'unsupported', `symbolic links are not followed (${links.length} of them)`, false);
  }
  return { paths: paths.sort(), gaps };
}

/** Sorted, so that a limit cuts at the same place on every machine. */
function readChildren(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Digest = { size: number; sha256: string } | { code: GapCode; detail: string };

/** Reads in chunks, so that a video beside the sources costs no memory. */
function digestFile(path: string, maxSize: number): Digest {
  let handle: number | null = null;
  try {
    handle = openSync(path, OPEN_FLAGS);
    const digest = createHash('sha256');
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_SIZE, fstatSync(handle).size + 1));
    let size = 0;
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      size += read;
      if (size > maxSize) return { code: 'too-large', detail: 'larger than the limit on files or on the whole folder' };
      digest.update(chunk.subarray(0, read));
    }
    return { size, sha256: digest.digest('hex') };
  } catch (error) {
    return { code: 'missing', detail: systemReason(error) };
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function readRegularFile(path: string, maxSize: number): Uint8Array {
  let handle: number | null = null;
  try {
    handle = openSync(path, OPEN_FLAGS);
    const stats = fstatSync(handle);
    if (stats.isFile() && stats.size <= maxSize) return readFileSync(handle);
  } catch (error) {
    throw new Error(systemReason(error), { cause: error });
  } finally {
    if (handle !== null) closeSync(handle);
  }
  throw new Error('is no longer a file within the limit on size');
}
