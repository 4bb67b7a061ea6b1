import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Report } from '../../analyzers/index.ts';
import { MAIN } from '../cli/candor.ts';
import { scratch, written } from './judged.ts';

const PEAK = fileURLToPath(new URL('../../scripts/peak-memory.cjs', import.meta.url));
const MEBIBYTE = 1024 * 1024;
/** The bound on any input of up to 500 MB. */
const MAX_MEMORY = 1536 * MEBIBYTE;
const SECONDS_PER_MEBIBYTE = 10;
const LEAST_SECONDS = 30;

/** Scans as a user does, and holds the run to the bounds on time and memory. */
export function scanned(name: string, bytes: Uint8Array): { code: number | null; report: Report; material: string[] } {
  const path = written(name, bytes);
  const [output, peak] = [scratch(`${name}.json`), scratch(`${name}.peak`)];
  const seconds = Math.max(LEAST_SECONDS, (SECONDS_PER_MEBIBYTE * bytes.length) / MEBIBYTE);
  const run = spawnSync(
    process.execPath,
    ['--require', PEAK, MAIN, 'scan', path, '--format', 'json', '--output', output],
    {
      encoding: 'utf8',
      timeout: Math.ceil(seconds * 1000),
      env: { ...process.env, PEAK_MEMORY_FILE: peak },
    },
  );
  expect(run.stderr).not.toContain('internal error');
  expect([0, 1, 3]).toContain(run.status);
  expect(Number(readFileSync(peak, 'utf8')) * 1024).toBeLessThan(MAX_MEMORY);
  expect(statSync(output).size).toBeLessThan(256 * MEBIBYTE);
  const report: Report = JSON.parse(readFileSync(output, 'utf8'));
  return {
    code: run.status,
    report,
    material: report.gaps.filter(({ material }) => material).map(({ file, code }) => `${code} ${file}`),
  };
}
