import type { CodeItem } from '../../formats/dex/code-item.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { OPCODE_REF, OPCODE_UNITS, Op, Ref } from '../../formats/dex/opcodes.ts';
import { payloadUnits } from '../../formats/dex/payload.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { mix, type TypeShapes } from './type-shapes.ts';

/** Methods that call less of the platform, java.lang left out, look alike. */
const FEWEST_CALLS = 4;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** 1 for the opcodes that call a method by its id. */
const INVOKES = Uint8Array.from({ length: 256 }, (_, opcode) => Number(OPCODE_REF[opcode] === Ref.METHOD));

/**
 * Marks of methods by what they call of the platform, which no shrinker renames: a method's descriptor and the methods
 * of the platform that it calls, in no order, as often as it calls them.
 */
export class CallShapes {
  /** By method id: hash of a method of the platform, 0 for any other, -1 for not yet computed. */
  private readonly methods: Int32Array;
  private readonly telling: Uint8Array;

  constructor(
    private readonly dex: DexFile,
    private readonly shapes: TypeShapes,
    private readonly budget: WorkBudget,
  ) {
    this.methods = new Int32Array(dex.methodCount).fill(-1);
    this.telling = new Uint8Array(dex.methodCount);
  }

  /**
   * Mark of a method, 0 for one that looks like many others.
   * @throws DexError for ids that lead outside the file
   */
  mark(method: number, { insnsOffset, insnsSize }: CodeItem): number {
    const { bytes } = this.dex;
    const end = insnsOffset + 2 * insnsSize;
    if (end > bytes.length || !this.budget.spend(insnsSize)) return 0;
    let hash = 0;
    let telling = 0;
    for (let offset = insnsOffset; offset + 3 < end; ) {
      const opcode = bytes[offset] as number;
      if (INVOKES[opcode] === 1) {
        const called = (bytes[offset + 2] as number) | ((bytes[offset + 3] as number) << 8);
        const known = this.called(called);
        hash = (hash + known) | 0;
        telling += this.telling[called] ?? 0;
      }
      const payload = opcode === Op.NOP && bytes[offset + 1] !== 0 ? payloadUnits(bytes, offset) : 0;
      offset += 2 * (payload || OPCODE_UNITS[opcode] || 1);
    }
    if (telling < FEWEST_CALLS) return 0;
    return mix(hash, this.shapes.proto(this.dex.methodProto(method))) >>> 0 || 1;
  }

  /** Hash of a method of the platform, 0 for any other. */
  private called(method: number): number {
    const { dex, methods } = this;
    const known = methods[method];
    if (known === undefined) throw new DexError(`method ${method} lies outside the file`, 0);
    if (known !== -1) return known;
    const owner = dex.methodClass(method);
    const type = this.shapes.type(owner);
    let hash = 0;
    if (this.shapes.isPlatform(owner)) {
      hash = FNV_OFFSET;
      const name = dex.stringStarts[dex.methodName(method)] ?? -1;
      for (let at = name; at >= 0 && dex.bytes[at] !== undefined && dex.bytes[at] !== 0; at++) {
        hash = Math.imul(hash ^ (dex.bytes[at] as number), FNV_PRIME);
      }
      hash = mix(mix(hash, type), this.shapes.proto(dex.methodProto(method)));
      if (hash === -1) hash = 1;
      this.telling[method] = this.shapes.isTelling(owner);
    }
    methods[method] = hash;
    return hash;
  }
}
