import type { CodeItem } from '../../formats/dex/code-item.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { OPCODE_UNITS, Op } from '../../formats/dex/opcodes.ts';
import { payloadUnits } from '../../formats/dex/payload.ts';
import type { Fact } from '../../model/fact.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { definedClassName } from './class-name.ts';
import { MethodWalk } from './method-walk.ts';

/** A package is as a whole of the SDK that at least this many and this part of its classes have marks of. */
const CLASSES_OF_PACKAGE = 2;
const PART_OF_PACKAGE = 0.1;
/** And this part of those that have marks of any SDK. */
const PART_OF_MARKED = 0.9;
/** As many classes and packages are listed for each SDK. */
const MOST = 500;
/** Every part of the package has a name as shrinkers give them. */
const SHRUNK = /^(?:[A-Za-z0-9_]{1,2}\.)*[^.]+$/;

/** What of a file is whose, by marks. */
export interface MarkedCode {
  /** String id -> SDKs whose mark it is. */
  strings: ReadonlyMap<number, readonly string[]>;
  /** Class definition -> SDKs whose shape it has. */
  classes: ReadonlyMap<number, readonly string[]>;
}

/**
 * Where the code of renamed SDKs lies: one fact `<sdk>/code` for each, its arguments classes, and packages (`a.b.*`) of
 * which enough classes are the SDK's and hardly one another's. Only classes whose package was renamed are looked at.
 */
export function locateRenamed(file: string, dex: DexFile, marked: MarkedCode, budget: WorkBudget): Fact[] {
  const packages = new Map<string, { total: number; owners: Map<string, string[]> }>();
  for (let classDef = 0; classDef < dex.classCount && budget.spend(1); classDef++) {
    const name = definedClassName(dex, classDef);
    if (!budget.spend(name.length) || !SHRUNK.test(name)) continue;
    const packageName = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    const entry = packages.get(packageName) ?? { total: 0, owners: new Map<string, string[]>() };
    packages.set(packageName, entry);
    entry.total++;
    const owner = ownerOf(dex, classDef, marked, budget);
    if (owner === null) continue;
    const names = entry.owners.get(owner) ?? [];
    names.push(name);
    entry.owners.set(owner, names);
  }
  const found = new Map<string, string[]>();
  for (const [packageName, { total, owners }] of packages) {
    const marked = [...owners.values()].reduce((sum, names) => sum + names.length, 0);
    for (const [sdk, names] of owners) {
      const whole =
        packageName !== '' &&
        names.length >= CLASSES_OF_PACKAGE &&
        names.length >= marked * PART_OF_MARKED &&
        names.length >= total * PART_OF_PACKAGE;
      const list = found.get(sdk) ?? [];
      for (const name of whole ? [`${packageName}.*`] : names) if (list.length < MOST) list.push(name);
      found.set(sdk, list);
    }
  }
  return [...found]
    .map(([sdk, names]): Fact => ({ kind: 'mark', value: `${sdk}/code`, args: names.sort(), at: { file } }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** The one SDK whose marks a class has; null for none and for several. */
function ownerOf(dex: DexFile, classDef: number, { strings, classes }: MarkedCode, budget: WorkBudget): string | null {
  const owners = new Set(classes.get(classDef) ?? []);
  if (strings.size === 0) return owners.size === 1 ? ([...owners][0] ?? null) : null;
  const offset = dex.classDataOffset(classDef);
  if (offset === 0) return null;
  const walk = new MethodWalk(dex, budget);
  try {
    walk.open(offset);
    while (walk.next()) {
      if (!budget.spend(walk.code.insnsSize)) break;
      for (const string of loadedStrings(dex.bytes, walk.code)) {
        for (const sdk of strings.get(string) ?? []) owners.add(sdk);
      }
    }
  } catch (error) {
    if (!(error instanceof DexError)) throw error;
    budget.fail();
  }
  return owners.size === 1 ? ([...owners][0] ?? null) : null;
}

/** Ids of the strings that a method loads, by going over its instructions one behind the other. */
function* loadedStrings(bytes: Uint8Array, code: CodeItem): Generator<number> {
  const end = Math.min(bytes.length, code.insnsOffset + 2 * code.insnsSize);
  for (let offset = code.insnsOffset; offset + 3 < end; ) {
    const opcode = bytes[offset] ?? 0;
    const index = (bytes[offset + 2] ?? 0) | ((bytes[offset + 3] ?? 0) << 8);
    if (opcode === Op.CONST_STRING) yield index;
    if (opcode === Op.CONST_STRING_JUMBO) {
      yield index + ((bytes[offset + 4] ?? 0) | ((bytes[offset + 5] ?? 0) << 8)) * 0x10000;
    }
    const payload = opcode === Op.NOP && bytes[offset + 1] !== 0 ? payloadUnits(bytes, offset) : 0;
    offset += 2 * (payload || OPCODE_UNITS[opcode] || 1);
  }
}
