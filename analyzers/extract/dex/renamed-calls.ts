import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { CallShapes } from './call-shapes.ts';
import { MethodWalk } from './method-walk.ts';
import type { TypeShapes } from './type-shapes.ts';

const CLASS = 0x4c;
const SLASH = 0x2f;
const SEMICOLON = 0x3b;
/** Shrinkers give packages names of this many letters at most. */
const LONGEST_SHRUNK = 2;
const NONE: readonly number[] = [];

/**
 * Marks of what the methods of a class call, for classes that a shrinker moved to a package with a name of its own;
 * none for others, which are known by their names. What cannot be read has none.
 */
export function renamedCalls(
  dex: DexFile,
  types: TypeShapes,
  budget: WorkBudget,
): (classDef: number) => readonly number[] {
  const shapes = new CallShapes(dex, types, budget);
  const walk = new MethodWalk(dex, budget);
  return (classDef) => {
    const offset = dex.classDataOffset(classDef);
    if (offset === 0 || budget.spent || !isShrunk(dex.bytes, dex.typeStart(dex.classType(classDef)))) return NONE;
    const marks: number[] = [];
    try {
      walk.open(offset);
      while (walk.next()) {
        const mark = shapes.mark(walk.data.index, walk.code);
        if (mark !== 0) marks.push(mark);
      }
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      budget.fail();
    }
    return marks;
  };
}

/**
 * Whether the class whose descriptor stands at `start` lies in a package as shrinkers name them: the first part is one
 * letter, which is nobody's domain, or none has more letters than they give.
 */
function isShrunk(bytes: Uint8Array, start: number): boolean {
  if (start < 0 || bytes[start] !== CLASS) return false;
  if (bytes[start + 2] === SLASH) return true;
  let letters = 0;
  for (let at = start + 1; bytes[at] !== undefined && bytes[at] !== SEMICOLON && bytes[at] !== 0; at++) {
    if (bytes[at] !== SLASH) letters++;
    else if (letters > LONGEST_SHRUNK) return false;
    else letters = 0;
  }
  return true;
}
