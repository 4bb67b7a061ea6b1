import { ClassDataReader } from '../../formats/dex/class-data.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import { type DexFile, NO_INDEX } from '../../formats/dex/dex-file.ts';
import type { WorkBudget } from './work-budget.ts';

/**
 * Marks of code that outlast a shrinker, which gives new names to classes and members: string constants, and the shape
 * of a class, which is its superclass, interfaces, and the types of its fields and methods, everything that is not the
 * platform's taken as one. A mark is a 32-bit number. Signatures hold the marks of their SDKs in this form.
 */

/** Shorter strings are everybody's, longer ones are data. */
const SHORTEST = 8;
const LONGEST = 160;
/** Classes of fewer members look alike. */
const FEWEST_MEMBERS = 4;
/** At most this many parameters and interfaces are looked at. */
const MOST_TYPES = 32;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** What is not the platform's, by whatever name. */
const FOREIGN = 0x2545f491;

/** Where the platform's classes and those that a shrinker never renames are. */
const PLATFORM = ['Landroid/', 'Ljava/', 'Ljavax/', 'Lorg/json/', 'Lorg/xml/', 'Lorg/w3c/', 'Ldalvik/'].map((text) =>
  Buffer.from(text, 'latin1'),
);
const ANDROIDX_AT = 8;
const ARRAY = 0x5b;
const CLASS = 0x4c;

/** Mark of the string at `start`, 0 for one that marks nothing (too short or too long). */
export function stringMark(bytes: Uint8Array, start: number): number {
  let hash = FNV_OFFSET;
  const limit = Math.min(bytes.length, start + LONGEST + 1);
  for (let at = start; at < limit; at++) {
    const byte = bytes[at] as number;
    if (byte === 0) return at - start < SHORTEST ? 0 : hash >>> 0 || 1;
    hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  return 0;
}

/** Computes the shapes of the classes of one DEX file. */
export class ClassShapes {
  /** By type id; 0 for not yet computed. */
  private readonly types: Int32Array;
  /** By type id: 1 where a type is the platform's class. */
  private readonly platform: Uint8Array;
  private readonly protos: Int32Array;
  private readonly telling: Uint8Array;
  private readonly data: ClassDataReader;

  constructor(
    private readonly dex: DexFile,
    private readonly budget: WorkBudget,
  ) {
    this.types = new Int32Array(dex.typeCount);
    this.platform = new Uint8Array(dex.typeCount);
    this.protos = new Int32Array(dex.protoCount);
    this.telling = new Uint8Array(dex.protoCount);
    this.data = new ClassDataReader(dex.bytes);
  }

  /** Mark of a class, 0 for one that looks like many others or cannot be read. */
  mark(classDef: number): number {
    const { dex, data, budget } = this;
    const offset = dex.classDataOffset(classDef);
    if (offset === 0 || budget.spent) return 0;
    try {
      const superclass = dex.superclass(classDef);
      let hash = superclass === NO_INDEX ? 0 : mix(this.type(superclass), 3);
      let telling = superclass === NO_INDEX ? 0 : (this.platform[superclass] ?? 0);
      const interfaces = dex.interfacesOffset(classDef);
      if (interfaces !== 0) {
        for (const type of dex.typeList(interfaces, MOST_TYPES)) {
          hash = (hash + mix(this.type(type), 5)) | 0;
          telling += this.platform[type] ?? 0;
        }
      }
      let members = 0;
      data.open(offset);
      // Members count in no order, as a shrinker sorts them by their new names.
      while (budget.spend(1) && data.nextField()) {
        const type = dex.fieldType(data.index);
        hash = (hash + mix(this.type(type), data.staticPosition < 0 ? 7 : 11)) | 0;
        telling += this.platform[type] ?? 0;
        members++;
      }
      while (budget.spend(1) && data.nextMethod()) {
        const proto = dex.methodProto(data.index);
        hash = (hash + mix(this.proto(proto), 13)) | 0;
        telling += this.telling[proto] ?? 0;
        members++;
      }
      return members < FEWEST_MEMBERS || telling < FEWEST_MEMBERS ? 0 : mix(hash, members) >>> 0 || 1;
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      budget.fail();
      return 0;
    }
  }

  private proto(proto: number): number {
    const { dex, protos } = this;
    const known = protos[proto];
    if (known !== undefined && known !== 0) return known;
    const returned = dex.protoReturnType(proto);
    let hash = mix(this.type(returned), 17);
    let telling = this.platform[returned] ?? 0;
    for (const type of dex.protoParameters(proto)) {
      this.budget.spend(1);
      hash = mix(hash, this.type(type));
      telling += this.platform[type] ?? 0;
    }
    protos[proto] = hash || 1;
    this.telling[proto] = Math.min(telling, FEWEST_MEMBERS);
    return hash || 1;
  }

  private type(type: number): number {
    const known = this.types[type];
    if (known === undefined) throw new DexError(`type ${type} lies outside the file`, 0);
    if (known !== 0) return known;
    const { bytes } = this.dex;
    const start = this.dex.typeStart(type);
    if (start < 0) throw new DexError(`type ${type} lies outside the file`, 0);
    let at = start;
    while (bytes[at] === ARRAY) at++;
    let hash = FNV_OFFSET ^ (at - start);
    if (bytes[at] !== CLASS) hash = mix(hash, bytes[at] ?? 0);
    else if (!isPlatform(bytes, at)) hash = mix(hash, FOREIGN);
    else {
      for (let end = at; bytes[end] !== undefined && bytes[end] !== 0; end++) {
        hash = Math.imul(hash ^ (bytes[end] as number), FNV_PRIME);
      }
      // Almost every class has strings, and lists of them.
      this.platform[type] = startsWith(bytes, at, PLATFORM[1] as Buffer) ? 0 : 1;
    }
    this.types[type] = hash || 1;
    return hash || 1;
  }
}

function isPlatform(bytes: Uint8Array, at: number): boolean {
  if (!PLATFORM.some((prefix) => startsWith(bytes, at, prefix))) return false;
  // android/support was compiled into apps, as androidx is.
  return !startsWith(bytes, at + ANDROIDX_AT + 1, SUPPORT);
}

const SUPPORT = Buffer.from('support/', 'latin1');

function startsWith(bytes: Uint8Array, at: number, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[at + i] !== prefix[i]) return false;
  return true;
}

/** Spreads `value` over `hash`. */
function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
