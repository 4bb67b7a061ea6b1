import { createRequire } from 'node:module';
import type Tinypool from 'tinypool';
import { loadCatalogue } from './catalogue/load.ts';
import { fileTricks } from './extract/files/file-tricks.ts';
import { libraryFact } from './extract/native/extract-native.ts';
import { type CodeUnit, compileUnitExtractor, type UnitExtraction } from './extract-unit.ts';
import { ZipError } from './formats/zip.ts';
import type { BuildFile } from './model/build.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { Fact } from './model/fact.ts';
import type { Gap } from './model/gap.ts';
import { DEFAULT_LIMITS, type Limits } from './model/limits.ts';
import type { ProgressListener } from './model/progress.ts';
import { runWithin } from './run-within.ts';
import type { WorkerData } from './worker.ts';

/** A unit whose bytes are still to be read: one DEX file, one native library, or scripts that can see each other. */
export interface PendingUnit {
  kind: CodeUnit['kind'];
  files: BuildFile[];
}

export interface UnitOptions {
  /** Worker threads at most. */
  jobs: number;
  limits?: Limits;
  /** Work, in bytes of DEX, from which threads are started. */
  workersPayFrom?: number;
  /** Is told, unit by unit, how much of the code is read. */
  onProgress?: ProgressListener;
}

/** What a unit gave, and the bytes of a DEX file, which the call graph reads once more. */
export type ExtractedUnit = UnitExtraction & { code?: { file: string; bytes: Uint8Array } };

const MEBIBYTE = 1024 * 1024;

/** How much work a byte is, in bytes of DEX: scripts are parsed whole, of native libraries little is looked at. */
const WORK_OF_BYTE: Record<CodeUnit['kind'], number> = { dex: 1, native: 0.25, script: 40 };

/**
 * Below this much work, in bytes of DEX, starting threads costs more than they save: measured with `npm run bench`, two
 * threads took 1.2 times as long as one on 24 MB of DEX, and as long on 60 MB of DEX and native code.
 */
const WORKERS_PAY_FROM = 64 * MEBIBYTE;

/**
 * A script from this size on is parsed in a thread with a heap of its own, so that one whose syntax tree takes more
 * memory than there is becomes a gap and not the end of the scan.
 */
const APART_FROM = 6 * MEBIBYTE;
/**
 * Bytes of scripts that threads read at once, but for a unit that is larger by itself: the syntax trees of two bundles
 * of ten megabytes take more than a gigabyte.
 */
const MAX_SCRIPTS_AT_ONCE = 12 * MEBIBYTE;
/** A thread whose heap holds more than this after a unit ends, since another cannot use what lies idle there. */
const MAX_IDLE_HEAP = 256 * MEBIBYTE;
/**
 * Stack of each worker thread, in MiB: enough for `syntaxDepth` levels of every kind of syntax. The main thread's, of one,
 * is spent by 250 functions inside one another.
 */
const WORKER_STACK = 128;

/**
 * Extracts all units, in worker threads where there is enough work for them. Results stand in the order of the units,
 * whatever the number of workers; a unit that cannot be read, or whose worker dies, becomes a material gap.
 */
export async function extractUnits(
  units: PendingUnit[],
  catalogue: Catalogue,
  { jobs, limits = DEFAULT_LIMITS, workersPayFrom = WORKERS_PAY_FROM, onProgress }: UnitOptions,
): Promise<ExtractedUnit[]> {
  const { within, beyond } = withinLimits(units, limits);
  const results: ExtractedUnit[] = new Array(units.length);
  for (const { index, gap } of beyond) results[index] = { facts: [], gaps: [gap] };
  const finished = counter(within, onProgress);
  const work = within.reduce((sum, { unit }) => sum + sizeOf(unit) * WORK_OF_BYTE[unit.kind], 0);
  const threads = jobs <= 1 || within.length < 2 || work < workersPayFrom ? 1 : Math.min(jobs, within.length);
  const isApart = ({ unit }: Indexed): boolean => threads > 1 || (unit.kind === 'script' && sizeOf(unit) >= APART_FROM);
  const apart = within.filter(isApart);
  if (apart.length < within.length) {
    const here = within.filter((each) => !isApart(each));
    let prepared = prepare(here[0]);
    const extract = compileUnitExtractor(catalogue, limits);
    for (const [at, one] of here.entries()) {
      await prepared;
      prepared = prepare(here[at + 1]);
      const result = attempt(one.unit, extract);
      if (result.isStackSpent) apart.push(one);
      else finished(one);
      results[one.index] = result;
    }
  }
  if (apart.length === 0) return results;
  const { default: Pool } = await import('tinypool');
  const workerData: WorkerData = catalogue === loadCatalogue() ? { limits } : { catalogue, limits };
  const pool = new Pool({
    filename: createRequire(import.meta.url).resolve('#worker'),
    minThreads: threads,
    maxThreads: threads,
    maxMemoryLimitBeforeRecycle: MAX_IDLE_HEAP,
    resourceLimits: { maxOldGenerationSizeMb: limits.scriptMemory / MEBIBYTE, stackSizeMb: WORKER_STACK },
    workerData,
  });
  try {
    // The largest first; of what is not DEX the bytes of no more than two units for each worker are held.
    const queue = apart.sort((a, b) => sizeOf(b.unit) - sizeOf(a.unit));
    const weightOf = ({ unit }: Indexed): number => (unit.kind === 'script' ? sizeOf(unit) : 0);
    await runWithin(queue, { tasks: threads * 2, weightOf, weight: MAX_SCRIPTS_AT_ONCE }, async (one) => {
      results[one.index] = await attemptInPool(one.unit, pool);
      finished(one);
    });
    return results;
  } finally {
    await pool.destroy();
  }
}

interface Indexed {
  unit: PendingUnit;
  index: number;
}

/** Has a unit of one file inflated while another is read. */
async function prepare(next: Indexed | undefined): Promise<void> {
  if (next?.unit.files.length === 1) await next.unit.files[0]?.prepare?.();
}

/** Tells units that are read from those that are too large, by the sizes that are stated; inflating keeps to these. */
function withinLimits(
  units: PendingUnit[],
  limits: Limits,
): { within: Indexed[]; beyond: { index: number; gap: Gap }[] } {
  const largest: Record<CodeUnit['kind'], number> = {
    dex: limits.dexSize,
    native: limits.nativeSize,
    script: limits.scriptSize,
  };
  const within: Indexed[] = [];
  const beyond: { index: number; gap: Gap }[] = [];
  let dexTotal = 0;
  for (const [index, unit] of units.entries()) {
    const size = sizeOf(unit);
    const refuse = (code: Gap['code'], detail: string) => {
      const file = unit.files[0]?.path ?? '';
      beyond.push({ index, gap: { stage: unit.kind, file, code, detail, material: unit.kind !== 'native' } });
    };
    if (size > largest[unit.kind]) {
      refuse('too-large', `${size} bytes are more than the limit of ${largest[unit.kind]}`);
    } else if (unit.kind === 'dex' && dexTotal + size > limits.dexTotal) {
      refuse('over-budget', `the DEX files together are larger than the limit of ${limits.dexTotal} bytes`);
    } else {
      if (unit.kind === 'dex') dexTotal += size;
      within.push({ unit, index });
    }
  }
  return { within, beyond };
}

function counter(units: Indexed[], onProgress: ProgressListener | undefined): (one: Indexed) => void {
  const total = units.reduce((sum, { unit }) => sum + sizeOf(unit), 0);
  let done = 0;
  onProgress?.({ stage: 'code', done, total, file: null });
  return ({ unit }) => {
    done += sizeOf(unit);
    onProgress?.({ stage: 'code', done, total, file: unit.files[0]?.path ?? null });
  };
}

async function attemptInPool(pending: PendingUnit, pool: Tinypool): Promise<ExtractedUnit> {
  const { unit, tricks, gaps } = readUnit(pending);
  if (unit === null) return { facts: namesOf(pending), gaps };
  const owned = ownBuffer(unit);
  const buffers = owned.kind === 'native' ? [owned.bytes.buffer as ArrayBuffer] : [];
  try {
    const result: UnitExtraction = await pool.run(owned, { transferList: buffers });
    return {
      ...result,
      ...codeOf(owned, result),
      facts: [...tricks, ...result.facts],
      gaps: [...gaps, ...result.gaps],
    };
  } catch (error) {
    return { facts: [], gaps: [...gaps, unread(pending, pending.files[0], error)] };
  }
}

function attempt(pending: PendingUnit, extract: (unit: CodeUnit) => UnitExtraction): ExtractedUnit {
  const { unit, tricks, gaps } = readUnit(pending);
  if (unit === null) return { facts: namesOf(pending), gaps };
  try {
    const result = extract(unit);
    return { ...result, ...codeOf(unit, result), facts: [...tricks, ...result.facts], gaps: [...gaps, ...result.gaps] };
  } catch (error) {
    return { facts: [], gaps: [...gaps, unread(pending, pending.files[0], error)] };
  }
}

/** Reads what can be read of a unit; null where nothing can. */
function readUnit(pending: PendingUnit): { unit: CodeUnit | null; tricks: Fact[]; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const tricks: Fact[] = [];
  const sources = pending.files.flatMap((file) => {
    try {
      const bytes = file.read();
      if (pending.kind === 'dex') for (const item of fileTricks(file, bytes)) tricks.push(item);
      return [{ path: file.path, bytes }];
    } catch (error) {
      gaps.push(unread(pending, file, error));
      return [];
    }
  });
  const [first] = sources;
  if (first === undefined) return { unit: null, tricks, gaps };
  if (pending.kind === 'script') return { unit: { kind: 'script', sources }, tricks, gaps };
  return { unit: { kind: pending.kind, file: first.path, bytes: first.bytes }, tricks, gaps };
}

/** What is known of files that cannot be read: what a native library is called. Its machine code is not followed anyway. */
function namesOf({ kind, files }: PendingUnit): Fact[] {
  return kind === 'native' ? files.map(({ path }) => libraryFact(path)) : [];
}

/** Not held for what turned out to be no DEX file. */
function codeOf(unit: CodeUnit, { classNames = [] }: UnitExtraction): Pick<ExtractedUnit, 'code'> {
  return unit.kind === 'dex' && classNames.length > 0 ? { code: { file: unit.file, bytes: unit.bytes } } : {};
}

/**
 * A view into the archive is copied: only a buffer of its own can change hands. A DEX file is copied where both threads
 * can read it.
 */
function ownBuffer(unit: CodeUnit): CodeUnit {
  if (unit.kind === 'script') return unit;
  const { bytes } = unit;
  if (unit.kind === 'native') {
    // A copy: `slice` of a Buffer would be a view, and the whole archive would change hands with it.
    return bytes.byteLength === bytes.buffer.byteLength ? unit : { ...unit, bytes: new Uint8Array(bytes) };
  }
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  shared.set(bytes);
  return { ...unit, bytes: shared };
}

function sizeOf({ files }: PendingUnit): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

function unread({ kind }: PendingUnit, file: BuildFile | undefined, error: unknown): Gap {
  const detail = error instanceof Error ? error.message : String(error);
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (outOfMemory) {
    const detail = 'takes more memory to read than a worker thread has';
    return { stage: kind, file: file?.path ?? '', code: 'over-budget', detail, material: kind !== 'native' };
  }
  const code = error instanceof ZipError && error.code !== 'not-an-archive' ? error.code : 'corrupt';
  return { stage: kind, file: file?.path ?? '', code, detail, material: kind !== 'native' };
}
