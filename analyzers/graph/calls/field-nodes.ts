import type { ProgramFile } from '../../model/program.ts';
import type { Hierarchy } from '../program/hierarchy.ts';
import { IntList } from '../program/int-list.ts';
import type { Objects } from './objects.ts';
import type { TypeFlow } from './type-flow.ts';
import type { TypeKinds } from './type-kinds.ts';

const NONE = -1;
const UNRESOLVED = -2;
/** Objects stay far below this. */
const MOST_OBJECTS = 2 ** 26;

/** A field whose values are kept apart by the object that has them. */
interface ObjectField {
  /** Type of the class that declares it. */
  owner: number;
  type: number;
  /** Nodes into which it is read, and from which it is written, on whichever object. */
  readonly reads: number[];
  readonly writes: number[];
  /** Node of what any object's field holds, and of what is written to an object of which nothing is known; -1 before they are needed. */
  ofAny: number;
  ofUnknown: number;
}

/** The nodes of fields, resolved once each. */
export class FieldNodes {
  private readonly nodes: Int32Array;
  private readonly resolved: Int32Array;
  private readonly perObject = new Map<number, ObjectField | null>();
  /** Node of an object's field, by both numbers. */
  private readonly objectNodes = new Map<number, number>();
  /** By access: field and node of the value. */
  private readonly accessField = new IntList();
  private readonly accessNode = new IntList();

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly kinds: TypeKinds,
    private readonly objects: Objects,
    private readonly flow: TypeFlow,
  ) {
    this.nodes = new Int32Array(hierarchy.fieldTotal).fill(NONE);
    this.resolved = new Int32Array(hierarchy.fieldTotal).fill(UNRESOLVED);
  }

  /** The field of the build that is meant, -1 for one outside and where an instruction names none that exists. */
  private resolve(field: number, file: number): number {
    const { files, fieldBase } = this.hierarchy;
    if (field - (fieldBase[file] as number) >= (files[file] as ProgramFile).fieldCount) return NONE;
    let resolved = this.resolved[field] as number;
    if (resolved === UNRESOLVED) {
      resolved = this.hierarchy.fields.resolve(field, file);
      this.resolved[field] = resolved;
    }
    return resolved;
  }

  /** The node of a field of the build, whichever object has it; -1 where no object matters there or the field is outside. */
  of(field: number, file: number): number {
    const resolved = this.resolve(field, file);
    if (resolved < 0) return NONE;
    let node = this.nodes[resolved] as number;
    if (node === NONE) {
      const type = this.typeOf(field, file);
      if (!this.kinds.matters(type)) return NONE;
      node = this.flow.node(type);
      this.nodes[resolved] = node;
    }
    return node;
  }

  /**
   * Node of what a field of the objects in a node holds, -1 where none matters.
   * @param object -1 where nothing is known of the object
   */
  read(object: number, field: number, file: number): number {
    const each = this.objectField(field, file);
    if (each === null) return this.of(field, file);
    if (each.type < 0) return NONE;
    const to = this.flow.node(each.type);
    each.reads.push(to);
    if (each.ofUnknown >= 0) this.flow.edge(each.ofUnknown, to);
    if (object < 0) this.flow.edge(this.ofAny(each), to);
    else this.flow.loadField(object, this.access(field, to));
    return to;
  }

  /** Writes what is in a node to a field of the objects in another. @param object -1 where nothing is known of the object */
  write(object: number, field: number, file: number, value: number): void {
    const each = this.objectField(field, file);
    if (each === null) {
      const node = this.of(field, file);
      if (node >= 0) this.flow.edge(value, node);
      return;
    }
    if (each.type < 0 || value < 0) return;
    each.writes.push(value);
    if (each.ofAny >= 0) this.flow.edge(value, each.ofAny);
    if (object < 0) this.flow.edge(value, this.ofUnknown(each));
    else this.flow.storeField(object, this.access(field, value));
  }

  private access(field: number, node: number): number {
    this.accessField.push(this.resolved[field] as number);
    return this.accessNode.push(node);
  }

  /** Carries an access on to an object whose field is meant. */
  reach(access: number, object: number, stores: boolean): void {
    const field = this.accessField.at(access);
    const value = this.accessNode.at(access);
    const each = this.perObject.get(field) as ObjectField;
    if (object === this.objects.unknown) {
      if (stores) this.flow.edge(value, this.ofUnknown(each));
      else this.flow.edge(this.ofAny(each), value);
      return;
    }
    if (!this.objects.isA(object, each.owner)) return;
    const key = field * MOST_OBJECTS + object;
    let node = this.objectNodes.get(key);
    if (node === undefined) {
      node = this.flow.node(each.type);
      this.objectNodes.set(key, node);
    }
    if (stores) this.flow.edge(value, node);
    else this.flow.edge(node, value);
  }

  private ofAny(each: ObjectField): number {
    if (each.ofAny < 0) {
      each.ofAny = this.flow.node(each.type);
      for (const node of each.writes) this.flow.edge(node, each.ofAny);
    }
    return each.ofAny;
  }

  private ofUnknown(each: ObjectField): number {
    if (each.ofUnknown < 0) {
      each.ofUnknown = this.flow.node(each.type);
      for (const node of each.reads) this.flow.edge(each.ofUnknown, node);
    }
    return each.ofUnknown;
  }

  /** Null for a field that is one for all objects, or outside. */
  private objectField(field: number, file: number): ObjectField | null {
    const resolved = this.resolve(field, file);
    if (resolved < 0) return null;
    let each = this.perObject.get(resolved);
    if (each === undefined) {
      const owner = this.hierarchy.fields.ownerOf(resolved);
      const type = this.typeOf(field, file);
      each = this.kinds.isToldApart(owner)
        ? { owner, type: this.kinds.matters(type) ? type : NONE, reads: [], writes: [], ofAny: NONE, ofUnknown: NONE }
        : null;
      this.perObject.set(resolved, each);
    }
    return each;
  }

  typeOf(field: number, file: number): number {
    const program = this.hierarchy.files[file] as ProgramFile;
    return this.hierarchy.localType(
      file,
      program.fieldTypes[field - (this.hierarchy.fieldBase[file] as number)] as number,
    );
  }

  /** True where a field of a platform's class is meant, whose object then counts as a container. */
  isOutside(field: number, file: number): boolean {
    return this.resolve(field, file) === NONE;
  }
}
