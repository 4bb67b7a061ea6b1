import type { Random } from './random.ts';

/** A format that is fuzzed: where inputs come from, and what the program does with one. */
export interface FuzzedFormat {
  name: string;
  /** Real files. */
  seeds: Buffer[];
  /** Pieces of text that mean something in the format; empty for binary ones. */
  tokens: readonly string[];
  /** A file made from the format's own rules, with fields that may be wrong. */
  generate(random: Random): Buffer;
  /** Reads a file as the program does; throws only what is a defect. */
  run(bytes: Buffer): void | Promise<void>;
}

/** The bytes of one case. */
export function caseOf({ seeds, tokens, generate }: FuzzedFormat, random: Random, mutate: Mutate): Buffer {
  const from = random.below(4);
  if (from === 0) return generate(random);
  const original = from === 1 ? generate(random) : random.pick(seeds);
  return mutate(original, random.pick(seeds), tokens, random);
}

type Mutate = (original: Buffer, other: Buffer, tokens: readonly string[], random: Random) => Buffer;
