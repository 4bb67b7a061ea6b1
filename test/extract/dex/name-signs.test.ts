import { expect, test } from 'vitest';
import { findNames } from '../../../analyzers/extract/dex/name-signs.ts';
import { compileNameIndex } from '../../../analyzers/extract/sdk-names/name-index.ts';
import { WorkBudget } from '../../../analyzers/model/work-budget.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { sdk } from '../../signature-entries.ts';
import { stringsOnly } from './strings-only.ts';

const index = compileNameIndex(
  catalogueWith({
    sdks: {
      wide: sdk({ packages: ['com.acme'] }),
      narrow: sdk({
        packages: ['com.acme.push'],
        domains: ['Collect.acme.example'],
        strings: ['acme_*', 'AcmeLog'],
      }),
    },
  }),
);

function namesIn(strings: string[]): unknown[] {
  return findNames('classes.dex', stringsOnly(strings), index, new WorkBudget(1000)).map(({ value, args }) => [
    value,
    args,
  ]);
}

test('actions and keys below a package are names of the SDK with the longest one', () => {
  expect(
    namesIn(['com.acme.push.action.RECEIVE', 'com.acme.APP_KEY', 'com.acmex.APP_KEY', 'com.acme.push.v2']),
  ).toEqual([
    ['narrow/names', ['com.acme.push.action.RECEIVE', 'com.acme.push.v2']],
    ['wide/names', ['com.acme.APP_KEY']],
  ]);
});

test('classes, packages themselves and sentences are no names', () => {
  expect(
    namesIn(['com.acme.push.PushClient', 'com.acme.push', 'com.acme.push is missing', 'Lcom/acme/push/a;']),
  ).toEqual([]);
});

test('hosts are met with their subdomains, bare or in a URL, and nowhere else', () => {
  expect(
    namesIn([
      'collect.acme.example',
      'https://a.collect.acme.example:443/v1?x=1',
      'http://collect.acme.example',
      'https://other.example/collect.acme.example',
      'notcollect.acme.example',
    ]),
  ).toEqual([
    ['narrow/names', ['collect.acme.example', 'http://collect.acme.example', 'https://a.collect.acme.example']],
  ]);
});

test('listed strings are met whole or by their beginning, before all else', () => {
  expect(namesIn(['AcmeLog', 'AcmeLogger', 'acme_push_on', 'an acme_push_on', 'acme_com.acme.KEY'])).toEqual([
    ['narrow/names', ['AcmeLog', 'acme_com.acme.KEY', 'acme_push_on']],
  ]);
});

test('a member of a class is none of the names, however it is written', () => {
  expect(namesIn(['com.acme.push.PushClient.START', 'com.acme.push.PushClient.getInstance'])).toEqual([]);
});
