import {
  METHOD_DEFLATE,
  type ZipArchive,
  type ZipEntry,
  type ZipProblem,
  type ZipProblemCode,
} from '../formats/zip.ts';
import type { GapCode } from '../model/gap.ts';
import { isCodePath } from './code-paths.ts';
import { embeddedDex, markDisguise } from './disguise.ts';
import type { ArchiveTrick, Unpacked } from './unpacked.ts';

/** Problems that keep something from being read; all the others are anomalies. */
const GAP_CODES: Record<Exclude<ZipProblemCode, ArchiveTrick>, GapCode> = {
  'missing-directory': 'corrupt',
  'damaged-directory': 'corrupt',
  'too-many-entries': 'over-budget',
  'out-of-bounds': 'corrupt',
  'entry-too-large': 'too-large',
  'over-budget': 'over-budget',
};

function isTrick(code: ZipProblemCode): code is ArchiveTrick {
  return !Object.hasOwn(GAP_CODES, code);
}

/**
 * The entries of an archive as files of the build; folders are left out.
 * @param archivePath path of the archive inside the build, null for the input itself
 * @param inputName name under which Gaps speak of the input itself
 */
export function archiveFiles(archive: ZipArchive, archivePath: string | null, inputName: string): Unpacked {
  const prefix = archivePath === null ? '' : `${archivePath}!`;
  const files = archive.entries
    .filter((entry) => !isFolder(entry))
    .map((entry) => ({
      path: prefix + entry.path,
      size: entry.size,
      compressedSize: entry.compressedSize,
      deflated: entry.method === METHOD_DEFLATE,
      read: entry.read,
      prepare: entry.prepare,
      deflatedData: entry.deflatedData,
      verify: (contents: Uint8Array) =>
        entry
          .verify(contents)
          .flatMap(({ code, detail }) => (isTrick(code) ? { trick: `zip/${code}` as const, detail } : [])),
      head: entry.head,
    }))
    .map(markDisguise);
  const { gaps, anomalies } = judgeProblems(archive.problems, prefix, archivePath ?? inputName);
  return { files: [...files, ...embeddedDex(files)], gaps, anomalies };
}

/** A name that ends in a slash hides a file where there are contents; an empty deflate stream takes two bytes. */
function isFolder(entry: ZipEntry): boolean {
  return entry.name.endsWith('/') && entry.size === 0 && entry.compressedSize <= 2;
}

/** One Gap or anomaly for each code, so that thousands of odd entries do not bury the rest. */
function judgeProblems(problems: ZipProblem[], prefix: string, archive: string): Pick<Unpacked, 'gaps' | 'anomalies'> {
  const gaps: Unpacked['gaps'] = [];
  const anomalies: Unpacked['anomalies'] = [];
  const byCode = new Map<ZipProblemCode, ZipProblem[]>();
  for (const problem of problems) {
    const group = byCode.get(problem.code);
    if (group === undefined) byCode.set(problem.code, [problem]);
    else group.push(problem);
  }
  for (const [code, group] of byCode) {
    const worst = group.find(({ entry }) => entry !== null && isCodePath(entry)) ?? group[0];
    if (worst === undefined) continue;
    const entry = worst.entry === null ? null : prefix + worst.entry;
    if (isTrick(code)) {
      anomalies.push({ archive, code, entry, count: group.length, detail: worst.detail });
      continue;
    }
    const more = group.length === 1 ? '' : `; ${group.length - 1} more entries likewise`;
    const material = worst.entry === null || isCodePath(worst.entry);
    gaps.push({
      stage: 'unpack',
      file: entry ?? archive,
      code: GAP_CODES[code],
      detail: worst.detail + more,
      material,
    });
  }
  return { gaps, anomalies };
}
