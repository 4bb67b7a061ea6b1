/** The steps of a scan, in order. */
export const STAGES = ['policy', 'unpack', 'code', 'paths', 'values', 'compare'] as const;

export type Stage = (typeof STAGES)[number];

/** How far a scan is. */
export interface Progress {
  stage: Stage;
  /** Bytes of code read of all that are to be read; 0 of 0 in stages that do not count. */
  done: number;
  total: number;
  /** The file that was read last, null where a stage begins. */
  file: string | null;
}

/** Is told how far a scan is; it only looks on and must not throw. */
export type ProgressListener = (progress: Progress) => void;
