/** What {@link writeElf} lays out. */
export interface ElfParts {
  bits?: 32 | 64;
  bigEndian?: boolean;
  needed?: string[];
  soname?: string;
  imports?: string[];
  exports?: string[];
  /** Bytes behind the tables, in the same segment. */
  constants?: string;
  /** Which table states the number of symbols. */
  hash?: 'sysv' | 'gnu' | 'none';
  sectionHeaders?: { offset: number; count: number };
}

const CODE_ADDRESS = 0x10000;

/** A shared object of one segment, by the ELF specification: header, program headers, dynamic table, symbols, hash, strings. */
export function writeElf(parts: ElfParts): Uint8Array {
  const { bits = 64, bigEndian = false, needed = [], imports = [], exports = [], hash = 'sysv' } = parts;
  const word = bits / 8;
  const symbolSize = bits === 64 ? 24 : 16;
  const names = [
    ...new Set([...needed, ...imports, ...exports, ...(parts.soname === undefined ? [] : [parts.soname])]),
  ];
  const strings = `\0${names.join('\0')}\0`;
  const indexOf = (name: string): number => (name === '' ? 0 : strings.indexOf(`\0${name}\0`) + 1);
  const symbolNames = ['', ...imports, ...exports];

  const programHeaders = bits === 64 ? 64 : 52;
  const programHeaderSize = bits === 64 ? 56 : 32;
  const dynamicAt = programHeaders + 2 * programHeaderSize;
  const tags: [tag: number, value: number][] = needed.map((name) => [1, indexOf(name)]);
  const dynamicSize = (tags.length + 6) * 2 * word;
  const symbolsAt = dynamicAt + dynamicSize;
  const hashAt = symbolsAt + symbolNames.length * symbolSize;
  const gnuWords = [
    1,
    1 + imports.length,
    1,
    0,
    ...Array(word / 4).fill(0),
    exports.length > 0 ? 1 + imports.length : 0,
  ];
  const chains = exports.map((_, index) => (index === exports.length - 1 ? 1 : 0));
  const hashWords = { sysv: [1, symbolNames.length], gnu: [...gnuWords, ...chains], none: [] }[hash];
  const stringsAt = hashAt + hashWords.length * 4;
  const constants = Buffer.from(parts.constants ?? '', 'latin1');
  const size = stringsAt + strings.length + constants.length;
  tags.push([5, CODE_ADDRESS + stringsAt], [6, CODE_ADDRESS + symbolsAt], [10, strings.length]);
  if (parts.soname !== undefined) tags.push([14, indexOf(parts.soname)]);
  if (hash === 'sysv') tags.push([4, CODE_ADDRESS + hashAt]);
  if (hash === 'gnu') tags.push([0x6ffffef5, CODE_ADDRESS + hashAt]);

  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const half = (at: number, value: number) => view.setUint16(at, value, !bigEndian);
  const long = (at: number, value: number) => view.setUint32(at, value, !bigEndian);
  const address = (at: number, value: number) => {
    if (bits === 32) long(at, value);
    else view.setBigUint64(at, BigInt(value), !bigEndian);
  };
  bytes.set([0x7f, 0x45, 0x4c, 0x46, bits / 32, bigEndian ? 2 : 1, 1]);
  half(16, 3);
  half(18, bits === 64 ? 183 : 40);
  address(bits === 64 ? 32 : 28, programHeaders);
  address(bits === 64 ? 40 : 32, parts.sectionHeaders?.offset ?? 0);
  half(bits === 64 ? 54 : 42, programHeaderSize);
  half(bits === 64 ? 56 : 44, 2);
  half(bits === 64 ? 58 : 46, bits === 64 ? 64 : 40);
  half(bits === 64 ? 60 : 48, parts.sectionHeaders?.count ?? 0);
  const segments: [type: number, offset: number, length: number][] = [
    [1, 0, size],
    [2, dynamicAt, dynamicSize],
  ];
  segments.forEach(([type, offset, length], index) => {
    const at = programHeaders + index * programHeaderSize;
    long(at, type);
    long(at + (bits === 64 ? 4 : 24), 5);
    address(at + word, offset);
    address(at + 2 * word, CODE_ADDRESS + offset);
    address(at + 4 * word, length);
  });
  tags.forEach(([tag, value], index) => {
    address(dynamicAt + index * 2 * word, tag);
    address(dynamicAt + index * 2 * word + word, value);
  });
  symbolNames.forEach((name, index) => {
    const at = symbolsAt + index * symbolSize;
    long(at, indexOf(name));
    half(at + (bits === 64 ? 6 : 14), index > imports.length ? 7 : 0);
  });
  for (const [index, value] of hashWords.entries()) long(hashAt + index * 4, value);
  bytes.set(Buffer.from(strings), stringsAt);
  bytes.set(constants, stringsAt + strings.length);
  return bytes;
}
