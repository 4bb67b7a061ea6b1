import type { ProgramFile } from '../model/program.ts';
import type { Hierarchy } from './hierarchy.ts';

/** A member of the platform that the build refers to: types through which objects can come in and go out. */
interface Passage {
  owner: number;
  parameters: readonly number[];
  result: number;
}

/**
 * The types of the platform whose objects can hold some of the build, as far as the build's own references tell: they
 * are given such in a member that it refers to, or come out of one that is or that holds.
 * @param canBring true for types by which an object of the build can be handed over
 * @param canHold true for types outside that may hold others at all
 */
export function findHoldingTypes(
  hierarchy: Hierarchy,
  canBring: (type: number) => boolean,
  canHold: (type: number) => boolean,
): (type: number) => boolean {
  const direct = new Set<number>();
  const holds = (type: number): boolean => hierarchy.supertypes(type).some((each) => direct.has(each));
  const add = (type: number): boolean => {
    if (type < 0 || type === hierarchy.objectType || direct.has(type) || !canHold(type)) return false;
    direct.add(type);
    return true;
  };
  let open = hierarchy.files.flatMap((file, index) => [
    ...methodPassages(file, index, hierarchy),
    ...fieldPassages(file, index, hierarchy),
  ]);
  for (let grown = true; grown; ) {
    grown = false;
    const still: Passage[] = [];
    for (const passage of open) {
      const { owner, parameters, result } = passage;
      const takes = parameters.some((type) => canBring(type) || (canHold(type) && holds(type)));
      if (!takes && !holds(owner)) {
        still.push(passage);
        continue;
      }
      if (takes && add(owner)) grown = true;
      if (add(result)) grown = true;
    }
    open = still;
  }
  return holds;
}

function fieldPassages(file: ProgramFile, index: number, hierarchy: Hierarchy): Passage[] {
  const passages: Passage[] = [];
  for (let field = 0; field < file.fieldCount; field++) {
    const owner = hierarchy.localType(index, file.fieldClasses[field] as number);
    const type = hierarchy.localType(index, file.fieldTypes[field] as number);
    if (owner < 0 || hierarchy.classOfType[owner] !== -1 || !isReference(hierarchy, type)) continue;
    passages.push({ owner, parameters: [type], result: type });
  }
  return passages;
}

function methodPassages(file: ProgramFile, index: number, hierarchy: Hierarchy): Passage[] {
  const passages: Passage[] = [];
  const parametersOf: (readonly number[] | undefined)[] = [];
  for (let method = 0; method < file.methodCount; method++) {
    const owner = hierarchy.localType(index, file.methodClasses[method] as number);
    if (owner < 0 || hierarchy.classOfType[owner] !== -1 || hierarchy.isArray(owner)) continue;
    const proto = file.methodProtos[method] as number;
    let parameters = parametersOf[proto];
    if (parameters === undefined) {
      parameters = file
        .protoParameters(proto)
        .map((type) => hierarchy.localType(index, type))
        .filter((type) => isReference(hierarchy, type));
      parametersOf[proto] = parameters;
    }
    const returned = hierarchy.localType(index, file.protoReturnType(proto));
    const result = isReference(hierarchy, returned) ? returned : -1;
    if (parameters.length === 0 && result < 0) continue;
    // Every class has it, and none keeps what it is compared with.
    if (parameters[0] === hierarchy.objectType && file.methodName(method) === 'equals') continue;
    passages.push({ owner, parameters, result });
  }
  return passages;
}

function isReference(hierarchy: Hierarchy, type: number): boolean {
  const descriptor = hierarchy.descriptors[type];
  return descriptor !== undefined && descriptor.length > 1;
}
