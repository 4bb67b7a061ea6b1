import { Access, CodeEvent, type CodeEvents, type ProgramFile } from '../../model/program.ts';
import type { Value } from '../branches/first-run.ts';
import type { CallGraph } from '../calls/call-graph.ts';

const NONE = -1;
/** Fields that are asked for in all, and methods in which objects with one of them are made. */
const MOST_FIELDS = 100;
const MOST_MAKERS = 32;

/** What runs methods for it. */
export interface Running {
  eventsOf(method: number): CodeEvents;
  /** What a method hands to another where it calls that: by address, the values with the receiver first. */
  handedTo(called: number, by: number): ReadonlyMap<number, readonly Value[]>;
  /** What a method puts into a field when it is called with values; NaN where that is no number, or not always the same. */
  putInto(field: number, by: number, values: readonly Value[]): number;
  writersOf(field: number): readonly number[];
}

/**
 * Numbers that objects are given when they are made and keep: what a key of a store gives where nothing is stored yet, as
 * wrappers of stores have it. Only fields count that one constructor fills, with what it is given.
 */
export class GivenNumbers {
  private readonly ofField = new Map<number, number>();
  private readonly ofObject = new Map<string, number>();

  constructor(
    private readonly graph: CallGraph,
    private readonly running: Running,
  ) {}

  /**
   * The number in a field of objects, NaN where that is none, or not known.
   * @param standing field in which the object stands, -1 where that is not known
   */
  of(field: number, standing: number): number {
    const one = standing < 0 ? Number.NaN : this.ofOne(field, standing);
    return Number.isNaN(one) ? this.ofAll(field) : one;
  }

  private ofAll(field: number): number {
    const known = this.ofField.get(field);
    if (known !== undefined) return known;
    if (this.ofField.size >= MOST_FIELDS) return Number.NaN;
    // Where working it out asks for it, it is not known.
    this.ofField.set(field, Number.NaN);
    const filler = this.constructorOf(field);
    const makers = filler < 0 ? [] : this.makersBy(filler);
    if (makers.length === 0 || makers.length > MOST_MAKERS) return Number.NaN;
    const numbers = makers.flatMap((maker) =>
      [...this.running.handedTo(filler, maker).values()].map((values) => this.running.putInto(field, filler, values)),
    );
    const [first = Number.NaN] = numbers;
    const number = numbers.every((each) => each === first) ? first : Number.NaN;
    this.ofField.set(field, number);
    return number;
  }

  /** The same for the object that an initialiser makes and puts into a field of its class. */
  private ofOne(field: number, standing: number): number {
    const key = `${field} ${standing}`;
    const known = this.ofObject.get(key);
    if (known !== undefined) return known;
    if (this.ofObject.size >= MOST_FIELDS) return Number.NaN;
    this.ofObject.set(key, Number.NaN);
    const filler = this.constructorOf(field);
    const { hierarchy } = this.graph;
    const owner = hierarchy.classOfType[hierarchy.fields.ownerOf(standing)] ?? NONE;
    if (filler < 0 || owner < 0) return Number.NaN;
    for (const name of ['<clinit>', '<init>']) {
      const maker = hierarchy.definedByName(owner, name);
      const making = maker < 0 ? NONE : this.makingOf(standing, maker);
      const values = making < 0 ? undefined : this.running.handedTo(filler, maker).get(making);
      if (values === undefined) continue;
      const number = this.running.putInto(field, filler, values);
      this.ofObject.set(key, number);
      return number;
    }
    return Number.NaN;
  }

  /** Address of the call that makes what is put into a field: the last one on the same register; -1 for none. */
  private makingOf(standing: number, maker: number): number {
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(maker);
    const { data, length } = this.running.eventsOf(maker);
    const calls = new Map<number, number>();
    for (let at = 0; at < length; at += data[at + 1] as number) {
      if (data[at] === CodeEvent.INVOKE && (data[at + 1] as number) > 5) {
        calls.set(data[at + 5] as number, data[at + 2] as number);
      }
      if (data[at] !== CodeEvent.SPUT && data[at] !== CodeEvent.IPUT) continue;
      const local = data[at + (data[at] === CodeEvent.SPUT ? 4 : 5)] as number;
      if (hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + local, file) !== standing) continue;
      return calls.get(data[at + 3] as number) ?? NONE;
    }
    return NONE;
  }

  /** The one method that puts something into a field, if that is a constructor which is given something; -1 else. */
  private constructorOf(field: number): number {
    const { hierarchy, references } = this.graph;
    const [writer, ...others] = this.running.writersOf(field);
    if (writer === undefined || others.length > 0) return NONE;
    const access = hierarchy.accessOf[writer] as number;
    if ((access & (Access.STATIC | Access.CONSTRUCTOR)) !== Access.CONSTRUCTOR) return NONE;
    return references.passedBy(writer, hierarchy.fileOfMethod(writer)).parameters.length === 0 ? NONE : writer;
  }

  /** Methods that call a constructor. */
  private makersBy(filler: number): number[] {
    const { edges, hierarchy, reached } = this.graph;
    const makers: number[] = [];
    for (let method = 0; method < reached.length && makers.length <= MOST_MAKERS; method++) {
      if (reached[method] !== 1 || (hierarchy.codeOf[method] as number) <= 0) continue;
      const end = edges.endOfCalls[method] as number;
      for (let call = edges.firstCall[method] as number; call < end; call++) {
        if (edges.callTarget.at(call) !== filler) continue;
        makers.push(method);
        break;
      }
    }
    return makers;
  }

  /** Types in which such numbers stand, as themselves or as objects. */
  static isNumber(program: ProgramFile, local: number): boolean {
    return NUMBERS.has(program.typeDescriptor(program.fieldTypes[local] ?? NONE));
  }
}

const NUMBERS = new Set(['Z', 'I', 'Ljava/lang/Boolean;', 'Ljava/lang/Integer;', 'Ljava/lang/Object;']);
