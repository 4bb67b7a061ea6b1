import { expect, test } from 'vitest';
import { loadCatalogue, loadLexicon } from '../../analyzers/catalogue/load.ts';
import { compileLexicon, inLanguage } from '../../analyzers/policy/lexicon.ts';
import { packLexicon, unpackLexicon } from '../../analyzers/policy/packed-lexicon.ts';
import { scan } from '../../analyzers/policy/scan.ts';

const catalogue = loadCatalogue();
const compiled = compileLexicon(catalogue);
const packed = loadLexicon(catalogue);
if (packed === null) throw new Error('the package has no lexicon');
const unpacked = unpackLexicon(packed, catalogue);

test('the lexicon of the build is the one of its catalogue', () => {
  expect(packed).toEqual(packLexicon(compiled, catalogue));
});

test('what is unpacked means the same, entry by entry and in both languages', () => {
  expect(compiled.entries.length).toBeGreaterThan(5_000);
  for (const language of ['zh', 'en'] as const) {
    const [wanted, found] = [inLanguage(compiled, language), inLanguage(unpacked, language)];
    const positions = [...compiled.entries.keys(), compiled.entries.length];
    expect(positions.map((position) => found.entry(position))).toEqual(
      positions.map((position) => wanted.entry(position)),
    );
  }
  expect([...unpacked.byLanguage]).toEqual([...compiled.byLanguage]);
});

test('it finds the same in a text', () => {
  const text = '我们会收集您的IMEI、Android ID，友盟SDK收集设备信息。We collect your location and contacts.';
  const found = scan(unpacked, text);
  expect(found).toEqual(scan(compiled, text));
  expect(found.data.map(({ phrase }) => phrase)).toContain('imei');
});

test('a catalogue of somebody else has no lexicon of ours', () => {
  expect(loadLexicon({ ...catalogue })).toBeNull();
});
