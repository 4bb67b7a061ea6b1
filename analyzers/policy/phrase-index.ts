import type { PhraseTable } from '../model/packed-lexicon.ts';

/** Finds all occurrences of all its phrases in one pass over a text. */
export interface PhraseIndex {
  /** Calls back with the phrase's place and the exclusive end of each occurrence, by start, shorter ones first. */
  search(text: string, found: (phrase: number, end: number) => void): void;
}

const NONE = -1;

/**
 * Works out the tree of all phrases by their units. A node whose phrase is the only one that begins so has no nodes below:
 * the rest of that phrase is compared with the text. Nodes are in breadth-first order, so that those below one stand together.
 * @param phrases distinct, and not empty
 */
export function phraseTable(phrases: readonly string[]): PhraseTable {
  const sorted = phrases.map((text, place) => ({ text, place })).sort((a, b) => (a.text < b.text ? -1 : 1));
  // The phrases that begin like a node, by places in the sorted list, end exclusive.
  const ranges = [{ from: 0, to: sorted.length, depth: 0 }];
  const units: number[] = [0];
  const below: number[] = [];
  const places: number[] = [];
  // Grows while it is walked.
  for (const { from, to, depth } of ranges) {
    below.push(ranges.length);
    const first = sorted[from];
    const alone = to - from === 1 && depth > 0;
    const whole = first?.text.length === depth;
    places.push(first !== undefined && (alone || whole) ? first.place : NONE);
    for (let at = whole ? from + 1 : from; at < to && !alone; ) {
      const unit = sorted[at]?.text.charCodeAt(depth) ?? 0;
      const start = at;
      while (at < to && sorted[at]?.text.charCodeAt(depth) === unit) at++;
      units.push(unit);
      ranges.push({ from: start, to: at, depth: depth + 1 });
    }
  }
  below.push(ranges.length);
  let end = 0;
  return {
    text: phrases.join(''),
    ends: Int32Array.from(phrases, ({ length }) => {
      end += length;
      return end;
    }),
    units: Uint16Array.from(units),
    below: Int32Array.from(below),
    places: Int32Array.from(places),
  };
}

/** The phrase at a place of a table. */
export function phraseAt({ text, ends }: PhraseTable, place: number): string {
  return text.slice(place === 0 ? 0 : ends[place - 1], ends[place]);
}

/** At each unit of a text at most as many look-ups are made as the longest phrase that begins there has units. */
export function phraseIndexOf({ text: all, ends, units, below, places }: PhraseTable): PhraseIndex {
  // Below the root: first unit -> node.
  const endOfFirst = below[1] as number;
  const begins = new Int32Array((units[endOfFirst - 1] as number) + 1);
  for (let node = 1; node < endOfFirst; node++) begins[units[node] as number] = node;

  /** The node below one by the next unit, 0 for none. */
  const next = (node: number, unit: number): number => {
    let low = below[node] as number;
    let high = (below[node + 1] as number) - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((units[middle] as number) < unit) low = middle + 1;
      else high = middle;
    }
    return units[low] === unit ? low : 0;
  };
  /** The end of a phrase that a text goes on with, -1 where it does not. @param done units that were compared */
  const endIn = (text: string, at: number, place: number, done: number): number => {
    const end = ends[place] as number;
    let from = (place === 0 ? 0 : (ends[place - 1] as number)) + done;
    let to = at;
    while (from < end && to < text.length && all.charCodeAt(from) === text.charCodeAt(to)) {
      from++;
      to++;
    }
    return from === end ? to : NONE;
  };

  return {
    search(text, found) {
      for (let start = 0; start < text.length; start++) {
        const first = text.charCodeAt(start);
        let node = first < begins.length ? (begins[first] as number) : 0;
        for (let at = start + 1; node > 0; at++) {
          const place = places[node] as number;
          if (below[node] === below[node + 1]) {
            const end = endIn(text, at, place, at - start);
            if (end >= 0) found(place, end);
            break;
          }
          if (place >= 0) found(place, at);
          node = at < text.length ? next(node, text.charCodeAt(at)) : 0;
        }
      }
    },
  };
}
