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
}
