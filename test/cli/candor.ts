import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Run {
  code: number | null;
  out: string;
  /** Lines on standard error. */
  err: string[];
}

/** Runs the built command line as a user does. */
export function candor(...args: string[]): Run {
  return candorIn(process.cwd(), ...args);
}

/** The same, in a working directory. */
export function candorIn(folder: string, ...args: string[]): Run {
  const run = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  });
  return { code: run.status, out: run.stdout, err: run.stderr.split('\n').filter((line) => line !== '') };
}
