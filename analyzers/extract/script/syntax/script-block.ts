/** One piece of script text and where its first character stands in its file. */
export interface ScriptBlock {
  text: string;
  /** From 1. */
  line: number;
  /** From 0, in UTF-16 units, as the parser counts. */
  column: number;
  language: 'js' | 'ts';
  /** Of code in an attribute: the event that it answers (`click`). */
  event?: string;
}

/** Types of `<script>` that browsers run, and those that a compiler in the page turns into script. */
const SCRIPT_TYPE = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma|j|type|babel)(?:script)?|text\/jsx)$/i;
const TYPESCRIPT = /^(?:ts|tsx|typescript|text\/typescript)$/i;

/** A scan for tags only, which accepts any markup around them. */
const TAG = /<!--|<script(?=[\s/>])|<style(?=[\s/>])/gi;

/**
 * The inline scripts of an HTML page or of a single-file component (`sfc`), in order. In a component only a `<script>`
 * that begins a line, or stands right behind another block, counts, as templates may contain any text, and comments are
 * not looked for inside of it.
 */
export function scriptBlocks(source: string, sfc: boolean): ScriptBlock[] {
  const blocks: ScriptBlock[] = [];
  const lines = new LineCounter(source);
  TAG.lastIndex = 0;
  for (let match = TAG.exec(source); match !== null; match = TAG.exec(source)) {
    const tag = match[0].toLowerCase();
    if (sfc && !beginsLine(source, match.index)) continue;
    if (tag === '<!--') {
      const end = source.indexOf('-->', match.index + 4);
      if (end < 0) break;
      TAG.lastIndex = end + 3;
      continue;
    }
    const opening = readAttributes(source, TAG.lastIndex);
    if (opening === undefined) break;
    const end = closingTag(source, opening.end, tag.slice(1));
    TAG.lastIndex = end;
    if (tag !== '<script' || opening.selfClosing) {
      if (opening.selfClosing) TAG.lastIndex = opening.end;
      continue;
    }
    const type = opening.attributes.get('type') ?? '';
    const lang = opening.attributes.get('lang') ?? '';
    if (!SCRIPT_TYPE.test(type)) continue;
    const language = TYPESCRIPT.test(lang) || TYPESCRIPT.test(type) ? 'ts' : 'js';
    const { line, column } = lines.at(opening.end);
    const text = source.slice(opening.end, end);
    if (text.trim() !== '') blocks.push({ text, line, column, language });
  }
  return blocks;
}

interface Opening {
  attributes: Map<string, string>;
  /** Offset behind `>`. */
  end: number;
  selfClosing: boolean;
}

const ATTRIBUTE = /[\s/]*(?:(>)|([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|(.))/gsy;

/** Reads attributes up to `>`; undefined where the tag does not end. */
function readAttributes(source: string, start: number): Opening | undefined {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = start;
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    if (match[1] !== undefined) {
      return { attributes, end: ATTRIBUTE.lastIndex, selfClosing: source[ATTRIBUTE.lastIndex - 2] === '/' };
    }
    const name = match[2]?.toLowerCase();
    if (name !== undefined && !attributes.has(name)) attributes.set(name, match[3] ?? match[4] ?? match[5] ?? '');
  }
  return undefined;
}

/** Offset of the closing tag, or the end of the source. */
function closingTag(source: string, start: number, name: string): number {
  const pattern = name === 'script' ? /<\/script/gi : /<\/style/gi;
  pattern.lastIndex = start;
  return pattern.exec(source)?.index ?? source.length;
}

/** Ends of blocks behind which the next one may stand without a line break. */
const BLOCK_END = /<\/(?:template|script|style)>$/i;
const LONGEST_BLOCK_END = '</template>'.length;

function beginsLine(source: string, offset: number): boolean {
  let at = offset - 1;
  while (source[at] === ' ' || source[at] === '\t') at--;
  if (at < 0 || source[at] === '\n' || source[at] === '\r') return true;
  return BLOCK_END.test(source.slice(Math.max(0, at + 1 - LONGEST_BLOCK_END), at + 1));
}

/** Lines of ascending offsets, counted as the script parser counts them. */
export class LineCounter {
  private line = 1;
  private lineStart = 0;
  /** Where the line ends, behind its break; looked for only when an offset may lie beyond. */
  private lineEnd: number | null = null;
  private readonly breaks = /\r\n|[\n\r\u2028\u2029]/g;

  constructor(private readonly source: string) {}

  at(offset: number): { line: number; column: number } {
    for (;;) {
      this.lineEnd ??= this.endOf(this.lineStart);
      if (this.lineEnd > offset) break;
      this.line++;
      this.lineStart = this.lineEnd;
      this.lineEnd = null;
    }
    return { line: this.line, column: offset - this.lineStart };
  }

  private endOf(lineStart: number): number {
    this.breaks.lastIndex = lineStart;
    return this.breaks.exec(this.source) === null ? Number.POSITIVE_INFINITY : this.breaks.lastIndex;
  }
}
