import { expect, test } from 'vitest';
import { parse } from '#parser';
import { extract } from '../script-catalogue.ts';

const CALL = 'uni.getLocation({});';
const around = (open: string, times: number, close: string) => `${open.repeat(times)}1${close.repeat(times)}`;

/** Code that the parser by itself works on for minutes, hours or longer, or that fills its memory with errors. */
test.each<[string, string, string]>([
  ['what may be JSX or type parameters, at every level', 'a.tsx', around('<T>({...', 60, '})')],
  ['what may be a type assertion or an arrow function, at every level', 'a.ts', around('<T>(', 80, ')')],
  ['equal labels', 'a.js', `{${'a:'.repeat(2_000)};}`.repeat(50)],
  ['a name that is declared again and again', 'a.ts', 'let a;'.repeat(100_000)],
  ['code points that never end', 'a.ts', `f\`${'\\u{'.repeat(500_000)}\``],
])('%s: a gap, soon', (_, path, text) => {
  const { gaps } = extract(`${text}\n`, path);
  expect(gaps).toMatchObject([{ code: 'too-large', material: true }]);
});

test.each([
  ['a name that is declared again and again', 'let a;'.repeat(100_000)],
  ['code points that never end', `f\`${'\\u{'.repeat(500_000)}\`;`],
])('what a bundler may have written is read by a parser that has no such limit: %s', (_, text) => {
  const { facts, gaps } = extract(`${text}${CALL}`, 'a.js');
  expect(gaps).toEqual([]);
  expect(facts.map(({ value }) => value)).toContain('uni.getLocation');
});

test('the rest of such a script is read where it stands in lines of its own', () => {
  const { facts, gaps } = extract(`${around('<T>(', 80, ')')};\n${CALL}\n`, 'a.ts');
  expect(gaps).toMatchObject([{ code: 'too-large' }]);
  expect(facts.map(({ value }) => value)).toContain('uni.getLocation');
});

test('comments in one long line are read in time, each once', () => {
  const { facts, gaps } = extract(`${'/*#__PURE__*/a();'.repeat(60_000)}${CALL}`, 'a.js');
  expect(gaps).toEqual([]);
  expect(facts.map(({ value, at }) => [value, at.column])).toContainEqual(['uni.getLocation', 17 * 60_000 + 5]);
});

test.each([
  ['no line break', '/* a */ b'],
  ['each kind of line break', '/* a\n b\r\n c\r d\u2028 e\u2029 f */ g'],
  ['line breaks at its ends', '/*\r\n*/ b'],
  ['a lone carriage return at its end', '/*\r*/ b'],
])('a comment with %s moves positions as the language says', (_, text) => {
  const { expression } = parse(text).program.body[0] as { expression?: { loc?: unknown } };
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const last = lines[lines.length - 1] ?? '';
  expect(expression?.loc).toMatchObject({ start: { line: lines.length, column: last.length - 1 } });
});

test('errors that real code has are recovered from', () => {
  const { facts, gaps } = extract(`${'let a; var a;\n'.repeat(500)}${CALL}`, 'a.js');
  expect(gaps).toEqual([]);
  expect(facts.map(({ value }) => value)).toContain('uni.getLocation');
});
