import { expect, test } from 'vitest';
import { coverageOf } from '../../analyzers/diff/coverage.ts';
import type { Claim } from '../../analyzers/model/claim.ts';
import { dataType } from '../signature-entries.ts';
import { claimOf } from './made-up.ts';

const dataTypes = {
  'personal-info': dataType({ kind: 'broad' }),
  'device-info': dataType({ kind: 'broad', parent: 'personal-info' }),
  'device-id': dataType({ kind: 'broad', parent: 'device-info' }),
  imei: dataType({ parent: 'device-id' }),
  'phone-number': dataType({ parent: 'personal-info' }),
  'line-number': dataType({ parent: 'phone-number' }),
  location: dataType({ kind: 'broad', parent: 'personal-info' }),
  'location-coarse': dataType({ parent: 'location' }),
  clipboard: dataType({ parent: 'personal-info' }),
};

const by = (data: string, claims: Partial<Claim>[], actor: 'app' | 'sdk:a' | 'library:b' = 'app') =>
  coverageOf(data, actor, claims.map(claimOf), dataTypes).by;

test('named, contained in a broad term, or not at all', () => {
  expect(by('imei', [{ data: 'imei' }])).toBe('exact');
  expect(by('imei', [{ data: 'device-info', breadth: 'broad' }])).toBe('broad');
  expect(by('imei', [{ data: 'clipboard' }])).toBe('none');
  expect(by('imei', [])).toBe('none');
});

test('a term as wide as personal information covers nothing', () => {
  expect(by('imei', [{ data: 'personal-info', breadth: 'broad' }])).toBe('none');
});

test('a leaf that contains the type names it', () => {
  expect(by('line-number', [{ data: 'phone-number' }])).toBe('exact');
});

test('broad evidence is named by a claim about a part of it', () => {
  expect(by('location', [{ data: 'location-coarse' }])).toBe('exact');
});

test('an outright denial counts, a limited one does not', () => {
  const denied = { data: 'clipboard', stance: 'denied' } as const;
  expect(by('clipboard', [denied])).toBe('denied');
  expect(by('clipboard', [{ ...denied, scope: 'other-content' }])).toBe('none');
  expect(by('imei', [{ data: 'device-info', breadth: 'broad', stance: 'denied' }])).toBe('denied');
  expect(by('imei', [{ data: 'personal-info', breadth: 'broad', stance: 'denied' }])).toBe('none');
});

test('what is named elsewhere is not denied, what is only broadly declared is', () => {
  const denied = { data: 'imei', stance: 'denied' } as const;
  expect(by('imei', [denied, { data: 'imei' }])).toBe('exact');
  expect(by('imei', [denied, { data: 'device-info', breadth: 'broad' }])).toBe('denied');
});

test('whom a claim speaks for', () => {
  expect(by('imei', [{ data: 'imei', actor: 'sdk:a' }])).toBe('none');
  expect(by('imei', [{ data: 'imei', actor: 'sdk:a' }], 'sdk:a')).toBe('exact');
  expect(by('imei', [{ data: 'imei', actor: 'app' }], 'sdk:a')).toBe('exact');
  expect(by('imei', [{ data: 'imei', actor: 'partner' }], 'library:b')).toBe('exact');
  expect(by('imei', [{ data: 'imei', actor: 'partner' }])).toBe('none');
});

test('an SDK with an entry of its own is held to it', () => {
  const own = { data: 'device-info', breadth: 'broad' } as const;
  expect(by('imei', [own], 'sdk:a')).toBe('broad');
  expect(by('imei', [own, { data: 'clipboard', actor: 'sdk:a' }], 'sdk:a')).toBe('none');
  expect(by('imei', [{ ...own, actor: 'sdk:a' }], 'sdk:a')).toBe('broad');
});
