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
  /** Where it counts as beginning beside others. */
  lead: number;
  start: number;
  end: number;
  leftOpen: boolean;
  rightOpen: boolean;
}

export function scan(lexicon: Lexicon, source: string): Scan {
  const text = simplified(source);
  const matches = matchesIn(lexicon, text);
  const naming: Match[] = [];
  const friends: Match[] = [];
  const named: Match[] = [];
  const byGroup = new Map<string, Match[]>();
  for (const match of matches) {
    let isFriend = false;
    let isData = false;
    let isSdk = false;
    for (const meaning of match.entry.meanings) {
      if (meaning.kind === 'friend') isFriend = true;
      else if (meaning.kind === 'data') isData = true;
      else if (meaning.kind === 'sdk') isSdk = true;
      else if (meaning.kind === 'term') {
        const list = byGroup.get(meaning.group);
        if (list === undefined) byGroup.set(meaning.group, [match]);
        else list.push(match);
      }
    }
    if (isSdk) named.push(match);
    if (isFriend) friends.push(match);
    else if (isData && counts(text, match)) naming.push(match);
  }
  const data: DataHit[] = [];
  for (const match of withoutCovered(longest(naming), longest(friends))) {
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
  for (const match of longest(named)) {
    const found: SdkHit['sdks'] = [];
    for (const meaning of match.entry.meanings) {
      if (meaning.kind === 'sdk') found.push({ id: meaning.id, how: meaning.how, category: meaning.category });
    }
    sdks.push({ start: match.start, end: match.end, sdks: found });
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
  if (covers.length === 0) return spans;
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
  if (joins(text, end) && /[A-Za-z]/.test(text.charAt(end + 1))) return true;
  return joins(text, start - 1) && /[A-Za-z0-9]/.test(text.charAt(start - 2));
}

/** Whether what joins the parts of an address stands there. */
function joins(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === '.' || character === '@';
}

/** Whether a phrase of data counts where it stands: plain words only as items of a list. */
function counts(text: string, match: Match): boolean {
  return !inAddress(text, match) && (!match.entry.listedOnly || isListed(text, match));
}

const LISTED_BEFORE =
  /(?:^|[、，,；;：:（(/|“"【[\n&+]|和|及|与|或|您的|用户的|包括|例如|比如|收集|提供|填写|录入|获取|输入|\b(?:and|or|their|as|including|include|includes|collect|provide|e\.g\.))[^\S\n]*$/i;
const LISTED_AFTER = /^\s*(?:$|[、，,；;。.：:（()）/|”"】\]\n&+]|和|及|与|或|以及|等|信息|\b(?:and|or|etc)\b)/i;

/** Whether a word stands as an item of a list, between separators or words that open or end one. */
function isListed(text: string, { start, end }: Match): boolean {
  return LISTED_BEFORE.test(text.slice(Math.max(0, start - 12), start)) && LISTED_AFTER.test(text.slice(end, end + 8));
}

/** Leftmost, then longest, without overlap; "your" in front of a phrase gives it no lead. */
function longest(matches: Match[]): Match[] {
  if (matches.length < 2) return matches;
  const sorted = [...matches].sort((a, b) => a.lead - b.lead || b.to - a.to);
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
    const end = (normal.starts[to - 1] ?? -1) + 1;
    const leftOpen = !entry.latinStart || start === 0 || !isLatin(text.charCodeAt(start - 1));
    const rightOpen = !entry.latinEnd || end === text.length || wordEndsAt(text, end);
    if (!(leftOpen && rightOpen) && !entry.chains) return;
    const lead = entry.latinStart && entry.text.startsWith('your') ? from + 4 : from;
    matches.push({ entry, from, to, lead, start, end, leftOpen, rightOpen });
  });
  return matches.length < 2 ? matches.filter(isOpen) : joinChains(matches);
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
  return matches.filter(isOpen);
}

function isOpen({ leftOpen, rightOpen }: Match): boolean {
  return leftOpen && rightOpen;
}
