/** A place in a source, line and column counted from 1. */
export interface SourcePlace {
  /** As the map names it, without schemes and leading dots. */
  file: string;
  line: number;
  column: number;
}

/** What a source map says, as sorted columns line by line. */
export interface SourceMap {
  /**
   * The source of a place in the generated file; undefined where the map says nothing.
   * @param line from 1
   * @param column from 1, in UTF-16 units
   */
  placeOf(line: number, column: number): SourcePlace | undefined;
}

/** Segments that are decoded at most; what lies behind them is not mapped. */
const MAX_SEGMENTS = 8_000_000;
const MAX_SECTIONS = 1000;

interface RawMap {
  sources?: unknown;
  sourceRoot?: unknown;
  mappings?: unknown;
  sections?: unknown;
}

/**
 * Reads a source map, revision 3 (ECMA-426), also one of sections.
 * @returns undefined for text that is none
 */
export function readSourceMap(text: string): SourceMap | undefined {
  let raw: RawMap;
  try {
    // A line against cross-site inclusion may stand before the JSON.
    raw = JSON.parse(text.startsWith(')]}') ? text.slice(text.indexOf('\n') + 1) : text) as RawMap;
  } catch {
    return undefined;
  }
  if (typeof raw !== 'object' || raw === null) return undefined;
  if (!Array.isArray(raw.sections)) return readPlainMap(raw);
  const sections = raw.sections.slice(0, MAX_SECTIONS).flatMap((section: unknown) => {
    const { offset, map } = (section ?? {}) as { offset?: { line?: number; column?: number }; map?: RawMap };
    const inner = typeof map === 'object' && map !== null ? readPlainMap(map) : undefined;
    if (inner === undefined || typeof offset?.line !== 'number' || typeof offset.column !== 'number') return [];
    return [{ line: offset.line + 1, column: offset.column, inner }];
  });
  return {
    placeOf(line, column) {
      const section = sections.findLast((part) => part.line < line || (part.line === line && part.column < column));
      if (section === undefined) return undefined;
      const within = line === section.line ? column - section.column : column;
      return section.inner.placeOf(line - section.line + 1, within);
    },
  };
}

function readPlainMap({ sources, sourceRoot, mappings }: RawMap): SourceMap | undefined {
  if (!Array.isArray(sources) || typeof mappings !== 'string') return undefined;
  const root = typeof sourceRoot === 'string' && sourceRoot !== '' ? `${sourceRoot.replace(/\/$/, '')}/` : '';
  const files = sources.map((source: unknown) => (typeof source === 'string' ? plainPath(root + source) : ''));
  const { lineStarts, columns, places } = decodeMappings(mappings);
  return {
    placeOf(line, column) {
      const from = lineStarts[line - 1];
      const to = lineStarts[line];
      if (from === undefined || to === undefined) return undefined;
      let low = from;
      let high = to;
      // The last segment that begins at or before the column.
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((columns[middle] as number) < column) low = middle + 1;
        else high = middle;
      }
      const at = low - 1;
      const file = at < from ? undefined : files[places[at * 3] ?? -1];
      if (file === undefined || file === '') return undefined;
      return { file, line: (places[at * 3 + 1] as number) + 1, column: (places[at * 3 + 2] as number) + 1 };
    },
  };
}

/** `webpack://app/./src/a.js?1a2b` and `../../src/a.js` -> src/a.js */
function plainPath(path: string): string {
  const query = path.indexOf('?', path.lastIndexOf('/') + 1);
  return (query < 0 ? path : path.slice(0, query))
    .replace(/^[a-z][\w+.-]*:\/\/[^/]*\//i, '')
    .replace(/^(?:\.{0,2}\/)+/, '');
}

interface Segments {
  /** Index of each line's first segment, and behind the last line the number of segments. */
  lineStarts: number[];
  columns: Int32Array;
  /** Three for each segment: source (-1 for none), line, column, all from 0. */
  places: Int32Array;
}

const COMMA = 44;
const SEMICOLON = 59;

/** Base64 VLQ: five bits a character, the lowest first, the sixth says that more follow; the lowest of all is the sign. */
function decodeMappings(mappings: string): Segments {
  let columns = new Int32Array(1024);
  let places = new Int32Array(3072);
  const lineStarts = [0];
  let count = 0;
  let column = 0;
  const state = [0, 0, 0];
  let at = 0;
  while (at < mappings.length && count < MAX_SEGMENTS) {
    const code = mappings.charCodeAt(at);
    if (code === SEMICOLON) {
      lineStarts.push(count);
      column = 0;
      at++;
      continue;
    }
    if (code === COMMA) {
      at++;
      continue;
    }
    let field = 0;
    let value = 0;
    let shift = 0;
    for (; at < mappings.length; at++) {
      const digit = BASE64[mappings.charCodeAt(at)] ?? -1;
      if (digit < 0) break;
      value |= (digit & 31) << shift;
      shift += 5;
      if ((digit & 32) !== 0 && shift < 30) continue;
      const delta = (value & 1) !== 0 ? -(value >>> 1) : value >>> 1;
      if (field === 0) column += delta;
      else if (field < 4) state[field - 1] = (state[field - 1] as number) + delta;
      field++;
      value = 0;
      shift = 0;
    }
    // A character that belongs to no segment is skipped.
    if (field === 0) {
      at++;
      continue;
    }
    if (count === columns.length) {
      columns = grown(columns);
      places = grown(places);
    }
    columns[count] = column;
    places[count * 3] = field >= 4 ? (state[0] as number) : -1;
    places[count * 3 + 1] = state[1] as number;
    places[count * 3 + 2] = state[2] as number;
    count++;
  }
  lineStarts.push(count);
  return { lineStarts, columns, places };
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

const BASE64: readonly number[] = (() => {
  const digits: number[] = new Array(128).fill(-1);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (const [value, character] of [...alphabet].entries()) digits[character.charCodeAt(0)] = value;
  return digits;
})();
