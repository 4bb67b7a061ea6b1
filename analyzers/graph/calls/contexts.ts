import { Access, MemberUse, type ProgramFile } from '../../model/program.ts';
import type { Hierarchy } from '../program/hierarchy.ts';
import type { References } from '../program/references.ts';
import type { TypeKinds } from './type-kinds.ts';

/** Code units up to which a method is small: constructors, setters, getters, factories, steps of builders. */
const SMALL = 48;
/** Calls within calls that are read anew. */
const MOST_DEPTH = 4;
/** Contexts of one method. */
const MOST_PER_METHOD = 64;
/** Code units that may be read anew in all: so many, and a share of those that are read at all. */
const ALLOWANCE = 20_000;
const SHARE = 4;
/** Offsets stay below this, as a method has no more code units. */
const MOST_OFFSETS = 2 ** 24;

const UNDECIDED = 0;
const APART = 1;
const SHARED = 2;

/**
 * In which contexts methods are read. A method has one context for all its calls, which has its own number; a small one
 * through which objects pass has another for each call, as if its code stood there: what one caller puts into an object
 * does not come out of another's then. The contexts of its callers count in, to a depth.
 */
export class Contexts {
  private readonly kinds: Uint8Array;
  /** By context beyond the methods. */
  private readonly methods: number[] = [];
  private readonly depths: number[] = [];
  private readonly callers: number[] = [];
  private readonly offsets: number[] = [];
  /** Method -> caller's context and offset -> context. */
  private readonly known = new Map<number, Map<number, number>>();
  private allowed = ALLOWANCE;

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly references: References,
    private readonly types: TypeKinds,
  ) {
    this.kinds = new Uint8Array(hierarchy.methodTotal);
  }

  methodOf(context: number): number {
    const { methodTotal } = this.hierarchy;
    return context < methodTotal ? context : (this.methods[context - methodTotal] as number);
  }

  /** The one call by which a context comes about, null where it stands for all calls of its method. */
  callOf(context: number): { caller: number; offset: number } | null {
    const index = context - this.hierarchy.methodTotal;
    return index < 0 ? null : { caller: this.callers[index] as number, offset: this.offsets[index] as number };
  }

  /** Takes note of code that is read for the first time. */
  allowFor(units: number): void {
    this.allowed += units / SHARE;
  }

  /** True where a method has more contexts than its own. */
  isCopied(method: number): boolean {
    return this.known.has(method);
  }

  /** The context in which a call runs a method. @param caller context of the call. @returns a negative number for `~context` of a new one */
  of(method: number, caller: number, offset: number): number {
    const { methodTotal } = this.hierarchy;
    if (this.kinds[method] === UNDECIDED) this.kinds[method] = this.isApart(method) ? APART : SHARED;
    if (this.kinds[method] === SHARED) return method;
    const depth = caller < methodTotal ? 1 : (this.depths[caller - methodTotal] as number) + 1;
    if (depth > MOST_DEPTH) return method;
    let contexts = this.known.get(method);
    const key = caller * MOST_OFFSETS + offset;
    const known = contexts?.get(key);
    if (known !== undefined) return known;
    if (this.allowed <= 0 || (contexts?.size ?? 0) >= MOST_PER_METHOD) return method;
    if (contexts === undefined) {
      contexts = new Map();
      this.known.set(method, contexts);
    }
    this.allowed -= this.units(method);
    const context = methodTotal + this.methods.push(method) - 1;
    this.depths.push(depth);
    this.callers.push(caller);
    this.offsets.push(offset);
    contexts.set(key, context);
    return ~context;
  }

  private units(method: number): number {
    const { hierarchy } = this;
    const file = hierarchy.files[hierarchy.fileOfMethod(method)] as ProgramFile;
    return file.codeUnits(hierarchy.codeOf[method] as number);
  }

  /** Whether the calls of a method are told apart: objects of a kind that is followed pass through it, and it is small. */
  private isApart(method: number): boolean {
    const { hierarchy, references, types } = this;
    if ((hierarchy.codeOf[method] as number) <= 0) return false;
    const file = hierarchy.fileOfMethod(method);
    const owner = references.ownerOf(method, file);
    if (!types.isToldApart(owner)) return false;
    const units = this.units(method);
    if (units === 0 || units > SMALL) return false;
    const { parameters, result } = references.passedBy(method, file);
    const passes = (type: number): boolean => types.matters(type) && types.isCarried(type);
    if (passes(result)) return true;
    const isStatic = ((hierarchy.accessOf[method] as number) & Access.STATIC) !== 0;
    const hands = parameters.some(passes);
    if (isStatic && hands) return true;
    if (types.keeps(owner) && (hands || references.nameOf(method, file) === '<init>')) return true;
    return parameters.length > 0 && (isStatic || types.keeps(owner)) && this.looksUp(method, file);
  }

  /** Whether a method gets something out of a map under a key, which it may have been given. */
  private looksUp(method: number, file: number): boolean {
    const { hierarchy, references } = this;
    const program = hierarchy.files[file] as ProgramFile;
    let found = false;
    program.memberUses(hierarchy.codeOf[method] as number, (id, use) => {
      if (found || use !== MemberUse.CALL || program.methodName(id) !== 'get') return;
      found = references.of((hierarchy.methodBase[file] as number) + id, file).byKey === 'gets';
    });
    return found;
  }
}
