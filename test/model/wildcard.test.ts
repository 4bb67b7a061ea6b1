import { expect, test } from 'vitest';
import { fitsWildcard } from '../../analyzers/model/wildcard.ts';

test.each([
  ['libjiagu.so', 'libjiagu.so', true],
  ['libjiagu*.so', 'libjiagu_x86.so', true],
  ['libjiagu*.so', 'libjiagu.so', true],
  ['libshella-*.so', 'libshella.so', false],
  ['assets/apps/*/www/app-service.js', 'assets/apps/__UNI__1/www/app-service.js', true],
  ['assets/apps/*/www/app-service.js', 'assets/apps/a/b/www/app-service.js', false],
  ['*.wxapi.WXEntryActivity', 'com.example.wxapi.WXEntryActivity', true],
  ['ab*ba', 'aba', false],
  ['a*b*c', 'axbxc', true],
  ['a*b*c', 'acb', false],
])('%s on %s: %s', (pattern, name, fits) => {
  expect(fitsWildcard(pattern, name)).toBe(fits);
});

test('a pattern of many stars does not explode', () => {
  expect(fitsWildcard(`${'a*'.repeat(200)}b`, 'a'.repeat(20_000))).toBe(false);
});
