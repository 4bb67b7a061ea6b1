/*
 * Put behind the code of pdf.js's worker when the program is built, in the same module, because it offers no way to derive
 * from its classes. A PDF of some kilobytes can hold gigabytes of compressed text, or drawings that draw each other twice
 * at every level. Here operators and decoded bytes are counted; beyond what the size of the document allows, pages end.
 */

/** Operators of a document: so many, and one for so many bytes. Real pages have one for 4 to 40 bytes. */
const LEAST_OPERATORS = 100_000;
const BYTES_PER_OPERATOR = 2;
/** Decoded bytes of a document: so many, and so many times its size. */
const LEAST_BYTES = 64 * 1024 * 1024;
const MAX_RATIO = 16;
/** States of drawing that are kept inside one another; real pages keep some ten. */
const MAX_SAVED_STATES = 500;

let operatorsLeft = 0;
let bytesLeft = 0;

class PdfBudgetError extends Error {
  name = 'PdfBudgetError';
}

/** Whether the present document went beyond its bounds, so that its text is not whole. */
export function exceeded() {
  return operatorsLeft < 0 || bytesLeft < 0;
}

function check() {
  if (exceeded()) throw new PdfBudgetError('the document takes more work than its size allows');
}

/** Replaces a method by one that counts; which must be there, or pdf.js is another than this was written for. */
function extend(owner, name, make) {
  if (!Object.hasOwn(owner, name)) throw new Error(`pdf.js has no ${name}`);
  owner[name] = make(owner[name]);
}

extend(EvaluatorPreprocessor.prototype, 'read', (read) => function (operation) {
  operatorsLeft--;
  check();
  return read.call(this, operation);
});

// Every state that is kept lies behind the one before it, and is searched through all of them.
extend(StateManager.prototype, 'save', (save) => function () {
  if (this.stateStack.length >= MAX_SAVED_STATES) operatorsLeft = -1;
  check();
  return save.call(this);
});

extend(DecodeStream.prototype, 'ensureBuffer', (ensureBuffer) => function (requested) {
  const before = this.buffer.byteLength;
  if (requested <= before) return this.buffer;
  check();
  const buffer = ensureBuffer.call(this, requested);
  bytesLeft -= buffer.byteLength - before;
  return buffer;
});

extend(WorkerMessageHandler, 'createDocumentHandler', (create) => function (parameters, port) {
  const size = parameters.data?.byteLength ?? 0;
  operatorsLeft = LEAST_OPERATORS + size / BYTES_PER_OPERATOR;
  bytesLeft = LEAST_BYTES + MAX_RATIO * size;
  return create.call(this, parameters, port);
});
