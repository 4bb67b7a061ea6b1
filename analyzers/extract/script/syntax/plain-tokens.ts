import type { Parser } from 'acorn';
import { type InternalParser, internalsOf, type TokenType } from './acorn-internals.ts';
import { isAsciiWord } from './ascii-word.ts';

const BLANK = 32;
const DOLLAR = 36;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const NINE = 57;
const BACKSLASH = 92;
const LAST_ASCII = 127;
/** Digits that a number has without a doubt. */
const MOST_DIGITS = 15;

/** What follows a run of blanks, as it stands where modules were left out. */
const BEHIND_BLANKS = /[^ ]/g;

/**
 * acorn's parser with another way to read tokens: what minifiers write has neither white space nor comments between most
 * of them, words of ASCII letters, short numbers and texts without escapes. Whatever is not so goes the library's own way.
 */
export function withPlainTokens(library: typeof Parser): InternalParser {
  const { Base, keywordTypes, tokTypes } = internalsOf(library);
  const keywords = new Map(Object.entries(keywordTypes));

  return class PlainTokens extends Base {
    /** One text for all places where a word stands, with its kind of token. */
    private readonly words = new Map<string, { text: string; type: TokenType; isPlain: boolean }>();

    override next(isLiberal?: boolean): void {
      if (this.containsEsc) {
        super.next(isLiberal);
        return;
      }
      this.lastTokEnd = this.end;
      this.lastTokStart = this.start;
      const { input, context } = this;
      const around = context[context.length - 1];
      let code = input.charCodeAt(this.pos);
      if (code === BLANK && input.charCodeAt(this.pos + 1) === BLANK && around?.preserveSpace === false) {
        BEHIND_BLANKS.lastIndex = this.pos;
        this.pos = BEHIND_BLANKS.exec(input)?.index ?? input.length;
        code = input.charCodeAt(this.pos);
      }
      const isSimple = code > BLANK && code <= LAST_ASCII && code !== SLASH;
      if (!isSimple || around === undefined || around.preserveSpace || around.override) {
        this.nextToken();
        return;
      }
      this.start = this.pos;
      if (code > NINE ? isAsciiWord(code) || code === BACKSLASH : code === DOLLAR) this.readWord();
      else this.getTokenFromCode(code);
    }

    override finishToken(type: TokenType, value?: unknown): void {
      this.end = this.pos;
      const before = this.type;
      this.type = type;
      this.value = value;
      if (type.updateContext === null && type.keyword === undefined) this.exprAllowed = type.beforeExpr;
      else this.updateContext(before);
    }

    /** Words of ASCII alone, each looked at once: the library asks a regular expression for every one. */
    override readWord(): void {
      const { input, pos } = this;
      let end = pos;
      let code = input.charCodeAt(end);
      while (isAsciiWord(code)) code = input.charCodeAt(++end);
      // An escape, or a letter of another script.
      if (code === BACKSLASH || code > LAST_ASCII) {
        super.readWord();
        return;
      }
      const text = input.slice(pos, end);
      let word = this.words.get(text);
      if (word === undefined) {
        const type = keywords.get(text) ?? tokTypes.name;
        // An expression may follow these two.
        word = { text, type, isPlain: type === tokTypes.name && text !== 'of' && text !== 'yield' };
        this.words.set(text, word);
      }
      this.containsEsc = false;
      this.pos = end;
      if (word.isPlain) {
        this.end = end;
        this.type = word.type;
        this.value = word.text;
        this.exprAllowed = false;
      } else this.finishToken(word.type, word.text);
    }

    override readString(quote: number): void {
      const { input, pos } = this;
      let end = pos + 1;
      let code = input.charCodeAt(end);
      while (code !== quote && code >= BLANK && code !== BACKSLASH && code <= LAST_ASCII)
        code = input.charCodeAt(++end);
      if (code !== quote) {
        super.readString(quote);
        return;
      }
      this.pos = end + 1;
      this.finishToken(tokTypes.string, input.slice(pos + 1, end));
    }

    override readNumber(startsWithDot: boolean): void {
      const { input, pos } = this;
      let value = 0;
      let end = pos;
      let code = input.charCodeAt(end);
      while (isDigit(code)) {
        value = value * 10 + code - ZERO;
        code = input.charCodeAt(++end);
      }
      const isWhole = end - pos === 1 || (end - pos <= MOST_DIGITS && input.charCodeAt(pos) !== ZERO);
      // A fraction, an exponent, an underscore, the n of a large integer.
      if (end === pos || !isWhole || code === DOT || isAsciiWord(code) || code === BACKSLASH || code > LAST_ASCII) {
        super.readNumber(startsWithDot);
        return;
      }
      this.pos = end;
      this.finishToken(tokTypes.num, value);
    }
  };
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
