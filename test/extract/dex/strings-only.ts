import type { DexFile } from '../../../analyzers/formats/dex/dex-file.ts';

/** A file that has nothing but these strings. */
export function stringsOnly(strings: string[]): DexFile {
  const bytes = Buffer.from(strings.map((text) => `${text}\0`).join(''), 'latin1');
  const starts: number[] = [];
  let at = 0;
  for (const text of strings) {
    starts.push(at);
    at += text.length + 1;
  }
  const dex = {
    bytes,
    stringCount: strings.length,
    stringStarts: Int32Array.from(starts),
    text: (start: number, end: number) => bytes.toString('latin1', start, end),
  };
  return dex as unknown as DexFile;
}
