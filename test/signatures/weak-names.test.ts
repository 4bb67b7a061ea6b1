import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { findSdks } from '../../analyzers/match/sdks.ts';
import type { Fact } from '../../analyzers/model/fact.ts';
import { readSignatureFiles } from './signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());

test('no SDK is found by fewer than four of the strings and resources that its signature lists', () => {
  const listed = Object.entries(catalogue.sdks).filter(([, sdk]) => (sdk.strings ?? sdk.resources) !== undefined);
  expect(listed.length).toBeGreaterThan(100);
  const foundBy = (id: string, count: number): boolean => {
    const { strings = [], resources = [] } = catalogue.sdks[id] ?? {};
    const patterns = [...strings, ...resources];
    const args = Array.from(
      { length: count },
      (_, at) => `${(patterns[at % patterns.length] ?? '').replace('*', '')}${at}`,
    );
    const isPrefix = patterns.every((pattern) => pattern.endsWith('*'));
    const fact: Fact = {
      kind: 'mark',
      value: `${id}/names`,
      args: isPrefix ? args : patterns.slice(0, count),
      at: { file: 'classes.dex' },
    };
    return findSdks([fact], catalogue).some((sdk) => sdk.id === id);
  };
  expect(listed.filter(([id]) => foundBy(id, 3)).map(([id]) => id)).toEqual([]);
  const open = listed.filter(([, { strings = [], resources = [] }]) =>
    [...strings, ...resources].every((pattern) => pattern.endsWith('*')),
  );
  expect(open.filter(([id]) => !foundBy(id, 4)).map(([id]) => id)).toEqual([]);
});
