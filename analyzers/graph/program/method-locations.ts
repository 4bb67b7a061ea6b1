import type { Location } from '../../model/location.ts';
import type { ProgramFile } from '../../model/program.ts';
import { FIELDS, type Hierarchy } from './hierarchy.ts';

/** Methods as locations name them, both ways. */
export class MethodLocations {
  /** Class -> signature -> method, as far as they were asked for. */
  private readonly classes = new Map<number, Map<string, number>>();
  /** Method -> what locations in it have in common: thousands of paths lead through the same few methods. */
  private readonly named = new Map<number, { file: string; class: string; method: string }>();
  /** What is asked for mostly lies in the class that was asked for last. */
  private lastName = '';
  private lastClass = -1;

  constructor(private readonly hierarchy: Hierarchy) {}

  /** The location of an instruction. @param offset in code units */
  of(method: number, offset: number): Location {
    let place = this.named.get(method);
    if (place === undefined) {
      place = this.placeOf(method);
      this.named.set(method, place);
    }
    // Written out: engines take far longer over a spread with a further property.
    return { file: place.file, class: place.class, method: place.method, offset };
  }

  private placeOf(method: number) {
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
    const cls = this.classNamed(at.class);
    if (cls < 0) return -1;
    const program = this.hierarchy.files[this.hierarchy.fileOfClass[cls] as number];
    return program?.file === at.file ? this.methodOf(cls, program, at.method) : -1;
  }

  /** As `find`, for what matters only where it runs; -1 also for methods that surely do not. */
  findReached(at: Location): number {
    const cls = at.class === undefined ? -1 : this.classNamed(at.class);
    return cls < 0 || !this.hierarchy.isLookedAt(cls) ? -1 : this.find(at);
  }

  private classNamed(name: string): number {
    if (name !== this.lastName) {
      const type = this.hierarchy.findType(name);
      this.lastClass = type < 0 ? -1 : (this.hierarchy.classOfType[type] as number);
      this.lastName = name;
    }
    return this.lastClass;
  }

  private methodOf(cls: number, program: ProgramFile, signature: string): number {
    let methods = this.classes.get(cls);
    if (methods === undefined) {
      methods = new Map();
      this.classes.set(cls, methods);
    }
    let method = methods.get(signature);
    if (method === undefined) {
      method = this.search(cls, program, signature);
      methods.set(signature, method);
    }
    return method;
  }

  private search(cls: number, program: ProgramFile, signature: string): number {
    const { hierarchy } = this;
    const base = hierarchy.methodBase[hierarchy.fileOfClass[cls] as number] as number;
    const table = hierarchy.tableOf(cls);
    // Signatures are texts to be made, so only methods of the same name are looked at; one that cannot be read has none.
    const end = signature.indexOf('(');
    const name = end < 0 ? null : signature.slice(0, end);
    let found = -1;
    for (let i = 0; i < table.length; i += FIELDS) {
      if (name !== null && hierarchy.selectorName(table[i] as number) !== name) continue;
      const method = table[i + 1] as number;
      if (program.methodSignature(method - base) !== signature) continue;
      // Of a method and the bridge to it, which differ in their results alone, the longer one has the code.
      if (found < 0 || !this.isBridge(method)) found = method;
    }
    return found;
  }

  private isBridge(method: number): boolean {
    return ((this.hierarchy.accessOf[method] as number) & ACC_BRIDGE) !== 0;
  }
}

const ACC_BRIDGE = 0x40;
