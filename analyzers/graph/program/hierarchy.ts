import type { Catalogue } from '../../model/catalogue.ts';
import { Access, type ProgramFile } from '../../model/program.ts';
import { Fields } from './fields.ts';
import { MemberNames, type MemberSpecs } from './member-names.ts';
import { Numbering } from './numbering.ts';

const NO_METHOD = -1;
/** Numbers of one method in a class's table, see `tableOf`. */
export const FIELDS = 4;
/** Marks for the hashes of names; several times as many as a large build has names. */
const NAME_MARKS = 1 << 19;
/** Supertypes of one type that are followed, in all and one above the other; compilers stay far below. */
const MOST_SUPERTYPES = 256;
/** Types above one another whose supertypes are found in one go. */
const MOST_AT_ONCE = 32;

/**
 * The classes of a build with their supertypes, those of the platform too, and which of their methods run: a class is a
 * number for a defined class (of several with one name the first counts).
 */
export class Hierarchy extends Numbering {
  /** By class. */
  readonly typeOfClass: number[] = [];
  readonly fileOfClass: number[] = [];
  readonly defOfClass: number[] = [];
  /** By defined method, once its class was looked at: code, access flags and class (-1 before). */
  readonly codeOf: Int32Array;
  readonly accessOf: Uint32Array;
  readonly classOfMethod: Int32Array;
  readonly fields: Fields;

  /** True once a type turned out to have more supertypes than are followed. */
  isCut = false;

  // Of the size that they will have: engines make a slow table of an array that is filled from the middle.
  private readonly supers: (readonly number[] | undefined)[];
  private readonly direct: (readonly number[] | undefined)[];
  private readonly tables: (readonly number[] | undefined)[];
  /** By hash of a name: 1 where a class defines a method of it. */
  private definedNames: Uint8Array | null = null;
  private readonly specs = new MemberNames((name) => this.numberOfName(name));
  private readonly lookups = new Map<number, number>();
  private readonly members = new Map<MemberSpecs, Map<number, readonly number[]>>();

  constructor(
    files: readonly ProgramFile[],
    private readonly platform: Catalogue['classHierarchy'],
  ) {
    super(files);
    this.codeOf = new Int32Array(this.methodTotal);
    this.accessOf = new Uint32Array(this.methodTotal);
    this.classOfMethod = new Int32Array(this.methodTotal).fill(-1);
    files.forEach((file, index) => {
      for (let def = 0; def < file.classCount; def++) {
        const type = this.localType(index, file.classType(def));
        if (type < 0 || this.classOfType[type] !== -1) continue;
        this.classOfType[type] = this.typeOfClass.length;
        this.typeOfClass.push(type);
        this.fileOfClass.push(index);
        this.defOfClass.push(def);
      }
    });
    this.supers = new Array(this.typeRoom);
    this.direct = new Array(this.typeRoom);
    this.tables = new Array(this.typeOfClass.length);
    this.fields = new Fields(this);
  }

  superclassOf(cls: number): number {
    const file = this.fileOfClass[cls] as number;
    const local = this.files[file]?.superclass(this.defOfClass[cls] as number) ?? -1;
    return local < 0 ? -1 : this.localType(file, local);
  }

  accessOfClass(cls: number): number {
    return this.files[this.fileOfClass[cls] as number]?.classAccess(this.defOfClass[cls] as number) ?? 0;
  }

  /** The direct supertypes of a type, superclass first. */
  private directSupertypes(type: number): readonly number[] {
    let known = this.direct[type];
    if (known === undefined) {
      known = this.findDirectSupertypes(type);
      this.direct[type] = known;
    }
    return known;
  }

  private findDirectSupertypes(type: number): number[] {
    const cls = this.classOfType[type] as number;
    if (cls < 0)
      return (this.platform[this.nameOfType(type)] ?? []).map((name) => this.typeOf(`L${name.replaceAll('.', '/')};`));
    const file = this.fileOfClass[cls] as number;
    const superclass = this.superclassOf(cls);
    const types = superclass < 0 ? [] : [superclass];
    const interfaces = (this.files[file] as ProgramFile).interfaces(this.defOfClass[cls] as number);
    for (let i = 0; i < interfaces.length; i++) {
      const type = this.localType(file, interfaces[i] as number);
      if (type >= 0) types.push(type);
    }
    return types;
  }

  /** The superclass and the interfaces that a class names. */
  forEachDirectSupertype(cls: number, visit: (type: number) => void): void {
    const file = this.fileOfClass[cls] as number;
    const program = this.files[file] as ProgramFile;
    const def = this.defOfClass[cls] as number;
    const superclass = program.superclass(def);
    if (superclass >= 0) visit(this.localType(file, superclass));
    for (const local of program.interfaces(def)) visit(this.localType(file, local));
  }

  /** False where surely no class of the build defines a method of this name. */
  definesName(method: number, file: number): boolean {
    if (this.definedNames === null) {
      this.definedNames = new Uint8Array(NAME_MARKS);
      for (const program of this.files) program.markDefinedNames(this.definedNames);
    }
    const program = this.files[file] as ProgramFile;
    return program.isNameMarked(method - (this.methodBase[file] as number), this.definedNames);
  }

  /** A type and its supertypes, itself first, the nearest ones where there are too many; of what is no type nothing else. */
  supertypes(type: number): readonly number[] {
    return type < 0 ? [type] : (this.supers[type] ?? this.findSupertypes(type));
  }

  /** Above most types stands one alone, so that its supertypes and the type itself are all. */
  private findSupertypes(type: number): readonly number[] {
    const way = [type];
    let above: readonly number[] | undefined;
    while (above === undefined && way.length < MOST_AT_ONCE) {
      const direct = this.directSupertypes(way[way.length - 1] as number);
      if (direct.length !== 1) break;
      above = this.supers[direct[0] as number];
      if (above === undefined) way.push(direct[0] as number);
    }
    let found: readonly number[] = above ?? [];
    for (let i = way.length - 1; i >= 0; i--) {
      const each = way[i] as number;
      found = found.length === 0 || found.includes(each) ? this.searchUp(each) : [each, ...found];
      if (found.length > MOST_SUPERTYPES) {
        found = found.slice(0, MOST_SUPERTYPES + 1);
        this.isCut = true;
      }
      this.supers[each] = found;
    }
    return found;
  }

  /** Breadth first, so that the nearest ones come first. */
  private searchUp(type: number): number[] {
    const found = [type];
    for (let i = 0; i < found.length; i++) {
      const direct = this.directSupertypes(found[i] as number);
      for (let k = 0; k < direct.length && found.length <= MOST_SUPERTYPES; k++) {
        const next = direct[k] as number;
        if (!found.includes(next)) found.push(next);
      }
    }
    return found;
  }

  isSubtype(type: number, of: number): boolean {
    return type === of || of === this.objectType || this.supertypes(type).includes(of);
  }

  /** True for a type of the platform whose supertypes are known. */
  describes(type: number): boolean {
    return Object.hasOwn(this.platform, this.nameOfType(type));
  }

  /** The methods that a class defines, four numbers each: selector, method, access flags, code. */
  tableOf(cls: number): readonly number[] {
    const known = this.tables[cls];
    if (known !== undefined) return known;
    const file = this.fileOfClass[cls] as number;
    const base = this.methodBase[file] as number;
    const program = this.files[file] as ProgramFile;
    const count = program.findDefinedMethods(this.defOfClass[cls] as number);
    const { defined } = program;
    const table: number[] = [];
    for (let i = 0; i < count; i += 3) {
      const local = defined[i] as number;
      if (local >= program.methodCount) continue;
      const method = base + local;
      const access = defined[i + 1] as number;
      const code = defined[i + 2] as number;
      if (this.classOfMethod[method] === -1) {
        this.classOfMethod[method] = cls;
        this.accessOf[method] = access;
        this.codeOf[method] = code;
      }
      table.push(this.selectorOf(method, file), method, access, code);
    }
    this.tables[cls] = table;
    return table;
  }

  /** False for a class of which no method was asked for, so that none can be known to run. */
  isLookedAt(cls: number): boolean {
    return this.tables[cls] !== undefined;
  }

  /** The method of this selector that a class itself defines, -1 for none. */
  private defined(cls: number, selector: number): number {
    const table = this.tableOf(cls);
    for (let i = 0; i < table.length; i += FIELDS) if (table[i] === selector) return table[i + 1] as number;
    return NO_METHOD;
  }

  /** True when the class or a supertype inside the build declares the method, abstract or not. */
  declares(cls: number, selector: number): boolean {
    if (this.defined(cls, selector) >= 0) return true;
    const supertypes = this.supertypes(this.typeOfClass[cls] as number);
    for (let i = 1; i < supertypes.length; i++) {
      const owner = this.classOfType[supertypes[i] as number] as number;
      if (owner >= 0 && this.defined(owner, selector) >= 0) return true;
    }
    return false;
  }

  /** The class's own `<clinit>` or another member by its name alone, -1 for none. */
  definedByName(cls: number, name: string): number {
    const table = this.tableOf(cls);
    const wanted = this.numberOfName(name);
    for (let i = 0; i < table.length; i += FIELDS) {
      if (this.selectorNames[table[i] as number] === wanted) return table[i + 1] as number;
    }
    return NO_METHOD;
  }

  /**
   * What runs when a method of this selector is called on an object of exactly this class (JVMS 5.4.6): the nearest
   * superclass's, else an interface's default method. -1 where that is outside or abstract.
   */
  lookup(cls: number, selector: number): number {
    const key = cls * (this.methodTotal + 1) + selector;
    const known = this.lookups.get(key);
    if (known !== undefined) return known;
    let found = NO_METHOD;
    let current = cls;
    for (let depth = 0; current >= 0 && found < 0 && depth < MOST_SUPERTYPES; depth++) {
      const method = this.defined(current, selector);
      if (method >= 0 && ((this.accessOf[method] as number) & Access.ABSTRACT) === 0) found = method;
      const next = this.superclassOf(current);
      current = next < 0 ? -1 : (this.classOfType[next] as number);
    }
    if (found < 0) {
      const supertypes = this.supertypes(this.typeOfClass[cls] as number);
      for (let i = 0; i < supertypes.length; i++) {
        const candidate = this.classOfType[supertypes[i] as number] as number;
        if (candidate < 0 || (this.accessOfClass(candidate) & Access.INTERFACE) === 0) continue;
        const method = this.defined(candidate, selector);
        if (method >= 0 && ((this.accessOf[method] as number) & Access.ABSTRACT) === 0) {
          found = method;
          break;
        }
      }
    }
    this.lookups.set(key, found);
    return found;
  }

  /**
   * The members of a class, with those that it inherits inside the build, that fit a signature's list; each selector
   * once, as it runs on an object of exactly this class.
   */
  membersOf(cls: number, specs: MemberSpecs): readonly number[] {
    let perClass = this.members.get(specs);
    if (perClass === undefined) {
      perClass = new Map();
      this.members.set(specs, perClass);
    }
    let found = perClass.get(cls);
    if (found === undefined) {
      found = this.findMembers(cls, specs);
      perClass.set(cls, found);
    }
    return found;
  }

  private findMembers(cls: number, specs: MemberSpecs): number[] {
    const { all, byName } = this.specs.of(specs);
    // Made only for those that have any: most classes have none.
    let seen: Set<number> | null = null;
    const found: number[] = [];
    const supertypes = this.supertypes(this.typeOfClass[cls] as number);
    for (let k = 0; k < supertypes.length; k++) {
      const owner = this.classOfType[supertypes[k] as number] as number;
      if (owner < 0) continue;
      const table = this.tableOf(owner);
      for (let i = 0; i < table.length; i += FIELDS) {
        const selector = table[i] as number;
        const name = this.selectorNames[selector] as number;
        const descriptors = this.specs.mayHave(name) ? byName.get(name) : undefined;
        if (descriptors === undefined && !all) continue;
        const access = table[i + 2] as number;
        if ((access & (Access.STATIC | Access.ABSTRACT)) !== 0 || seen?.has(selector)) continue;
        const special = this.selectorName(selector).startsWith('<');
        if (special && owner !== cls) continue;
        const fits =
          descriptors === undefined
            ? all && !special && (access & Access.PUBLIC) !== 0
            : descriptors === null || descriptors.has(this.selectorDescriptor(selector));
        if (!fits) continue;
        seen ??= new Set();
        seen.add(selector);
        found.push(table[i + 1] as number);
      }
    }
    return found;
  }
}
