import type { EmbeddedDex } from '../../formats/dex/embedded.ts';
import { antiAnalysisFact } from '../../model/anti-analysis.ts';
import type { BuildFile } from '../../model/build.ts';
import type { Fact } from '../../model/fact.ts';

/** DEX files that Android itself loads: at the top of an APK, below `dex/` in a module of an app bundle. */
const LOADED = /^(?<folder>(?:.*!)?(?:[^/!]+\/dex\/)?)classes(?<number>\d*)\.dex$/;

/** DEX files that stand where nothing that goes by names looks for them. */
export function hiddenDex(files: readonly BuildFile[]): Fact[] {
  const archives = files.filter(({ disguised }) => disguised === 'archive').map(({ path }) => `${path}!`);
  const disguised = files.filter(({ path, disguised }) => disguised === 'dex' || isInside(path, archives));
  return [
    ...disguised.map(({ path }) =>
      antiAnalysisFact('dex/disguised', 'is a DEX file under another name', { file: path }),
    ),
    ...numberingGaps(files),
  ];
}

/** A DEX file inside another file, at `<outer>!<offset>.dex`. */
export function embeddedFile(outer: BuildFile, { offset, size }: EmbeddedDex): BuildFile {
  const read = (): Uint8Array => outer.read().subarray(offset, offset + size);
  return { path: `${outer.path}!${offset}.dex`, size, disguised: 'dex', read };
}

function isInside(path: string, archives: readonly string[]): boolean {
  return path.endsWith('.dex') && archives.some((archive) => path.startsWith(archive));
}

/** Android counts on from classes2.dex and stops at the first number that is not there. */
function numberingGaps(files: readonly BuildFile[]): Fact[] {
  const numbers = new Map<string, Set<number>>();
  for (const { path } of files) {
    const groups = LOADED.exec(path)?.groups;
    if (groups === undefined) continue;
    const folder = groups.folder ?? '';
    const known = numbers.get(folder) ?? new Set();
    numbers.set(folder, known.add(groups.number === '' ? 1 : Number(groups.number)));
  }
  return [...numbers].flatMap(([folder, known]) => {
    let highest = 0;
    for (const number of known) highest = Math.max(highest, number);
    for (let number = 1; number < highest; number++) {
      if (known.has(number)) continue;
      const name = (of: number) => `classes${of === 1 ? '' : of}.dex`;
      const detail = `${name(number)} is missing before ${name(highest)}, which Android then does not load by itself`;
      return [antiAnalysisFact('dex/numbering-gap', detail, { file: `${folder}${name(highest)}` })];
    }
    return [];
  });
}
