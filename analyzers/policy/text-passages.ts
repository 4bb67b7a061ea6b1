import { PASSAGES_KEPT, type PolicyPassage } from '../model/claim.ts';
import type { Block } from './block.ts';
import type { MappedText } from './mapped-text.ts';

type LineOf = (position: number) => { line: number; column: number };

/** The visible text of a policy with the places where its pieces begin, in the order of the file. */
export function textPassages(blocks: readonly Block[], lineOf: LineOf): PolicyPassage[] {
  const passages = blocks.flatMap((block): PolicyPassage[] => {
    if (block.kind === 'table') return rowsOf(block.rows, lineOf);
    const kind = block.level > 0 ? 'heading' : block.item ? 'item' : 'paragraph';
    return [{ kind, texts: [block.content.text], ...lineOf(block.content.offsets[0] ?? 0) }];
  });
  return passages.slice(0, PASSAGES_KEPT);
}

/** A cell that spans several rows stands in each of them, though it was written with the first. */
function rowsOf(rows: readonly MappedText[][], lineOf: LineOf): PolicyPassage[] {
  let before = -1;
  return rows.flatMap((cells): PolicyPassage[] => {
    const starts = cells.flatMap(({ offsets }) => (offsets[0] === undefined ? [] : [offsets[0]]));
    if (starts.length === 0) return [];
    const own = starts.filter((start) => start > before);
    const start = (own.length > 0 ? own : starts).reduce((least, each) => Math.min(least, each));
    before = starts.reduce((most, each) => Math.max(most, each), before);
    return [{ kind: 'row', texts: cells.map(({ text }) => text), ...lineOf(start) }];
  });
}
