import type { ProgramFile } from '../../model/program.ts';
import type { Hierarchy } from './hierarchy.ts';

/** What goes through a member of the platform, by its types. */
interface Shape {
  /** A parameter by which an object of the build can be handed over. */
  brings: boolean;
  /** Types of parameters that may hold others at all. */
  holders: readonly number[];
  /** The first parameter is a java.lang.Object. */
  takesAny: boolean;
  /** -1 for none. */
  result: number;
}

/** A member of the platform that the build refers to: types through which objects can come in and go out. */
interface Passage {
  owner: number;
  shape: Shape;
}

/** What tells whether a type is worth looking at. */
interface Kinds {
  hierarchy: Hierarchy;
  /** True for types by which an object of the build can be handed over. */
  canBring(type: number): boolean;
  /** True for types outside that may hold others at all. */
  canHold(type: number): boolean;
}

/**
 * The types of the platform whose objects can hold some of the build, as far as the build's own references tell: they
 * are given such in a member that it refers to, or come out of one that is or that holds.
 */
export function findHoldingTypes(kinds: Kinds): (type: number) => boolean {
  const { hierarchy } = kinds;
  const direct = new Set<number>();
  const holding: boolean[] = new Array(hierarchy.typeRoom).fill(false);
  const holds = (type: number): boolean => {
    if (holding[type] === true) return true;
    const supertypes = hierarchy.supertypes(type);
    for (let i = 0; i < supertypes.length; i++) {
      if (!direct.has(supertypes[i] as number)) continue;
      holding[type] = true;
      return true;
    }
    return false;
  };
  const add = (type: number): boolean => {
    if (type < 0 || type === hierarchy.objectType || direct.has(type) || !kinds.canHold(type)) return false;
    direct.add(type);
    return true;
  };
  let open = hierarchy.files.flatMap((file, index) => [
    ...methodPassages(file, index, kinds),
    ...fieldPassages(file, index, kinds),
  ]);
  for (let grown = true; grown; ) {
    grown = false;
    const still: Passage[] = [];
    for (const passage of open) {
      const { owner, shape } = passage;
      const takes = shape.brings || shape.holders.some(holds);
      if (!takes && !holds(owner)) {
        still.push(passage);
        continue;
      }
      if (takes && add(owner)) grown = true;
      if (add(shape.result)) grown = true;
    }
    open = still;
  }
  return holds;
}

function shapeOf({ canBring, canHold, hierarchy }: Kinds, parameters: readonly number[], result: number): Shape {
  return {
    brings: parameters.some(canBring),
    holders: parameters.filter(canHold),
    takesAny: parameters[0] === hierarchy.objectType,
    result,
  };
}

function fieldPassages(file: ProgramFile, index: number, kinds: Kinds): Passage[] {
  const { hierarchy } = kinds;
  const passages: Passage[] = [];
  for (let field = 0; field < file.fieldCount; field++) {
    const owner = hierarchy.localType(index, file.fieldClasses[field] as number);
    const type = hierarchy.localType(index, file.fieldTypes[field] as number);
    if (owner < 0 || hierarchy.classOfType[owner] !== -1 || !isReference(hierarchy, type)) continue;
    passages.push({ owner, shape: shapeOf(kinds, [type], type) });
  }
  return passages;
}

function methodPassages(file: ProgramFile, index: number, kinds: Kinds): Passage[] {
  const { hierarchy } = kinds;
  const passages: Passage[] = [];
  // By proto; null where no reference goes through.
  const shapes: (Shape | null | undefined)[] = new Array(file.protoCount);
  for (let method = 0; method < file.methodCount; method++) {
    const owner = hierarchy.localType(index, file.methodClasses[method] as number);
    if (owner < 0 || hierarchy.classOfType[owner] !== -1 || hierarchy.isArray(owner)) continue;
    const proto = file.methodProtos[method] as number;
    let shape = shapes[proto];
    if (shape === undefined) {
      shape = methodShape(file, index, proto, kinds);
      shapes[proto] = shape;
    }
    // Every class has it, and none keeps what it is compared with.
    if (shape === null || (shape.takesAny && file.methodName(method) === 'equals')) continue;
    passages.push({ owner, shape });
  }
  return passages;
}

function methodShape(file: ProgramFile, index: number, proto: number, kinds: Kinds): Shape | null {
  const { hierarchy } = kinds;
  const parameters = file
    .protoParameters(proto)
    .map((type) => hierarchy.localType(index, type))
    .filter((type) => isReference(hierarchy, type));
  const returned = hierarchy.localType(index, file.protoReturnType(proto));
  const result = isReference(hierarchy, returned) ? returned : -1;
  return parameters.length === 0 && result < 0 ? null : shapeOf(kinds, parameters, result);
}

function isReference(hierarchy: Hierarchy, type: number): boolean {
  const descriptor = hierarchy.descriptors[type];
  return descriptor !== undefined && descriptor.length > 1;
}
