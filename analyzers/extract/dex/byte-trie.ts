import { encodeMutf8 } from '../../formats/dex/mutf8.ts';

const NUL = 0;
const DOLLAR = 0x24;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;

/**
 * A set of byte strings that is looked up by walking the bytes of a DEX string in place, so that a string which
 * matches nothing costs its first few bytes and is never decoded. Independent of the order of the file's tables.
 */
export class ByteTrie {
  /** Node reached from the root by each byte, 0 for none; the root is node 0 and nothing leads back to it. */
  private readonly roots = new Int32Array(256);
  private readonly bytes: Uint8Array;
  private readonly firstChild: Int32Array;
  private readonly nextSibling: Int32Array;
  /** Number of the key that ends at each node, counted from 1. */
  private readonly keys: Int32Array;

  /** @param keys in an order of the caller's; look-ups return positions in it. Of equal keys the first counts. */
  constructor(keys: readonly string[]) {
    const encoded = keys.map(encodeMutf8);
    const capacity = encoded.reduce((sum, key) => sum + key.length, 1);
    this.bytes = new Uint8Array(capacity);
    this.firstChild = new Int32Array(capacity);
    this.nextSibling = new Int32Array(capacity);
    this.keys = new Int32Array(capacity);
    let nodes = 1;
    // Neighbours mostly begin alike, so the way to the last key is kept instead of walked anew.
    const way = new Int32Array(capacity);
    let last = new Uint8Array(0);
    for (let position = 0; position < encoded.length; position++) {
      const key = encoded[position] as Uint8Array<ArrayBuffer>;
      let depth = 0;
      while (depth < key.length && key[depth] === last[depth]) depth++;
      let node = way[depth] as number;
      for (; depth < key.length; depth++) {
        const byte = key[depth] as number;
        let child = this.child(node, byte);
        if (child === 0) {
          child = nodes++;
          this.bytes[child] = byte;
          if (node === 0) this.roots[byte] = child;
          else {
            this.nextSibling[child] = this.firstChild[node] as number;
            this.firstChild[node] = child;
          }
        }
        node = child;
        way[depth + 1] = node;
      }
      if (node !== 0 && this.keys[node] === 0) this.keys[node] = position + 1;
      last = key;
    }
  }

  private child(node: number, byte: number): number {
    if (node === 0) return this.roots[byte] as number;
    let child = this.firstChild[node] as number;
    while (child !== 0 && this.bytes[child] !== byte) child = this.nextSibling[child] as number;
    return child;
  }

  /**
   * Looks many strings up in one loop, in which nothing is called.
   * @param starts of the NUL-terminated strings, negative for those to be left out
   * @returns pairs of a position in `starts` and its key, found as by `wholeOrPrefixKey`, in the order of `starts`
   */
  findAll(bytes: Uint8Array, starts: Int32Array, prefixes: number): number[] {
    const { roots, keys, firstChild, nextSibling, bytes: labels } = this;
    const found: number[] = [];
    for (let position = 0; position < starts.length; position++) {
      const start = starts[position] as number;
      if (start < 0 || start >= bytes.length) continue;
      let node = roots[bytes[start] as number] as number;
      if (node === 0) continue;
      let key = -1;
      for (let at = start + 1; at < bytes.length; at++) {
        const ended = keys[node] as number;
        const byte = bytes[at] as number;
        if (ended !== 0 && (byte === NUL || ended <= prefixes)) key = ended - 1;
        if (byte === NUL) break;
        node = firstChild[node] as number;
        while (node !== 0 && labels[node] !== byte) node = nextSibling[node] as number;
        if (node === 0) break;
      }
      if (key >= 0) found.push(position, key);
    }
    return found;
  }

  /** The key equal to the NUL-terminated bytes at `offset`, -1 for none. */
  whole(bytes: Uint8Array, offset: number): number {
    // Most strings begin like no key.
    let node = this.roots[bytes[offset] ?? NUL] as number;
    if (node === 0) return -1;
    for (let at = offset + 1; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === NUL) return (this.keys[node] as number) - 1;
      node = this.child(node, byte);
      if (node === 0) return -1;
    }
    return -1;
  }

  /**
   * True when the NUL-terminated bytes at `offset` are a key, or begin with one of the first `prefixes` keys.
   */
  wholeOrPrefix(bytes: Uint8Array, offset: number, prefixes: number): boolean {
    let node = this.roots[bytes[offset] ?? NUL] as number;
    for (let at = offset + 1; node !== 0; at++) {
      const key = this.keys[node] as number;
      if (key !== 0 && key <= prefixes) return true;
      const byte = bytes[at];
      if (byte === undefined) return false;
      if (byte === NUL) return key !== 0;
      node = this.child(node, byte);
    }
    return false;
  }

  /** The key equal to the NUL-terminated bytes at `offset`, else the longest of the first `prefixes` keys with which they begin, -1 for none. */
  wholeOrPrefixKey(bytes: Uint8Array, offset: number, prefixes: number): number {
    let node = 0;
    let found = -1;
    for (let at = offset; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === NUL) return this.keys[node] === 0 ? found : (this.keys[node] as number) - 1;
      node = this.child(node, byte);
      if (node === 0) break;
      const key = this.keys[node] as number;
      if (key !== 0 && key <= prefixes) found = key - 1;
    }
    return found;
  }

  /**
   * The longest key with which the class descriptor at `offset` begins and that ends at the border of a package, of a
   * class or of an inner class, -1 for none.
   */
  package(bytes: Uint8Array, offset: number): number {
    let node = 0;
    let found = -1;
    for (let at = offset; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if ((byte === SLASH || byte === SEMICOLON || byte === DOLLAR) && this.keys[node] !== 0) {
        found = (this.keys[node] as number) - 1;
      }
      if (byte === NUL) break;
      node = this.child(node, byte);
      if (node === 0) break;
    }
    return found;
  }
}
