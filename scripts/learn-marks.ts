import type { ClassMarks } from './sdk-code.ts';

/** Marks kept of strings and of shapes in one set. */
const MOST_STRINGS = 32;
/** Of the strings, dotted names. */
const MOST_NAMES = 16;
const MOST_SHAPES = 16;
/** A set of fewer marks would be met by chance. */
const FEWEST_MARKS = 4;

/** One build, with the owner of each of its classes: the id of an SDK, or null for other code. */
export interface LearnedBuild {
  classes: ClassMarks[];
  ownerOf: (className: string) => string | null;
  /** SDKs of which marks are wanted from this build. */
  sdks: string[];
}

/**
 * For each SDK its sets of marks, one for each build that the sets before do not cover. A mark is taken only when no
 * other SDK and no other code in any of the builds has it; those that several versions have come first.
 */
export function learnMarks(builds: LearnedBuild[]): Map<string, number[][]> {
  const owners = new Map<number, Set<string | null>>();
  const buildsWith = new Map<number, number>();
  for (const { classes, ownerOf } of builds) {
    const inBuild = new Set<number>();
    for (const { name, shape, strings } of classes) {
      const owner = ownerOf(name);
      for (const mark of shape === 0 ? strings : [shape, ...strings]) {
        owners.set(mark, (owners.get(mark) ?? new Set()).add(owner));
        inBuild.add(mark);
      }
    }
    for (const mark of inBuild) buildsWith.set(mark, (buildsWith.get(mark) ?? 0) + 1);
  }

  const learned = new Map<string, number[][]>();
  for (const { classes, ownerOf, sdks } of builds) {
    for (const sdk of sdks) {
      const own = classes.filter(({ name }) => ownerOf(name) === sdk);
      const telling = (marks: number[]): number[] =>
        [...new Set(marks)]
          .filter((mark) => mark !== 0 && owners.get(mark)?.size === 1)
          .sort((a, b) => (buildsWith.get(b) ?? 0) - (buildsWith.get(a) ?? 0) || a - b);
      const names = telling(own.flatMap((one) => one.names)).slice(0, MOST_NAMES);
      const strings = telling(own.flatMap((one) => one.strings)).filter((mark) => !names.includes(mark));
      const shapes = telling(own.map((one) => one.shape));
      const all = new Set([...names, ...strings, ...shapes]);
      const sets = learned.get(sdk) ?? [];
      const covered = sets.some((set) => set.filter((mark) => all.has(mark)).length * 2 >= set.length);
      const set = [...names, ...strings.slice(0, MOST_STRINGS - names.length), ...shapes.slice(0, MOST_SHAPES)];
      if (!covered && set.length >= FEWEST_MARKS) learned.set(sdk, [...sets, set]);
    }
  }
  return learned;
}
