import type { Block } from './block.ts';
import type { Lexicon } from './lexicon.ts';
import { sliceMapped } from './mapped-text.ts';
import { normalisePhrase } from './normalise.ts';
import { numberingOf } from './numbering.ts';
import { type Scan, scan, termsOf } from './scan.ts';

/** What a part of a policy is for. `other` is what no heading tells. */
export type SectionRole =
  | 'exceptions'
  | 'definitions'
  | 'sdk-list'
  | 'permissions'
  | 'contact'
  | 'changes'
  | 'collection'
  | 'sharing'
  | 'cookies'
  | 'security'
  | 'rights'
  | 'minors'
  | 'intro'
  | 'other';

/** Where a heading carries words of several roles, the first of these counts. */
const ROLES: readonly SectionRole[] = [
  'exceptions',
  'definitions',
  'sdk-list',
  'permissions',
  'contact',
  'changes',
  'collection',
  'sharing',
  'cookies',
  'security',
  'rights',
  'minors',
  'intro',
];

/** A block with its place in the document. */
export interface Part {
  block: Block;
  role: SectionRole;
  /** Rank of its numbering or heading level, null for running text. */
  rank: number | null;
  /** A heading that stands alone, without body text in the same block. */
  heading: boolean;
  /** A line of the table of contents. */
  contents: boolean;
  /** Of a text block without its numbering; null for tables. */
  scan: Scan | null;
  /** UTF-16 units of numbering before the scanned text. */
  lead: number;
}

const MAX_HEADING = 44;
const MAX_LATIN_HEADING = 90;
/** A heading that runs into its text must begin with the word that tells its role. */
const MAX_GLUED_LEAD = 2;
const MIN_CONTENTS_LINES = 3;

/** A policy for children alone: in it, a heading that names them says nothing of what its section is for. */
const OF_MINORS =
  /(?:儿童|未成年人|青少年)(?:用户)?(?:的)?(?:个人)?(?:信息|隐私)|\b(?:children|kids|minors)['’]?s?['’]? (?:online )?privacy|privacy (?:policy|notice|statement) for (?:children|kids|minors)/i;
const MAX_TITLE = 60;
const TITLE_WITHIN = 3;

/** Whether a document is a policy for children alone, as its title says. */
export function isOfMinors(blocks: readonly Block[]): boolean {
  for (const block of blocks.slice(0, TITLE_WITHIN)) {
    if (block.kind !== 'text') return false;
    const { text } = block.content;
    if (numberingOf(text) !== null) return false;
    if (text.length <= MAX_TITLE && OF_MINORS.test(text)) return true;
  }
  return false;
}

/** Finds the headings, numbered or not, glued to their text or not, and gives every block the role of its section. */
export function sectionsOf(blocks: readonly Block[], lexicon: Lexicon): Part[] {
  const parts = blocks.map((block, at): Part => {
    if (block.kind === 'table') {
      return { block, role: 'other', rank: null, heading: false, contents: false, scan: null, lead: 0 };
    }
    const numbering = numberingOf(block.content.text);
    const lead = numbering?.length ?? 0;
    const scanned = scan(lexicon, block.content.text.slice(lead));
    const rank = numbering?.rank ?? (block.level > 0 ? Math.max(0, block.level - 1) : null);
    const own =
      !(block.item && block.level === 0 && (scanned.data.length > 0 || (rank === null && isOfList(blocks, at)))) &&
      isHeading(scanned, rank, block.level);
    return { block, role: 'other', rank, heading: own, contents: false, scan: scanned, lead };
  });
  markContents(parts);
  const passedOver: SectionRole | null = isOfMinors(blocks) ? 'minors' : null;
  const open: { rank: number; role: SectionRole }[] = [];
  for (const part of parts) {
    if (part.contents) continue;
    const parent = open[open.length - 1]?.role ?? 'other';
    if (part.scan === null) {
      part.role = parent;
      continue;
    }
    const item = part.block.kind === 'text' && part.block.item && !part.heading;
    const named = item ? null : roleTold(part.scan, 0, part.heading ? MAX_LATIN_HEADING : MAX_GLUED_LEAD);
    // "Contact information" below "What we collect" names data.
    const told =
      named === passedOver ||
      (named === 'intro' && namesPermission(part.scan)) ||
      (named === 'contact' && parent === 'collection' && part.scan.data.length > 0)
        ? null
        : named;
    if (part.rank === null) {
      if (part.heading && told !== null) {
        // A heading without number ends what is below the second level, and lasts until the next one of that level.
        closeTo(open, 2);
        open.push({ rank: 2, role: told });
      }
    } else if (part.heading || told !== null || part.rank <= 2) {
      closeTo(open, part.rank);
      const above = open[open.length - 1]?.role ?? 'other';
      open.push({ rank: part.rank, role: told ?? above });
    } else closeTo(open, part.rank);
    part.role = open[open.length - 1]?.role ?? 'other';
  }
  return parts;
}

/** The block's text without its numbering, with positions. */
export function bodyOf(part: Part) {
  if (part.block.kind === 'table') return { text: '', offsets: new Int32Array(0) };
  const { content } = part.block;
  return sliceMapped(content, part.lead, content.text.length);
}

/** "Draw over other applications" is the name of a permission. */
function namesPermission({ terms }: Scan): boolean {
  for (const group of terms.keys()) if (group.startsWith('permission/')) return true;
  return false;
}

/** An item beside another one, or below "for the following purposes:", is one of a list, whatever its words. */
function isOfList(blocks: readonly Block[], at: number): boolean {
  const before = blocks[at - 1];
  const after = blocks[at + 1];
  if (after?.kind === 'text' && after.item) return true;
  return before?.kind === 'text' && (before.item || /[:：]\s*$/.test(before.content.text));
}

function closeTo(open: { rank: number }[], rank: number): void {
  while (open.length > 0 && (open[open.length - 1]?.rank ?? 0) >= rank) open.pop();
}

function isHeading(scanned: Scan, rank: number | null, level: number): boolean {
  const text = scanned.text.trim();
  const latin = /^[\x20-\x7e’“”]+$/.test(text);
  if (text.length > (latin ? MAX_LATIN_HEADING : MAX_HEADING)) return false;
  if (level > 0) return true;
  if (/[。；;，,]/.test(text) || /[.!?！？]$/.test(text)) return false;
  if (rank !== null) return true;
  const told = roleTold(scanned, 0, 8);
  return told !== null && text.length <= (latin ? 60 : 20) && !/[:：]$/.test(text);
}

function roleTold(scanned: Scan, from: number, to: number): SectionRole | null {
  for (const role of ROLES) {
    for (const span of termsOf(scanned, `section/${role}`)) if (span.start >= from && span.start <= to) return role;
  }
  return null;
}

/**
 * A table of contents is a run of headings without text between them of which most stand again further on, or which an
 * announcing line opens. Its lines open no section.
 */
function markContents(parts: Part[]): void {
  const last = new Map<string, number>();
  const keys = parts.map((part, index) => {
    if (!part.heading || part.scan === null) return null;
    const key = normalisePhrase(part.scan.text);
    last.set(key, index);
    return key;
  });
  for (let start = 0; start < parts.length; start++) {
    if (keys[start] === null) continue;
    let end = start;
    let again = 0;
    while (end < parts.length && keys[end] !== null && sameRun(parts[start], parts[end])) {
      if ((last.get(keys[end] ?? '') ?? end) > end) again++;
      end++;
    }
    const before = parts[start - 1]?.scan;
    const announced = before != null && before.text.length < 40 && termsOf(before, 'contents').length > 0;
    const telling = parts.slice(start, end).filter((part) => part.scan !== null && roleTold(part.scan, 0, 60) !== null);
    const enough = end - start >= MIN_CONTENTS_LINES;
    if (enough && (announced ? telling.length > 1 : again * 2 > end - start && telling.length > 1)) {
      for (let i = start; i < end; i++) {
        const part = parts[i];
        if (part !== undefined) part.contents = true;
      }
      if (announced) {
        const line = parts[start - 1];
        if (line !== undefined) line.contents = true;
      }
    }
    start = Math.max(start, end - 1);
  }
}

function sameRun(first: Part | undefined, other: Part | undefined): boolean {
  return first !== undefined && other !== undefined && first.rank === other.rank;
}
