import type { ProgramFile } from '../../model/program.ts';
import { type FieldValues, UNKNOWN, type Value } from '../branches/first-run.ts';
import type { Hierarchy } from '../program/hierarchy.ts';
import { isProgress } from './blocks.ts';
import { GivenNumbers } from './given-numbers.ts';
import { isHolder } from './value-holders.ts';

/** A value that is put into a field, or into the object that stands there. */
export interface FieldWrite {
  field: number;
  value: Value;
}

/** How far code has got that begins; what comes later it does as if it had not waited. */
const BEGINNING: Value = { number: 0, stored: false };

/** What fields hold on a first run, and what is put into them by the methods that are run. */
export class StoredFields {
  /** Field -> what it holds on a first run, where that comes out of a store, or is set only later. */
  readonly stored = new Map<number, Value>();
  /** Field -> the field in which the same object stood before that keeps a value. */
  readonly aliases = new Map<number, number>();
  /** Field -> whether an object stands there that keeps a value. */
  private readonly holders = new Map<number, boolean>();
  private readonly progress = new Map<number, boolean>();
  private writes: FieldWrite[] | null = null;

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly given: Pick<GivenNumbers, 'of'>,
  ) {}

  /** What is put into fields while something runs. */
  writesWhile(run: () => void): readonly FieldWrite[] {
    const before = this.writes;
    const writes: FieldWrite[] = [];
    this.writes = writes;
    run();
    this.writes = before;
    return writes;
  }

  note(field: number, value: Value): void {
    this.writes?.push({ field, value });
    if (value.stored && !this.stored.has(field)) this.stored.set(field, value);
  }

  /** Number of the field that an id of a file means, -1 for one of the platform. */
  at(local: number, file: number): number {
    const { hierarchy } = this;
    const program = hierarchy.files[file] as ProgramFile;
    return local < program.fieldCount
      ? hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + local, file)
      : -1;
  }

  /** Fields by their ids in a file. */
  in(file: number): FieldValues {
    return {
      read: (local, object) => {
        const field = this.at(local, file);
        const isHeld = this.holds(field);
        const known = isHeld ? undefined : this.stored.get(field);
        if (known !== undefined) return known;
        if (field < 0) return this.constantAt(local, file);
        if (this.isProgress(field)) return BEGINNING;
        if (isHeld) return { ...UNKNOWN, holder: this.aliases.get(field) ?? field };
        const program = this.hierarchy.files[file] as ProgramFile;
        if (!GivenNumbers.isNumber(program, local)) return { ...UNKNOWN, standing: field };
        return { ...UNKNOWN, number: this.given.of(field, object?.standing ?? -1) };
      },
      write: (local, value) => {
        const field = this.at(local, file);
        if (field < 0) return;
        if (value.holder !== undefined && value.holder !== field && this.holds(field)) {
          this.aliases.set(field, value.holder);
        } else this.note(field, value);
      },
    };
  }

  /** Whether an object stands in a field that keeps a value. */
  holds(field: number): boolean {
    let known = this.holders.get(field);
    if (known === undefined) {
      const { hierarchy } = this;
      const type = field < 0 ? -1 : hierarchy.fields.typeOf(field);
      known = type >= 0 && hierarchy.supertypes(type).some((each) => isHolder(hierarchy.nameOfType(each)));
      this.holders.set(field, known);
    }
    return known;
  }

  private isProgress(field: number): boolean {
    let known = this.progress.get(field);
    if (known === undefined) {
      known = isProgress(field, this.hierarchy);
      this.progress.set(field, known);
    }
    return known;
  }

  /** Truth values as objects. */
  private constantAt(local: number, file: number): Value {
    const { hierarchy } = this;
    const program = hierarchy.files[file] as ProgramFile;
    if (local >= program.fieldCount) return UNKNOWN;
    const owner = hierarchy.localType(file, program.fieldClasses[local] as number);
    if (hierarchy.descriptors[owner] !== 'Ljava/lang/Boolean;') return UNKNOWN;
    return { number: Number(program.fieldName(local) === 'TRUE'), stored: false };
  }
}
