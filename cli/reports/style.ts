/** How a report is to look. */
export interface Style {
  language: 'zh' | 'en';
  /** ANSI colour; only ever true for a terminal. */
  colour: boolean;
  /** The verdict alone. */
  brief: boolean;
}
