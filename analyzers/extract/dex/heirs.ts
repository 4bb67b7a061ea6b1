import { ClassDataReader } from '../../formats/dex/class-data.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { WorkBudget } from '../../model/work-budget.ts';

/** The classes that a DEX file defines, and which watched class each inherits from. */
export class Heirs {
  /** By type_id: class_def index, -1 for none. */
  private readonly definitions: Int32Array;
  /** By type_id: what `watched` holds for the nearest watched superclass, -1 where it was not looked for. */
  private readonly found: Int32Array;
  private readonly declared = new Map<number, readonly number[]>();

  /** @param watched by type_id, 0 for what is not watched */
  constructor(
    private readonly dex: DexFile,
    private readonly watched: Uint16Array,
    private readonly budget: WorkBudget,
  ) {
    this.definitions = new Int32Array(dex.typeCount).fill(-1);
    this.found = new Int32Array(dex.typeCount).fill(-1);
    for (let def = 0; def < dex.classCount; def++) {
      const type = dex.classType(def);
      if (this.definitions[type] === -1) this.definitions[type] = def;
    }
  }

  /** What `watched` holds for the nearest watched class above one that the file defines, 0 where there is none. */
  watchedAbove(type: number): number {
    const known = this.found[type];
    if (known === undefined || this.definitions[type] === -1) return 0;
    if (known >= 0) return known;
    const way: number[] = [];
    let result = 0;
    for (let at = type; ; ) {
      const def = this.definitions[at] ?? -1;
      const own = this.watched[at] ?? 0;
      const settled = this.found[at] ?? 0;
      if (own !== 0 || def === -1 || settled >= 0) {
        result = own !== 0 || def === -1 ? own : settled;
        break;
      }
      // Set before what is above it is asked, so that a class above itself ends the walk.
      this.found[at] = 0;
      way.push(at);
      at = this.dex.superclass(def);
    }
    for (const each of way) this.found[each] = result;
    return result;
  }

  /** Whether the class of a method_id, or one between it and the watched class above, has the method itself. */
  declares(method: number): boolean {
    const { dex } = this;
    const name = dex.methodName(method);
    const proto = dex.methodProto(method);
    const seen = new Set<number>();
    for (let type = dex.methodClass(method); !seen.has(type) && this.watched[type] === 0; ) {
      seen.add(type);
      const def = this.definitions[type] ?? -1;
      if (def === -1) return false;
      const own = this.methodsOf(def);
      if (!this.budget.spend(own.length)) return true;
      if (own.some((each) => dex.methodName(each) === name && dex.methodProto(each) === proto)) return true;
      type = dex.superclass(def);
    }
    return false;
  }

  /** What `watched` holds for the classes above that of a method_id, as far as no class of the file has the method itself. */
  watchedBeyond(method: number): number[] {
    const { dex } = this;
    const name = dex.methodName(method);
    const proto = dex.methodProto(method);
    const found: number[] = [];
    const seen = new Set<number>();
    for (let type = dex.methodClass(method); !seen.has(type); ) {
      if (seen.size > 0 && (this.watched[type] ?? 0) !== 0) found.push(this.watched[type] as number);
      seen.add(type);
      const def = this.definitions[type] ?? -1;
      if (def === -1) break;
      const own = this.methodsOf(def);
      if (!this.budget.spend(own.length)) break;
      if (own.some((each) => dex.methodName(each) === name && dex.methodProto(each) === proto)) break;
      type = dex.superclass(def);
    }
    return found;
  }

  private methodsOf(def: number): readonly number[] {
    const known = this.declared.get(def);
    if (known !== undefined) return known;
    const methods: number[] = [];
    const offset = this.dex.classDataOffset(def);
    if (offset !== 0) {
      const data = new ClassDataReader(this.dex.bytes);
      data.open(offset);
      data.skipFields();
      while (data.nextMethod()) if (data.index < this.dex.methodCount) methods.push(data.index);
    }
    this.declared.set(def, methods);
    return methods;
  }
}
