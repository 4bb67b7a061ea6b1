import { ElfError } from './elf-error.ts';
import type { ElfReader } from './elf-reader.ts';

/** `Elf32_Sym` and `Elf64_Sym`. */
export const SYMBOL_SIZE = { 32: 16, 64: 24 } as const;

/**
 * The dynamic table does not say how many symbols there are: the hash table does, with a chain entry for each, or the
 * GNU hash table, whose last chain ends at the last symbol. Without either the symbols end where the string table, which
 * linkers put behind them, begins.
 * @param hash, gnuHash file offsets, -1 where there is none
 * @returns a number of symbols that lie within the file
 */
export function countSymbols(
  reader: ElfReader,
  symbols: number,
  strings: number,
  hash: number,
  gnuHash: number,
): number {
  const size = SYMBOL_SIZE[reader.bits];
  const most = Math.max(0, Math.floor((reader.bytes.length - symbols) / size));
  const beforeStrings = strings > symbols ? Math.floor((strings - symbols) / size) : 0;
  const stated = attempt(() => (hash < 0 ? 0 : reader.word(hash + 4)));
  const chained = attempt(() => (gnuHash < 0 ? 0 : lastOfGnuHash(reader, gnuHash)));
  return Math.min(most, Math.max(stated, chained) || beforeStrings);
}

/** Layout: nbuckets, symoffset, bloom_size, bloom_shift, the bloom filter, buckets, chains. 0 where nothing is exported. */
function lastOfGnuHash(reader: ElfReader, table: number): number {
  const bucketCount = reader.word(table);
  const first = reader.word(table + 4);
  const buckets = table + 16 + (reader.word(table + 8) * reader.bits) / 8;
  if (buckets + bucketCount * 4 > reader.bytes.length) throw new ElfError('GNU hash table past the end', table);
  let last = 0;
  for (let i = 0; i < bucketCount; i++) last = Math.max(last, reader.word(buckets + i * 4));
  if (last < first) return 0;
  const chains = buckets + bucketCount * 4;
  while ((reader.word(chains + (last - first) * 4) & 1) === 0) last++;
  return last + 1;
}

/** A hash table that cannot be read says nothing; the symbols are still there. */
function attempt(count: () => number): number {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof ElfError)) throw error;
    return 0;
  }
}
