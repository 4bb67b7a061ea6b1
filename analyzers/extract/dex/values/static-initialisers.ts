import type { ClassInfo, FieldReference, Program } from './program.ts';
import type { Value } from './value.ts';

/** Initialisers that wait for one another; chains beyond are not followed. */
const MAX_NESTING = 4;

/**
 * What static fields hold once their class is initialised: the values that stand in the DEX file, and what `<clinit>`
 * assigns on its first path.
 */
export class StaticInitialisers {
  private readonly values = new Map<ClassInfo, ReadonlyMap<string, Value>>();
  private nesting = 0;

  /** @param run explores `<clinit>` of a class and says what static fields hold at its end, null where there is none */
  constructor(
    private readonly program: Program,
    private readonly run: (info: ClassInfo) => ReadonlyMap<string, Value> | null,
  ) {}

  /** Undefined where it is not known or is null. The caller copies what can change. */
  valueOf(field: FieldReference): Value | undefined {
    const info = field.declaredBy;
    if (info === null) return undefined;
    let values = this.values.get(info);
    if (values === undefined) {
      values = this.initialise(info);
    }
    const value = values.get(field.key);
    // Null, or 0, in a field that can change says that it is filled later.
    return value === 0 && !field.final ? undefined : value;
  }

  private initialise(info: ClassInfo): ReadonlyMap<string, Value> {
    const values = new Map<string, Value>();
    this.values.set(info, values);
    for (const [name, value] of this.program.staticValues(info)) values.set(`${info.descriptor}.${name}`, value);
    if (this.nesting >= MAX_NESTING || !info.methods.has('<clinit>()V')) return values;
    this.nesting++;
    for (const [key, value] of this.run(info) ?? []) if (key.startsWith(`${info.descriptor}.`)) values.set(key, value);
    this.nesting--;
    return values;
  }
}
