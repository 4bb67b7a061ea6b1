import type { Build } from './model/build.ts';
import type { Fact } from './model/fact.ts';
import type { Gap } from './model/gap.ts';
import type { Limits } from './model/limits.ts';
import type { Location } from './model/location.ts';
import type { Reach } from './model/reach.ts';
import type { Sink } from './model/sink.ts';

/** Characters that a location or a fact takes in a report beside its texts. */
const FRAME = 64;

/** The first facts of a build, as many as a report may hold by their number and by their size. */
export function boundedFacts(
  { name }: Build,
  all: Fact[],
  { facts: most, reportSize }: Pick<Limits, 'facts' | 'reportSize'>,
): { facts: Fact[]; gaps: Gap[] } {
  let left = reportSize;
  let count = 0;
  while (count < all.length && count < most) {
    left -= sizeOfFact(all[count] as Fact);
    if (left < 0) break;
    count++;
  }
  if (count === all.length) return { facts: all, gaps: [] };
  const detail =
    left < 0
      ? `${all.length} facts take more than the limit of ${reportSize} characters; the last are left out`
      : `${all.length} facts are more than the limit of ${most}; the last are left out`;
  return {
    facts: all.slice(0, count),
    gaps: [{ stage: 'unpack', file: name, code: 'over-budget', detail, material: true }],
  };
}

/**
 * Facts and how they are reached, with the ways to them and from them as far as a report has room for them; of the
 * others only the ends are kept.
 * @param most characters of all facts and ways together
 */
export function boundedWays(
  { name }: Build,
  facts: Fact[],
  reaches: (Reach | null)[],
  most: number,
): { facts: Fact[]; reaches: (Reach | null)[]; gaps: Gap[] } {
  let left = most - facts.reduce((sum, fact) => sum + sizeOfFact(fact), 0);
  let cut = false;
  const fits = (path: readonly Location[]): boolean => {
    const size = sizeOfPath(path);
    const has = size <= left;
    if (has) left -= size;
    else cut = true;
    return has;
  };
  const shortReach = (reach: Reach | null): Reach | null =>
    reach === null || fits(reach.path) ? reach : { ...reach, path: reach.path.slice(-1) };
  const shortSink = (sink: Sink): Sink => (fits(sink.path) ? sink : { ...sink, path: [sink.at] });
  const shortReaches = reaches.map(shortReach);
  const shortFacts = facts.map((fact) =>
    fact.sinks === undefined ? fact : { ...fact, sinks: fact.sinks.map(shortSink) },
  );
  if (!cut) return { facts, reaches, gaps: [] };
  const detail = `the ways to all places and from them take more than the limit of ${most} characters; some are left out`;
  return {
    facts: shortFacts,
    reaches: shortReaches,
    gaps: [{ stage: 'unpack', file: name, code: 'over-budget', detail, material: false }],
  };
}

function sizeOfFact({ value, args = [], at }: Fact): number {
  return FRAME + value.length + args.reduce((sum, text) => sum + text.length, 0) + sizeOfPath([at]);
}

function sizeOfPath(path: readonly Location[]): number {
  return path.reduce(
    (sum, { file, class: name = '', method = '' }) => sum + FRAME + file.length + name.length + method.length,
    0,
  );
}
