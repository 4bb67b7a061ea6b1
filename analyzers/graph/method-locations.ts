import type { Location } from '../model/location.ts';
import type { ProgramFile } from '../model/program.ts';
import type { Hierarchy } from './hierarchy.ts';

const FIELDS = 4;

/** Methods as locations name them, both ways. */
export class MethodLocations {
  private readonly classes = new Map<number, ReadonlyMap<string, number>>();

  constructor(private readonly hierarchy: Hierarchy) {}

  of(method: number): Location {
    const { hierarchy } = this;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const cls = hierarchy.classOfMethod[method] as number;
    return {
      file: program.file,
      class: hierarchy.nameOfType(hierarchy.typeOfClass[cls] as number),
      method: program.methodSignature(method - (hierarchy.methodBase[file] as number)),
    };
  }

  /** The method at a location, -1 where the build has none that counts: another class of the same name goes before. */
  find(at: Location): number {
    if (at.class === undefined || at.method === undefined) return -1;
    const type = this.hierarchy.findType(at.class);
    const cls = type < 0 ? -1 : (this.hierarchy.classOfType[type] as number);
    if (cls < 0) return -1;
    const program = this.hierarchy.files[this.hierarchy.fileOfClass[cls] as number];
    return program?.file === at.file ? (this.methodsOf(cls, program).get(at.method) ?? -1) : -1;
  }

  private methodsOf(cls: number, program: ProgramFile): ReadonlyMap<string, number> {
    let methods = this.classes.get(cls);
    if (methods === undefined) {
      const base = this.hierarchy.methodBase[this.hierarchy.fileOfClass[cls] as number] as number;
      const table = this.hierarchy.tableOf(cls);
      const found = new Map<string, number>();
      for (let i = 0; i < table.length; i += FIELDS) {
        const method = table[i + 1] as number;
        const signature = program.methodSignature(method - base);
        // Of a method and the bridge to it, which differ in their results alone, the longer one has the code.
        const other = found.get(signature);
        if (other === undefined || !this.isBridge(method)) found.set(signature, method);
      }
      methods = found;
      this.classes.set(cls, methods);
    }
    return methods;
  }

  private isBridge(method: number): boolean {
    return ((this.hierarchy.accessOf[method] as number) & ACC_BRIDGE) !== 0;
  }
}

const ACC_BRIDGE = 0x40;
