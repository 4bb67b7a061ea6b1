import type { CallExpression, Function as FunctionNode, Program } from '@babel/types';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';
import { parseScript } from '../../../../analyzers/extract/script/syntax/parse.ts';
import { unfoldStateMachine } from '../../../../analyzers/extract/script/syntax/state-machine.ts';

const WATCH = compileScriptWatch(loadCatalogue());

/** What Babel 7.20 makes of an asynchronous function, around its cases. */
function regenerator(name: string, cases: string, catches = ''): string {
  return `function ${name}(_x) { return _${name}.apply(this, arguments); }
function _${name}() { _${name} = _asyncToGenerator(/*#__PURE__*/_regeneratorRuntime().mark(function _callee(ok) {
  var text;
  return _regeneratorRuntime().wrap(function _callee$(_context) {
    while (1) switch (_context.prev = _context.next) { ${cases} case "end": return _context.stop(); }
  }, _callee, null${catches}); })); return _${name}.apply(this, arguments); }`;
}

/** The same, by Babel 7.27 and later, minified. */
function newRegenerator(name: string, cases: string): string {
  return `function ${name}(t){return _${name}.apply(this,arguments)}function _${name}(){return(_${name}=i(n().m(function t(ok){var text;return n().w(function(t){for(;;)switch(t.p=t.n){${cases}}},t)}))).apply(this,arguments)}`;
}

/** By the way in which they were compiled: `hold` reads the clipboard where it may, `send` sends what it gives. */
const COMPILED: Record<string, string> = {
  'Babel 7.20': [
    regenerator(
      'hold',
      `case 0: if (ok) { _context.next = 2; break; }
       return _context.abrupt("return", "");
       case 2: _context.next = 4; return navigator.clipboard.readText();
       case 4: _context.t0 = _context.sent; return _context.abrupt("return", _context.t0);`,
    ),
    regenerator(
      'send',
      `case 0: _context.next = 2; return hold(true);
       case 2: text = _context.sent; _context.next = 5; return fetch('/a', { body: text }); case 5:`,
    ),
    'send();',
  ].join('\n'),
  'Babel 7.27, minified': [
    newRegenerator(
      'hold',
      'case 0:if(ok){t.n=1;break}return t.a(2,"");case 1:return t.n=2,navigator.clipboard.readText();case 2:return text=t.v,t.a(2,text)',
    ),
    newRegenerator(
      'send',
      'case 0:return t.n=1,hold(!0);case 1:return text=t.v,t.n=2,fetch("/a",{body:text});case 2:return t.a(2)',
    ),
    'send();',
  ].join('\n'),
  'Babel without a helper': `
    function hold(ok) { var text; return regeneratorRuntime.async(function hold$(_context) { while (1) switch (_context.prev = _context.next) {
      case 0: _context.next = 2; return regeneratorRuntime.awrap(navigator.clipboard.readText());
      case 2: text = _context.sent; return _context.abrupt("return", text);
      case 4: case "end": return _context.stop(); } }, null, null, null, Promise); }
    function send() { var text; return regeneratorRuntime.async(function send$(_context) { while (1) switch (_context.prev = _context.next) {
      case 0: _context.next = 2; return regeneratorRuntime.awrap(hold(true));
      case 2: text = _context.sent; _context.next = 5; return regeneratorRuntime.awrap(fetch('/a', { body: text }));
      case 5: case "end": return _context.stop(); } }, null, null, null, Promise); }
    send();`,
  'TypeScript, minified': `
    function hold(r){return e(this,void 0,void 0,function(){var e;return t(this,function(t){switch(t.label){case 0:return r?[4,navigator.clipboard.readText()]:[3,2];case 1:return[2,t.sent()];case 2:return[2,""]}})})}
    function send(){return e(this,void 0,void 0,function(){var e;return t(this,function(t){switch(t.label){case 0:return[4,hold(!0)];case 1:return e=t.sent(),[4,fetch("/a",{body:e})];case 2:return t.sent(),[2]}})})}
    send();`,
};

function sinksOf(text: string) {
  const { facts, gaps } = extractScript('a.js', new TextEncoder().encode(text), WATCH);
  expect(gaps).toEqual([]);
  return facts.map(({ value, sinks = [], reach }) => [
    value,
    sinks.map(({ api }) => api),
    reach?.beforeConsent ?? null,
  ]);
}

describe.each(Object.entries(COMPILED))('%s', (_how, text) => {
  test('what is awaited comes to who awaits the function', () => {
    expect(sinksOf(text)).toEqual([['navigator.clipboard.readText', ['fetch'], 'process-start']]);
  });

  test('what is not handed on does not', () => {
    const other = text.replace(/body: ?\w+/, 'body:own');
    expect(other).not.toBe(text);
    expect(sinksOf(other)).toEqual([['navigator.clipboard.readText', [], 'process-start']]);
  });
});

const GUARDED = `async function start() {
  const agreed = await storage.getItem('privacyAgreed');
  if (agreed) { const text = await navigator.clipboard.readText(); await show(text); } else { await ask(); }
}
start();`;

test.each([ScriptTarget.ES2022, ScriptTarget.ES5])(
  'what waits for consent does so when it is compiled (%i)',
  (target) => {
    const compile = (text: string) =>
      transpileModule(text, { compilerOptions: { target, module: ModuleKind.CommonJS } }).outputText;
    expect(sinksOf(compile(GUARDED))).toEqual([['navigator.clipboard.readText', [], null]]);
    const open = GUARDED.replace('agreed)', 'open)');
    expect(sinksOf(compile(open))).toEqual([['navigator.clipboard.readText', [], 'process-start']]);
  },
);

test('an error that is caught is not what was awaited', () => {
  const source = `async function start() {
  try { await navigator.clipboard.readText(); } catch (error) { console.log(error); }
}
start();`;
  const options = { compilerOptions: { target: ScriptTarget.ES5, module: ModuleKind.CommonJS } };
  expect(sinksOf(transpileModule(source, options).outputText)).toEqual([
    ['navigator.clipboard.readText', [], 'process-start'],
  ]);
});

test.each([
  'f(function (s) { switch (s.kind) { case 0: return [4, a()]; } })',
  'f(this, function (s) { return [s, 1]; })',
  'f.wrap(function (s, o) { switch (s.next) { case 0: return a(); } })',
  'f.wrap(function ({ next }) { switch (next) { case 0: return a(); } })',
  'f(this, 1)',
])('a function that returns %s is left as it is', (returned) => {
  const text = `(function () { return ${returned}; })`;
  const program = (): Program => parseScript({ text, line: 1, column: 0, language: 'js' }, ['plain']).program;
  const [parsed, unfolded] = [program(), program()];
  const [statement] = unfolded.body;
  const { expression } = statement as unknown as { expression: FunctionNode | CallExpression };
  unfoldStateMachine(expression as FunctionNode);
  expect(unfolded.body).toEqual(parsed.body);
});

test('machines inside of machines, and labels that do not exist, end', () => {
  const jumps = Array.from(
    { length: 300 },
    (_, at) => `case ${at}: if (a) return [3, ${(at * 7) % 400}]; return [4, b(${at})];`,
  );
  let text = 'x()';
  for (let level = 0; level < 20; level++) {
    text = `h(this, void 0, void 0, function () { return g(this, function (s) { switch (s.label) { ${jumps.join('')} case 300: return [2, ${text}]; } }); })`;
  }
  expect(sinksOf(text)).toEqual([]);
});
