const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const NUL = 0;

/** 32-bit FNV-1a of the NUL-terminated class descriptor at an offset, `La/b/C;`. */
export function classHash(bytes: Uint8Array, start: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < bytes.length && bytes[at] !== NUL; at++) {
    hash = Math.imul(hash ^ (bytes[at] as number), FNV_PRIME);
  }
  return hash >>> 0;
}

/**
 * The names of the classes that a build defines, as hashes, since a build has tens of thousands of them and few are asked
 * for. Two names in four thousand million agree by chance.
 */
export class ClassNames {
  readonly #hashes: ReadonlySet<number>;

  /** @param hashes of the classes of each file, as {@link classHash} makes them */
  constructor(hashes: Iterable<Uint32Array>) {
    const all = new Set<number>();
    for (const part of hashes) for (const hash of part) all.add(hash);
    this.#hashes = all;
  }

  get size(): number {
    return this.#hashes.size;
  }

  /** @param name binary name with dots, `a.b.C$D` */
  has(name: string): boolean {
    return this.#hashes.has(classHash(Buffer.from(`L${name.replaceAll('.', '/')};`), 0));
  }
}
