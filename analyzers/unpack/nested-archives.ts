import { readZip, ZipError, type ZipLimits } from '../formats/zip.ts';
import type { BuildFile } from '../model/build.ts';
import type { Gap, GapCode } from '../model/gap.ts';
import { archiveFiles } from './archive-files.ts';
import { isArchivePath, isCodeArchivePath } from './code-paths.ts';
import type { UnpackLimits } from './limits.ts';
import type { ArchiveFile, Unpacked } from './unpacked.ts';

const GAP_CODES: Record<ZipError['code'], GapCode> = {
  'not-an-archive': 'corrupt',
  corrupt: 'corrupt',
  encrypted: 'encrypted',
  'too-large': 'too-large',
};

/**
 * Opens the archives among the files, and those inside them, breadth first. Nested archives stay in memory as long as
 * the build does: those that are stored as a part of the outer one, the others inflated within a budget.
 * @param skip paths of archives to leave closed
 * @returns only what was added
 */
export function openNestedArchives(files: ArchiveFile[], skip: ReadonlySet<string>, limits: UnpackLimits): Unpacked {
  const added: Unpacked = { files: [], gaps: [], anomalies: [] };
  let heldSize = 0;
  let openedSize = 0;
  let level = files.filter((file) => isArchive(file) && !skip.has(file.path));
  for (let depth = 1; level.length > 0; depth++) {
    const deeper: ArchiveFile[] = [];
    for (const file of level) {
      if (depth > limits.maxNesting) {
        added.gaps.push(gap(file, 'over-budget', `lies more than ${limits.maxNesting} archives deep`, true));
        continue;
      }
      const overBudget =
        (file.deflated && heldSize + file.size > limits.maxNestedSize) || openedSize + file.size > limits.maxOpenedSize;
      if (overBudget) {
        const detail = 'the nested archives are larger than the limit on all of them';
        added.gaps.push(gap(file, 'over-budget', detail, isCodeArchivePath(file.path)));
        continue;
      }
      const maxEntries = Math.max(0, limits.maxFiles - files.length - added.files.length);
      const { size, unpacked } = openArchive(file, {
        ...limits.zip,
        maxEntries: Math.min(limits.zip.maxEntries, maxEntries),
      });
      openedSize += size;
      if (file.deflated) heldSize += size;
      for (const member of unpacked.files) {
        added.files.push(member);
        if (isArchive(member)) deeper.push(member);
      }
      for (const item of unpacked.gaps) added.gaps.push(item);
      for (const item of unpacked.anomalies) added.anomalies.push(item);
    }
    level = deeper;
  }
  return added;
}

function isArchive({ path, disguised }: BuildFile): boolean {
  return isArchivePath(path) || disguised === 'archive';
}

/** @returns the bytes of the archive and what was in it; a Gap alone when it cannot be opened */
function openArchive(file: ArchiveFile, limits: ZipLimits): { size: number; unpacked: Unpacked } {
  const nothing: Unpacked = { files: [], gaps: [], anomalies: [] };
  let size = 0;
  try {
    const bytes = file.read();
    size = bytes.length;
    if (size === 0) return { size, unpacked: nothing };
    return { size, unpacked: archiveFiles(readZip(bytes, limits), file.path, file.path) };
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const detail =
      error.code === 'not-an-archive' ? 'is named like an archive but is none' : `cannot be opened: ${error.message}`;
    const unopened = gap(file, GAP_CODES[error.code], detail, isCodeArchivePath(file.path));
    return { size, unpacked: { ...nothing, gaps: [unopened] } };
  }
}

function gap(file: BuildFile, code: GapCode, detail: string, material: boolean): Gap {
  return { stage: 'unpack', file: file.path, code, detail, material };
}
