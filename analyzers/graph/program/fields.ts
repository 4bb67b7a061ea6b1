import type { ProgramFile } from '../../model/program.ts';
import type { Hierarchy } from './hierarchy.ts';

const NONE = -1;

/** The fields of a build: a field's number is that of the first field of its file plus its id there. */
export class Fields {
  /** By class: name and type -> field. */
  private readonly tables: (Map<number, number> | undefined)[];
  /** By class: 1 once its fields were looked at; by field: 1 where the class that it names defines it, as far as that was done. */
  private readonly looked: Uint8Array;
  private readonly defined: Uint8Array;

  constructor(private readonly hierarchy: Hierarchy) {
    this.tables = new Array(hierarchy.typeOfClass.length);
    this.looked = new Uint8Array(hierarchy.typeOfClass.length);
    this.defined = new Uint8Array(hierarchy.fieldTotal);
  }

  /** The field that a reference means: number of the first field of this name and type up the classes. */
  resolve(field: number, file: number): number {
    const { hierarchy } = this;
    const program = hierarchy.files[file] as ProgramFile;
    const local = field - (hierarchy.fieldBase[file] as number);
    const start = hierarchy.classOfType[hierarchy.localType(file, program.fieldClasses[local] as number)] ?? NONE;
    if (start < 0) return NONE;
    // Most references name the class that has the field, which is told without the name.
    if (hierarchy.fileOfClass[start] === file && this.isDefined(field, start)) return field;
    const key = this.keyOf(local, file, hierarchy.localType(file, program.fieldTypes[local] as number));
    for (const owner of hierarchy.supertypes(hierarchy.typeOfClass[start] as number)) {
      const cls = hierarchy.classOfType[owner] as number;
      const found = cls < 0 ? undefined : this.of(cls).get(key);
      if (found !== undefined) return found;
    }
    return NONE;
  }

  /** The field of a name that a class has itself or from above it, -1 for none. @param className its binary name */
  named(className: string, name: string): number {
    const { hierarchy } = this;
    for (const type of hierarchy.supertypes(hierarchy.findType(className))) {
      const cls = hierarchy.classOfType[type] ?? NONE;
      if (cls < 0) continue;
      for (const field of this.of(cls).values()) if (this.nameOf(field) === name) return field;
    }
    return NONE;
  }

  /** A field is found by its name and its type, which is -1 where it cannot be read. */
  private keyOf(local: number, file: number, type: number): number {
    return this.hierarchy.numberOfFieldName(local, file) * (this.hierarchy.typeTotal + 1) + type + 1;
  }

  /** The file that a field's number belongs to. */
  fileOf(field: number): number {
    const { fieldBase } = this.hierarchy;
    let file = fieldBase.length - 1;
    while (file > 0 && (fieldBase[file] as number) > field) file--;
    return file;
  }

  /** Type of the class that a field's reference names. */
  ownerOf(field: number): number {
    const file = this.fileOf(field);
    const program = this.hierarchy.files[file] as ProgramFile;
    return this.hierarchy.localType(
      file,
      program.fieldClasses[field - (this.hierarchy.fieldBase[file] as number)] ?? NONE,
    );
  }

  /** Declared type of a field's content. */
  typeOf(field: number): number {
    const file = this.fileOf(field);
    const program = this.hierarchy.files[file] as ProgramFile;
    return this.hierarchy.localType(
      file,
      program.fieldTypes[field - (this.hierarchy.fieldBase[file] as number)] ?? NONE,
    );
  }

  nameOf(field: number): string {
    const file = this.fileOf(field);
    const program = this.hierarchy.files[file] as ProgramFile;
    return program.fieldName(field - (this.hierarchy.fieldBase[file] as number));
  }

  /** Whether a class defines the field of a reference of its own file that names it. */
  private isDefined(field: number, cls: number): boolean {
    if (this.looked[cls] === 0) {
      this.looked[cls] = 1;
      const { files, fileOfClass, defOfClass, fieldBase } = this.hierarchy;
      const file = fileOfClass[cls] as number;
      const program = files[file] as ProgramFile;
      const named = program.classType(defOfClass[cls] as number);
      for (const local of program.definedFields(defOfClass[cls] as number)) {
        if (program.fieldClasses[local] === named) this.defined[(fieldBase[file] as number) + local] = 1;
      }
    }
    return this.defined[field] === 1;
  }

  /** Fields that a class defines, by name and type. */
  of(cls: number): ReadonlyMap<number, number> {
    let fields = this.tables[cls];
    if (fields === undefined) {
      const { hierarchy } = this;
      const file = hierarchy.fileOfClass[cls] as number;
      const program = hierarchy.files[file] as ProgramFile;
      fields = new Map();
      for (const local of program.definedFields(hierarchy.defOfClass[cls] as number)) {
        if (local >= program.fieldCount) continue;
        const type = hierarchy.localType(file, program.fieldTypes[local] as number);
        fields.set(this.keyOf(local, file, type), (hierarchy.fieldBase[file] as number) + local);
      }
      this.tables[cls] = fields;
    }
    return fields;
  }
}
