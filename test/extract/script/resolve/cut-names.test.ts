import { expect, test } from 'vitest';
import { extract } from '../script-catalogue.ts';

function chain(length: number): string {
  const links = Array.from({ length }, (_, at) => `const v${at + 1} = v${at};`);
  return [
    "import { Clipboard } from 'react-native';",
    'const v0 = Clipboard;',
    ...links,
    `v${length}.getString();`,
  ].join('\n');
}

test('a name that leads through many others is followed, and through more than are followed it is said', () => {
  const known = extract(chain(100));
  expect(known.facts.map(({ value }) => value)).toContain('react-native.Clipboard.getString');
  expect(known.gaps).toEqual([]);
  expect(extract(chain(400)).gaps).toEqual([
    {
      stage: 'script',
      file: 'src/a.js',
      code: 'over-budget',
      detail: 'names lead through more others than are followed; what they stand for is not known',
      material: false,
    },
  ]);
});

test('states that are made of the ones before end where they begin', () => {
  const cases = Array.from(
    { length: 12 },
    (_, at) => `case ${at}: state = { ...state, field${at}: action.value, clip: state.clip }; break;`,
  );
  const source = [
    "import { Clipboard } from 'react-native';",
    'let state = { clip: Clipboard };',
    `function reduce(action) { switch (action.type) { ${cases.join('\n')} } return state; }`,
    'state.clip.getString();',
    'state.nowhere.getString();',
  ].join('\n');
  const { facts, gaps } = extract(source);
  expect(facts.filter(({ kind }) => kind === 'call').map(({ value, at }) => [value, at.line])).toEqual([
    ['react-native.Clipboard.getString', 15],
  ]);
  expect(gaps).toEqual([]);
});
