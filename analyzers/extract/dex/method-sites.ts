import type { CodeItem } from '../../formats/dex/code-item.ts';
import { ControlFlow, Flow } from '../../formats/dex/control-flow.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { ValueType } from '../../formats/dex/encoded-value.ts';
import { readU2, readU4 } from '../../formats/dex/little-endian.ts';
import { callSiteArguments } from '../../formats/dex/method-handle.ts';
import { endsBlock, OPCODE_REF, OPCODE_UNITS, Op, Ref } from '../../formats/dex/opcodes.ts';
import { payloadUnits } from '../../formats/dex/payload.ts';
import type { FactKind } from '../../model/fact.ts';
import { callArguments } from './call-arguments.ts';
import { isFieldRead, Sweep } from './code-sweep.ts';
import type { DexWatch, WatchedMember } from './dex-watch.ts';
import { handleMember, type IdMarks } from './id-marks.ts';
import { RegisterConstants } from './register-constants.ts';

/** A fact before its place is spelled out. */
export interface Site {
  kind: FactKind;
  value: string;
  args: string[] | null;
  /** Code units from the start of the method's instructions. */
  address: number;
}

type Found = Omit<Site, 'address'>;
const SMALLEST_CAPACITY = 1024;
const NOTHING: readonly Found[] = [];

export interface MethodSites {
  /** In the order of their addresses. */
  sites: Site[];
  /** True when reachable code of the method could not be read. */
  corrupt: boolean;
}

/** Written out: engines take far longer over a spread with a further property. */
function placed({ kind, value, args }: Found, address: number): Site {
  return { kind, value, args, address };
}

/** Takes the second, careful look at the methods of one DEX file that the sweep picked out. */
export class SiteFinder {
  private readonly constants: RegisterConstants;
  private readonly flow: ControlFlow;
  /** Where the instructions of the present method start, in code units. */
  private addresses = new Uint32Array(SMALLEST_CAPACITY);

  /** @param staticConstants see StaticStrings.constants  @param maxSites of one method */
  constructor(
    private readonly dex: DexFile,
    private readonly watch: DexWatch,
    private readonly marks: IdMarks,
    staticConstants: Int32Array,
    private readonly maxSites: number,
  ) {
    this.flow = new ControlFlow(dex.bytes);
    this.constants = new RegisterConstants(dex.bytes, staticConstants);
  }

  /** @param seen what the sweep saw; of an irregular method only reachable instructions are looked at */
  find(code: CodeItem, seen: number): MethodSites {
    const { bytes } = this.dex;
    const { constants, flow } = this;
    const irregular = (seen & Sweep.IRREGULAR) !== 0;
    const calls = irregular || (seen & Sweep.CALL) !== 0;
    if (calls) flow.follow(code);
    const count = irregular ? this.listReached(code) : this.listAll(code);
    const { addresses } = this;
    if (calls) {
      constants.begin(code.registers, code.ins);
      for (let i = 0; i < count; i++) constants.define(code.insnsOffset + 2 * (addresses[i] as number));
    }

    const sites: Site[] = [];
    let corrupt = irregular && flow.invalid > 0;
    for (let i = 0; i < count && sites.length < this.maxSites; i++) {
      const address = addresses[i] as number;
      const offset = code.insnsOffset + 2 * address;
      if (calls && ((flow.flags[address] as number) & Flow.TARGET) !== 0) constants.join();
      const opcode = bytes[offset] as number;
      if (OPCODE_REF[opcode] !== Ref.NONE) {
        try {
          const found = this.sitesAt(offset);
          if (found.length > 0) for (const site of found) sites.push(placed(site, address));
        } catch (error) {
          if (!(error instanceof DexError)) throw error;
          corrupt = true;
        }
      }
      if (!calls) continue;
      constants.step(offset);
      if (endsBlock(opcode)) constants.join();
    }
    return { sites, corrupt };
  }

  /** Lists the addresses of the instructions that the control flow reaches. @returns how many */
  private listReached(code: CodeItem): number {
    this.reserve(code.insnsSize);
    let count = 0;
    for (let address = 0; address < code.insnsSize; address++) {
      if (((this.flow.flags[address] as number) & Flow.REACHED) !== 0) this.addresses[count++] = address;
    }
    return count;
  }

  /** Lists the addresses of all instructions of a regular method, one behind the other. @returns how many */
  private listAll(code: CodeItem): number {
    this.reserve(code.insnsSize);
    const { bytes } = this.dex;
    let count = 0;
    for (let address = 0; address < code.insnsSize; ) {
      const offset = code.insnsOffset + 2 * address;
      const opcode = bytes[offset] as number;
      const payload = opcode === Op.NOP && bytes[offset + 1] !== 0 ? payloadUnits(bytes, offset) : 0;
      if (payload === 0) this.addresses[count++] = address;
      address += payload || (OPCODE_UNITS[opcode] as number);
    }
    return count;
  }

  private reserve(size: number): void {
    if (size > this.addresses.length) this.addresses = new Uint32Array(2 * size);
  }

  /** What the complete instruction at byte `offset` refers to, if it is watched. */
  private sitesAt(offset: number): readonly Found[] {
    const { bytes } = this.dex;
    const opcode = bytes[offset] as number;
    switch (OPCODE_REF[opcode]) {
      case Ref.STRING: {
        const index = opcode === Op.CONST_STRING ? readU2(bytes, offset + 2) : readU4(bytes, offset + 2);
        return this.stringSites(index);
      }
      case Ref.METHOD:
        return this.callSites(offset, opcode);
      case Ref.FIELD:
        return isFieldRead(opcode) ? this.memberSites(this.marks.fields[readU2(bytes, offset + 2)]) : NOTHING;
      case Ref.CALL_SITE:
        return this.customSites(readU2(bytes, offset + 2));
      case Ref.METHOD_HANDLE: {
        const handle = readU2(bytes, offset + 2);
        return this.marks.methodHandles[handle] === 1
          ? this.memberSites(handleMember(this.dex, this.marks, handle))
          : NOTHING;
      }
      default:
        return NOTHING;
    }
  }

  private stringSites(index: number): readonly Found[] {
    if (this.marks.strings[index] !== 1) return NOTHING;
    return [{ kind: 'string', value: this.dex.string(index), args: null }];
  }

  private callSites(offset: number, opcode: number): readonly Found[] {
    const method = readU2(this.dex.bytes, offset + 2);
    const member = this.member(this.marks.methods[method]);
    if (member === undefined) return NOTHING;
    const polymorphic = opcode === Op.INVOKE_POLYMORPHIC || opcode === Op.INVOKE_POLYMORPHIC_RANGE;
    const proto = polymorphic ? readU2(this.dex.bytes, offset + 6) : this.dex.methodProto(method);
    const { values, string } = callArguments(this.dex, offset, proto, this.constants);
    return [{ kind: 'call', value: member.value, args: member.argument || string ? values : null }];
  }

  /** Method references and strings that the bootstrap of an invoke-custom is given. */
  private customSites(callSite: number): readonly Found[] {
    if (this.marks.callSites[callSite] !== 1) return NOTHING;
    const sites: Found[] = [];
    const values = callSiteArguments(this.dex, this.marks.handles, callSite);
    while (values?.next()) {
      if (values.type === ValueType.STRING) for (const item of this.stringSites(values.value)) sites.push(item);
      else if (values.type === ValueType.METHOD_HANDLE && this.marks.methodHandles[values.value] === 1) {
        for (const item of this.memberSites(handleMember(this.dex, this.marks, values.value))) sites.push(item);
      }
    }
    return sites;
  }

  private memberSites(mark: number | undefined): readonly Found[] {
    const member = this.member(mark);
    if (member === undefined) return NOTHING;
    return [{ kind: member.kind === 'method' ? 'call' : 'field', value: member.value, args: null }];
  }

  private member(mark: number | undefined): WatchedMember | undefined {
    return mark === undefined || mark === 0 ? undefined : this.watch.members[mark - 1];
  }
}
