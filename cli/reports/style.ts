/** Languages that reports are written in. */
export type Language = 'zh' | 'en';

/** How a report is to look. */
export interface Style {
  language: Language;
  /** ANSI colour; only ever true for a terminal. */
  colour: boolean;
  /** `brief`: the verdict alone; `full`: every discrepancy with its whole story. Texts for people heed it. */
  detail: 'brief' | 'usual' | 'full';
  /** Columns of the terminal. */
  columns: number;
}

/** Where the terminal does not say, or there is none. */
export const USUAL_COLUMNS = 100;
