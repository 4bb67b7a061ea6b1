import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../../analyzers/catalogue/compile.ts';
import { compileDexWatch, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import { ClassDataReader } from '../../../analyzers/formats/dex/class-data.ts';
import { CodeItem } from '../../../analyzers/formats/dex/code-item.ts';
import { readDexContainer } from '../../../analyzers/formats/dex/container.ts';
import { readZip } from '../../../analyzers/formats/zip.ts';
import { readSignatureFiles } from '../../signatures/signature-files.ts';

const watch = compileDexWatch(compileCatalogue(readSignatureFiles()));
const apk = readFileSync(new URL('../../reach-apps/idioms.apk', import.meta.url));
const dex = readZip(apk).entries.find(({ path }) => path === 'classes.dex');
const bytes = new Uint8Array(dex?.read() ?? []);

/** The file with the instructions of the first methods, that have room for it, overwritten: units, then zeros. */
function emptied(count: number, units: readonly number[]): Uint8Array {
  const copy = new Uint8Array(bytes);
  let left = count;
  for (const file of readDexContainer(copy).files) {
    const data = new ClassDataReader(copy);
    const code = new CodeItem(copy);
    for (let def = 0; def < file.classCount; def++) {
      if (file.classDataOffset(def) === 0) continue;
      data.open(file.classDataOffset(def));
      while (data.nextField());
      while (data.nextMethod()) {
        if (data.codeOffset === 0) continue;
        code.open(data.codeOffset);
        if (code.outs === 0 || code.insnsSize <= units.length || code.tryCount > 0 || left-- <= 0) continue;
        copy.fill(0, code.insnsOffset, code.insnsOffset + 2 * code.insnsSize);
        units.forEach((unit, i) => {
          copy[code.insnsOffset + 2 * i] = unit & 0xff;
          copy[code.insnsOffset + 2 * i + 1] = unit >> 8;
        });
      }
    }
  }
  return copy;
}

function takenOut(file: Uint8Array): string[] {
  const { gaps } = extractDex('classes.dex', file, watch);
  return gaps.filter(({ code, material }) => code === 'packed' && material).map(({ detail }) => detail);
}

const RETURN_VOID = 0x000e;
const CONST_4_0 = 0x0012;
const THROW_0 = 0x0027;

test('a whole app has no methods without their code', () => {
  expect(takenOut(bytes)).toEqual([]);
});

test.each([
  ['zeros', []],
  ['a return', [RETURN_VOID]],
  ['throwing null', [CONST_4_0, THROW_0]],
])('methods filled up with %s are a gap', (_, units) => {
  expect(takenOut(emptied(30, units))).toEqual([
    expect.stringMatching(/^30 of \d+ methods have had their code taken out/),
  ]);
});

test('a few are no sign of a packer', () => {
  expect(takenOut(emptied(5, [RETURN_VOID]))).toEqual([]);
});
