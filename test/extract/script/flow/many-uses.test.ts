import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';

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

/** All cases of a generator that was compiled to a state machine give to one variable, and all send what it holds. */
test('what is sent from more places than are told is not followed to all of them', { timeout: 30_000 }, () => {
  const sites = (count: number) => Array.from({ length: count }, () => 'fetch(t); t = navigator.userAgent;').join('\n');
  const watch = compileScriptWatch(loadCatalogue());
  const read = (count: number) => extractScript('a.js', new TextEncoder().encode(`var t;\n${sites(count)}`), watch);
  const many = read(500);
  expect(many.facts).toHaveLength(500);
  expect(many.facts.every(({ sinks = [] }) => sinks.length === 24)).toBe(true);
  expect(many.gaps.map(({ code }) => code)).toEqual(['over-budget']);
  const few = read(20);
  expect(few.facts.every(({ sinks = [] }) => sinks.length === 20)).toBe(true);
  expect(few.gaps).toEqual([]);
});

test('objects that hand a value on to one another are told apart once', { timeout: 60_000 }, () => {
  const classes = Array.from(
    { length: 400 },
    (_, level) => `class S${level} { constructor(a) { this.a = a; } load(x) { return this.a.load(x); } }
const s${level} = new S${level}(${level === 0 ? 'null' : `s${level - 1}`}); s${level}.load(navigator.userAgent);`,
  ).join('\n');
  const { facts } = extractScript('a.js', new TextEncoder().encode(classes), compileScriptWatch(loadCatalogue()));
  expect(facts).toHaveLength(400);
});

test('variables of one name are told apart at once', { timeout: 30_000 }, () => {
  const functions = Array.from(
    { length: 20_000 },
    (_, at) => `function f${at}() { const v = wx.getSystemInfoSync(); show(v.model); }`,
  ).join('\n');
  const script = `export default 1;\n${functions}`;
  const { facts } = extractScript('a.js', new TextEncoder().encode(script), compileScriptWatch(loadCatalogue()));
  expect(facts).toHaveLength(20_000);
  expect(facts.every(({ takes }) => takes?.join() === 'model')).toBe(true);
});
