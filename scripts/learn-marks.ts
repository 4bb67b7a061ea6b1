import type { ClassMarks } from './sdk-code.ts';

/** Strings of each build that a set should hold, and shapes. Versions share a part of them, so that more is needed than for one. */
const STRINGS_OF_BUILD = 40;
const SHAPES_OF_BUILD = 32;
/** Marks of each kind in a set at most. */
const MOST_STRINGS = 320;
const MOST_SHAPES = 224;
/** A set of fewer marks would be met by chance. */
const FEWEST_MARKS = 4;
/** A build with no more marks of the large set than this is not surely known by it. */
const FEW_IN_LARGE = 7;

/** One build, with the owner of each of its classes: the id of an SDK, or null for other code. */
export interface LearnedBuild {
  classes: ClassMarks[];
  ownerOf: (className: string) => string | null;
  /** SDKs of which marks are wanted from this build. */
  sdks: string[];
}

/** What all builds have, by mark. */
export interface MarkCorpus {
  builds: readonly LearnedBuild[];
  marks: ReadonlyMap<number, MetMark>;
}

interface MetMark {
  /** Owner -> numbers of the builds in which its code has the mark. */
  owners: Map<string | null, Set<number>>;
  /** The string, null for a shape. */
  text: string | null;
}

export function readCorpus(builds: readonly LearnedBuild[]): MarkCorpus {
  const marks = new Map<number, MetMark>();
  for (const [build, { classes, ownerOf }] of builds.entries()) {
    for (const { name, shapes, strings } of classes) {
      const owner = ownerOf(name);
      for (const shape of shapes) meet(marks, shape, null, owner, build);
      for (const [mark, text] of strings) meet(marks, mark, text, owner, build);
    }
  }
  return { builds, marks };
}

function meet(
  marks: Map<number, MetMark>,
  mark: number,
  text: string | null,
  owner: string | null,
  build: number,
): void {
  let met = marks.get(mark);
  if (met === undefined) {
    met = { owners: new Map(), text };
    marks.set(mark, met);
  }
  const seen = met.owners.get(owner);
  if (seen === undefined) met.owners.set(owner, new Set([build]));
  else seen.add(build);
}

/**
 * The sets of marks of each SDK, one large and small ones for parts of few marks: those that no other SDK and no other code in any of the builds has, first those that
 * most versions have, of these first those that carry the SDK's own name; of each build as many as one needs.
 * @param vendorsOf names by which an SDK's strings tell whose they are; strings with another vendor's name are left out
 * @param options `without`: numbers of builds that are taken as not known; `only`: SDKs that are asked for; `isForeign`:
 * strings that say nothing of an SDK, as they name another's
 */
export function learnMarks(
  corpus: MarkCorpus,
  vendorsOf: (sdk: string) => readonly string[],
  {
    without = new Set(),
    only,
    isForeign = () => false,
  }: {
    without?: ReadonlySet<number>;
    only?: readonly string[];
    isForeign?: (sdk: string, text: string) => boolean;
  } = {},
): Map<string, number[][]> {
  const wanted = new Set(only ?? corpus.builds.flatMap(({ sdks }) => sdks));
  const vendors = [...new Set([...new Set(corpus.builds.flatMap(({ sdks }) => sdks))].flatMap(vendorsOf))];
  const telling = new Map<string, Telling[]>();
  for (const [mark, { owners, text }] of corpus.marks) {
    const holders = [...owners].filter(([, builds]) => [...builds].some((build) => !without.has(build)));
    const [first] = holders;
    if (first === undefined || holders.length > 1 || first[0] === null || !wanted.has(first[0])) continue;
    const own = vendorsOf(first[0]);
    const said = text?.toLowerCase() ?? '';
    const named = own.some((name) => said.includes(name));
    if (!named && vendors.some((name) => said.includes(name))) continue;
    if (text !== null && isForeign(first[0], text)) continue;
    const builds = [...first[1]].filter(
      (build) => !without.has(build) && corpus.builds[build]?.sdks.includes(first[0] ?? ''),
    );
    if (builds.length === 0) continue;
    const list = telling.get(first[0]) ?? [];
    list.push({ mark, named, shape: text === null, builds });
    telling.set(first[0], list);
  }
  const learned = new Map<string, number[][]>();
  for (const [sdk, marks] of telling) {
    marks.sort((a, b) => b.builds.length - a.builds.length || Number(b.named) - Number(a.named) || a.mark - b.mark);
    const strings = marks.filter(({ shape }) => !shape);
    const shapes = marks.filter(({ shape }) => shape);
    const set = [...fill(strings, STRINGS_OF_BUILD, MOST_STRINGS), ...fill(shapes, SHAPES_OF_BUILD, MOST_SHAPES)];
    const sets = [set, ...smallSets(marks, set)].filter((one) => one.length >= FEWEST_MARKS);
    if (sets.length > 0) learned.set(sdk, sets);
  }
  return learned;
}

interface Telling {
  mark: number;
  /** Whether the string holds the SDK's own name. */
  named: boolean;
  shape: boolean;
  builds: number[];
}

/** A set of its own for each build that has too few marks to be known by the large set: all that it has. */
function smallSets(marks: readonly Telling[], large: readonly number[]): number[][] {
  const inLarge = new Set(large);
  const ofBuild = new Map<number, number[]>();
  for (const { mark, builds } of marks) {
    for (const build of builds) ofBuild.set(build, [...(ofBuild.get(build) ?? []), mark]);
  }
  const sets = [...ofBuild.values()].filter((own) => own.filter((mark) => inLarge.has(mark)).length <= FEW_IN_LARGE);
  return sets
    .map((own) => own.slice(0, STRINGS_OF_BUILD).sort((a, b) => a - b))
    .filter((own, at, all) => all.findIndex((other) => other.join() === own.join()) === at)
    .filter((own) => own.length < inLarge.size || own.some((mark) => !inLarge.has(mark)));
}

/** Takes marks in their order as long as a build that has them lacks some. */
function fill(marks: readonly Telling[], ofBuild: number, most: number): number[] {
  const taken = new Map<number, number>();
  const set: number[] = [];
  for (const { mark, builds } of marks) {
    if (set.length === most) break;
    if (builds.every((build) => (taken.get(build) ?? 0) >= ofBuild)) continue;
    set.push(mark);
    for (const build of builds) taken.set(build, (taken.get(build) ?? 0) + 1);
  }
  return set;
}
