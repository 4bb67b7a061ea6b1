import type { DexFile } from './dex-file.ts';

const END_SEQUENCE = 0x00;
const ADVANCE_PC = 0x01;
const ADVANCE_LINE = 0x02;
const START_LOCAL = 0x03;
const START_LOCAL_EXTENDED = 0x04;
const END_LOCAL = 0x05;
const RESTART_LOCAL = 0x06;
const SET_FILE = 0x09;
const FIRST_SPECIAL = 0x0a;
const LINE_BASE = -4;
const LINE_RANGE = 15;

export interface LineTable {
  /** Source line of each asked address, 0 where the debug info has none. */
  lines: Int32Array;
  /** Bytes that were read. */
  size: number;
}

/**
 * Runs the line state machine of a `debug_info_item` as far as the last asked address.
 * @param addresses in code units, ascending
 * @param limit bytes after which it is given up, since the item itself says nothing about its length
 * @throws DexError past the end of the file
 */
export function readLines(dex: DexFile, offset: number, addresses: readonly number[], limit: number): LineTable {
  const lines = new Int32Array(addresses.length);
  const cursor = dex.cursor(offset);
  let line = cursor.uleb128() | 0;
  for (let parameters = cursor.uleb128(); parameters > 0 && cursor.offset - offset < limit; parameters--) {
    cursor.uleb128();
  }
  let address = 0;
  let current = 0;
  let asked = 0;
  /** An entry holds from its address up to the next one's. */
  const enter = (): void => {
    while (asked < addresses.length && (addresses[asked] as number) < address) lines[asked++] = current;
    current = Math.max(line, 0);
  };
  while (asked < addresses.length && cursor.offset - offset < limit) {
    const opcode = cursor.u1();
    if (opcode >= FIRST_SPECIAL) {
      const adjusted = opcode - FIRST_SPECIAL;
      line = (line + LINE_BASE + (adjusted % LINE_RANGE)) | 0;
      address += Math.floor(adjusted / LINE_RANGE);
      enter();
    } else if (opcode === END_SEQUENCE) {
      break;
    } else if (opcode === ADVANCE_PC) {
      address += cursor.uleb128();
    } else if (opcode === ADVANCE_LINE) {
      line = (line + cursor.sleb128()) | 0;
    } else if (opcode === START_LOCAL || opcode === START_LOCAL_EXTENDED) {
      for (let i = opcode === START_LOCAL ? 3 : 4; i > 0; i--) cursor.uleb128();
    } else if (opcode === END_LOCAL || opcode === RESTART_LOCAL || opcode === SET_FILE) {
      cursor.uleb128();
    }
  }
  while (asked < addresses.length) lines[asked++] = current;
  return { lines, size: cursor.offset - offset };
}
