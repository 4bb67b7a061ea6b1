import type { Program, Statement } from '@babel/types';
import { type ParserOptions, parse } from '#parser';
import { parsePlain } from './plain-parser.ts';
import type { ScriptBlock } from './script-block.ts';
import { withoutStatementAt } from './statement-repair.ts';

/** `exact` is plain JavaScript without an error, which another parser reads faster. */
export type Dialect = 'exact' | 'plain' | 'flow' | 'typescript' | 'tsx';

export interface ParseFailure {
  /** `corrupt` where the syntax is wrong for every dialect, `too-large` where it exhausts the stack or the parser's steps. */
  code: 'corrupt' | 'too-large';
  /** One clause with the parser's message and position. */
  detail: string;
  /** Whether a thread with a larger stack may read it. */
  isStackSpent: boolean;
}

/** Why a text could not be parsed, and at which offset of it. */
interface Refusal extends ParseFailure {
  at: number;
}

/** What could be parsed, and why not all of it. */
export interface Parsed {
  program: Program;
  failure: ParseFailure | null;
}

const PROPOSALS: ParserOptions['plugins'] = ['decorators-legacy', 'decoratorAutoAccessors', 'exportDefaultFrom'];

const PLUGINS: Record<Exclude<Dialect, 'exact'>, ParserOptions['plugins']> = {
  plain: [],
  flow: [...PROPOSALS, 'jsx', 'flow', 'doExpressions', 'functionBind'],
  typescript: [...PROPOSALS, 'typescript', 'explicitResourceManagement'],
  tsx: [...PROPOSALS, 'typescript', 'jsx', 'explicitResourceManagement'],
};

/** Everything is allowed everywhere: this reads code, it does not judge it. */
const OPTIONS: ParserOptions = {
  sourceType: 'script',
  errorRecovery: true,
  attachComment: false,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowNewTargetOutsideFunction: true,
  allowReturnOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  allowYieldOutsideFunction: true,
};

const NESTED_TOO_DEEPLY = 'syntax is nested too deeply to be parsed';

/** Recovery by statements is tried up to these. */
const MAX_RECOVERY_UNITS = 4 * 1024 * 1024;
const MAX_RECOVERY_CHUNKS = 20_000;
/** Pieces that are repaired; a script with more that is wrong is no script. */
const MAX_REPAIRED_PIECES = 200;
/** Statements left out of one piece, and how many times the text of a script is parsed again to find which. */
const MAX_REPAIRS = 8;
const MAX_REPARSES = 8;
const LEAST_REPARSED_UNITS = 100_000;
/** Pieces that exhaust the stack or the parser's steps; a script with more of them is made to. */
const MAX_EXHAUSTING_PIECES = 50;

/**
 * Parses a script in the first dialect that takes it. Where none does, the file is cut at lines that look like the start of
 * a top-level statement, and all pieces that parse are put together; `failure` says so.
 */
export function parseScript(block: ScriptBlock, dialects: readonly Dialect[]): Parsed {
  let failure: ParseFailure | null = null;
  for (const dialect of dialects) {
    const result = tryParse(block, dialect);
    if ('program' in result) return { program: result.program, failure: null };
    // What is wrong, and where, is better told by the parser that recovers.
    if (dialect === 'exact') continue;
    failure ??= result.failure;
    // Other dialects nest no less.
    if (result.failure.isStackSpent) break;
  }
  if (failure === null) return { program: emptyProgram(), failure: null };
  const { statements, pieces, isStackSpent } = recover(
    block,
    dialects.filter((dialect) => dialect !== 'exact' && dialect !== 'plain').slice(0, 2),
    failure.isStackSpent,
  );
  const read =
    pieces === 0 ? 'nothing of it was read' : `${statements.length} top-level statements were read one by one`;
  return {
    program: { ...emptyProgram(), body: statements },
    failure: {
      code: failure.code,
      detail: `${failure.detail}; ${read}`,
      isStackSpent: failure.isStackSpent || isStackSpent,
    },
  };
}

/** Why no dialect takes a text, told of the first that recovers from errors; null where one does. */
export function refusalOf(block: ScriptBlock, dialects: readonly Dialect[]): ParseFailure | null {
  let failure: ParseFailure | null = null;
  for (const dialect of dialects) {
    const result = tryParse(block, dialect);
    if ('program' in result) return null;
    if (dialect !== 'exact') failure ??= result.failure;
    if (result.failure.isStackSpent) return result.failure;
  }
  return failure;
}

/** Dialects worth trying for a file, the likeliest first. */
export function dialectsFor(path: string, block: ScriptBlock): readonly Dialect[] {
  if (/\.tsx$/i.test(path)) return ['tsx', 'typescript', 'flow'];
  if (block.language === 'ts' || /\.(?:[mc]?ts|ets|uts)$/i.test(path)) return ['typescript', 'tsx', 'flow'];
  // What a bundler wrote has neither types nor JSX, and parses faster without them.
  return looksBundled(path, block.text) ? ['exact', 'plain', 'flow', 'tsx'] : ['flow', 'tsx', 'typescript', 'plain'];
}

/** From this length on, in UTF-16 units, no script is taken to have been written by hand. */
const MADE_FROM = 256 * 1024;

function looksBundled(path: string, text: string): boolean {
  if (/\.(?:bundle|jsbundle)$|\.min\.js$/i.test(path) || text.length >= MADE_FROM) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines * 300 < text.length; at = text.indexOf('\n', at + 1)) lines++;
  return lines * 300 < text.length;
}

function tryParse(block: ScriptBlock, dialect: Dialect): { program: Program } | { failure: Refusal } {
  // The parser makes an error with a stack for everything it recovers from; nobody reads the stacks of thousands.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return { program: dialect === 'exact' ? parsePlain(block) : parseByBabel(block, dialect) };
  } catch (error) {
    if (error instanceof RangeError) {
      return { failure: { code: 'too-large', detail: NESTED_TOO_DEEPLY, isStackSpent: true, at: -1 } };
    }
    const spent = error instanceof Error && error.name === 'ParserBudgetError';
    const { pos: at = -1 } = error as { pos?: number };
    return { failure: { code: spent ? 'too-large' : 'corrupt', detail: describe(error), isStackSpent: false, at } };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function parseByBabel({ text, line, column }: ScriptBlock, dialect: Exclude<Dialect, 'exact'>): Program {
  return parse(text, { ...OPTIONS, plugins: PLUGINS[dialect] ?? [], startLine: line, startColumn: column }).program;
}

function describe(error: unknown): string {
  const { message, loc } = error as { message?: string; loc?: { line: number; column: number } };
  const plain = (message ?? 'the parser gave up').replace(/ ?\(\d+:\d+\)$/, '').split('\n', 1)[0];
  return loc === undefined ? `${plain}` : `line ${loc.line}, column ${loc.column + 1}: ${plain}`;
}

/** The pieces between lines that begin, without indentation, like a statement. */
function recover(
  block: ScriptBlock,
  dialects: readonly Dialect[],
  isNested: boolean,
): { statements: Statement[]; pieces: number; isStackSpent: boolean } {
  const statements: Statement[] = [];
  let pieces = 0;
  let exhausting = 0;
  let isStackSpent = false;
  if (block.text.length > MAX_RECOVERY_UNITS) return { statements, pieces, isStackSpent };
  const found = topLevelPieces(block);
  // What is one piece has been tried already.
  if (found.length === 1 && isNested) return { statements, pieces, isStackSpent };
  const effort = {
    pieces: MAX_REPAIRED_PIECES,
    units: Math.max(LEAST_REPARSED_UNITS, MAX_REPARSES * block.text.length),
  };
  for (const piece of found) {
    let furthest: { dialect: Dialect; at: number } | null = null;
    for (const dialect of dialects) {
      const result = tryParse(piece, dialect);
      if ('failure' in result) {
        const { code, at } = result.failure;
        if (code === 'corrupt') {
          if (furthest === null || at > furthest.at) furthest = { dialect, at };
          continue;
        }
        furthest = null;
        exhausting++;
        isStackSpent ||= result.failure.isStackSpent;
        break;
      }
      furthest = null;
      for (const statement of result.program.body) statements.push(statement);
      pieces++;
      break;
    }
    const repaired = furthest === null ? null : parseRepaired(piece, furthest.dialect, furthest.at, effort);
    if (repaired !== null) {
      for (const statement of repaired.body) statements.push(statement);
      pieces++;
    }
    if (exhausting === MAX_EXHAUSTING_PIECES) break;
  }
  return { statements, pieces, isStackSpent };
}

/** A piece without the few statements that are wrong in it; null where that does not help. */
function parseRepaired(
  piece: ScriptBlock,
  dialect: Dialect,
  at: number,
  effort: { pieces: number; units: number },
): Program | null {
  if (--effort.pieces < 0) return null;
  let current = { text: piece.text, at };
  for (let repair = 0; repair < MAX_REPAIRS; repair++) {
    let next = current;
    for (const text of withoutStatementAt(current.text, current.at)) {
      effort.units -= text.length;
      if (effort.units < 0) return null;
      const result = tryParse({ ...piece, text }, dialect);
      // Nothing is left of a statement that is wrong by itself.
      if ('program' in result) return result.program.body.length > 0 ? result.program : null;
      if (result.failure.code !== 'corrupt') return null;
      if (result.failure.at > next.at) next = { text, at: result.failure.at };
    }
    if (next === current) return null;
    current = next;
  }
  return null;
}

/** Not one of these: a closing bracket, an operator, or a word that continues a statement. */
const STATEMENT_START = /^(?!(?:else|catch|finally|case|default)\b)[\w$@!('"`[{+/]/;

function topLevelPieces({ text, line, column, ...rest }: ScriptBlock): ScriptBlock[] {
  const pieces: ScriptBlock[] = [];
  // Of the present piece; it counts from its first line that is not blank.
  let start = 0;
  let startLine = line;
  let isBlank = true;
  const end = (at: number) => {
    if (isBlank) return;
    const isFirst = start === 0;
    pieces.push({ ...rest, text: text.slice(start, at), line: startLine, column: isFirst ? column : 0 });
  };
  let number = line;
  for (let at = 0; at < text.length; number++) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    const current = text.slice(at, next);
    if (!isBlank && STATEMENT_START.test(current) && pieces.length < MAX_RECOVERY_CHUNKS) {
      end(at);
      isBlank = true;
    }
    if (isBlank) {
      start = at;
      startLine = number;
      isBlank = current.trim() === '';
    }
    at = next;
  }
  end(text.length);
  return pieces;
}

export function emptyProgram(): Program {
  return { type: 'Program', body: [], directives: [], sourceType: 'script', interpreter: null } as unknown as Program;
}
