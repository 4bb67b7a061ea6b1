/**
 * Writes DEX files of a few classes byte by byte, for what no assembler will emit: broken code, wrong indices,
 * containers. Tables are sorted as the format wants; every method is static and takes nothing.
 */
import { createHash } from 'node:crypto';
import { encodeMutf8 } from '../../../analyzers/formats/dex/mutf8.ts';

export interface BuiltClass {
  /** Descriptor. */
  name: string;
  /** Descriptor; java.lang.Object by default. */
  superclass?: string;
  methods: { name: string; code: (ids: Ids) => number[]; registers?: number }[];
}

/** Indices that code needs. */
export interface Ids {
  string(text: string): number;
  /** A method `()V` of a class given by descriptor. */
  method(owner: string, name: string): number;
}

export interface BuildOptions {
  version?: string;
  /** Offset at which the file will stand in a container; offsets count from the container's start. */
  base?: number;
  /** Size of the container, for version 041. */
  containerSize?: number;
  strings?: string[];
  /** String table in the wrong order, as a hand-made file may have it. */
  reversed?: boolean;
  /** References `class.name` beyond the defined methods. */
  references?: [owner: string, name: string][];
}

const OBJECT = 'Ljava/lang/Object;';

export function buildDex(classes: BuiltClass[], options: BuildOptions = {}): Uint8Array {
  const { version = '035', base = 0, references = [] } = options;
  const methods = [
    ...references,
    ...classes.flatMap((defined) => defined.methods.map((method): [string, string] => [defined.name, method.name])),
  ];
  const types = sorted([
    OBJECT,
    'V',
    ...classes.flatMap(({ name, superclass = OBJECT }) => [name, superclass]),
    ...methods.map(([owner]) => owner),
  ]);
  const strings = sorted([...types, ...methods.map(([, name]) => name), ...(options.strings ?? [])]);
  if (options.reversed) strings.reverse();
  const methodIds = [...new Set(methods.map(([owner, name]) => `${owner} ${name}`))].sort(
    (a, b) => compare(a.split(' ')[0] ?? '', b.split(' ')[0] ?? '') || compare(a, b),
  );
  const ids: Ids = {
    string: (text) => strings.indexOf(text),
    method: (owner, name) => methodIds.indexOf(`${owner} ${name}`),
  };

  const headerSize = version === '041' ? 0x78 : 0x70;
  const stringIds = headerSize;
  const typeIds = stringIds + 4 * strings.length;
  const protoIds = typeIds + 4 * types.length;
  const methodIdsAt = protoIds + 12;
  const classDefs = methodIdsAt + 8 * methodIds.length;
  const bytes: number[] = new Array(classDefs + 32 * classes.length).fill(0);
  const u2 = (at: number, value: number) => bytes.splice(at, 2, value & 0xff, (value >> 8) & 0xff);
  const u4 = (at: number, value: number) => {
    u2(at, value & 0xffff);
    u2(at + 2, value >>> 16);
  };
  const here = () => base + bytes.length;

  strings.forEach((text, i) => {
    u4(stringIds + 4 * i, here());
    bytes.push(...uleb128(text.length), ...encodeMutf8(text), 0);
  });
  types.forEach((type, i) => {
    u4(typeIds + 4 * i, ids.string(type));
  });
  u4(protoIds, ids.string('V'));
  u4(protoIds + 4, types.indexOf('V'));
  methodIds.forEach((key, i) => {
    const [owner = '', name = ''] = key.split(' ');
    u2(methodIdsAt + 8 * i, types.indexOf(owner));
    u4(methodIdsAt + 8 * i + 4, ids.string(name));
  });
  classes.forEach((defined, i) => {
    const encoded = defined.methods
      .map((method) => {
        while (bytes.length % 4 !== 0) bytes.push(0);
        const offset = here();
        const code = method.code(ids);
        const at = bytes.length;
        bytes.push(...new Array(16).fill(0));
        u2(at, method.registers ?? 1);
        u4(at + 12, code.length);
        for (const unit of code) bytes.push(unit & 0xff, (unit >> 8) & 0xff);
        return { index: ids.method(defined.name, method.name), offset };
      })
      .sort((a, b) => a.index - b.index);
    const at = classDefs + 32 * i;
    u4(at, types.indexOf(defined.name));
    u4(at + 4, 1);
    u4(at + 8, types.indexOf(defined.superclass ?? OBJECT));
    u4(at + 16, 0xffffffff);
    u4(at + 24, here());
    bytes.push(0, 0, ...uleb128(encoded.length), 0);
    encoded.forEach(({ index, offset }, position) => {
      const previous = position === 0 ? 0 : (encoded[position - 1]?.index ?? 0);
      bytes.push(...uleb128(index - previous), ...uleb128(9), ...uleb128(offset));
    });
  });
  while (bytes.length % 4 !== 0) bytes.push(0);

  bytes.splice(0, 8, ...encodeMutf8(`dex\n${version}`), 0);
  u4(0x20, bytes.length);
  u4(0x24, headerSize);
  u4(0x28, 0x12345678);
  const tables = [
    [strings.length, stringIds],
    [types.length, typeIds],
    [1, protoIds],
    [0, 0],
    [methodIds.length, methodIdsAt],
    [classes.length, classDefs],
  ];
  tables.forEach(([count = 0, offset = 0], i) => {
    u4(0x38 + 8 * i, count);
    u4(0x3c + 8 * i, count === 0 ? 0 : base + offset);
  });
  if (version === '041') {
    u4(0x70, options.containerSize ?? bytes.length);
    u4(0x74, base);
  }
  return withSums(Uint8Array.from(bytes));
}

/** The file with the signature and the checksum that fit its contents. */
export function withSums(bytes: Uint8Array): Uint8Array {
  bytes.set(createHash('sha1').update(bytes.subarray(32)).digest(), 12);
  let low = 1;
  let high = 0;
  for (const byte of bytes.subarray(12)) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(8, high * 0x10000 + low, true);
  return bytes;
}

/** Two or more files of version 041 in one container. */
export function buildContainer(members: BuiltClass[][], options: BuildOptions = {}): Uint8Array {
  let containerSize = 0;
  for (const classes of members) containerSize += buildDex(classes, { ...options, version: '041' }).length;
  const parts: Uint8Array[] = [];
  let base = 0;
  for (const classes of members) {
    const part = buildDex(classes, { ...options, version: '041', base, containerSize });
    parts.push(part);
    base += part.length;
  }
  return Buffer.concat(parts);
}

function sorted(texts: string[]): string[] {
  return [...new Set(texts)].sort(compare);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function uleb128(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return bytes;
}
