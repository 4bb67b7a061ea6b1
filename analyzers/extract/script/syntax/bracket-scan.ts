import { isAsciiWord } from './ascii-word.ts';

/** UTF-16 codes that the scan asks for. */
const QUOTE = 34;
const DOLLAR = 36;
const APOSTROPHE = 39;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const STAR = 42;
const PLUS = 43;
const MINUS = 45;
const SLASH = 47;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const BACKTICK = 96;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Words behind which a slash begins a regular expression. */
const BEFORE_EXPRESSION = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await'.split(' '),
);
/** Words whose parentheses hold no value. */
const BEFORE_CONDITION = new Set(['if', 'while', 'for', 'with']);
/** Brackets that are open at once. */
const MAX_DEPTH = 20_000;

/**
 * Visits the brackets of a JavaScript text, all but those in strings, comments and regular expressions, without parsing
 * it. Where a slash may divide or begin a regular expression it goes by the word or sign before it, which is right for
 * what bundlers and minifiers write.
 * @param opened offset of an opening bracket; @param closed offset of a closing one, and of the one that it closes
 * @returns false where the brackets do not fit together, so that nothing told before can be trusted
 */
export function scanBrackets(
  text: string,
  opened: (at: number) => void,
  closed: (at: number, opening: number) => void,
): boolean {
  const { length } = text;
  /** Offsets of the open brackets; of `${` in a template the negative one. */
  const stack: number[] = [];
  /** For each open parenthesis, whether a slash behind it begins an expression. */
  const conditions: boolean[] = [];
  let isValue = false;
  let word = '';
  for (let at = 0; at < length; ) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      const from = at;
      do at++;
      while (at < length && isWordCode(text.charCodeAt(at)));
      word = at - from > 10 ? '' : text.slice(from, at);
      isValue = !BEFORE_EXPRESSION.has(word) || text.charCodeAt(from - 1) === 46;
      continue;
    }
    switch (code) {
      case 32:
      case 9:
      case 10:
      case 13:
        at++;
        continue;
      case QUOTE:
      case APOSTROPHE:
        at = stringEnd(text, at);
        if (at < 0) return false;
        isValue = true;
        break;
      case BACKTICK:
        at = templateEnd(text, at + 1);
        if (at < 0) return false;
        if (text.charCodeAt(at - 1) === OPEN_BRACE) {
          stack.push(-at);
          isValue = false;
        } else isValue = true;
        break;
      case SLASH: {
        const next = text.charCodeAt(at + 1);
        if (next === SLASH) {
          at = lineEnd(text, at);
          continue;
        }
        if (next === STAR) {
          at = text.indexOf('*/', at + 2) + 2;
          if (at < 2) return false;
          continue;
        }
        at = isValue ? at + 1 : regularExpressionEnd(text, at);
        if (at < 0) return false;
        isValue = !isValue;
        break;
      }
      case OPEN_PAREN:
        conditions.push(BEFORE_CONDITION.has(word));
        if (!push(stack, at)) return false;
        opened(at++);
        isValue = false;
        break;
      case OPEN_BRACKET:
      case OPEN_BRACE:
        if (!push(stack, at)) return false;
        opened(at++);
        isValue = false;
        break;
      case CLOSE_PAREN:
      case CLOSE_BRACKET:
      case CLOSE_BRACE: {
        const opening = stack.pop();
        if (opening === undefined) return false;
        if (opening < 0) {
          if (code !== CLOSE_BRACE) return false;
          at = templateEnd(text, at + 1);
          if (at < 0) return false;
          const isOpen = text.charCodeAt(at - 1) === OPEN_BRACE;
          if (isOpen) stack.push(-at);
          isValue = !isOpen;
          break;
        }
        if (!fits(text.charCodeAt(opening), code)) return false;
        closed(at++, opening);
        // Behind a block a slash begins an expression, and hardly anybody divides an object.
        isValue = code === CLOSE_PAREN ? conditions.pop() !== true : code === CLOSE_BRACKET;
        break;
      }
      case PLUS:
      case MINUS:
        // `a++ / b` and `+ /x/`: the doubled sign leaves what was before it.
        if (text.charCodeAt(at + 1) === code) at++;
        else isValue = false;
        at++;
        break;
      default:
        isValue = false;
        at++;
    }
    word = '';
  }
  return stack.length === 0;
}

function push(stack: number[], at: number): boolean {
  stack.push(at);
  return stack.length < MAX_DEPTH;
}

function fits(opening: number, closing: number): boolean {
  return opening === OPEN_PAREN ? closing === CLOSE_PAREN : closing === opening + 2;
}

/** Letters, digits, `_` and `$`, and everything beyond ASCII but the line separators. */
function isWordCode(code: number): boolean {
  return isAsciiWord(code) || (code > 127 && code !== 0x2028 && code !== 0x2029 && code !== 0xa0 && code !== 0xfeff);
}

/** Offset behind a string; -1 where it does not end in its line. */
function stringEnd(text: string, from: number): number {
  const quote = text.charCodeAt(from);
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === BACKSLASH) at++;
    else if (code === 10 || code === 13) return -1;
  }
  return -1;
}

/** Offset behind the backtick that ends a template, or behind the `${` that interrupts it; -1 where it does not end. */
function templateEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKTICK) return at + 1;
    if (code === BACKSLASH) at++;
    else if (code === DOLLAR && text.charCodeAt(at + 1) === OPEN_BRACE) return at + 2;
  }
  return -1;
}

/** Offset behind the slash that ends a regular expression; its flags are a word of their own. */
function regularExpressionEnd(text: string, from: number): number {
  let isClass = false;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === 10 || code === 13) return -1;
    else if (code === OPEN_BRACKET) isClass = true;
    else if (code === CLOSE_BRACKET) isClass = false;
    else if (code === SLASH && !isClass) return at + 1;
  }
  return -1;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return at;
  }
  return text.length;
}
