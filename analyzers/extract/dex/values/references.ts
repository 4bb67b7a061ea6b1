import { ClassDataReader } from '../../../formats/dex/class-data.ts';
import { CodeItem } from '../../../formats/dex/code-item.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import type { DexFile } from '../../../formats/dex/dex-file.ts';
import { OPCODE_UNITS } from '../../../formats/dex/opcodes.ts';
import { payloadUnits } from '../../../formats/dex/payload.ts';
import type { MethodCode, MethodReference, Program, ProgramPart } from './program.ts';

/** Bytes of a payload in which its size stands. */
const PAYLOAD_HEADER = 8;
const SMALLEST_CAPACITY = 1 << 12;

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

/** Finds the methods of a program that call some methods or write some fields. */
export class ReferenceFinder {
  private indexes: ReferenceIndex[] | null = null;

  constructor(private readonly program: Program) {}

  /** In the order of the program. */
  find(wanted: Wanted): MethodCode[] {
    // One pass over all instructions serves every look-up.
    this.indexes ??= this.program.parts.map((part) => new ReferenceIndex(part));
    return this.indexes.flatMap((index) => {
      try {
        return index.find(this.program, wanted);
      } catch (error) {
        if (!(error instanceof DexError)) throw error;
        return [];
      }
    });
  }
}

/** Every call and every write of a field in one DEX file, as pairs of the id and the method that holds it. */
class ReferenceIndex {
  /** Pairs of class_def and method_id of the methods that have code, in the order of the file. */
  private readonly methods: number[] = [];
  /** Pairs of method_id, or field_id plus the number of methods, and position in `methods`. */
  private references = new Int32Array(SMALLEST_CAPACITY);
  private length = 0;

  constructor(private readonly part: ProgramPart) {
    const { dex } = part;
    const data = new ClassDataReader(dex.bytes);
    const code = new CodeItem(dex.bytes);
    // Methods that share their code could otherwise make the work grow with the square of the file.
    let left = dex.bytes.length;
    for (let classDef = 0; classDef < dex.classCount && left > 0; classDef++) {
      try {
        const offset = dex.classDataOffset(classDef);
        if (offset === 0) continue;
        data.open(offset);
        left -= data.skippingCost;
        if (left <= 0) break;
        data.skipFields();
        while (left > 0 && data.nextMethod()) {
          left--;
          if (data.codeOffset === 0) continue;
          code.open(data.codeOffset);
          left -= code.insnsSize;
          this.methods.push(classDef, data.index);
          this.sweep(code);
        }
      } catch (error) {
        if (!(error instanceof DexError)) throw error;
      }
    }
  }

  find(program: Program, wanted: Wanted): MethodCode[] {
    const { dex } = this.part;
    const marks = new Uint8Array(dex.methodCount + dex.fieldCount);
    const marked = markMethods(program, dex, wanted.methods, marks) + markFields(program, dex, wanted.fields, marks);
    if (marked === 0) return [];
    const found: MethodCode[] = [];
    const { references, length } = this;
    let last = -1;
    for (let i = 0; i < length; i += 2) {
      if (marks[references[i] as number] !== 1) continue;
      const position = references[i + 1] as number;
      if (position === last) continue;
      last = position;
      const info = program.classAt(this.part, this.methods[position] as number);
      const method = info?.methodsById.get(this.methods[position + 1] as number);
      if (method !== undefined) found.push(method);
    }
    return found;
  }

  /** Goes once over the instructions, one behind the other, as far as they are valid. */
  private sweep(code: CodeItem): void {
    const { bytes, methodCount } = this.part.dex;
    const position = this.methods.length - 2;
    const end = code.insnsOffset + 2 * code.insnsSize;
    let { references, length } = this;
    for (let offset = code.insnsOffset; offset < end; ) {
      const opcode = bytes[offset] as number;
      const look = LOOK[opcode] as number;
      let units = OPCODE_UNITS[opcode] as number;
      if (units === 0) break;
      if (look === Look.NOP) {
        if (bytes[offset + 1] !== 0) {
          if (offset + PAYLOAD_HEADER > bytes.length) break;
          units = payloadUnits(bytes, offset) || 1;
        }
      } else if (look !== Look.PASS) {
        if (length + 2 > references.length) {
          const larger = new Int32Array(2 * references.length);
          larger.set(references);
          references = larger;
        }
        const index = (bytes[offset + 2] as number) | ((bytes[offset + 3] as number) << 8);
        references[length] = look === Look.CALL ? index : methodCount + index;
        references[length + 1] = position;
        length += 2;
      }
      offset += 2 * units;
    }
    this.references = references;
    this.length = length;
  }
}

/** Marks the method ids of which a call may arrive at one of the methods. @returns how many */
function markMethods(program: Program, dex: DexFile, wanted: readonly MethodCode[], marks: Uint8Array): number {
  const names = new Map<number, MethodCode[]>();
  const isWanted = new Uint8Array(dex.stringCount);
  for (const method of wanted) {
    const name = findString(dex, method.name);
    if (name < 0) continue;
    isWanted[name] = 1;
    const others = names.get(name);
    if (others === undefined) names.set(name, [method]);
    else others.push(method);
  }
  if (names.size === 0) return 0;
  let count = 0;
  const { methodCount, methodWords } = dex;
  for (let i = 0; i < methodCount; i++) {
    if (isWanted[methodWords[2 * i + 1] as number] !== 1) continue;
    const methods = names.get(dex.methodName(i)) ?? [];
    const reference = program.methodReference(dex, i);
    if (reference === null) continue;
    if (!mayArrive(program, reference, methods)) continue;
    marks[i] = 1;
    count++;
  }
  return count;
}

/** Whether a call of a reference may arrive at one of the methods, which have its name. */
function mayArrive(program: Program, { owner, proto }: MethodReference, methods: readonly MethodCode[]): boolean {
  return methods.some(
    (method) =>
      method.proto === proto &&
      (program.isSubtype(method.owner.descriptor, owner) || program.isSubtype(owner, method.owner.descriptor)),
  );
}

/** Marks field ids, behind those of the methods. @returns how many */
function markFields(program: Program, dex: DexFile, wanted: ReadonlySet<string>, marks: Uint8Array): number {
  const names = new Set<number>();
  for (const key of wanted) names.add(findString(dex, key.slice(key.lastIndexOf('.') + 1, key.lastIndexOf(':'))));
  names.delete(-1);
  if (names.size === 0) return 0;
  let count = 0;
  for (let i = 0; i < dex.fieldCount; i++) {
    if (!names.has(dex.fieldName(i))) continue;
    const reference = program.fieldReference(dex, i);
    if (reference === null || !wanted.has(reference.key)) continue;
    marks[dex.methodCount + i] = 1;
    count++;
  }
  return count;
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
