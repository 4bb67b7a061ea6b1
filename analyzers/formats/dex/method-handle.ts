import type { DexFile } from './dex-file.ts';
import { EncodedArrayReader, ValueType } from './encoded-value.ts';
import type { TableRange } from './header.ts';
import { readU2, readU4 } from './little-endian.ts';

const CALL_SITE_ID_ITEM = 0x0007;
const METHOD_HANDLE_ITEM = 0x0008;
const MAP_ITEM_SIZE = 12;
/** The format knows 21 item types, each at most once. */
const MAX_MAP_ITEMS = 64;
const METHOD_HANDLE_SIZE = 8;
const CALL_SITE_SIZE = 4;

/** `method_handle_type`: up to INSTANCE_GET the handle is of a field, above of a method. */
export const HandleType = { STATIC_GET: 1, INSTANCE_GET: 3, INVOKE_STATIC: 4 } as const;

/** The two tables that only the map list leads to, both empty in files without invoke-custom. */
export interface HandleTables {
  callSites: TableRange;
  methodHandles: TableRange;
}

/** @throws DexError when the map list lies outside the file */
export function readHandleTables(dex: DexFile): HandleTables {
  const tables: HandleTables = { callSites: { count: 0, offset: 0 }, methodHandles: { count: 0, offset: 0 } };
  const { mapOffset } = dex.header;
  if (mapOffset === 0) return tables;
  const { bytes } = dex;
  const items = Math.min(readU4(bytes, mapOffset), MAX_MAP_ITEMS);
  for (let i = 0; i < items; i++) {
    const item = mapOffset + 4 + i * MAP_ITEM_SIZE;
    const type = readU2(bytes, item);
    if (type !== CALL_SITE_ID_ITEM && type !== METHOD_HANDLE_ITEM) continue;
    const size = type === CALL_SITE_ID_ITEM ? CALL_SITE_SIZE : METHOD_HANDLE_SIZE;
    const offset = readU4(bytes, item + 8);
    const fitting = Math.max(0, Math.floor((bytes.length - offset) / size));
    const table = { count: Math.min(readU4(bytes, item + 4), fitting), offset };
    if (type === CALL_SITE_ID_ITEM) tables.callSites = table;
    else tables.methodHandles = table;
  }
  return tables;
}

/** `method_handle_item`. `index` is a field_id or a method_id, see HandleType. */
export function methodHandle(dex: DexFile, tables: HandleTables, handle: number): { type: number; index: number } {
  const offset = tables.methodHandles.offset + handle * METHOD_HANDLE_SIZE;
  return { type: readU2(dex.bytes, offset), index: readU2(dex.bytes, offset + 4) };
}

/**
 * The bootstrap arguments of a call site behind bootstrap handle, name and type, as a reader over them; null when
 * there are none.
 * @throws DexError when the call site lies outside the file
 */
export function callSiteArguments(dex: DexFile, tables: HandleTables, callSite: number): EncodedArrayReader | null {
  const offset = readU4(dex.bytes, tables.callSites.offset + callSite * CALL_SITE_SIZE);
  const values = new EncodedArrayReader(dex.cursor(offset));
  for (let i = 0; i < 3; i++) if (!values.next()) return null;
  return values;
}

/**
 * String index of the name and proto index of the type with which a call site asks its bootstrap for a target; null
 * when it states none.
 * @throws DexError when the call site lies outside the file
 */
export function callSiteHead(
  dex: DexFile,
  tables: HandleTables,
  callSite: number,
): { name: number; proto: number } | null {
  const offset = readU4(dex.bytes, tables.callSites.offset + callSite * CALL_SITE_SIZE);
  const values = new EncodedArrayReader(dex.cursor(offset));
  const read = (type: number): number | null => (values.next() && values.type === type ? values.value : null);
  read(ValueType.METHOD_HANDLE);
  const name = read(ValueType.STRING);
  const proto = read(ValueType.METHOD_TYPE);
  return name === null || proto === null ? null : { name, proto };
}
