import { type DexFile, NO_INDEX } from './dex-file.ts';

const UNSEEN = 0;
const ON_PATH = 1;
const DONE = 2;

/** The class definition at which a chain of superclasses within one file comes back to itself; -1 where none does. */
export function circularClass(dex: DexFile): number {
  const definitionOf = new Int32Array(dex.typeCount).fill(-1);
  for (let classDef = 0; classDef < dex.classCount; classDef++) {
    const type = dex.classType(classDef);
    if (type < dex.typeCount) definitionOf[type] = classDef;
  }
  const state = new Uint8Array(dex.classCount);
  for (let start = 0; start < dex.classCount; start++) {
    let at = start;
    while (at >= 0 && state[at] === UNSEEN) {
      state[at] = ON_PATH;
      at = superDefinition(dex, at, definitionOf);
    }
    if (at >= 0 && state[at] === ON_PATH) return at;
    for (let back = start; back >= 0 && state[back] === ON_PATH; back = superDefinition(dex, back, definitionOf)) {
      state[back] = DONE;
    }
  }
  return -1;
}

function superDefinition(dex: DexFile, classDef: number, definitionOf: Int32Array): number {
  const type = dex.superclass(classDef);
  return type === NO_INDEX ? -1 : (definitionOf[type] ?? -1);
}
