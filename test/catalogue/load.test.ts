import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { loadCatalogue } from '../../analyzers/catalogue/load.ts';
import { shippedSignatures } from '../../analyzers/catalogue/own-signatures.ts';

test('the catalogue that is read section by section is the one that was compiled, and valid JSON', () => {
  const loaded = loadCatalogue();
  const sections = Object.keys(loaded);
  const whole = JSON.parse(readFileSync(fileURLToPath(new URL('../../dist/catalogue.json', import.meta.url)), 'utf8'));
  expect(sections).toEqual(Object.keys(whole));
  expect({ ...loaded }).toEqual(whole);
  const { digest: _digest, ...compiled } = compileCatalogue(shippedSignatures());
  expect({ ...loaded }).toMatchObject(compiled);
});

test('a section is parsed once', () => {
  const loaded = loadCatalogue();
  expect(loaded.sdks).toBe(loaded.sdks);
  expect(structuredClone(loaded).packers).toEqual(loaded.packers);
});
