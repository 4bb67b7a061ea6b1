import type { Progress, ProgressListener } from '../analyzers/index.ts';
import { fitted } from './reports/text/grid.ts';
import { printable } from './reports/text/printable.ts';

/** Where progress is shown: standard error, and what is known of it. */
export interface ProgressOutput {
  write(text: string): void;
  isTerminal: boolean;
  columns: number;
  /** Milliseconds of a clock that does not go back. */
  now(): number;
}

/** Work that is done by then never shows a bar. */
const SHOWN_AFTER_MS = 300;
const REDRAWN_AFTER_MS = 80;
const BAR_WIDTH = 24;
const CLEAR_LINE = '\r\u001b[K';

/** Where in the whole each stage begins, and where the last one ends, as measured on real builds. */
const BEGINS: Record<Progress['stage'] | 'end', number> = {
  policy: 0,
  unpack: 0.05,
  code: 0.1,
  paths: 0.6,
  values: 0.85,
  compare: 0.9,
  end: 1,
};

export interface ProgressDisplay {
  listener: ProgressListener;
  /** Takes the bar away. */
  end(): void;
}

/**
 * A bar on a terminal, nothing elsewhere; with `verbose` a line for each stage and its start in seconds, which a log of
 * a CI keeps.
 */
export function progressDisplay(output: ProgressOutput, verbose: boolean): ProgressDisplay {
  const start = output.now();
  let drawn: number | null = null;
  const listener: ProgressListener = (progress) => {
    const elapsed = output.now() - start;
    if (verbose) {
      if (progress.file === null) output.write(`candor: ${(elapsed / 1000).toFixed(2)} s  ${progress.stage}\n`);
      return;
    }
    if (!output.isTerminal || elapsed < SHOWN_AFTER_MS) return;
    if (drawn !== null && output.now() - drawn < REDRAWN_AFTER_MS && progress.file !== null) return;
    drawn = output.now();
    output.write(`${CLEAR_LINE}${barOf(progress, output.columns)}`);
  };
  return {
    listener,
    end: () => {
      if (drawn !== null) output.write(CLEAR_LINE);
    },
  };
}

function barOf({ stage, done, total, file }: Progress, columns: number): string {
  const begin = BEGINS[stage];
  const share = stage === 'code' && total > 0 ? (BEGINS.paths - begin) * (done / total) : 0;
  const part = Math.min(1, begin + share);
  const full = Math.round(part * BAR_WIDTH);
  const bar = '#'.repeat(full) + '-'.repeat(BAR_WIDTH - full);
  return fitted(
    `[${bar}] ${String(Math.round(part * 100)).padStart(3)}%  ${printable(file ?? stage)}`,
    Math.max(1, columns - 1),
  );
}
