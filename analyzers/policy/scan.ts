import type { Lexicon, LexiconEntry, SdkNaming } from './lexicon.ts';
import { isLatin, normalise } from './normalise.ts';
import { simplified } from './traditional.ts';

/** A stretch of a text, in UTF-16 units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface DataHit extends Span {
  /** Data type ids; several where one phrase means several. */
  ids: string[];
  /** Normalised phrase. */
  phrase: string;
  /** A way of acting, such as starting by itself. */
  behaviour: boolean;
}

export interface SdkHit extends Span {
  sdks: { id: string; how: SdkNaming; category: string | null }[];
}

/** Everything that the lexicon finds in one text. */
export interface Scan {
  /** As it stands, traditional characters replaced by simplified ones. */
  text: string;
  /** In order, without overlap: the longest phrase from the left wins, false friends are taken out. */
  data: DataHit[];
  /** In order; names win over what they contain. */
  sdks: SdkHit[];
  /** By group of policy-terms, in order; a shorter word inside a longer one of the same group is left out. */
  terms: Map<string, Span[]>;
}

interface Match {
  entry: LexiconEntry;
  from: number;
  to: number;
  start: number;
  end: number;
  leftOpen: boolean;
  rightOpen: boolean;
}

export function scan(lexicon: Lexicon, source: string): Scan {
  const text = simplified(source);
  const matches = matchesIn(lexicon, text);
  const data: DataHit[] = [];
  for (const match of dataMatches(text, matches)) {
    const ids: string[] = [];
    let behaviour = false;
    for (const meaning of match.entry.meanings) {
      if (meaning.kind !== 'data') continue;
      ids.push(meaning.id);
      behaviour ||= meaning.behaviour;
    }
    data.push({ start: match.start, end: match.end, ids, phrase: match.entry.text, behaviour });
  }
  const sdks: SdkHit[] = [];
  for (const match of longest(
    matches.filter((each) => each.entry.meanings.some((meaning) => meaning.kind === 'sdk')),
  )) {
    const found: SdkHit['sdks'] = [];
    for (const meaning of match.entry.meanings) {
      if (meaning.kind === 'sdk') found.push({ id: meaning.id, how: meaning.how, category: meaning.category });
    }
    sdks.push({ start: match.start, end: match.end, sdks: found });
  }
  const byGroup = new Map<string, Match[]>();
  for (const match of matches) {
    for (const meaning of match.entry.meanings) {
      if (meaning.kind !== 'term') continue;
      const list = byGroup.get(meaning.group);
      if (list === undefined) byGroup.set(meaning.group, [match]);
      else list.push(match);
    }
  }
  const terms = new Map<string, Span[]>();
  for (const [group, found] of byGroup) {
    const spans = longest(found).map(({ start, end }) => ({ start, end }));
    const lookalikes = byGroup.get(`${group}${LOOKALIKES}`);
    terms.set(group, lookalikes === undefined ? spans : withoutCovered(spans, longest(lookalikes)));
  }
  return { text, data, sdks, terms };
}

/** `<group>-lookalikes` are longer words that contain a word of the group and mean something else. */
const LOOKALIKES = '-lookalikes';

/** The spans that no cover contains; both in order. */
function withoutCovered<T extends Span>(spans: T[], covers: readonly Span[]): T[] {
  let at = 0;
  return spans.filter((span) => {
    while ((covers[at]?.end ?? Number.POSITIVE_INFINITY) < span.end) at++;
    const cover = covers[at];
    return cover === undefined || cover.start > span.start;
  });
}

export function termsOf(scanned: Scan, group: string): readonly Span[] {
  return scanned.terms.get(group) ?? [];
}

/** A word inside a domain name, a package name or a mail address names no data. */
function inAddress(text: string, { start, end }: Match): boolean {
  return (
    /^[.@][A-Za-z]/.test(text.slice(end, end + 2)) || /[A-Za-z0-9][.@]$/.test(text.slice(Math.max(0, start - 2), start))
  );
}

/**
 * The phrases of data that count, in order: none that a false friend contains, and plain
 * words only as items of a list.
 */
function dataMatches(text: string, matches: readonly Match[]): Match[] {
  const found: Match[] = [];
  const friends: Match[] = [];
  for (const match of matches) {
    if (match.entry.meanings.some((meaning) => meaning.kind === 'friend')) friends.push(match);
    else if (match.entry.meanings.some((meaning) => meaning.kind === 'data') && !inAddress(text, match)) {
      if (!match.entry.listedOnly || isListed(text, match)) found.push(match);
    }
  }
  return withoutCovered(longest(found), longest(friends));
}

const LISTED_BEFORE =
  /(?:^|[、，,；;：:（(/|“"【[\n&+]|和|及|与|或|您的|用户的|包括|例如|比如|收集|提供|填写|录入|获取|输入|\b(?:and|or|their|as|including|include|includes|collect|provide|e\.g\.))\s*$/i;
const LISTED_AFTER = /^\s*(?:$|[、，,；;。.：:（()）/|”"】\]\n&+]|和|及|与|或|以及|等|信息|\b(?:and|or|etc)\b)/i;

/** Whether a word stands as an item of a list, between separators or words that open or end one. */
function isListed(text: string, { start, end }: Match): boolean {
  return LISTED_BEFORE.test(text.slice(Math.max(0, start - 12), start)) && LISTED_AFTER.test(text.slice(end, end + 8));
}

/** Leftmost, then longest, without overlap; "your" in front of a phrase gives it no lead. */
function longest(matches: Match[]): Match[] {
  const lead = ({ from, entry }: Match) => from + (entry.text.startsWith('your') ? 4 : 0);
  const sorted = [...matches].sort((a, b) => lead(a) - lead(b) || b.to - a.to);
  const kept: Match[] = [];
  let end = 0;
  for (const match of sorted) {
    if (match.from < end) continue;
    kept.push(match);
    end = match.to;
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** All occurrences whose Latin ends stand at word borders, or are glued to another acronym (`IMEIIMSI`). */
function matchesIn(lexicon: Lexicon, text: string): Match[] {
  const normal = normalise(text);
  const matches: Match[] = [];
  lexicon.index.search(normal.text, (index, to) => {
    const entry = lexicon.entry(index);
    if (entry === undefined) return;
    const from = to - entry.text.length;
    const start = normal.starts[from] ?? 0;
    const end = normal.ends[to - 1] ?? 0;
    const leftOpen = !entry.latinStart || start === 0 || !isLatin(text.charCodeAt(start - 1));
    const rightOpen = !entry.latinEnd || end === text.length || wordEndsAt(text, end);
    if ((leftOpen && rightOpen) || entry.chains) matches.push({ entry, from, to, start, end, leftOpen, rightOpen });
  });
  return joinChains(matches);
}

/** A plural is the same word. */
function wordEndsAt(text: string, at: number): boolean {
  if (!isLatin(text.charCodeAt(at))) return true;
  return /^e?s(?![A-Za-z0-9])/i.test(text.slice(at, at + 3));
}

function joinChains(matches: Match[]): Match[] {
  matches.sort((a, b) => a.from - b.from);
  const reached = new Set<number>();
  for (const match of matches) {
    if (!match.leftOpen && reached.has(match.from)) match.leftOpen = true;
    if (match.leftOpen && match.entry.chains) reached.add(match.to);
  }
  matches.sort((a, b) => b.to - a.to);
  const opened = new Set<number>();
  for (const match of matches) {
    if (!match.rightOpen && opened.has(match.to)) match.rightOpen = true;
    if (match.rightOpen && match.leftOpen && match.entry.chains) opened.add(match.from);
  }
  return matches.filter((match) => match.leftOpen && match.rightOpen);
}
