import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());

/** The lines of the sinks of the one read of the clipboard. */
function sinksOf(lines: readonly string[]): (number | undefined)[] {
  const text = [`import Clipboard from '@react-native-clipboard/clipboard';`, ...lines].join('\n');
  const { facts } = extractScripts([{ path: 'a.js', bytes: new TextEncoder().encode(text) }], WATCH);
  const reads = facts.filter(({ value }) => value.endsWith('.getString'));
  expect(reads).toHaveLength(1);
  return (reads[0]?.sinks ?? []).map(({ at }) => at.line);
}

test.each<[string, string[], ...number[]]>([
  [
    'a loop',
    ['function* texts() { yield Clipboard.getString(); }', 'for (const text of texts())', 'fetch("/a?" + text);'],
    4,
  ],
  [
    'an asynchronous loop',
    [
      'async function* texts() { yield { text: await Clipboard.getString() }; }',
      'for await (const { text } of texts())',
      'fetch("/a", { body: text });',
    ],
    4,
  ],
  [
    'another generator',
    [
      'function* inner() { yield Clipboard.getString(); }',
      'function* outer() { yield 1; yield* inner(); }',
      'fetch("/a", { body: JSON.stringify([...outer()]) });',
    ],
    4,
  ],
  [
    'one step',
    ['function* texts() { yield Clipboard.getString(); }', 'const { value } = texts().next();', 'fetch("/" + value);'],
    4,
  ],
  [
    'nothing that is yielded',
    ['function* texts() { Clipboard.getString(); yield 1; }', 'for (const t of texts())', 'fetch("/" + t);'],
  ],
  [
    'whoever runs the steps gets what was returned',
    [
      'const load = co.wrap(function* () { const text = yield Clipboard.getString(); return text.length > 0; });',
      'load().then((ready) => {',
      'fetch("/a", { body: ready.name }); });',
    ],
  ],
])('what a generator yields comes to %s', (_, lines, ...sinks) => {
  expect(sinksOf(lines)).toEqual(sinks);
});
