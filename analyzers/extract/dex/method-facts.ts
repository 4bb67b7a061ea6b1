import { CodeItem } from '../../formats/dex/code-item.ts';
import { readLines } from '../../formats/dex/debug-info.ts';
import { methodSignature } from '../../formats/dex/descriptor.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { Fact } from '../../model/fact.ts';
import type { Location } from '../../model/location.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { definedClassName } from './class-name.ts';
import { Sweep, sweepCode } from './code-sweep.ts';
import type { DexWatch } from './dex-watch.ts';
import { EmptiedMethods } from './emptied-methods.ts';
import type { IdMarks } from './id-marks.ts';
import { type Site, SiteFinder } from './method-sites.ts';

/** Bytes of one method's debug info beyond which it is no longer followed. */
const MAX_DEBUG_INFO = 1 << 20;
/** How often the second look goes over the code units of a method. */
const SECOND_LOOK = 4;
const UNREADABLE = '?';

export interface MethodFacts {
  facts: Fact[];
  /** True when reachable code of the method could not be read. */
  corrupt: boolean;
  /** True when bytes that no path reaches are no instructions. */
  deadInvalid: boolean;
}

const CORRUPT: MethodFacts = { facts: [], corrupt: true, deadInvalid: false };

/** Makes the facts of one method after the other of a DEX file. */
export class MethodExtractor {
  private readonly code: CodeItem;
  private readonly finder: SiteFinder;
  /** What was seen of methods without their code. */
  readonly emptied: EmptiedMethods;
  private className = '';
  private classOfName = -1;

  /** @param staticConstants see StaticStrings.constants */
  constructor(
    private readonly file: string,
    private readonly dex: DexFile,
    watch: DexWatch,
    private readonly marks: IdMarks,
    staticConstants: Int32Array,
    private readonly budget: WorkBudget,
    maxFacts: number,
  ) {
    this.code = new CodeItem(dex.bytes);
    this.emptied = new EmptiedMethods(dex.bytes);
    this.finder = new SiteFinder(dex, watch, marks, staticConstants, maxFacts);
  }

  /** @returns null for the ordinary case that nothing was found and nothing was wrong */
  extract(method: number, codeOffset: number, classDef: number, access: number): MethodFacts | null {
    const { budget, code, dex } = this;
    try {
      code.open(codeOffset);
      if (!budget.spend(code.insnsSize)) return null;
      this.emptied.count(code, access);
      const seen = sweepCode(dex.bytes, code, this.marks);
      if (seen === 0 && !code.truncated) return null;
      if (!budget.spend(SECOND_LOOK * code.insnsSize)) return null;
      const { sites, corrupt } = this.finder.find(code, seen);
      const deadInvalid = (seen & Sweep.IRREGULAR) !== 0 && !corrupt && !code.truncated;
      return { facts: this.facts(sites, method, classDef), corrupt: corrupt || code.truncated, deadInvalid };
    } catch (error) {
      if (error instanceof DexError) return CORRUPT;
      throw error;
    }
  }

  private facts(sites: readonly Site[], method: number, classDef: number): Fact[] {
    if (sites.length === 0) return [];
    const className = this.classNameOf(classDef);
    const signature = this.signatureOf(method);
    const lines = this.linesOf(sites);
    return sites.map(({ kind, value, args, address }, i) => {
      const at: Location = { file: this.file, class: className, method: signature, offset: address };
      const line = lines?.[i] ?? 0;
      if (line > 0) at.line = line;
      this.budget.spend(value.length + className.length + signature.length + (args?.join().length ?? 0));
      return args === null ? { kind, value, at } : { kind, value, args, at };
    });
  }

  private classNameOf(classDef: number): string {
    if (classDef !== this.classOfName) {
      this.className = definedClassName(this.dex, classDef);
      this.classOfName = classDef;
    }
    return this.className;
  }

  private signatureOf(method: number): string {
    try {
      return methodSignature(this.dex, method);
    } catch (error) {
      if (error instanceof DexError) return UNREADABLE;
      throw error;
    }
  }

  /** Source lines of sites, null where the method has no readable debug info. */
  private linesOf(sites: readonly Site[]): Int32Array | null {
    const offset = this.code.debugInfoOffset;
    if (offset === 0) return null;
    try {
      const addresses = sites.map((site) => site.address);
      const { lines, size } = readLines(this.dex, offset, addresses, MAX_DEBUG_INFO);
      this.budget.spend(size);
      return lines;
    } catch (error) {
      if (error instanceof DexError) return null;
      throw error;
    }
  }
}
