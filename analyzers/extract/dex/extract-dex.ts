import { circularClass } from '../../formats/dex/circular.ts';
import { openDexContainer } from '../../formats/dex/container.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { dexOddities } from '../../formats/dex/integrity.ts';
import { readU4 } from '../../formats/dex/little-endian.ts';
import { antiAnalysisFact, type Trick } from '../../model/anti-analysis.ts';
import type { Fact } from '../../model/fact.ts';
import type { Gap } from '../../model/gap.ts';
import { DEFAULT_LIMITS, type Limits } from '../../model/limits.ts';
import { WorkBudget } from '../../model/work-budget.ts';
import { mayBeCode } from '../hidden-code/closed-file.ts';
import { takeClassCensus } from './class-census.ts';
import { definedClassName } from './class-name.ts';
import { extractCode } from './code-facts.ts';
import type { DexWatch } from './dex-watch.ts';
import { markIds } from './id-marks.ts';
import { findMarks } from './mark-facts.ts';
import { findNames } from './name-signs.ts';
import { findVersions } from './version-facts.ts';
import { findVersionStrings } from './version-strings.ts';

/** Characters of a name that a trick's detail shows. */
const NAME_SHOWN = 80;

export { compileDexWatch, type DexWatch } from './dex-watch.ts';

/** What one physical DEX file contains; plain data that may cross between threads. */
export interface DexExtraction {
  /** Of each logical file first the code in its order, then known packages by name. */
  facts: Fact[];
  gaps: Gap[];
  /** Classes that the file defines. */
  classCount: number;
  /** Package of at most three names (empty for the default package) and the number of its classes; sorted. */
  packages: [string, number][];
  /** Hashes of the names of all classes, one array for each logical file. */
  classNames: Uint32Array[];
  /** The class loaders that run code from elsewhere and that the file refers to, sorted. */
  codeLoaders: string[];
}

/**
 * Reads one DEX file, or a container of several, as far as it can be read; never throws for what the bytes hold. What
 * could not be read is in `gaps`, one for each kind of trouble.
 * @param file path of the file inside the build, for locations  @param maxFacts after which no more code is read
 */
export function extractDex(
  file: string,
  bytes: Uint8Array,
  watch: DexWatch,
  {
    factsOfFile: maxFacts,
    dexSteps,
    stringSize,
  }: Pick<Limits, 'factsOfFile' | 'dexSteps' | 'stringSize'> = DEFAULT_LIMITS,
): DexExtraction {
  const budget = new WorkBudget(bytes.length, dexSteps);
  const parts: DexExtraction[] = [];
  const gaps: Gap[] = [];
  const tricks: Fact[] = [];
  if (isDecoy(bytes)) {
    const detail = 'is named like a DEX file and is none';
    return {
      facts: [antiAnalysisFact('dex/decoy', detail, { file })],
      gaps: [{ stage: 'dex', file, code: 'unsupported', detail, material: false }],
      classCount: 0,
      packages: [],
      classNames: [],
      codeLoaders: [],
    };
  }
  try {
    const { files, broken } = openDexContainer(bytes, stringSize);
    for (const { code, detail } of dexOddities(bytes)) tricks.push(antiAnalysisFact(`dex/${code}`, detail, { file }));
    let left = maxFacts;
    for (const dex of files) {
      const part = extractLogicalFile(file, dex, watch, budget, left);
      left -= part.facts.length;
      parts.push(part);
    }
    if (broken !== null) gaps.push(gapOf(file, broken));
    if (files.some(({ hasCutString }) => hasCutString)) {
      const detail = `strings of more than ${stringSize} bytes were read up to there`;
      gaps.push({ stage: 'dex', file, code: 'too-large', detail, material: false });
    }
    if (left <= 0) {
      const detail = `more than ${maxFacts} facts; the rest was not read`;
      gaps.push({ stage: 'dex', file, code: 'over-budget', detail, material: true });
    }
    if (budget.spent) {
      const detail = 'reading it takes more work than its size explains; the rest was not read';
      gaps.push({ stage: 'dex', file, code: 'over-budget', detail, material: true });
    }
  } catch (error) {
    if (!(error instanceof DexError)) throw error;
    gaps.push(gapOf(file, error));
  }
  const packages = new Map<string, number>();
  for (const part of parts) {
    for (const [name, count] of part.packages) packages.set(name, (packages.get(name) ?? 0) + count);
  }
  return {
    facts: [...tricks, ...parts.flatMap((part) => part.facts)],
    gaps: [...parts.flatMap((part) => part.gaps), ...gaps],
    classCount: parts.reduce((sum, part) => sum + part.classCount, 0),
    packages: [...packages].sort(([a], [b]) => (a < b ? -1 : 1)),
    classNames: parts.flatMap((part) => part.classNames),
    codeLoaders: [...new Set(parts.flatMap((part) => part.codeLoaders))].sort(),
  };
}

function extractLogicalFile(
  file: string,
  dex: DexFile,
  watch: DexWatch,
  budget: WorkBudget,
  maxFacts: number,
): DexExtraction {
  const marks = markIds(dex, watch, budget);
  const census = takeClassCensus(file, dex, watch, budget);
  const code = extractCode(file, dex, watch, marks, budget, maxFacts);
  const troubles: [what: string, count: number][] = [
    [`tables that run past the end of the file (${dex.truncatedTables.join(', ')})`, dex.truncatedTables.length],
    ['ids that lead outside the file', marks.unreadable + census.unreadable],
    ['classes whose members cannot all be read', code.corruptClasses],
    ['methods whose code cannot all be read', code.corruptMethods],
  ];
  return {
    facts: [
      ...tricksIn(file, dex, code.deadInvalidMethods, census.misleading),
      ...code.facts,
      ...census.facts,
      ...findMarks(file, dex, watch.marks, budget),
      ...findNames(file, dex, watch.names, budget),
      ...findVersions(file, dex, watch.versions, budget),
      ...findVersionStrings(file, dex, watch.versionStrings, budget),
    ],
    gaps: [
      ...emptiedGap(file, code.emptied),
      ...troubles
        .filter(([, count]) => count > 0)
        .map(
          ([what, count]) =>
            ({ stage: 'dex', file, code: 'corrupt', detail: `${what}: ${count}`, material: true }) as const,
        ),
    ],
    classCount: census.classCount,
    packages: census.packages,
    classNames: [census.classNames],
    codeLoaders: census.codeLoaders,
  };
}

function emptiedGap(file: string, detail: string | null): Gap[] {
  return detail === null ? [] : [{ stage: 'dex', file, code: 'packed', detail, material: true }];
}

/** Fields of the header by which a DEX file is known although its magic was destroyed. */
const FILE_SIZE_OFFSET = 0x20;
const HEADER_SIZE = { offset: 0x24, value: 0x70 };
const ENDIAN_TAG = { offset: 0x28, value: 0x12345678 };

/** Neither a DEX file, nor one with its magic destroyed, nor one that may be encrypted or combined with a key. */
function isDecoy(bytes: Uint8Array): boolean {
  const starts = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4)).toString('latin1');
  if (starts === 'dex\n' || starts === 'cdex' || mayBeCode(bytes)) return false;
  if (bytes.length < ENDIAN_TAG.offset + 4) return true;
  const known = [HEADER_SIZE, ENDIAN_TAG, { offset: FILE_SIZE_OFFSET, value: bytes.length }];
  return known.every(({ offset, value }) => readU4(bytes, offset) !== value);
}

function tricksIn(file: string, dex: DexFile, deadInvalid: number, misleading: string | null): Fact[] {
  const tricks: [Trick, string][] = [];
  if (deadInvalid > 0) {
    tricks.push([
      'dex/invalid-code',
      `methods with bytes that are no instructions where no path leads: ${deadInvalid}`,
    ]);
  }
  const circular = circularClass(dex);
  if (circular >= 0) {
    const name = definedClassName(dex, circular).slice(0, NAME_SHOWN);
    tricks.push(['dex/circular-hierarchy', `${name} is its own superclass by way of others`]);
  }
  if (misleading !== null) {
    tricks.push(['dex/misleading-name', `a class is named ${misleading}, made to be misread`]);
  }
  return tricks.map(([trick, detail]) => antiAnalysisFact(trick, detail, { file }));
}

function gapOf(file: string, error: DexError): Gap {
  const code = error.unsupported ? 'unsupported' : 'corrupt';
  return { stage: 'dex', file, code, detail: error.message, material: true };
}
