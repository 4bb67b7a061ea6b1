import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from '#parser';
import { parsePlain } from '../../../../analyzers/extract/script/syntax/plain-parser.ts';

/** Fields that only one of the parsers sets, and that nobody reads. */
const LEFT_OUT = new Set([
  ...['extra', 'errors', 'comments', 'interpreter', 'directive', 'method', 'optional', 'expression', 'importKind'],
  ...['exportKind', 'attributes', 'assertions', 'phase', 'sourceType', 'computed', 'shorthand', 'delegate', 'tail'],
]);
const EXPRESSION_HOLDERS = new Set(['ExpressionStatement']);

/** A tree without what the parsers tell differently: directives are statements, missing fields are null. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null || node instanceof RegExp) return node ?? null;
  const { type, start, end, loc, ...fields } = { loc: null, ...(node as Record<string, unknown>) } as Record<
    string,
    unknown
  >;
  const place = (node as { loc?: { start: object; end: object } }).loc ?? (loc as null);
  const result: Record<string, unknown> = { type, start, end, from: { ...place?.start }, to: { ...place?.end } };
  for (const [key, value] of Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (key === 'directives' || value === undefined || value === null || value === false) continue;
    if (LEFT_OUT.has(key) && !(key === 'expression' && EXPRESSION_HOLDERS.has(String(type)))) continue;
    result[key] = plain(value);
  }
  const directives = (fields.directives ?? []) as Record<string, Record<string, unknown>>[];
  if (directives.length > 0) {
    const statements = directives.map((directive) => ({
      ...directive,
      type: 'ExpressionStatement',
      expression: { ...directive.value, loc: directive.value?.loc, type: 'StringLiteral' },
      value: null,
    }));
    result.body = [...statements.map(plain), ...(result.body as unknown[])];
  }
  // Values that only the source has, or that are objects of the engine.
  for (const key of ['pattern', 'flags', 'raw', 'regex']) delete result[key];
  if (type === 'BigIntLiteral' || type === 'RegExpLiteral') delete result.value;
  if (type === 'TemplateElement') delete result.value;
  if (type === 'PrivateName') delete result.name;
  if (type === 'ObjectProperty') delete result.kind;
  return result;
}

const BLOCK = { line: 1, column: 0, language: 'js' as const };

function byBabel(text: string): unknown {
  return parse(text, {
    sourceType: 'script',
    errorRecovery: true,
    allowAwaitOutsideFunction: true,
    allowImportExportEverywhere: true,
    allowReturnOutsideFunction: true,
    allowSuperOutsideMethod: true,
    attachComment: false,
  }).program;
}

function same(text: string): void {
  expect(plain(parsePlain({ ...BLOCK, text }))).toEqual(plain(byBabel(text)));
}

describe('scripts parsed by acorn make the nodes that @babel/parser makes', () => {
  it.each([
    ['literals', 'f("a", \'b\', 1, 0x1f, null, true, false, /a[/]b/gi, 12n, `a${b}c`, undefined)'],
    ['directives', '"use strict"; function f() { "use asm"; return 1 } var g = () => { "x"; }'],
    [
      'objects',
      'var o = { a, b: 1, "c": 2, 3: 4, [d]: 5, e() {}, get f() { return 1 }, set f(v) {}, async *g() {}, ...h }',
    ],
    ['patterns', 'var { a, b: c, d = 1, e: { f }, ...g } = x, [h, , i = 2, ...j] = y; ({ a, b: c.d, e: [f] } = z)'],
    ['parameters', 'function f({ a, b: c = 1 }, [d], ...e) {} (({ a }, b = 1) => a); async ({ a }) => a; a => ({ a })'],
    [
      'classes',
      'class A extends B { static #p = 1; q = 2; static { this.x = 1 } constructor() { super(); this.#p } #m() {} get z() { return #p in this } static async *n() {} [k]() {} }',
    ],
    ['optional chains', 'a?.b; a?.b.c(1)?.[d].e; (a?.b).c; a.b?.(); a.b.c; a?.b?.(c?.d); delete a?.b'],
    ['calls', 'new A(b).c; new (a.b()); f(...a, b)(c)[d]; tag`a${b}`; import("x").then(y); super.a'],
    [
      'imports',
      'import a, { b as c, "d e" as f } from "x"; import * as g from "y"; export * from "z"; export * as h from "w"; export { a as b }; export default function () {} export const k = 1',
    ],
    [
      'statements',
      'l: for (var i = 0, n; i < 1; i++) { if (a) continue l; else break } for (const k in o); for (x of y) z; do a(); while (b); switch (a) { case 1: b; default: c } try { a } catch { b } finally { c } throw d; with (a) b; debugger; while (a) ;',
    ],
    [
      'operators',
      'a ?? (b || (c && d)); a = b = c; a ||= b; a += b ** -2; typeof void !a; (a, b); a ? b : c; i++; --j; a instanceof b',
    ],
    [
      'async code',
      'async function f() { await g(); for await (const x of y) z; return await (async () => { await 1 })() } function* h() { yield; yield* a; const b = yield c }',
    ],
    [
      'words',
      'var \\u0061bc, ab\\u0063, été, 变量, a变, $_1, classes; x.class.function.new; ({ typeof: 1, class: 2, in: 3 })',
    ],
    [
      'keywords taken for names',
      'var of, get, set, async, let, yield_, constructor, __proto__, toString, hasOwnProperty',
    ],
    ['lines', 'a\r\n  .b\n.c\u2028d\u2029  e\rf()'],
    [
      'names that are words',
      'x.class; x.default.new; var o = { if: 1, function: 2 }; let async, of, get, set, let2; async(1)',
    ],
    [
      'operands that are whole expressions',
      'f(a,1,"b",\'c\');x=[a,1,"",b];x={a:b,c:1};a?b:c;(a,b,"c");(0,a.b)(c);return_:a;for(;a;)b;x[a][1]["b"];case_(await_,yield_)',
    ],
    [
      'operands that only look whole',
      'a=>b;async=>a;async x=>x;async(x)=>x;async (x, y) => 1;(a,b)=>a;(a,b=c)=>(d);x={a,b};[a,b]=c;({a,b}=c);f(a=b,c);a=b,c=d;a++,--b;a\n++b',
    ],
    [
      'words of generators and async code',
      'function* g(){f(yield,yield a);[yield];yield;x=yield}async function h(){f(await a,await(b));return await c}',
    ],
    [
      'the same words elsewhere',
      'f(yield,async,of,let);yield;x=yield;var of=1;for(of of of);yield/a/g;[async];async\n(a)',
    ],
    [
      'numbers',
      'f(0,7,10,007,08,0.5,.5,5.,1e3,1.5e-3,1_000,0x1F,0b11,0o17,9007199254740993,123456789012345678,12n,0n);a.b+1.0.c;1..d;5 .e',
    ],
    ['texts', 'f("","a",\'"\',"\\n","a\\"b","\\u0041\\x41","变量","é","a\\\nb","\u2028",\'\t\')'],
    [
      'blanks',
      'a                    .b                   (          c)       ;   `  a    ${  b  }    c  `;"   d   "  \n      \t   e    ',
    ],
    ['comments', 'a/* b */.c//d\n(e)/**/;  /* f */  g  <!-- h\n+1\n--> i\nj/k/l;m=/n/g'],
    [
      'steps of members and calls',
      'a.b.c[d][e.f](g)(h).i;new a.b(c).d;new a.b[c](d)(e);new a;new new a(b)(c);a.b`c`.d`e`;a[b]`c${d}`;(a.b).c;this.a;super_.b;a.if.new;a.import',
    ],
    ['chains with steps before and behind', 'a.b?.c.d;a[b]?.[c][d];a(b)?.(c)(d).e;(a?.b)(c);(a?.b).c(d)'],
    ['private members', 'class A{#a=1;b(){return this.#a.c(this?.#a,d.#a[e])}static c(x){return #a in x}}'],
  ])('%s', (_, text) => same(text));

  it('tells keys that are worked out from names', () => {
    const { body } = parsePlain({ ...BLOCK, text: 'a[b];a.b;a["b"].c' });
    const members = body.map((statement) => (statement.type === 'ExpressionStatement' ? statement.expression : null));
    expect(members.map((member) => (member?.type === 'MemberExpression' ? member.computed : null))).toEqual([
      ...[true, false, false],
    ]);
  });

  it('a published file', () => {
    const path = createRequire(import.meta.url).resolve('jszip/dist/jszip.min.js');
    const text = readFileSync(path, 'utf8');
    expect(JSON.stringify(plain(parsePlain({ ...BLOCK, text }))) === JSON.stringify(plain(byBabel(text)))).toBe(true);
  });

  it('starts where its block starts', () => {
    const { body } = parsePlain({ text: 'a;\nb', line: 7, column: 4, language: 'js' });
    expect(body.map(({ loc }) => loc?.start)).toEqual([
      { line: 7, column: 4, index: 0 },
      { line: 8, column: 0, index: 3 },
    ]);
  });

  it.each(['var if = 1', 'a b', 'f(', '({ a: 1', 'x = {', '"a\nb"', 'const a: string = 1', '<div />', 'enum A {}'])(
    'throws the first error: %s',
    (text) => {
      expect(() => parsePlain({ ...BLOCK, text })).toThrow(SyntaxError);
    },
  );
});
