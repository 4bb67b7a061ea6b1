import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../analyzers/extract/script/extract-script.ts';

/** Values that go into fields of one object again and again: every use of it would wait to be visited for each field. */
const FIELDS = 200;

test('what is not going to be visited is not written down either', { timeout: 30_000 }, () => {
  const script = Array.from(
    { length: FIELDS },
    (_, field) => `o.p = navigator.userAgent; fetch(o.p); o.q${field} = o.p;`,
  ).join('\n');
  const watch = compileScriptWatch(loadCatalogue());
  const { facts, gaps } = extractScript('a.js', new TextEncoder().encode(`var o = {};\n${script}`), watch);
  expect(facts).toHaveLength(FIELDS);
  expect(facts.every(({ sinks = [] }) => sinks.some(({ api }) => api === 'fetch'))).toBe(true);
  expect(gaps.map(({ code }) => code)).toEqual(['over-budget']);
});
