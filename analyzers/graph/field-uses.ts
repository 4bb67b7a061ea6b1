import type { ProgramFile } from '../model/program.ts';
import type { CallGraph } from './call-graph.ts';

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
    /** By file: field of the ids that are asked for, -1 for others. */
    const wanted = hierarchy.files.map((file, index) =>
      Int32Array.from({ length: file.fieldCount }, (_, local) => {
        const matters = this.matters(hierarchy.localType(index, file.fieldTypes[local] as number));
        return matters ? hierarchy.fields.resolve((hierarchy.fieldBase[index] as number) + local, index) : -1;
      }),
    );
    for (let method = 0; method < reached.length; method++) {
      const code = hierarchy.codeOf[method] as number;
      if (reached[method] !== 1 || code <= 0) continue;
      const index = hierarchy.fileOfMethod(method);
      const fields = wanted[index] as Int32Array;
      (hierarchy.files[index] as ProgramFile).fieldUses(code, (id, writes) => {
        const field = fields[id] ?? -1;
        if (field < 0) return;
        const known = uses.get(field) ?? { readers: [], writers: [] };
        uses.set(field, known);
        const list = writes ? known.writers : known.readers;
        if (list.at(-1) !== method) list.push(method);
      });
    }
    return uses;
  }
}
