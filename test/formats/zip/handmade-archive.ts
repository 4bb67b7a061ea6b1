import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../analyzers/formats/zip/crc32.ts';

/** An entry to write; whatever is given in `central` or `local` replaces what would be right there. */
export interface HandmadeEntry {
  name: string | Buffer;
  contents: Buffer;
  method?: number;
  /** Bytes in the archive, when they are not what the method makes of the contents. */
  data?: Buffer;
  descriptor?: boolean;
  localExtra?: Buffer;
  central?: Partial<HeaderFields>;
  local?: Partial<HeaderFields>;
}

interface HeaderFields {
  name: string | Buffer;
  flags: number;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
  extra: Buffer;
}

export interface HandmadeOptions {
  comment?: Buffer;
  beforeDirectory?: Buffer;
  count?: number;
  /** Writes ZIP64 records with every 32-bit field of the end record saturated. */
  zip64?: boolean;
}

/** Writes an archive byte by byte, wrong wherever a test wants it to be. */
export function makeArchive(entries: HandmadeEntry[], options: HandmadeOptions = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const write = (bytes: Buffer) => {
    parts.push(bytes);
    offset += bytes.length;
  };
  for (const entry of entries) {
    const method = entry.method ?? 8;
    const data = entry.data ?? (method === 8 ? deflateRawSync(entry.contents) : entry.contents);
    const sum = crc32(entry.contents);
    const flags = entry.descriptor ? 8 : 0;
    const right = { flags, method, crc: sum, compressedSize: data.length, size: entry.contents.length };
    const common = { name: entry.name, extra: Buffer.alloc(0), offset, ...right };
    const unsized = entry.descriptor ? { crc: 0, compressedSize: 0, size: 0 } : {};
    directory.push(centralRecord({ ...common, ...entry.central }));
    write(localRecord({ ...common, ...unsized, extra: entry.localExtra ?? common.extra, ...entry.local }));
    write(data);
    if (entry.descriptor) write(words([0x08074b50, sum, data.length, entry.contents.length]));
  }
  if (options.beforeDirectory) write(options.beforeDirectory);
  const start = offset;
  for (const record of directory) write(record);
  const size = offset - start;
  const count = options.count ?? entries.length;
  if (options.zip64) {
    const end64 = offset;
    write(Buffer.concat([words([0x06064b50]), long(44), shorts([45, 45]), words([0, 0]), long(count), long(count)]));
    write(Buffer.concat([long(size), long(start), words([0x07064b50, 0]), long(end64), words([1])]));
  }
  write(endRecord(options.zip64 ? 0xffff : count, size, start, options));
  return Buffer.concat(parts);
}

function endRecord(count: number, size: number, start: number, { comment, zip64 }: HandmadeOptions): Buffer {
  const text = comment ?? Buffer.alloc(0);
  return Buffer.concat([
    words([0x06054b50]),
    shorts([0, 0, count, count]),
    words(zip64 ? [0xffffffff, 0xffffffff] : [size, start]),
    shorts([text.length]),
    text,
  ]);
}

function localRecord(fields: HeaderFields): Buffer {
  const name = Buffer.from(fields.name);
  return Buffer.concat([
    words([0x04034b50]),
    shorts([20, fields.flags, fields.method, 0, 0x21]),
    words([fields.crc, fields.compressedSize, fields.size]),
    shorts([name.length, fields.extra.length]),
    name,
    fields.extra,
  ]);
}

function centralRecord(fields: HeaderFields): Buffer {
  const name = Buffer.from(fields.name);
  return Buffer.concat([
    words([0x02014b50]),
    shorts([20, 20, fields.flags, fields.method, 0, 0x21]),
    words([fields.crc, fields.compressedSize, fields.size]),
    shorts([name.length, fields.extra.length, 0, 0, 0]),
    words([0, fields.offset]),
    name,
    fields.extra,
  ]);
}

export function shorts(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2);
  return bytes;
}

export function words(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}

export function long(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
