import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { WorkBudget } from '../../model/work-budget.ts';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** More of the platform's types in a descriptor tell no more. */
const MOST_TELLING = 4;
/** What is not the platform's, by whatever name. */
const FOREIGN = 0x2545f491;

/** Where the platform's classes and those that a shrinker never renames are. */
const PLATFORM = ['Landroid/', 'Ljava/', 'Ljavax/', 'Lorg/json/', 'Lorg/xml/', 'Lorg/w3c/', 'Ldalvik/'].map((text) =>
  Buffer.from(text, 'latin1'),
);
/** By the byte behind `L`: the prefixes that begin so. */
const PLATFORM_BY_BYTE: readonly Uint8Array[][] = Array.from({ length: 256 }, (_, byte) =>
  PLATFORM.filter((prefix) => prefix[1] === byte),
);
const ANDROIDX_AT = 8;
const ARRAY = 0x5b;
const CLASS = 0x4c;

/**
 * Hashes of the types and descriptors of one DEX file that outlast renaming: the platform's classes by their names, all
 * others as one.
 */
export class TypeShapes {
  /** By type id; 0 for not yet computed. */
  private readonly types: Int32Array;
  /** By type id: 1 where a type is the platform's class, those of java/lang left out. */
  private readonly platform: Uint8Array;
  private readonly protos: Int32Array;
  /** By proto id: how many types a descriptor has that are the platform's and not of java/lang, of those asked for. */
  readonly tellings: Uint8Array;

  constructor(
    private readonly dex: DexFile,
    private readonly budget: WorkBudget,
  ) {
    this.types = new Int32Array(dex.typeCount);
    this.platform = new Uint8Array(dex.typeCount);
    this.protos = new Int32Array(dex.protoCount);
    this.tellings = new Uint8Array(dex.protoCount);
  }

  /** Hash of a descriptor. */
  proto(proto: number): number {
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
    this.tellings[proto] = Math.min(telling, MOST_TELLING);
    return hash || 1;
  }

  /** Hash of a type. */
  type(type: number): number {
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

  /** Whether a type is a class of the platform. */
  isPlatform(type: number): boolean {
    const start = this.dex.typeStart(type);
    return start >= 0 && this.dex.bytes[start] === CLASS && isPlatform(this.dex.bytes, start);
  }

  /** 1 where a type whose hash was asked for is the platform's and not of java/lang, else 0. */
  isTelling(type: number): number {
    return this.platform[type] ?? 0;
  }
}

function isPlatform(bytes: Uint8Array, at: number): boolean {
  const prefixes = PLATFORM_BY_BYTE[bytes[at + 1] ?? 0] as readonly Uint8Array[];
  for (let i = 0; i < prefixes.length; i++) {
    // android/support was compiled into apps, as androidx is.
    if (startsWith(bytes, at, prefixes[i] as Uint8Array)) return !startsWith(bytes, at + ANDROIDX_AT + 1, SUPPORT);
  }
  return false;
}

const SUPPORT = Buffer.from('support/', 'latin1');

function startsWith(bytes: Uint8Array, at: number, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[at + i] !== prefix[i]) return false;
  return true;
}

/** Spreads `value` over `hash`. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
