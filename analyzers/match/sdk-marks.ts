import type { Catalogue } from '../model/catalogue.ts';
import type { FoundBy } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';

/** From this many marks on a part of them is enough, as versions differ and shrinkers leave out what is not used. */
const LARGE_SET = 20;
const OF_LARGE = 5;
const PART_OF_SMALL = 0.5;
const FEWEST = 3;
/** Bytes of base64 for a mark of 32 bits. */
const CHARACTERS_PER_MARK = 16 / 3;

/** SDKs that are known by what lasts of their renamed code: of a set of marks, enough are in the build. */
export function findByMarks(facts: readonly Fact[], catalogue: Catalogue): [id: string, by: FoundBy][] {
  const met = new Map<string, { marks: Set<string>; at: Fact['at'] }>();
  for (const { kind, value, args = [], at } of facts) {
    if (kind !== 'mark' || !/\/\d+$/.test(value)) continue;
    const entry = met.get(value) ?? { marks: new Set(), at };
    for (const mark of args) entry.marks.add(mark);
    met.set(value, entry);
  }
  return [...met].flatMap(([name, { marks, at }]): [string, FoundBy][] => {
    const slash = name.lastIndexOf('/');
    const id = name.slice(0, slash);
    const set = catalogue.sdks[id]?.marks?.[Number(name.slice(slash + 1)) - 1];
    const total = Math.floor((set ?? '').replace(/={1,2}$/, '').length / CHARACTERS_PER_MARK);
    if (total === 0 || marks.size < needed(total)) return [];
    return [[id, { how: 'mark', value: `${marks.size}/${total}`, sure: 'likely', at }]];
  });
}

function needed(total: number): number {
  return total < LARGE_SET ? Math.max(FEWEST, Math.ceil(total * PART_OF_SMALL)) : OF_LARGE;
}
