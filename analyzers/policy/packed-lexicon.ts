import type { Catalogue } from '../model/catalogue.ts';
import type { PackedLexicon, PhraseTable } from '../model/packed-lexicon.ts';
import type { CompiledLexicon, Lexicon, LexiconEntry, Meaning, PhraseLanguage, SdkNaming } from './lexicon.ts';
import { packNumbers, unpackInt32, unpackUint16 } from './packed-numbers.ts';
import { phraseAt, phraseIndexOf, phraseTable } from './phrase-index.ts';

const Flag = { LATIN_START: 1, LATIN_END: 2, CHAINS: 4, LISTED_ONLY: 8 } as const;
const KINDS: readonly Meaning['kind'][] = ['data', 'friend', 'filler', 'term', 'sdk'];
const NAMINGS: readonly SdkNaming[] = ['name', 'bare-name', 'company', 'later-company', 'package', 'domain'];

/** A lexicon as numbers: the kind of a meaning, how an SDK is named, and what it is about by its place in a list. */
export function packLexicon({ entries, byLanguage }: CompiledLexicon, catalogue: Catalogue): PackedLexicon {
  const data = placesOf(Object.keys(catalogue.dataTypes));
  const sdks = placesOf(Object.keys(catalogue.sdks));
  const groups = new Map<string, number>();
  const placeOf = (meaning: Meaning): number => {
    if (meaning.kind === 'data') return data.get(meaning.id) ?? 0;
    if (meaning.kind === 'sdk') return (sdks.get(meaning.id) ?? 0) * NAMINGS.length + NAMINGS.indexOf(meaning.how);
    if (meaning.kind !== 'term') return 0;
    const place = groups.get(meaning.group) ?? groups.size;
    groups.set(meaning.group, place);
    return place;
  };
  const numberOf = (meaning: Meaning): number => placeOf(meaning) * KINDS.length + KINDS.indexOf(meaning.kind);
  const several: number[][] = [];
  const meanings = entries.map(({ meanings: all }) => {
    const numbers = all.map(numberOf);
    return numbers.length === 1 ? (numbers[0] as number) : -several.push(numbers);
  });
  const { text, ends, units, below, places } = phraseTable(entries.map((entry) => entry.text));
  return {
    phrases: {
      text,
      ends: packNumbers(ends),
      units: packNumbers(units),
      below: packNumbers(below),
      places: packNumbers(places),
    },
    flags: packNumbers(Int32Array.from(entries, flagsOf)),
    meanings: packNumbers(Int32Array.from(meanings)),
    several,
    byLanguage: [...byLanguage].map(([position, { zh, en }]) => [
      position,
      zh.meanings.map(numberOf),
      en.meanings.map(numberOf),
    ]),
    groups: [...groups.keys()],
  };
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, place) => [name, place]));
}

function flagsOf({ latinStart, latinEnd, chains, listedOnly }: LexiconEntry): number {
  return (
    (latinStart ? Flag.LATIN_START : 0) |
    (latinEnd ? Flag.LATIN_END : 0) |
    (chains ? Flag.CHAINS : 0) |
    (listedOnly ? Flag.LISTED_ONLY : 0)
  );
}

/** @param catalogue the one that the lexicon was made of */
export function unpackLexicon(packed: PackedLexicon, catalogue: Catalogue): Lexicon {
  const { several, groups } = packed;
  const phrases: PhraseTable = {
    text: packed.phrases.text,
    ends: unpackInt32(packed.phrases.ends),
    units: unpackUint16(packed.phrases.units),
    below: unpackInt32(packed.phrases.below),
    places: unpackInt32(packed.phrases.places),
  };
  const flags = unpackInt32(packed.flags);
  const meanings = unpackInt32(packed.meanings);
  const data = Object.keys(catalogue.dataTypes);
  const sdks = Object.keys(catalogue.sdks);
  const meaningOf = (number: number): Meaning => {
    const kind = KINDS[number % KINDS.length];
    const place = Math.floor(number / KINDS.length);
    if (kind === 'data') {
      const id = data[place] ?? '';
      return { kind, id, behaviour: catalogue.dataTypes[id]?.kind === 'behaviour' };
    }
    if (kind === 'sdk') {
      const id = sdks[Math.floor(place / NAMINGS.length)] ?? '';
      const how = NAMINGS[place % NAMINGS.length] ?? 'name';
      return { kind, id, how, category: catalogue.sdks[id]?.category ?? null };
    }
    if (kind === 'term') return { kind, group: groups[place] ?? '' };
    return kind === 'friend' ? { kind } : { kind: 'filler' };
  };
  const entryOf = (position: number, numbers: readonly number[]): LexiconEntry => {
    const bits = flags[position] as number;
    return {
      text: phraseAt(phrases, position),
      meanings: numbers.map(meaningOf),
      latinStart: (bits & Flag.LATIN_START) !== 0,
      latinEnd: (bits & Flag.LATIN_END) !== 0,
      chains: (bits & Flag.CHAINS) !== 0,
      listedOnly: (bits & Flag.LISTED_ONLY) !== 0,
    };
  };
  const entries = new Map<number, LexiconEntry>();
  const byLanguage = packed.byLanguage.map(([position, zh, en]): [number, Record<PhraseLanguage, LexiconEntry>] => [
    position,
    { zh: entryOf(position, zh), en: entryOf(position, en) },
  ]);
  return {
    entry(position) {
      let entry = entries.get(position);
      if (entry === undefined && position < meanings.length) {
        const number = meanings[position] as number;
        entry = entryOf(position, number < 0 ? (several[-1 - number] ?? []) : [number]);
        entries.set(position, entry);
      }
      return entry;
    },
    index: phraseIndexOf(phrases),
    byLanguage: new Map(byLanguage),
  };
}
