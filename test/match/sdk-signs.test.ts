import { expect, test } from 'vitest';
import { findSdks } from '../../analyzers/match/sdks.ts';
import { ABSENT_CLASS, type Fact } from '../../analyzers/model/fact.ts';
import { catalogueWith } from '../empty-catalogue.ts';
import { sdk } from '../signature-entries.ts';

const catalogue = catalogueWith({
  sdks: {
    push: sdk({
      packages: ['com.acme.push'],
      components: ['com.acme.push.Service', 'com.acme.push.Receiver'],
      settings: ['ACME_KEY'],
      strings: ['acme_push_*'],
      resources: ['acme_push_*'],
    }),
  },
});

const component = (name: string, ...more: string[]): Fact => ({
  kind: 'component',
  value: name,
  args: ['service', ...more],
  at: { file: 'AndroidManifest.xml' },
});
const names = (file: string, ...args: string[]): Fact => ({ kind: 'mark', value: 'push/names', args, at: { file } });

/** How each SDK was found, in its order. */
const waysOf = (...facts: Fact[]): string[] =>
  findSdks(facts, catalogue).map(({ id, found }) => `${id}: ${found.map(({ how }) => how).join(', ')}`);

test('components whose classes are nowhere show no SDK; where their code is hidden they do', () => {
  const left = component('com.acme.push.Service', ABSENT_CLASS);
  expect(waysOf(left)).toEqual([]);
  expect(waysOf(component('com.acme.push.Service'))).toEqual(['push: component']);
  expect(waysOf(left, component('com.acme.push.Receiver'))).toEqual(['push: component, component']);
  expect(waysOf(left, { kind: 'setting', value: 'ACME_KEY', at: { file: 'AndroidManifest.xml' } })).toEqual([
    'push: setting, component',
  ]);
});

test('names of resources and of the manifest stay behind: those of code must be among them', () => {
  const resources = names('resources.arsc', 'acme_push_a', 'acme_push_b', 'acme_push_c', 'acme_push_d', 'acme_push_e');
  const manifest = names('AndroidManifest.xml', 'com.acme.push.action.OPEN');
  expect(waysOf(resources, manifest)).toEqual([]);
  expect(waysOf(resources, names('classes.dex', 'acme_push_log'))).toEqual([
    `push: ${Array.from({ length: 5 }, () => 'string').join(', ')}`,
  ]);
});

test('three listed names show no SDK, four do, and of the names below its packages and of hosts more are needed than one', () => {
  const found = (...args: string[]): number => waysOf(names('classes.dex', ...args)).length;
  expect(found('acme_push_a', 'acme_push_b', 'acme_push_c')).toBe(0);
  expect(found('acme_push_a', 'acme_push_b', 'acme_push_c', 'acme_push_d')).toBe(1);
  expect(found('com.acme.push.OPEN', 'com.acme.push.CLOSE', 'acme_push_a')).toBe(0);
});
