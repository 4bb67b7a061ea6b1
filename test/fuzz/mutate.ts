import type { Random } from './random.ts';

const TELLING = [0, 1, 2, 0x7f, 0x80, 0xff, 0xfe, 0x20, 0x22, 0x3c];
const TELLING_WORDS = [
  0, 1, 0x7f, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];
/** Inputs stay small, so that a run shows what a case costs and not what its size costs. */
const MAX_SIZE = 1 << 20;

/** A few changes at places that the dice choose: what files of any format break on. */
export function mutated(original: Buffer, other: Buffer, tokens: readonly string[], random: Random): Buffer {
  let bytes: Buffer = Buffer.from(original);
  for (let changes = 1 + random.below(random.once(4) ? 40 : 6); changes > 0; changes--) {
    bytes = changedOnce(bytes, other, tokens, random);
  }
  return bytes.subarray(0, MAX_SIZE);
}

function changedOnce(bytes: Buffer, other: Buffer, tokens: readonly string[], random: Random): Buffer {
  // Headers and tables stand at the start or at the end of most formats.
  const reach = random.once(3) ? Math.min(bytes.length, 256) : bytes.length;
  const at = random.once(8) ? Math.max(0, bytes.length - 1 - random.below(128)) : random.below(reach);
  const length = Math.min(bytes.length - at, random.once(5) ? random.below(4096) : 1 + random.below(16));
  const joined = (middle: Buffer, skip: number) =>
    Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at + skip)]);
  if (bytes.length === 0) return Buffer.from(random.pick(tokens.length > 0 ? tokens : ['x']));
  switch (random.below(tokens.length > 0 ? 11 : 9)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.pick(TELLING);
      return bytes;
    case 2: {
      const start = at & ~3;
      if (start + 4 <= bytes.length) bytes.writeUInt32LE(random.pick(TELLING_WORDS), start);
      return bytes;
    }
    case 3: {
      const start = at & ~1;
      if (start + 2 <= bytes.length) bytes.writeUInt16LE(random.pick(TELLING_WORDS) & 0xffff, start);
      return bytes;
    }
    case 4: {
      const start = at & ~3;
      if (start + 4 <= bytes.length)
        bytes.writeUInt32LE((bytes.readUInt32LE(start) + random.below(9) - 4) >>> 0, start);
      return bytes;
    }
    case 5:
      return joined(Buffer.alloc(0), length);
    case 6:
      return joined(bytes.subarray(at, at + length), 0);
    case 7: {
      const from = random.below(other.length);
      return joined(other.subarray(from, from + length), random.once(2) ? length : 0);
    }
    case 8:
      return random.once(3) ? bytes.subarray(0, at) : joined(random.bytes(length), length);
    case 9:
      return joined(Buffer.from(random.pick(tokens)), 0);
    default:
      return joined(Buffer.from(random.pick(tokens).repeat(random.below(random.once(10) ? 20_000 : 60))), 0);
  }
}
