import { readZip, ZipError } from '../formats/zip.ts';
import type { BuildFile } from '../model/build.ts';
import type { Gap, GapCode } from '../model/gap.ts';
import { archiveFiles } from './archive-files.ts';
import { isArchivePath, isCodeArchivePath } from './code-paths.ts';
import type { UnpackLimits } from './limits.ts';
import type { Unpacked } from './unpacked.ts';

const GAP_CODES: Record<ZipError['code'], GapCode> = {
  'not-an-archive': 'corrupt',
  corrupt: 'corrupt',
  encrypted: 'encrypted',
  'too-large': 'too-large',
};

/**
 * Opens the archives among the files, and those inside them, breadth first. Nested archives stay in memory as long as
 * the build does: those that are stored as a part of the outer one, the others inflated within a budget.
 * @param outer bytes that hold the files
 * @param skip paths of archives to leave closed
 * @returns only what was added
 */
export function openNestedArchives(
  files: BuildFile[],
  outer: Uint8Array,
  skip: ReadonlySet<string>,
  limits: UnpackLimits,
): Unpacked {
  const added: Unpacked = { files: [], gaps: [], anomalies: [] };
  const held = new Set<ArrayBufferLike>([outer.buffer]);
  let heldSize = 0;
  let level = files.filter(({ path }) => isArchivePath(path) && !skip.has(path));
  for (let depth = 1; level.length > 0; depth++) {
    const deeper: BuildFile[] = [];
    for (const file of level) {
      if (file.size === 0) continue;
      if (depth > limits.maxNesting) {
        added.gaps.push(gap(file, 'over-budget', `lies more than ${limits.maxNesting} archives deep`, true));
        continue;
      }
      if (heldSize + file.size > limits.maxNestedSize && file.size > outer.length) {
        added.gaps.push(gap(file, 'over-budget', nestedBudget(limits), isCodeArchivePath(file.path)));
        continue;
      }
      const opened = openArchive(file);
      if (opened.gap !== null) {
        added.gaps.push(opened.gap);
        continue;
      }
      const { bytes, unpacked } = opened;
      if (!held.has(bytes.buffer)) {
        if (heldSize + bytes.length > limits.maxNestedSize) {
          added.gaps.push(gap(file, 'over-budget', nestedBudget(limits), isCodeArchivePath(file.path)));
          continue;
        }
        held.add(bytes.buffer);
        heldSize += bytes.length;
      }
      if (files.length + added.files.length + unpacked.files.length > limits.maxFiles) {
        const detail = `the build would have more than ${limits.maxFiles} files`;
        added.gaps.push(gap(file, 'over-budget', detail, true));
        continue;
      }
      for (const member of unpacked.files) {
        added.files.push(member);
        if (isArchivePath(member.path)) deeper.push(member);
      }
      added.gaps.push(...unpacked.gaps);
      added.anomalies.push(...unpacked.anomalies);
    }
    level = deeper;
  }
  return added;
}

type Opened = { gap: Gap } | { gap: null; bytes: Uint8Array; unpacked: Unpacked };

function openArchive(file: BuildFile): Opened {
  try {
    const bytes = file.read();
    return { gap: null, bytes, unpacked: archiveFiles(readZip(bytes), file.path, file.path) };
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const detail =
      error.code === 'not-an-archive' ? 'is named like an archive but is none' : `cannot be opened: ${error.message}`;
    return { gap: gap(file, GAP_CODES[error.code], detail, isCodeArchivePath(file.path)) };
  }
}

function nestedBudget(limits: UnpackLimits): string {
  return `the nested archives inflate to more than the limit of ${limits.maxNestedSize} bytes in all`;
}

function gap(file: BuildFile, code: GapCode, detail: string, material: boolean): Gap {
  return { stage: 'unpack', file: file.path, code, detail, material };
}
