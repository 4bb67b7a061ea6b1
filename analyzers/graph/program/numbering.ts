import type { ProgramFile } from '../../model/program.ts';

const OBJECT = 'Ljava/lang/Object;';
/** Types of the platform that turn up after those of the files: supertypes, and what rules name. */
const LATER_TYPES = 1 << 12;

/**
 * One numbering for the types, selectors and methods of all files of a build: a type is a number for a descriptor; a
 * selector is a number for the name and proto of a method; a method is the number of its file's method ids plus its id
 * there, so that every reference has a number of its own.
 */
export class Numbering {
  readonly descriptors: string[] = [];
  /** By type: class, -1 for types outside. */
  readonly classOfType: number[] = [];
  /** By file: number of its first method and of its first field. */
  readonly methodBase: number[] = [];
  readonly fieldBase: number[] = [];
  readonly methodTotal: number;
  readonly fieldTotal: number;
  /** Types that the files name; keys of pairs are mostly small integers by such counts, which maps find sooner. */
  readonly typeTotal: number;
  private readonly protoTotal: number;
  readonly objectType: number;
  /** Size for arrays by type; engines make a slow table of one that grows beyond the size that it was made with. */
  readonly typeRoom: number;

  private readonly typeIds = new Map<string, number>();
  private readonly nameIds = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly protoIds = new Map<string, number>();
  /** By proto: types of the result and of the parameters. */
  private readonly protoTypes: (readonly number[])[] = [];
  private readonly protoTexts: (string | undefined)[] = [];
  private readonly selectorIds = new Map<number, number>();
  /** By selector: numbers of its name and its proto. */
  protected readonly selectorNames: number[] = [];
  private readonly selectorProtos: number[] = [];
  /** By file: types of its type ids; protos of its proto ids, -1 before they were asked for. */
  private readonly fileTypes: Int32Array[] = [];
  private readonly fileProtos: Int32Array[] = [];
  /** By file: name of its string ids, -1 before they were asked for. */
  private readonly fileNames: Int32Array[] = [];
  private readonly selectors: Int32Array;
  private readonly typeNames: (string | undefined)[];

  constructor(readonly files: readonly ProgramFile[]) {
    this.objectType = this.typeOf(OBJECT);
    let methods = 0;
    let fields = 0;
    // One more is for those that cannot be read.
    let protos = 1;
    for (const file of files) {
      protos += file.protoCount;
      this.methodBase.push(methods);
      this.fieldBase.push(fields);
      methods += file.methodCount;
      fields += file.fieldCount;
      const types = new Int32Array(file.typeCount);
      for (let type = 0; type < types.length; type++) types[type] = this.typeOf(file.typeDescriptor(type));
      this.fileTypes.push(types);
      this.fileNames.push(new Int32Array(file.stringCount).fill(-1));
      this.fileProtos.push(new Int32Array(file.protoCount).fill(-1));
    }
    this.methodTotal = methods;
    this.fieldTotal = fields;
    this.protoTotal = protos;
    this.typeTotal = this.descriptors.length;
    this.selectors = new Int32Array(methods).fill(-1);
    this.typeRoom = this.typeTotal + LATER_TYPES;
    this.typeNames = new Array(this.typeRoom);
  }

  /** Number of a type, given its descriptor. */
  typeOf(descriptor: string): number {
    let type = this.typeIds.get(descriptor);
    if (type === undefined) {
      type = this.descriptors.length;
      this.typeIds.set(descriptor, type);
      this.descriptors.push(descriptor);
      this.classOfType.push(-1);
    }
    return type;
  }

  /** Number of a class or an outside type by its binary name, -1 where no code mentions it. */
  findType(name: string): number {
    return this.typeIds.get(`L${name.replaceAll('.', '/')};`) ?? -1;
  }

  /** Type of a file's type id, -1 for a bad one. */
  localType(file: number, type: number): number {
    return this.fileTypes[file]?.[type] ?? -1;
  }

  /** The file that a method's number belongs to. */
  fileOfMethod(method: number): number {
    let file = this.methodBase.length - 1;
    while (file > 0 && (this.methodBase[file] as number) > method) file--;
    return file;
  }

  /** Binary name of a class type. */
  nameOfType(type: number): string {
    let name = this.typeNames[type];
    if (name === undefined) {
      const descriptor = this.descriptors[type] ?? '';
      name = descriptor.startsWith('L') ? descriptor.slice(1, -1).replaceAll('/', '.') : descriptor;
      this.typeNames[type] = name;
    }
    return name;
  }

  isArray(type: number): boolean {
    return this.descriptors[type]?.startsWith('[') ?? false;
  }

  /** One number for the same name of a member. */
  numberOfName(text: string): number {
    let id = this.nameIds.get(text);
    if (id === undefined) {
      id = this.names.length;
      this.nameIds.set(text, id);
      this.names.push(text);
    }
    return id;
  }

  /** Name of a method; each string of a file is decoded once. */
  private nameOf(local: number, file: number): number {
    const program = this.files[file] as ProgramFile;
    const string = program.methodNames[local] as number;
    const known = (this.fileNames[file] as Int32Array)[string];
    return known !== undefined && known >= 0 ? known : this.nameAt(string, file, program.methodName(local));
  }

  /** As `numberOfName`, for the name of a file's field id. */
  numberOfFieldName(local: number, file: number): number {
    const program = this.files[file] as ProgramFile;
    const string = program.fieldNames[local] as number;
    const known = (this.fileNames[file] as Int32Array)[string];
    return known !== undefined && known >= 0 ? known : this.nameAt(string, file, program.fieldName(local));
  }

  private nameAt(string: number, file: number, text: string): number {
    const name = this.numberOfName(text);
    const names = this.fileNames[file] as Int32Array;
    if (string < names.length) names[string] = name;
    return name;
  }

  private proto(file: number, local: number): number {
    const protos = this.fileProtos[file];
    const known = protos?.[local] ?? -1;
    if (protos === undefined || known >= 0) return known;
    const program = this.files[file] as ProgramFile;
    const types = [this.localType(file, program.protoReturnType(local))];
    for (const type of program.protoParameters(local)) types.push(this.localType(file, type));
    // A text with two units for each type: descriptors would be several times as long.
    const units: number[] = [];
    for (let i = 0; i < types.length; i++) units.push((types[i] as number) & 0xffff, (types[i] as number) >>> 16);
    const key = String.fromCharCode(...units);
    let id = this.protoIds.get(key);
    if (id === undefined) {
      id = this.protoTypes.length;
      this.protoIds.set(key, id);
      this.protoTypes.push(types);
    }
    protos[local] = id;
    return id;
  }

  /** Number of the name and proto of a method. */
  selectorOf(method: number, file: number): number {
    const known = this.selectors[method] as number;
    if (known >= 0) return known;
    const program = this.files[file] as ProgramFile;
    const local = method - (this.methodBase[file] as number);
    const name = this.nameOf(local, file);
    const proto = this.proto(file, program.methodProtos[local] as number);
    const key = name * this.protoTotal + proto;
    let selector = this.selectorIds.get(key);
    if (selector === undefined) {
      selector = this.selectorNames.length;
      this.selectorIds.set(key, selector);
      this.selectorNames.push(name);
      this.selectorProtos.push(proto);
    }
    this.selectors[method] = selector;
    return selector;
  }

  selectorName(selector: number): string {
    return this.names[this.selectorNames[selector] as number] ?? '';
  }

  /** Descriptor of a method, such as `(I)V`. */
  selectorDescriptor(selector: number): string {
    const proto = this.selectorProtos[selector] as number;
    let text = this.protoTexts[proto];
    if (text === undefined) {
      const [result = -1, ...parameters] = this.protoTypes[proto] ?? [];
      const descriptor = (type: number): string => this.descriptors[type] ?? '';
      text = `(${parameters.map(descriptor).join('')})${descriptor(result)}`;
      this.protoTexts[proto] = text;
    }
    return text;
  }
}
