import type { Block, TextBlock } from './block.ts';
import { type ColumnRole, columnRole } from './columns.ts';
import type { Lexicon } from './lexicon.ts';
import { type MappedText, sliceMapped, trimMapped } from './mapped-text.ts';
import { numberingOf } from './numbering.ts';
import { scan } from './scan.ts';

/** A description of an SDK has at least so many fields besides its name. */
const MIN_FIELDS = 2;
const MAX_TITLE = 40;
/** Longer blocks are no description of one SDK; more fields are none of its. */
const MAX_BLOCK = 6_000;
const MOST_KEYS = 200;

/** A key in front of a colon, behind a space or a mark that ends the field before it. */
const KEY = /(?<=^|[\s:：;；,，。|])([^\s;；,，。:：|]{2,20})[:：](?!\/\/)/g;

interface Key {
  role: ColumnRole;
  start: number;
}

/**
 * Parts descriptions of SDKs that stand in one line, "SDK: X; purpose: Y; company: Z", into a line for each field, as
 * lists have them that were copied out of a page.
 */
export function partFields(blocks: readonly Block[], lexicon: Lexicon): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const fields = block.kind === 'text' ? fieldsOf(block, lexicon) : null;
    if (fields === null) found.push(block);
    else for (const field of fields) found.push(field);
  }
  return found;
}

function fieldsOf(block: TextBlock, lexicon: Lexicon): TextBlock[] | null {
  const { content } = block;
  if (content.text.length > MAX_BLOCK) return null;
  const lead = numberingOf(content.text)?.length ?? 0;
  const keys = keysIn(content.text, lead, lexicon);
  const first = keys[0];
  if (first === undefined) return null;
  const named = first.start === lead && first.role === 'name';
  if (!named && !isTitle(content.text.slice(lead, first.start))) return null;
  const others = new Set(keys.map(({ role }) => role).filter((role) => role !== 'name'));
  if (others.size < MIN_FIELDS) return null;
  const starts = keys.map(({ start }) => start);
  if (named) starts[0] = 0;
  else starts.unshift(0);
  return starts.map((start, at) => ({
    ...block,
    ...(at > 0 ? { level: 0, item: false, apart: false } : {}),
    content: trimField(sliceMapped(content, start, starts[at + 1] ?? content.text.length), at === 0 && !named),
  }));
}

function keysIn(text: string, from: number, lexicon: Lexicon): Key[] {
  const keys: Key[] = [];
  let looked = 0;
  for (const match of text.slice(from).matchAll(KEY)) {
    if (++looked > MOST_KEYS) break;
    const role = columnRole(scan(lexicon, match[1] ?? ''));
    if (role !== null) keys.push({ role, start: from + match.index });
  }
  return keys;
}

function isTitle(text: string): boolean {
  const title = text.replace(/(?<![\s:：,，;；])[\s:：,，;；]+$/, '');
  return title.length > 0 && title.length <= MAX_TITLE && /sdk|插件/i.test(title) && !/[。；;:：,，]/.test(title);
}

/** A field, or the title of them, without the mark that parts it from the next one. */
function trimField(text: MappedText, title: boolean): MappedText {
  const end = (title ? /(?<![\s:：;；,，|])[\s:：;；,，|]+$/ : /(?<![\s;；,，。|])[\s;；,，。|]+$/).exec(
    text.text.slice(-8),
  );
  return trimMapped(end === null ? text : sliceMapped(text, 0, text.text.length - end[0].length));
}
