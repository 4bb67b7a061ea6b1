import type { Block, TableBlock, TextBlock } from './block.ts';
import { joinMapped } from './mapped-text.ts';

/** Lines between two answers; more are no row of a table. */
const MOST_LINES_OF_ROW = 16;
const MAX_HEADING = 40;
const MIN_ROWS = 2;

const CATEGORY =
  /^(?:categor(?:y|ies)(?: of (?:personal (?:information|data)|data))?|personal information|data types?|信息类(?:型|别)|个人信息(?:类别|类型|种类)?)$/i;
const ANSWER_ASKED =
  /^(?:collected\??|do we collect(?: (?:it|this))?\??|collected in the (?:last|past) (?:12|twelve) months\??|是否收集)$/i;
const ANSWER = /^(?:yes|no|是|否)[.。]?$/i;

/**
 * Finds tables that answer for every category of data whether it is collected, as laws of some states want them, and that
 * lost their cells: headings line by line, then the category, its examples in some lines, and the answer.
 */
export function gatherAnswers(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const table = tableAt(blocks, at);
    if (table === null) found.push(blocks[at] as Block);
    else found.push(table.block);
    at += table?.used ?? 1;
  }
  return found;
}

function tableAt(blocks: readonly Block[], at: number): { block: TableBlock; used: number } | null {
  if (!isHeading(blocks[at], CATEGORY)) return null;
  const asked = [at + 1, at + 2].find((each) => isHeading(blocks[each], ANSWER_ASKED));
  if (asked === undefined) return null;
  const columns = asked - at + 1;
  const rows = [texts(blocks.slice(at, asked + 1)).map(({ content }) => content)];
  let used = columns;
  for (;;) {
    const lines = rowAt(blocks, at + used);
    const [category, ...others] = lines;
    const answer = others.pop();
    if (category === undefined || answer === undefined) break;
    const [first, ...more] = columns === 2 ? [category, ...others] : others;
    const joined =
      first === undefined ? [] : [more.reduce((text, line) => joinMapped(text, ' ', line.content), first.content)];
    rows.push(columns === 2 ? [...joined, answer.content] : [category.content, ...joined, answer.content]);
    used += lines.length;
  }
  return rows.length <= MIN_ROWS ? null : { block: { kind: 'table', rows }, used };
}

/** The lines up to the next answer, which is the last; none where no answer comes soon. */
function rowAt(blocks: readonly Block[], from: number): TextBlock[] {
  for (let at = from; at < from + MOST_LINES_OF_ROW; at++) {
    const block = blocks[at];
    if (block?.kind !== 'text' || block.level > 0) return [];
    if (ANSWER.test(block.content.text)) return texts(blocks.slice(from, at + 1));
  }
  return [];
}

function isHeading(block: Block | undefined, words: RegExp): boolean {
  return block?.kind === 'text' && block.content.text.length <= MAX_HEADING && words.test(block.content.text);
}

function texts(blocks: readonly Block[]): TextBlock[] {
  return blocks.filter((block) => block.kind === 'text');
}
