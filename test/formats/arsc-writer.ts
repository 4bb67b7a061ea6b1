import { chunk, join, shorts, stringPool, words } from './axml-writer.ts';

/** Writes resource tables for tests: one package, one type, the entries given for each configuration. */

export type WrittenEntry = { type: number; data: number } | 'complex' | null;

export interface WrittenConfig {
  /** 64 bytes from `config()`. */
  config: Uint8Array;
  encoding: 'dense' | 'offset16' | 'sparse';
  compact?: boolean;
  entries: WrittenEntry[];
}

export function config(
  fields: Partial<Record<'mcc' | 'orientation' | 'density' | 'sdk' | 'layout' | 'night' | 'sw' | 'w' | 'h', number>> & {
    locale?: string;
  } = {},
): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 64, true);
  view.setUint16(4, fields.mcc ?? 0, true);
  const [language = '', region = ''] = (fields.locale ?? '').split('-');
  bytes.set(Buffer.from(language), 8);
  bytes.set(Buffer.from(region), 10);
  view.setUint8(12, fields.orientation ?? 0);
  view.setUint16(14, fields.density ?? 0, true);
  view.setUint16(24, fields.sdk ?? 0, true);
  view.setUint8(28, fields.layout ?? 0);
  view.setUint8(29, fields.night ?? 0);
  view.setUint16(30, fields.sw ?? 0, true);
  view.setUint16(32, fields.w ?? 0, true);
  view.setUint16(34, fields.h ?? 0, true);
  return bytes;
}

/** Resource ids are 0x7f010000 and on. */
export function table(strings: string[], configs: WrittenConfig[], extra: Uint8Array = new Uint8Array()): Uint8Array {
  const types = configs.map(typeChunk);
  const packageHeader = join(words(0x7f), new Uint8Array(256), words(0, 0, 0, 0, 0));
  const body = chunk(0x0200, packageHeader, join(...types, extra));
  return chunk(0x0002, words(1), join(stringPool(strings, 'utf8'), body));
}

function typeChunk({ config: configuration, encoding, compact = false, entries }: WrittenConfig): Uint8Array {
  const cells: Uint8Array[] = [];
  const offsets: { index: number; offset: number | null }[] = [];
  let at = 0;
  for (const [index, entry] of entries.entries()) {
    offsets.push({ index, offset: entry === null ? null : at });
    if (entry === null) continue;
    const cell = writeEntry(entry, compact);
    cells.push(cell);
    at += cell.length;
  }
  const present = offsets.filter(({ offset }) => offset !== null);
  const index =
    encoding === 'dense'
      ? words(...offsets.map(({ offset }) => offset ?? 0xffffffff))
      : encoding === 'offset16'
        ? shorts(
            ...offsets.map(({ offset }) => (offset === null ? 0xffff : offset / 4)),
            ...(entries.length % 2 ? [0] : []),
          )
        : shorts(...present.flatMap((entry) => [entry.index, (entry.offset ?? 0) / 4]));
  const flags = encoding === 'sparse' ? 1 : encoding === 'offset16' ? 2 : 0;
  const count = encoding === 'sparse' ? present.length : entries.length;
  const headerSize = 20 + configuration.length;
  const header = join(Uint8Array.of(1, flags, 0, 0), words(count, headerSize + index.length), configuration);
  return chunk(0x0201, header, join(index, ...cells));
}

function writeEntry(entry: { type: number; data: number } | 'complex', compact: boolean): Uint8Array {
  if (entry === 'complex') return join(shorts(16, 1), words(0, 0, 0));
  if (compact) return join(shorts(0, 0x0008 | (entry.type << 8)), words(entry.data));
  return join(shorts(8, 0), words(0), shorts(8), Uint8Array.of(0, entry.type), words(entry.data));
}
