import { expect, test } from 'vitest';
import { compileVersions } from '../../analyzers/match/sdk-versions.ts';
import type { Fact } from '../../analyzers/model/fact.ts';
import { catalogueWith } from '../empty-catalogue.ts';
import { sdk } from '../signature-entries.ts';

const catalogue = catalogueWith({
  sdks: {
    listed: sdk({ packages: ['com.listed'], versionFields: ['com.listed.V.NAME'], assets: ['listed.properties'] }),
    file: sdk({ packages: ['com.file'], assets: ['file-*.properties'] }),
    inner: sdk({ packages: ['com.file.inner'] }),
  },
});

const version = (value: string, text: string): Fact => ({
  kind: 'version',
  value,
  args: [text],
  at: { file: 'classes.dex' },
});
const asset = (value: string, ...args: string[]): Fact => ({ kind: 'asset', value, args, at: { file: value } });

test('what a signature lists comes before a file, and a file before members with usual names', () => {
  const facts = [
    version('com.listed.getVersion()', '1.1'),
    asset('listed.properties', '2.2'),
    version('com.listed.V.NAME', '3.3'),
  ];
  expect(compileVersions(facts, catalogue)('listed')).toBe('3.3');
  expect(compileVersions(facts.slice(0, 2), catalogue)('listed')).toBe('2.2');
  expect(compileVersions(facts.slice(0, 1), catalogue)('listed')).toBe('1.1');
});

test('members that disagree tell nothing, and those of another SDK are not asked', () => {
  const facts = [version('com.file.A.getVersion()', '1.1'), version('com.file.inner.A.getVersion()', '2.2')];
  expect(compileVersions(facts, catalogue)('file')).toBe('1.1');
  expect(compileVersions([...facts, version('com.file.B.SDK_VERSION', '1.2')], catalogue)('file')).toBeUndefined();
  expect(compileVersions([asset('file-a.properties', '4.0'), asset('file.txt')], catalogue)('file')).toBe('4.0');
  expect(compileVersions([], catalogue)('file')).toBeUndefined();
});
