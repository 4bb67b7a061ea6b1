import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../../../analyzers/catalogue/compile.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';
import { readSignatureFiles } from '../../../signatures/signature-files.ts';

const WATCH = compileScriptWatch(compileCatalogue(readSignatureFiles()));

/** Asynchronous functions that all go through one helper when they are compiled. */
const SOURCE = `import Clipboard from '@react-native-clipboard/clipboard';
async function isLong() { const text = await Clipboard.getString(); return text.length > 3; }
async function ask(id: string) { return await fetch('/ask/' + id); }
async function show() { if (await isLong()) await ask('1'); }
async function hold() { const text = await Clipboard.getString(); return text; }
async function send() { const text = await hold(); console.log(text); }
async function name() { return 'n'; }
async function sendName() { const text = await name(); await fetch('/name', { method: 'POST', body: text }); }
show(); send(); sendName();`;

test.each([
  ['as they stand', ScriptTarget.ES2022],
  ['by a helper of TypeScript', ScriptTarget.ES2015],
  ['by two helpers of TypeScript', ScriptTarget.ES5],
])('a value that goes through an asynchronous function comes to who calls that one: %s', (_, target) => {
  const { outputText } = transpileModule(SOURCE, { compilerOptions: { target, module: ModuleKind.CommonJS } });
  const { facts } = extractScript('a.js', new TextEncoder().encode(outputText), WATCH);
  const reads = facts.filter(({ value }) => value.endsWith('.getString'));
  expect(reads.map(({ sinks = [] }) => sinks.map(({ api }) => api))).toEqual([[], ['console.log']]);
});

/** What helpers make of a function runs where that is called at once. */
test.each([
  ['by itself', 'function read() { return helper(function* () { GET; })(); } read();', 'process-start'],
  [
    'by apply',
    'function read() { return helper(function* () { GET; }).apply(this, arguments); } read();',
    'process-start',
  ],
  [
    'kept before',
    'const read = () => { const v = helper(function* () { GET; }).call(0); return v; }; read();',
    'process-start',
  ],
  ['bound only', 'function read() { return helper(function* () { GET; }).bind(this); } read();', null],
])('called at once %s', (_how, text, expected) => {
  const { facts } = extractScript(
    'a.js',
    new TextEncoder().encode(text.replace('GET', 'navigator.clipboard.readText()')),
    WATCH,
  );
  expect(facts.map(({ reach }) => reach?.beforeConsent ?? null)).toEqual([expected]);
});
