/**
 * ArkTS as TypeScript that a parser takes, of the same length, so that all places stay: `struct` is read as a class,
 * decorators of functions are left out, and what hangs on a block of components (`Column() { ... }.width(8)`) becomes a
 * statement of its own. Source: the OpenHarmony documentation of ArkTS and of declarative UI.
 */
export function plainTypeScript(source: string): string {
  const text = source
    .replace(
      /^([ \t]*(?:@\w+[ \t]*(?:\([^)\n]{0,200}\)[ \t]*)?)*(?:export\s+)?(?:default\s+)?)struct(\s+\w)/gm,
      '$1class $2',
    )
    .replace(
      /^([ \t]*)(@\w+(?:\([^)\n]{0,200}\))?)(?=\s+(?:export\s+)?(?:async\s+)?function\b)/gm,
      (_, indent, decorator) => `${indent}${' '.repeat(decorator.length)}`,
    );
  return withoutBlockChains(text);
}

const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const DOT = 46;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;

/** What stands before the parameters of a function expression, whose body may well have a dot behind it (`.bind(this)`). */
const FUNCTION_HEAD = /(?<![\w$.])function(?![\w$])\s*(?:\*\s*)?(?:[\w$]{1,100}\s*)?$/;
const LONGEST_HEAD = 130;

/** The dot behind a component's block, and at the beginning of a block, is what TypeScript does not know. */
function withoutBlockChains(text: string): string {
  const dots: number[] = [];
  // For each open brace, whether it is a block behind a call.
  const open: boolean[] = [];
  // For each open parenthesis, whether it holds the parameters of a function expression.
  const parentheses: boolean[] = [];
  let isBehindParameters = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACE) {
      open.push(!isBehindParameters && text.charCodeAt(before(text, at)) === CLOSE_PARENTHESIS);
      const next = after(text, at);
      if (text.charCodeAt(next) === DOT && text.charCodeAt(next + 1) !== DOT) dots.push(next);
    } else if (code === CLOSE_BRACE) {
      const next = after(text, at);
      if (open.pop() === true && text.charCodeAt(next) === DOT) dots.push(next);
    } else if (code === OPEN_PARENTHESIS)
      parentheses.push(FUNCTION_HEAD.test(text.slice(Math.max(0, at - LONGEST_HEAD), at)));
    else if (code === CLOSE_PARENTHESIS) isBehindParameters = parentheses.pop() === true;
    else if (code === 39 || code === 34 || code === 96) at = endOfString(text, at, code);
    else if (code === 47 && text.charCodeAt(at + 1) === 47) at = lineEnd(text, at);
    else if (code === 47 && text.charCodeAt(at + 1) === 42) {
      const end = text.indexOf('*/', at + 2);
      at = end < 0 ? text.length : end + 1;
    }
  }
  let result = '';
  let from = 0;
  for (const dot of dots) {
    result += `${text.slice(from, dot)};`;
    from = dot + 1;
  }
  return result + text.slice(from);
}

function before(text: string, at: number): number {
  let index = at - 1;
  while (index >= 0 && text.charCodeAt(index) <= 32) index--;
  return index;
}

/** The next character that is neither white space nor of a comment. */
function after(text: string, at: number): number {
  let index = at + 1;
  for (;;) {
    while (index < text.length && text.charCodeAt(index) <= 32) index++;
    if (text.startsWith('//', index)) index = lineEnd(text, index);
    else if (text.startsWith('/*', index)) {
      const end = text.indexOf('*/', index + 2);
      index = end < 0 ? text.length : end + 2;
    } else return index;
  }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function endOfString(text: string, start: number, quote: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === quote || (code === 10 && quote !== 96)) return at;
  }
  return text.length;
}
