import { ClassDataReader } from '../../../formats/dex/class-data.ts';
import { CodeItem } from '../../../formats/dex/code-item.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import type { DexFile } from '../../../formats/dex/dex-file.ts';
import { OPCODE_UNITS } from '../../../formats/dex/opcodes.ts';
import { payloadUnits } from '../../../formats/dex/payload.ts';
import type { MethodCode, Program, ProgramPart } from './program.ts';

/** Bytes of a payload in which its size stands. */
const PAYLOAD_HEADER = 8;

const Look = { PASS: 0, CALL: 1, WRITE: 2, NOP: 3 } as const;
const LOOK = Uint8Array.from({ length: 256 }, (_, opcode) => {
  if (opcode === 0x00) return Look.NOP;
  if ((opcode >= 0x6e && opcode <= 0x72) || (opcode >= 0x74 && opcode <= 0x78)) return Look.CALL;
  return (opcode >= 0x59 && opcode <= 0x5f) || (opcode >= 0x67 && opcode <= 0x6d) ? Look.WRITE : Look.PASS;
});

/** What is looked for. */
export interface Wanted {
  methods: readonly MethodCode[];
  /** Keys of fields. */
  fields: ReadonlySet<string>;
}

/** The methods of a program, in its order, that call one of some methods or write one of some fields. */
export function findReferences(program: Program, wanted: Wanted): MethodCode[] {
  return program.parts.flatMap((part) => {
    try {
      return findInPart(program, part, wanted);
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      return [];
    }
  });
}

function findInPart(program: Program, part: ProgramPart, wanted: Wanted): MethodCode[] {
  const { dex } = part;
  const methods = markMethods(program, dex, wanted.methods);
  const fields = markFields(program, dex, wanted.fields);
  if (methods === null && fields === null) return [];
  const found: MethodCode[] = [];
  const data = new ClassDataReader(dex.bytes);
  const code = new CodeItem(dex.bytes);
  // Methods that share their code could otherwise make the work grow with the square of the file.
  let left = dex.bytes.length;
  for (let classDef = 0; classDef < dex.classCount && left > 0; classDef++) {
    const offset = dex.classDataOffset(classDef);
    if (offset === 0) continue;
    const hits: number[] = [];
    try {
      data.open(offset);
      while (data.nextField());
      while (left > 0 && data.nextMethod()) {
        if (data.codeOffset === 0) continue;
        code.open(data.codeOffset);
        left -= code.insnsSize;
        if (refers(dex.bytes, code, methods, fields)) hits.push(data.index);
      }
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
    }
    if (hits.length === 0) continue;
    const info = program.classAt(part, classDef);
    if (info === null) continue;
    for (const method of info.methods.values()) if (hits.includes(method.method)) found.push(method);
  }
  return found;
}

/** By method_id: 1 where a call of it may arrive at one of the methods; null where none does. */
function markMethods(program: Program, dex: DexFile, wanted: readonly MethodCode[]): Uint8Array | null {
  const names = new Map<number, MethodCode[]>();
  for (const method of wanted) {
    const name = findString(dex, method.name);
    if (name < 0) continue;
    const others = names.get(name);
    if (others === undefined) names.set(name, [method]);
    else others.push(method);
  }
  if (names.size === 0) return null;
  const marks = new Uint8Array(dex.methodCount);
  let any = false;
  for (let i = 0; i < dex.methodCount; i++) {
    const methods = names.get(dex.methodName(i));
    if (methods === undefined) continue;
    const reference = program.methodReference(dex, i);
    if (reference === null) continue;
    const { owner, proto } = reference;
    const hit = methods.some(
      (method) =>
        method.proto === proto &&
        (program.isSubtype(method.owner.descriptor, owner) || program.isSubtype(owner, method.owner.descriptor)),
    );
    if (hit) marks[i] = 1;
    any ||= hit;
  }
  return any ? marks : null;
}

/** By field_id. */
function markFields(program: Program, dex: DexFile, wanted: ReadonlySet<string>): Uint8Array | null {
  const names = new Set<number>();
  for (const key of wanted) names.add(findString(dex, key.slice(key.lastIndexOf('.') + 1, key.lastIndexOf(':'))));
  names.delete(-1);
  if (names.size === 0) return null;
  const marks = new Uint8Array(dex.fieldCount);
  let any = false;
  for (let i = 0; i < dex.fieldCount; i++) {
    if (!names.has(dex.fieldName(i))) continue;
    const reference = program.fieldReference(dex, i);
    if (reference === null || !wanted.has(reference.key)) continue;
    marks[i] = 1;
    any = true;
  }
  return any ? marks : null;
}

/** String index of a text, -1 for none; the table is sorted. */
function findString(dex: DexFile, text: string): number {
  let low = 0;
  let high = dex.stringCount - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = dex.string(middle);
    if (found === text) return middle;
    if (found < text) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Goes once over the instructions, one behind the other, as far as they are valid. */
function refers(bytes: Uint8Array, code: CodeItem, methods: Uint8Array | null, fields: Uint8Array | null): boolean {
  const end = code.insnsOffset + 2 * code.insnsSize;
  for (let offset = code.insnsOffset; offset < end; ) {
    const opcode = bytes[offset] as number;
    const look = LOOK[opcode] as number;
    let units = OPCODE_UNITS[opcode] as number;
    if (units === 0) return false;
    if (look !== Look.PASS) {
      if (look === Look.NOP) {
        if (bytes[offset + 1] !== 0) {
          if (offset + PAYLOAD_HEADER > bytes.length) return false;
          units = payloadUnits(bytes, offset) || 1;
        }
      } else {
        const marks = look === Look.CALL ? methods : fields;
        if (marks?.[(bytes[offset + 2] as number) | ((bytes[offset + 3] as number) << 8)] === 1) return true;
      }
    }
    offset += 2 * units;
  }
  return false;
}
