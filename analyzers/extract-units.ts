import { createRequire } from 'node:module';
import Tinypool from 'tinypool';
import { type CodeUnit, compileUnitExtractor, type UnitExtraction } from './extract-unit.ts';
import type { BuildFile } from './model/build.ts';
import type { Catalogue } from './model/catalogue.ts';

/** A unit whose bytes are still to be read. */
export interface PendingUnit {
  kind: CodeUnit['kind'];
  file: BuildFile;
}

/** Below this many bytes of code, starting threads costs more than they save (measured with `npm run bench`). */
const WORKERS_PAY_FROM = 12 * 1024 * 1024;

/**
 * Extracts all units, in worker threads where there is enough work for them. Results stand in the order of the units,
 * whatever the number of workers; a unit that cannot be read, or whose worker dies, becomes a material gap.
 */
export async function extractUnits(
  units: PendingUnit[],
  catalogue: Catalogue,
  jobs: number,
): Promise<UnitExtraction[]> {
  const total = units.reduce((sum, { file }) => sum + file.size, 0);
  if (jobs <= 1 || units.length < 2 || total < WORKERS_PAY_FROM) {
    const extract = compileUnitExtractor(catalogue);
    return units.map((unit) => attempt(unit, extract));
  }
  const pool = new Tinypool({
    filename: createRequire(import.meta.url).resolve('#worker'),
    minThreads: Math.min(jobs, units.length),
    maxThreads: Math.min(jobs, units.length),
  });
  try {
    return await inParallel(units, pool, jobs);
  } finally {
    await pool.destroy();
  }
}

/** Feeds the pool largest first, and never holds the bytes of more than two units for each worker. */
async function inParallel(units: PendingUnit[], pool: Tinypool, jobs: number): Promise<UnitExtraction[]> {
  const results: UnitExtraction[] = new Array(units.length);
  const queue = units.map((unit, index) => ({ unit, index })).sort((a, b) => b.unit.file.size - a.unit.file.size);
  const feed = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next.index] = await attemptInPool(next.unit, pool);
    }
  };
  await Promise.all(Array.from({ length: jobs * 2 }, feed));
  return results;
}

async function attemptInPool(unit: PendingUnit, pool: Tinypool): Promise<UnitExtraction> {
  try {
    const read = unit.file.read();
    // Only a buffer of its own can change hands; a view into the archive is copied first.
    const bytes = read.byteLength === read.buffer.byteLength ? read : read.slice();
    const task: CodeUnit = { kind: unit.kind, file: unit.file.path, bytes };
    return await pool.run(task, { transferList: [bytes.buffer as ArrayBuffer] });
  } catch (error) {
    return unread(unit, error);
  }
}

function attempt(unit: PendingUnit, extract: (unit: CodeUnit) => UnitExtraction): UnitExtraction {
  try {
    return extract({ kind: unit.kind, file: unit.file.path, bytes: unit.file.read() });
  } catch (error) {
    return unread(unit, error);
  }
}

function unread({ kind, file }: PendingUnit, error: unknown): UnitExtraction {
  const detail = error instanceof Error ? error.message : String(error);
  return { facts: [], gaps: [{ stage: kind, file: file.path, code: 'corrupt', detail, material: true }] };
}
