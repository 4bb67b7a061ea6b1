/** What the command line ends with; see the README. */
export const EXIT = { passed: 0, failed: 1, cannotRun: 2, incomplete: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
