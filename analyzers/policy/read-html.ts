import { Parser } from 'htmlparser2';
import type { Block } from './block.ts';
import { linksOf, type MappedText, trimMapped } from './mapped-text.ts';

const DROPPED = new Set(['script', 'style', 'head', 'noscript', 'template', 'svg', 'select', 'iframe', 'textarea']);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements open at once that are followed one by one; deeper ones are only counted. */
const MAX_DEPTH = 2_000;
/** Elements open at once beyond these at which reading stops: the parser's work grows with their square. */
const MAX_OVERFLOW = 20_000;
const CHUNK = 65_536;
/** Of one block; more are no policy's. */
const MAX_LINKS = 50;

/** True where the file reads as HTML, or as the template of a page of uni-app or a mini-program: several of their elements. */
export function looksLikeHtml(file: string): boolean {
  const head = file.slice(0, 65_536);
  let tags = 0;
  for (const _ of head.matchAll(
    /<\/?(?:html|body|head|div|p|table|tr|td|h[1-6]|ul|ol|li|span|br|section|article|view|text|scroll-view)\b[^<>]{0,300}>/gi,
  )) {
    if (++tags >= 3) return true;
  }
  return false;
}

class PieceBuffer {
  private parts: string[] = [];
  private offsets: number[] = [];
  private links: string[] = [];

  add(text: string, start: number, oneToOne: boolean): void {
    this.parts.push(text);
    for (let i = 0; i < text.length; i++) this.offsets.push(oneToOne ? start + i : start);
  }

  addLink(address: string): void {
    if (/^https?:\/\//.test(address) && this.links.length < MAX_LINKS) this.links.push(address);
  }

  take(): MappedText {
    const links = this.links.length === 0 ? {} : { links: this.links };
    const text = { text: this.parts.join(''), offsets: Int32Array.from(this.offsets), ...links };
    this.parts = [];
    this.offsets = [];
    if (text.text.trim() !== '') this.links = [];
    return trimMapped(text);
  }
}

/**
 * Reads the visible text of an HTML policy: block elements become text blocks, tables become rows, and what is not shown
 * (script, style, `hidden`, `display: none`) is left out. Positions are those of the file; a character reference stands
 * where it begins. `complete` is false where nesting without end made reading stop.
 */
export function readHtml(file: string): { blocks: Block[]; complete: boolean } {
  const blocks: Block[] = [];
  const buffer = new PieceBuffer();
  const tables: MappedText[][][] = [];
  const reaches: Map<number, Reach>[] = [];
  let rows = 1;
  // Of a component in one file, the template is what is shown.
  let component = false;
  let repeatable = MAX_REPEATED;
  const hidden: boolean[] = [];
  let hiddenDepth = 0;
  let overflow = 0;
  let level = 0;
  let item = false;
  let cell: MappedText[] | null = null;

  const flush = () => {
    const content = buffer.take();
    if (content.text === '') return;
    if (cell !== null) cell.push(content);
    else blocks.push({ kind: 'text', level, item, content, apart: true });
  };
  const endCell = () => {
    flush();
    const table = tables[tables.length - 1];
    if (cell !== null && table !== undefined) {
      if (table.length === 0) table.push([]);
      const row = table[table.length - 1] ?? [];
      const reach = reaches[reaches.length - 1] ?? new Map<number, Reach>();
      repeatable -= reachDown(row, reach, repeatable);
      const content = joinParts(cell);
      if (rows > 1) reach.set(row.length, { content, rows: rows - 1 });
      row.push(content);
    }
    cell = null;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (VOID.has(name)) {
          if (hiddenDepth === 0 && (name === 'br' || name === 'hr')) flush();
          return;
        }
        if (hidden.length >= MAX_DEPTH) {
          overflow++;
          return;
        }
        component ||= name === 'template' && hidden.length === 0;
        const drop = (DROPPED.has(name) && !(component && name === 'template')) || isHidden(attributes);
        hidden.push(drop);
        if (drop) hiddenDepth++;
        if (hiddenDepth === 0 && name === 'a' && attributes.href !== undefined) buffer.addLink(attributes.href);
        if (hiddenDepth > 0 || INLINE.has(name)) return;
        if (name === 'td' || name === 'th') {
          endCell();
          if (tables.length > 0) cell = [];
          rows = Math.min(MAX_REACH, Math.max(1, Number(attributes.rowspan) || 1));
          return;
        }
        flush();
        if (name === 'table') {
          endCell();
          tables.push([]);
          reaches.push(new Map());
        } else if (name === 'tr') {
          endCell();
          const row = tables[tables.length - 1]?.at(-1);
          const reach = reaches[reaches.length - 1];
          if (row !== undefined && reach !== undefined) repeatable -= reachDown(row, reach, repeatable);
          tables[tables.length - 1]?.push([]);
        } else if (/^h[1-6]$/.test(name)) level = Number(name.charAt(1));
        else if (name === 'li') item = true;
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        if (overflow > 0) {
          overflow--;
          return;
        }
        const dropped = hidden.pop() === true;
        const visible = hiddenDepth === 0;
        if (dropped) hiddenDepth--;
        if (!visible || INLINE.has(name)) return;
        if (name === 'td' || name === 'th') {
          endCell();
          return;
        }
        flush();
        if (name === 'table') {
          endCell();
          reaches.pop();
          const filled = tables.pop()?.filter((row) => row.some((text) => text.text !== ''));
          if (filled !== undefined && filled.length > 0) blocks.push({ kind: 'table', rows: filled });
        } else if (/^h[1-6]$/.test(name)) level = 0;
        else if (name === 'li') item = false;
      },
      ontext(text) {
        if (hiddenDepth > 0 || overflow > 0) return;
        const length = parser.endIndex - parser.startIndex + 1;
        buffer.add(text.replace(/[\r\n\t]/g, ' '), parser.startIndex, length === text.length);
      },
    },
    { decodeEntities: true },
  );
  let at = 0;
  for (; at < file.length && overflow <= MAX_OVERFLOW; at += CHUNK) parser.write(file.slice(at, at + CHUNK));
  parser.end();
  endCell();
  for (const rows of tables) if (rows.length > 0) blocks.push({ kind: 'table', rows });
  return { blocks, complete: at >= file.length };
}

/** A cell that goes down over further rows (`rowspan`). */
interface Reach {
  content: MappedText;
  /** Rows that it has still to reach. */
  rows: number;
}

/** Cells that reach further down are few rows high. */
const MAX_REACH = 200;

/** Cells of a document that are there again in rows below them: a short file could make millions. */
const MAX_REPEATED = 50_000;

/**
 * Puts the cells that reach down from rows above into the next columns of a row.
 * @param most cells that may still be repeated
 * @returns how many were
 */
function reachDown(row: MappedText[], reach: Map<number, Reach>, most: number): number {
  const width = row.length;
  for (let from = reach.get(row.length); from !== undefined; from = reach.get(row.length)) {
    if (row.length - width >= most) break;
    if (from.rows === 1) reach.delete(row.length);
    else from.rows--;
    row.push(from.content);
  }
  return row.length - width;
}

function isHidden(attributes: Record<string, string>): boolean {
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true;
  const style = attributes.style;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function joinParts(parts: MappedText[]): MappedText {
  const text = parts.map((part) => part.text).join(' ');
  const offsets = new Int32Array(text.length);
  let at = 0;
  for (const part of parts) {
    if (at > 0) {
      offsets[at] = offsets[at - 1] ?? 0;
      at++;
    }
    offsets.set(part.offsets, at);
    at += part.offsets.length;
  }
  return { text, offsets, ...linksOf(...parts) };
}
