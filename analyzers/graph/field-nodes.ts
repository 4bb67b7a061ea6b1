import type { ProgramFile } from '../model/program.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { TypeFlow } from './type-flow.ts';
import type { TypeKinds } from './type-kinds.ts';

const NONE = -1;
const UNRESOLVED = -2;

/** The nodes of fields, resolved once each. */
export class FieldNodes {
  private readonly nodes: Int32Array;
  private readonly resolved: Int32Array;

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly kinds: TypeKinds,
    private readonly flow: TypeFlow,
  ) {
    this.nodes = new Int32Array(hierarchy.fieldTotal).fill(NONE);
    this.resolved = new Int32Array(hierarchy.fieldTotal).fill(UNRESOLVED);
  }

  /** The node of a field of the build, -1 where no object matters there or the field is outside. */
  of(field: number, file: number): number {
    let resolved = this.resolved[field] as number;
    if (resolved === UNRESOLVED) {
      resolved = this.hierarchy.resolveField(field, file);
      this.resolved[field] = resolved;
    }
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

  typeOf(field: number, file: number): number {
    const program = this.hierarchy.files[file] as ProgramFile;
    return this.hierarchy.localType(
      file,
      program.fieldTypes[field - (this.hierarchy.fieldBase[file] as number)] as number,
    );
  }

  /** True where a field of a platform's class is meant, whose object then counts as a container. */
  isOutside(field: number): boolean {
    return this.resolved[field] === NONE;
  }
}
