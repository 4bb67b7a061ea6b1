import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../analyzers/model/fact.ts';
import { extract, extractBytes } from './script-catalogue.ts';

const FIXTURES = fileURLToPath(new URL('../../formats/hermes/fixtures', import.meta.url));
const SOURCE = readFileSync(join(FIXTURES, 'app.js'), 'utf8');
const COMPILED = readdirSync(FIXTURES).filter((name) => name.endsWith('.hbc'));

/** What is collected in app.js, without places. */
const EXPECTED = [
  'call @react-native-clipboard/clipboard.getString',
  'call @react-native-clipboard/clipboard.getString',
  'call navigator.geolocation.watchPosition ?|null|{"distanceFilter":10,"enableHighAccuracy":true}',
  'call navigator.mediaDevices.getUserMedia {"audio":true,"video":false}',
  'call react-native-device-info.getUniqueId',
  'call react-native-device-info.getUniqueId',
  'field react-native-sim-data.phoneNumber0',
];

function summaryOf(facts: Fact[]): string[] {
  return facts
    .map(({ kind, value, args }) => [kind, value, ...(args === undefined ? [] : [args.join('|')])].join(' '))
    .sort();
}

test('the plain bundle', () => {
  const { facts, gaps } = extract(SOURCE, 'app.bundle');
  expect(gaps).toEqual([]);
  expect(summaryOf(facts)).toEqual(EXPECTED);
});

test('the minified bundle', () => {
  const stdin = { contents: SOURCE, loader: 'js' } as const;
  const { outputFiles } = buildSync({ stdin, minify: true, write: false, target: 'es2016' });
  expect(summaryOf(extract(outputFiles[0]?.text ?? '', 'app.bundle').facts)).toEqual(EXPECTED);
});

describe.each(COMPILED)('%s', (name) => {
  const bytes = readFileSync(join(FIXTURES, name));

  test('shows what the source shows', () => {
    const { facts, gaps } = extractBytes(bytes, name);
    expect(gaps).toEqual([]);
    expect(summaryOf(facts)).toEqual(EXPECTED);
    for (const { at } of facts) expect(at).toEqual({ file: name, offset: expect.any(Number) });
  });

  test('any change of its bytes gives facts or gaps, the same twice', () => {
    const place = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        expect(extractBytes(changed, name)).toEqual(extractBytes(changed, name));
      }),
      { numRuns: 60 },
    );
  });

  test('cut off anywhere it gives facts or gaps', () => {
    for (let end = 12; end < bytes.length; end += 97) {
      const { facts, gaps } = extractBytes(bytes.subarray(0, end), name);
      expect(facts.length + gaps.length).toBeGreaterThan(0);
    }
  });
});

test('bytecode of an unknown version is a gap that says so, and shows the packages whose modules it names', () => {
  const bytes = Uint8Array.from(readFileSync(join(FIXTURES, 'app.96.hbc')));
  const known = new Set(extractBytes(bytes, 'index.android.bundle').facts.map(({ value }) => value.split('.')[0]));
  bytes[8] = 120;
  const named = extractBytes(bytes, 'index.android.bundle').facts;
  expect(named.length).toBeGreaterThan(0);
  for (const { kind, value } of named) expect([kind, known.has(value)]).toEqual(['module', true]);
  expect(extractBytes(bytes, 'index.android.bundle').gaps).toEqual([
    {
      stage: 'script',
      file: 'index.android.bundle',
      code: 'unsupported',
      detail:
        'Hermes bytecode version 120 is not decoded, only its names are looked at: unknown bytecode version 120 at offset 8',
      material: true,
    },
  ]);
});
