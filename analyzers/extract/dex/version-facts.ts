import { ClassDataReader } from '../../formats/dex/class-data.ts';
import { CodeItem } from '../../formats/dex/code-item.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { EncodedArrayReader, ValueType } from '../../formats/dex/encoded-value.ts';
import { Op } from '../../formats/dex/opcodes.ts';
import type { Fact } from '../../model/fact.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { ByteTrie } from './byte-trie.ts';
import { definedClassName } from './class-name.ts';

/** Where versions are looked for. */
export interface VersionWatch {
  /** Descriptors of the classes of listed fields and methods; positions in `members`. */
  classes: ByteTrie;
  /** Class by class: names of listed members, those of methods with `()`. */
  members: readonly ReadonlySet<string>[];
  /** Packages of SDKs, in which members with usual names are looked at too. */
  packages: ByteTrie;
}

const VERSION = /^[vV]?\d[\w.+-]{0,40}$/;
/** What is given back by members with usual names must look more like a version, and not like one nobody ever changed. */
const SURE_VERSION = /^[vV]?(?!(?:0\.0|1\.0|1\.0\.0|0\.0\.0)$)\d{1,9}(?:\.\d{1,9}){1,5}(?:[-+]\w[\w.-]{0,20})?$/;
/** The names that SDKs give to the member that holds their version. */
const USUAL = ['SDK_VERSION', 'SDK_VERSION_NAME', 'SDK_VER', 'getSdkVersion', 'getSDKVersion', 'getVersion'];
const USUAL_NAMES = new ByteTrie(USUAL);
/** `const-string v, "…"` and `return-object v`. */
const CONSTANT_BODY_UNITS = 3;

/** @param listed `class.field` and `class.method()` of all SDKs; @param packages of all SDKs */
export function compileVersionWatch(listed: readonly string[], packages: ByteTrie): VersionWatch {
  const members = new Map<string, Set<string>>();
  for (const member of listed) {
    const className = classOf(member);
    members.set(className, (members.get(className) ?? new Set<string>()).add(member.slice(className.length + 1)));
  }
  const classes = new ByteTrie([...members.keys()].map((name) => `L${name.replaceAll('.', '/')};`));
  return { classes, members: [...members.values()], packages };
}

/**
 * One fact for each field whose initial value, and each method whose one constant, is a version: `class.field` or
 * `class.method()`. What cannot be read is left out.
 */
export function findVersions(file: string, dex: DexFile, watch: VersionWatch, budget: WorkBudget): Fact[] {
  const usual = usualMembers(dex, budget);
  const facts: Fact[] = [];
  for (let classDef = 0; classDef < dex.classCount && !budget.spent; classDef++) {
    const type = dex.classType(classDef);
    const start = dex.typeStart(type);
    if (start < 0 || dex.classDataOffset(classDef) === 0) continue;
    const listed = watch.members[watch.classes.whole(dex.bytes, start)];
    const asksUsual = usual.types[type] === 1 && watch.packages.package(dex.bytes, start) >= 0;
    if (listed === undefined && !asksUsual) continue;
    try {
      const found = versionsOf(dex, classDef, listed, asksUsual ? usual : null, budget);
      if (found.length === 0) continue;
      const className = definedClassName(dex, classDef);
      for (const [member, version] of found) {
        facts.push({
          kind: 'version',
          value: `${className}.${member}`,
          args: [version],
          at: { file, class: className },
        });
      }
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      budget.fail();
    }
  }
  return facts;
}

interface UsualMembers {
  /** By field_id and by method_id: 1 for a usual name. */
  fields: Uint8Array;
  methods: Uint8Array;
  /** By type_id: 1 where the type has such a member. */
  types: Uint8Array;
}

function usualMembers(dex: DexFile, budget: WorkBudget): UsualMembers {
  const names = new Uint8Array(dex.stringCount);
  if (budget.spend(dex.stringCount)) {
    const found = USUAL_NAMES.findAll(dex.bytes, dex.stringStarts, 0);
    for (let hit = 0; hit < found.length; hit += 2) names[found[hit] as number] = 1;
  }
  const usual = {
    fields: new Uint8Array(dex.fieldCount),
    methods: new Uint8Array(dex.methodCount),
    types: new Uint8Array(dex.typeCount),
  };
  const { fieldWords, methodWords } = dex;
  for (let field = 0; field < dex.fieldCount; field++) {
    if (names[fieldWords[2 * field + 1] as number] !== 1) continue;
    usual.fields[field] = 1;
    usual.types[dex.fieldClass(field)] = 1;
  }
  for (let method = 0; method < dex.methodCount; method++) {
    if (names[methodWords[2 * method + 1] as number] !== 1) continue;
    usual.methods[method] = 1;
    usual.types[dex.methodClass(method)] = 1;
  }
  return usual;
}

/** Names of members, methods with `()`, and the version that each holds. */
function versionsOf(
  dex: DexFile,
  classDef: number,
  listed: ReadonlySet<string> | undefined,
  usual: UsualMembers | null,
  budget: WorkBudget,
): [member: string, version: string][] {
  const found: [string, string][] = [];
  const take = (isUsual: boolean, member: () => string, value: () => string): void => {
    const name = listed === undefined && !isUsual ? '' : member();
    const isListed = listed?.has(name) === true;
    if (!isListed && !isUsual) return;
    const version = value();
    if ((isListed ? VERSION : SURE_VERSION).test(version)) found.push([name, version]);
  };
  const data = new ClassDataReader(dex.bytes);
  const code = new CodeItem(dex.bytes);
  const valuesOffset = dex.staticValuesOffset(classDef);
  const values = valuesOffset === 0 ? null : new EncodedArrayReader(dex.cursor(valuesOffset));
  data.open(dex.classDataOffset(classDef));
  let more = values !== null;
  while (budget.spend(1) && data.nextField()) {
    if (values === null || !more || data.staticPosition < 0) continue;
    more = values.next();
    if (!more || values.type !== ValueType.STRING) continue;
    const { index } = data;
    take(
      usual?.fields[index] === 1,
      () => dex.string(dex.fieldName(index)),
      () => dex.string(values.value),
    );
  }
  while (budget.spend(1) && data.nextMethod()) {
    if (data.codeOffset === 0) continue;
    const { index } = data;
    if (listed === undefined && usual?.methods[index] !== 1) continue;
    code.open(data.codeOffset);
    const at = code.insnsOffset;
    if (code.insnsSize !== CONSTANT_BODY_UNITS || dex.bytes[at] !== Op.CONST_STRING) continue;
    const string = (dex.bytes[at + 2] ?? 0) | ((dex.bytes[at + 3] ?? 0) << 8);
    take(
      usual?.methods[index] === 1,
      () => `${dex.string(dex.methodName(index))}()`,
      () => dex.string(string),
    );
  }
  return found;
}

/** `class.member` -> class. */
export function classOf(member: string): string {
  return member.slice(0, member.lastIndexOf('.'));
}
