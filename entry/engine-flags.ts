import { setFlagsFromString } from 'node:v8';

/**
 * A scan lasts about a second, in which V8 at its defaults spends as much processor time on optimising code as the scan
 * takes in all; most of that code is thrown away before it pays. Optimising later, and making plain machine code at once
 * instead, was measured to take a quarter off the wall time and two fifths off the processor time of three real APKs;
 * doing so at the first call and giving young objects their room in one step, 7 % of what was left. The fourth flag keeps
 * compiled code that was not called for a while, in a run that is over soon. None changes what a program does, and all
 * may be set while the engine runs.
 */
export function tuneForOneRun(): void {
  setFlagsFromString('--interrupt-budget=500000');
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString('--semi-space-growth-factor=16');
  setFlagsFromString('--no-flush-bytecode');
  // A regular expression is compiled when it is first used, and not again when it is used once more.
  setFlagsFromString('--no-regexp-tier-up');
  // Nor are young objects gone through once more because the program waits, mostly for the end of its output.
  setFlagsFromString('--no-minor-gc-task');
}

/**
 * Optimises sooner where scripts are read: their parser and tracers go over the same code for longer than what reads an APK
 * (measured: 6 to 9 % off the wall time of bundles of 3 and 6 MB, nothing on smaller ones). Once the code cache is loaded,
 * which holds only for the flags that it was made with.
 */
export function optimiseSooner(): void {
  setFlagsFromString('--interrupt-budget=250000');
}

/** Tells the threads of the process, whose environment is a copy, that flags were set. */
const INLINES_LITTLE = 'CANDOR_INLINES_LITTLE';

/**
 * Cuts down what is optimised where compiled code is read: half of it are functions that others were built into, which they
 * seldom repay in a scan of an APK (measured: a twelfth off the processor time of ApiDemos and a twentieth off its wall time,
 * nothing on larger ones). It counts for what is optimised from now on, in the whole process.
 */
export function inlineLittle(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
  process.env[INLINES_LITTLE] = '1';
}

/**
 * Back to V8's own value where the program had set another: threads are begun where there is much to read, and parsers of
 * scripts repay it well. A thread's code cache holds only for the flags that it was made with.
 */
export function inlineAsUsual(): void {
  if (process.env[INLINES_LITTLE] === '1') setFlagsFromString('--max-inlined-bytecode-size-cumulative=920');
}
