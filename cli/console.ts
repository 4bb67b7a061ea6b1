import type { ProgressOutput } from './progress.ts';

/** The outside world as commands see it, so that they never touch the process. */
export interface Console {
  /** Writes to standard output. */
  out(content: string | Uint8Array): void;
  /** Writes one line to standard error. */
  err(line: string): void;
  /** Lets signals wait while a file is written. */
  holdSignals(): void;
  /** Whether standard output is a terminal that wants colour. */
  colour: boolean;
  /** Columns of standard output where it is a terminal. */
  columns: number;
  /** Standard error, for progress. */
  progress: ProgressOutput;
  /** The working directory. */
  folder: string;
  /** The day by which suppressions expire, `YYYY-MM-DD`, in universal time. */
  today: string;
}
