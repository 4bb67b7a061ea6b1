import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BINARY_FORMATS } from './binary-formats.ts';
import { caseOf, type FuzzedFormat } from './format.ts';
import { mutated } from './mutate.ts';
import { Random, seedOf } from './random.ts';
import { TEXT_FORMATS } from './text-formats.ts';

const FORMATS = [...BINARY_FORMATS, ...TEXT_FORMATS].map((format): [string, FuzzedFormat] => [format.name, format]);
/** Scripts and reports take a hundred times as long as the others. */
const CASES: Record<string, number> = { pdf: 40, js: 25, report: 8, 'policy-text': 60, html: 60 };
const SEED = 20_26;

test.each(FORMATS)('%s: mutated and generated inputs are read or refused', async (name, format) => {
  const count = CASES[name] ?? 150;
  for (let index = 0; index < count; index++) {
    await format.run(caseOf(format, new Random(seedOf(SEED, name, index)), mutated));
  }
  for (const seed of format.seeds) await format.run(seed);
});

test('a case depends on its seed alone', () => {
  for (const [name, format] of FORMATS) {
    const make = () => caseOf(format, new Random(seedOf(7, name, 3)), mutated);
    expect(make().equals(make())).toBe(true);
  }
});

/** What the fuzzers once found, `<format>-<what it was>`; each is mended. */
const FOUND = new URL('found/', import.meta.url);

test.each(readdirSync(FOUND).sort())('found by fuzzing: %s', async (file) => {
  const format = FORMATS.find(([name]) => file.startsWith(`${name}-`))?.[1];
  const begun = performance.now();
  await format?.run(readFileSync(new URL(file, FOUND)));
  expect(format).toBeDefined();
  expect(performance.now() - begun).toBeLessThan(20_000);
});
