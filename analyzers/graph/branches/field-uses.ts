import { MemberUse, type ProgramFile } from '../../model/program.ts';
import type { CallGraph } from '../calls/call-graph.ts';

const NONE = -1;
/** In place of a field that was not looked up yet. */
const UNKNOWN = -2;
const NOBODY: FieldUse = { readers: [], writers: [] };

/** Reached methods that read a field, and that put something into it. */
export interface FieldUse {
  readers: readonly number[];
  writers: readonly number[];
}

/** Who uses the fields on which code branches; looked up for all at once, when it is first asked for. */
export class FieldUses {
  private uses: Map<number, { readers: number[]; writers: number[] }> | null = null;

  /** @param matters whether a field of a type is asked for */
  constructor(
    private readonly graph: CallGraph,
    private readonly matters: (type: number) => boolean,
  ) {}

  of(field: number): FieldUse {
    this.uses ??= this.find();
    return this.uses.get(field) ?? NOBODY;
  }

  private find(): Map<number, { readers: number[]; writers: number[] }> {
    const { hierarchy, reached } = this.graph;
    const uses = new Map<number, { readers: number[]; writers: number[] }>();
    // By file and field id: the field, as far as reached methods use it.
    const fieldOf = hierarchy.files.map(({ fieldCount }) => new Int32Array(fieldCount).fill(UNKNOWN));
    let method = 0;
    let index = 0;
    let fields = new Int32Array(0);
    // One function for all methods: there are many.
    const take = (id: number, use: MemberUse): void => {
      if (use === MemberUse.CALL) return;
      let field = fields[id] ?? NONE;
      if (field === UNKNOWN) {
        field = this.fieldOf(id, index);
        fields[id] = field;
      }
      if (field < 0) return;
      let known = uses.get(field);
      if (known === undefined) {
        known = { readers: [], writers: [] };
        uses.set(field, known);
      }
      const list = use === MemberUse.WRITE ? known.writers : known.readers;
      if (list.at(-1) !== method) list.push(method);
    };
    for (; method < reached.length; method++) {
      const code = hierarchy.codeOf[method] as number;
      if (reached[method] !== 1 || code <= 0) continue;
      index = hierarchy.fileOfMethod(method);
      fields = fieldOf[index] as Int32Array<ArrayBuffer>;
      (hierarchy.files[index] as ProgramFile).memberUses(code, take);
    }
    return uses;
  }

  /** The field that a reference means, -1 where it is of a type that is not asked for, or outside. */
  private fieldOf(local: number, file: number): number {
    const { hierarchy } = this.graph;
    const type = (hierarchy.files[file] as ProgramFile).fieldTypes[local] as number;
    if (!this.matters(hierarchy.localType(file, type))) return NONE;
    return hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + local, file);
  }
}
