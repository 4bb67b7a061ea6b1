import type { Program } from '@babel/types';
import type { Options, Parser } from 'acorn';

/** A node under construction: what acorn sets, by names that differ from type to type. */
export interface OpenNode {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

export interface TokenType {
  readonly keyword?: string;
  /** Whether an expression may follow. */
  readonly beforeExpr: boolean;
  /** What else such a token does to what may follow; null for nothing. */
  readonly updateContext: unknown;
}

/** The parts of acorn's parser that are used or replaced here; it offers them to be extended, but its types leave them out. */
export interface Internals {
  readonly input: string;
  /** Where the next token is looked for. */
  pos: number;
  /** Of the current token, and of the one before. */
  start: number;
  end: number;
  type: TokenType;
  value: unknown;
  lastTokStart: number;
  lastTokEnd: number;
  containsEsc: boolean;
  exprAllowed: boolean;
  readonly context: readonly { preserveSpace: boolean; override: unknown }[];
  parse(): Program;
  next(isLiberal?: boolean): void;
  nextToken(): unknown;
  getTokenFromCode(code: number): unknown;
  readWord(): unknown;
  readString(quote: number): unknown;
  readNumber(startsWithDot: boolean): unknown;
  finishToken(type: TokenType, value?: unknown): unknown;
  updateContext(before: TokenType): void;
  expect(type: TokenType): void;
  unexpected(): never;
  startNode(): OpenNode;
  startNodeAt(at: number): OpenNode;
  finishNode(node: OpenNode, type: string): OpenNode;
  toAssignable(node: OpenNode | null, isBinding: boolean, errors: unknown): OpenNode | null;
  parseIdentNode(): OpenNode;
  parseIdent(liberal: boolean): OpenNode;
  parseLiteral(value: unknown): OpenNode;
  parsePrivateIdent(): OpenNode;
  parseExpression(): OpenNode;
  parseMaybeAssign(forInit?: unknown, errors?: unknown, afterLeft?: unknown): OpenNode;
  parseSubscripts(base: OpenNode, start: number, loc: unknown, isCallee: boolean, forInit: unknown): OpenNode;
  parseExprList(close: TokenType, allowsTrailingComma: boolean, allowsHoles: boolean): OpenNode[];
}

export type InternalParser = new (options: Options, text: string) => Internals;

/** What the library offers beside its parser. */
interface Offered {
  readonly keywordTypes: Readonly<Record<string, TokenType>>;
  readonly tokTypes: Readonly<
    Record<
      | ('name' | 'num' | 'string' | 'dot' | 'questionDot' | 'backQuote' | 'privateId')
      | ('parenL' | 'parenR' | 'bracketL' | 'bracketR'),
      TokenType
    >
  >;
}

/** Through the parser's prototype, which is the library's own: the name that is imported runs the library at start. */
export function internalsOf(library: typeof Parser): { Base: InternalParser } & Offered {
  const { keywordTypes, tokTypes } = (library as unknown as { acorn: Offered }).acorn;
  return { Base: library.prototype.constructor as unknown as InternalParser, keywordTypes, tokTypes };
}
