import type { Span } from './scan.ts';

/** A sentence with the clauses it consists of; brackets are never cut. */
export interface Sentence extends Span {
  clauses: Span[];
}

/** A clause without end is cut, so that the work on one clause is bounded. */
const MAX_CLAUSE = 3_000;
/** A bracket that is not closed within so many units is not waited for. */
const MAX_BRACKET = 600;
const COMMA = 0x2c;
/** ， */
const WIDE_COMMA = 0xff0c;

/**
 * Cuts a text into sentences (。！？； and their Latin forms) and these into clauses at commas. Enumerating commas (、) and
 * what stands in brackets stay inside their clause.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let sentence = 0;
  let clause = 0;
  let clauses: Span[] = [];
  let depth = 0;
  let opened = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Most of a text, before anything is looked up.
    if (unit >= 0x4e00 && unit <= 0x9fff && depth === 0 && i - clause < MAX_CLAUSE) continue;
    if (isOpening(unit)) {
      if (depth === 0) opened = i;
      depth++;
      continue;
    }
    if (isClosing(unit)) {
      if (depth > 0) depth--;
      continue;
    }
    if (depth > 0) {
      if (i - opened < MAX_BRACKET) continue;
      depth = 0;
    }
    const ends = endsSentence(text, i, unit) || i - clause >= MAX_CLAUSE;
    if (!ends && unit !== COMMA && unit !== WIDE_COMMA) continue;
    clauses.push({ start: clause, end: i + 1 });
    clause = i + 1;
    if (ends) {
      sentences.push({ start: sentence, end: i + 1, clauses });
      clauses = [];
      sentence = i + 1;
    }
  }
  if (clause < text.length) clauses.push({ start: clause, end: text.length });
  if (clauses.length > 0) sentences.push({ start: sentence, end: text.length, clauses });
  return sentences;
}

/** The spans of an ordered list that begin inside a stretch. */
export function between<T extends Span>(spans: readonly T[], start: number, end: number): T[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < spans.length; i++) {
    const span = spans[i];
    if (span === undefined || span.start >= end) break;
    found.push(span);
  }
  return found;
}

/** ( （ [ 【 */
function isOpening(unit: number): boolean {
  return unit === 0x28 || unit === 0xff08 || unit === 0x5b || unit === 0x3010;
}

/** ) ） ] 】 */
function isClosing(unit: number): boolean {
  return unit === 0x29 || unit === 0xff09 || unit === 0x5d || unit === 0x3011;
}

function endsSentence(text: string, at: number, unit: number): boolean {
  switch (unit) {
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
    case 0xff1b: // ；
    case 0x21: // !
    case 0x3f: // ?
    case 0x3b: // ;
    case 0x0a:
      return true;
    case 0x2e: {
      // .
      const next = text.charAt(at + 1);
      if (next !== '' && next !== ' ' && next !== '"' && next !== '”') return false;
      return !/(?:\b(?:e\.g|i\.e|etc|inc|ltd|co|no|vs)|\b[A-Z]|^\d+)$/i.test(text.slice(Math.max(0, at - 5), at));
    }
    default:
      return false;
  }
}
