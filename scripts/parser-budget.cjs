/*
 * Put behind the code of @babel/parser when the program is built, in the same module, because it offers no way to derive
 * from its classes. Scripts are hostile input, and the parser by itself can be made to go over the same text again and
 * again: some dozens of characters that may be JSX or type arguments double its work with every level, equal labels are
 * one error for every pair, and comments in a long line are looked through to its end. Here every step is counted, and a
 * parse that takes many more of them than its text has characters ends with a ParserBudgetError.
 */

/** Steps for a character of text. Real files take less than one. */
const STEPS_PER_CHARACTER = 4;
/** What short texts may take. */
const LEAST_STEPS = 500;
/** Errors that one parse may recover from. */
const MAX_ERRORS = 10_000;
/** Characters that are looked through in one step. */
const CHARACTERS_SHIFT = 5;

let stepsLeft = 0;

class ParserBudgetError extends Error {
  name = 'ParserBudgetError';
}

function spend(steps) {
  stepsLeft -= steps;
  if (stepsLeft < 0) throw new ParserBudgetError('the parser would take more steps than the length of the script allows');
}

/** Replaces a method by one that does more; which must be there, or the parser is another than this was written for. */
function extend(prototype, name, make) {
  if (!Object.hasOwn(prototype, name)) throw new Error(`@babel/parser has no ${name}`);
  prototype[name] = make(prototype[name]);
}

extend(Tokenizer.prototype, 'nextToken', (nextToken) => function () {
  const from = this.state.pos;
  nextToken.call(this);
  spend(1 + ((this.state.pos - from) >> CHARACTERS_SHIFT));
});

for (const name of ['nextTokenStartSince', 'nextTokenInLineStartSince']) {
  extend(Tokenizer.prototype, name, (start) => function (from) {
    const next = start.call(this, from);
    if (next > from) spend((next - from) >> CHARACTERS_SHIFT);
    return next;
  });
}

extend(Tokenizer.prototype, 'raise', (raise) => function (...args) {
  spend(8);
  if (this.state.errors?.length >= MAX_ERRORS) throw new ParserBudgetError(`the script has more than ${MAX_ERRORS} errors`);
  return raise.apply(this, args);
});

extend(State.prototype, 'clone', (clone) => function () {
  const held = this.errors.length + this.labels.length + this.commentStack.length + this.context.length;
  // One for each conditional around, of Flow's.
  spend(16 + held + (this.noArrowParamsConversionAt.length >> 3));
  return clone.call(this);
});

// The parser's own looks for the line break behind the comment, however far away that is.
extend(Tokenizer.prototype, 'skipBlockComment', () => function (commentEnd) {
  const startLoc = this.isLookahead ? undefined : this.state.curPosition();
  const start = this.state.pos;
  const end = this.input.indexOf(commentEnd, start + 2);
  if (end === -1) throw this.raise(Errors.UnterminatedComment, this.state.curPosition());
  this.state.pos = end + commentEnd.length;
  for (let at = start + 2; at < end; at++) {
    const character = this.input.charCodeAt(at);
    if (!isNewLine(character)) continue;
    if (character === 13 && this.input.charCodeAt(at + 1) === 10) at++;
    this.state.curLine++;
    this.state.lineStart = at + 1;
  }
  if (this.isLookahead) return undefined;
  const comment = {
    type: 'CommentBlock',
    value: this.input.slice(start + 2, end),
    start: this.sourceToOffsetPos(start),
    end: this.sourceToOffsetPos(end + commentEnd.length),
    loc: new SourceLocation(startLoc, this.state.curPosition()),
  };
  if (this.optionFlags & 256) this.pushToken(comment);
  return comment;
});

const readAnyCodePoint = readCodePoint;
// biome-ignore lint/suspicious/noFunctionAssign: the parser's functions call it by this name
readCodePoint = (input, at, ...rest) => {
  if (input.charCodeAt(at) === 0x7b) {
    const close = input.indexOf('}', at);
    spend(((close < 0 ? input.length : close) - at) >> CHARACTERS_SHIFT);
  }
  return readAnyCodePoint(input, at, ...rest);
};

for (const name of ['parse', 'parseExpression']) {
  const unbounded = exports[name];
  exports[name] = (text, options) => {
    stepsLeft = LEAST_STEPS + STEPS_PER_CHARACTER * text.length;
    return unbounded(text, options);
  };
}
