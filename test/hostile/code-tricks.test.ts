import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scan } from '../../analyzers/index.ts';
import { htmlPage } from '../../cli/reports/html/html.ts';
import { markdown } from '../../cli/reports/markdown/markdown.ts';
import { USUAL_COLUMNS } from '../../cli/reports/style.ts';
import { scanText } from '../../cli/reports/text/scan.ts';
import { resourceMap } from '../formats/axml-writer.ts';
import { buildDex, withSums } from '../formats/dex/dex-builder.ts';
import { validatorFor } from '../report-schema.ts';
import { apk, changed, contentsOf, realParts, without } from './apk-parts.ts';
import {
  attributesOf,
  chunksOf,
  END_ELEMENT,
  edited,
  inserted,
  mappedNames,
  removed,
  STRING_POOL,
} from './axml-edit.ts';
import { anywhere, judge, written } from './judged.ts';

const parts = realParts('io.appium.settings/apks/settings_apk-debug.apk');
const plain = await judge(apk(parts));
const manifest = contentsOf(parts, 'AndroidManifest.xml');
const table = contentsOf(parts, 'resources.arsc');
const code = contentsOf(parts, 'classes3.dex');
const withManifest = (bytes: Buffer) => apk(changed(parts, /^AndroidManifest\.xml$/, () => ({ contents: bytes })));
const withTable = (bytes: Buffer) => apk(changed(parts, /^resources\.arsc$/, () => ({ contents: bytes })));
const withCode = (bytes: Uint8Array) =>
  apk(changed(parts, /^classes3\.dex$/, () => ({ contents: Buffer.from(bytes) })));

const UNKNOWN = Buffer.from([0x99, 0x09, 8, 0, 12, 0, 0, 0, 1, 2, 3, 4]);
const pool = chunksOf(manifest).find(({ type }) => type === STRING_POOL) ?? { offset: 0, size: 0 };
const firstNode = chunksOf(manifest).find(({ type }) => type === 0x0100)?.offset ?? 0;
const lastEnd = chunksOf(manifest)
  .filter(({ type }) => type === END_ELEMENT)
  .at(-1);
const names = mappedNames(manifest);
/** Attributes whose namespace is taken away; the id stays. */
function withoutNamespaces(bytes: Buffer): Buffer {
  return edited(bytes, (copy) => {
    for (const { offset, name } of attributesOf(copy)) {
      if (name < names.length) copy.writeUInt32LE(0xffffffff, offset);
    }
  });
}

/** Names of attributes with an id, made empty in the string pool: in either encoding the length comes first. */
function blankNames(bytes: Buffer): Buffer {
  return edited(bytes, (copy) => {
    for (const { string } of names) copy.writeUInt16LE(0, string);
  });
}

/** Every attribute made four bytes longer. */
function longerAttributes(bytes: Buffer): Buffer {
  let whole = bytes;
  for (const { offset, headerSize, type } of chunksOf(bytes).reverse()) {
    if (type !== 0x0102) continue;
    const extension = offset + headerSize;
    const count = whole.readUInt16LE(extension + 12);
    const start = extension + whole.readUInt16LE(extension + 8);
    for (let i = count; i > 0; i--) whole = inserted(whole, start + i * 20, Buffer.alloc(4));
    whole.writeUInt16LE(24, extension + 10);
    whole.writeUInt32LE(whole.readUInt32LE(offset + 4) + 4 * count, offset + 4);
  }
  return whole;
}

const tricks: [string, () => Buffer, string[]][] = [
  [
    'another file type',
    () => withManifest(edited(manifest, (copy) => copy.writeUInt16LE(0, 0))),
    ['axml/file-header AndroidManifest.xml'],
  ],
  [
    'a larger file header',
    () => withManifest(edited(inserted(manifest, 8, Buffer.alloc(8)), (copy) => copy.writeUInt16LE(16, 2))),
    ['axml/file-header AndroidManifest.xml'],
  ],
  [
    'bytes behind the document',
    () => withManifest(Buffer.concat([manifest, Buffer.alloc(64, 1)])),
    ['axml/file-header AndroidManifest.xml'],
  ],
  [
    'an unknown chunk before the nodes',
    () => withManifest(inserted(manifest, firstNode, UNKNOWN)),
    ['axml/unknown-chunk AndroidManifest.xml'],
  ],
  [
    'a resource map among the nodes',
    () => withManifest(inserted(manifest, lastEnd?.offset ?? 0, Buffer.from(resourceMap(1, 2, 3)))),
    [],
  ],
  [
    'a string count that lies',
    () => withManifest(edited(manifest, (copy) => copy.writeUInt32LE(0x7fffffff, pool.offset + 8))),
    ['axml/string-pool AndroidManifest.xml'],
  ],
  [
    'attribute names that are blank',
    () => withManifest(blankNames(manifest)),
    ['axml/attribute-name AndroidManifest.xml'],
  ],
  [
    'attributes without their namespace',
    () => withManifest(withoutNamespaces(manifest)),
    ['axml/namespace AndroidManifest.xml'],
  ],
  ['longer attributes', () => withManifest(longerAttributes(manifest)), ['axml/attribute-size AndroidManifest.xml']],
  [
    'end tags that are missing',
    () => withManifest(removed(manifest, lastEnd?.offset ?? 0, lastEnd?.size ?? 0)),
    ['axml/unclosed-elements AndroidManifest.xml'],
  ],
  [
    'a resource table with a larger header',
    () => withTable(edited(inserted(table, 12, Buffer.alloc(4)), (copy) => copy.writeUInt16LE(16, 2))),
    ['arsc/file-header resources.arsc'],
  ],
  [
    'an unknown chunk in the resource table',
    () => withTable(inserted(table, 12, UNKNOWN)),
    ['arsc/unknown-chunk resources.arsc'],
  ],
  [
    'a wrong DEX checksum',
    () => withCode(edited(code, (copy) => copy.writeUInt32LE(1, 8))),
    ['dex/checksum classes3.dex'],
  ],
  [
    'a wrong DEX signature',
    () => withCode(edited(code, (copy) => copy.fill(7, 12, 32))),
    ['dex/checksum classes3.dex', 'dex/signature classes3.dex'],
  ],
  [
    'a DEX header that states nonsense',
    () => withCode(withSums(new Uint8Array(edited(code, (copy) => copy.writeUInt32LE(0x1234, 0x24))))),
    ['dex/header classes3.dex'],
  ],
  [
    'data behind a DEX file',
    () => withCode(Buffer.concat([code, Buffer.alloc(1000, 3)])),
    ['dex/trailing-data classes3.dex'],
  ],
  [
    'a text that poses as DEX in the assets',
    () => apk([...parts, { name: 'assets/a.dex', contents: Buffer.from('not code') }]),
    ['dex/decoy assets/a.dex'],
  ],
];

test.each(tricks)('%s: told, and nothing else changes', async (_, make, expected) => {
  const { tricks: told, facts, gaps, head } = await judge(make());
  expect(told).toEqual(expected);
  expect(facts).toEqual(plain.facts);
  expect(head).toEqual(plain.head);
  expect(gaps.filter(({ material }) => material)).toEqual([]);
});

/** Code that was moved: the same facts, wherever they stand. */
const moved: [string, () => Buffer, string[]][] = [
  [
    'DEX files with gaps in their numbers',
    () => apk(changed(parts, /^classes9\.dex$/, () => ({ name: 'classes99.dex' }))),
    ['dex/numbering-gap classes99.dex'],
  ],
  [
    'a DEX file behind another',
    () =>
      apk(
        changed(without(parts, /^classes9\.dex$/), /^classes8\.dex$/, ({ contents }) => ({
          contents: Buffer.concat([contents, contentsOf(parts, 'classes9.dex')]),
        })),
      ),
    ['dex/second-file classes8.dex'],
  ],
  [
    'a DEX file under another name',
    () => apk(changed(parts, /^classes9\.dex$/, () => ({ name: 'assets/picture.png' }))),
    ['dex/disguised assets/picture.png'],
  ],
  [
    'a DEX file behind a picture',
    () =>
      apk([
        ...without(parts, /^classes9\.dex$/),
        {
          name: 'res/drawable/p.png',
          method: 0,
          contents: Buffer.concat([
            Buffer.from('89504e470d0a1a0a', 'hex'),
            Buffer.alloc(500),
            contentsOf(parts, 'classes9.dex'),
          ]),
        },
      ]),
    ['dex/disguised res/drawable/p.png!508.dex'],
  ],
];

test.each(moved)('%s: told, and read where it lies', async (_, make, expected) => {
  const { tricks: told, facts, gaps } = await judge(make());
  expect(told).toEqual(expected);
  expect(anywhere(facts)).toEqual(anywhere(plain.facts));
  expect(gaps.filter(({ material }) => material)).toEqual([]);
});

const CALL: [string, string] = ['Landroid/telephony/TelephonyManager;', 'getDeviceId'];
const RETURN = 0x000e;
/** A DEX file beside the others, with one call in it. */
const beside = (classes: Parameters<typeof buildDex>[0], options = {}) =>
  apk([
    ...parts,
    { name: 'classes10.dex', contents: Buffer.from(buildDex(classes, { references: [CALL], ...options })) },
  ]);
const caller = (name: string, superclass?: string, registers = 1) => ({
  name,
  ...(superclass === undefined ? {} : { superclass }),
  methods: [
    {
      name: 'm',
      registers,
      code: (ids: { method(owner: string, name: string): number }) => [0x0071, ids.method(...CALL), 0, RETURN],
    },
  ],
});

test.each<[string, () => Buffer, string[]]>([
  [
    'invalid instructions where no path leads',
    () =>
      beside([
        {
          name: 'La/A;',
          methods: [{ name: 'm', code: (ids) => [0x0071, ids.method(...CALL), 0, RETURN, 0x0040, 0x0073] }],
        },
      ]),
    ['dex/invalid-code classes10.dex'],
  ],
  [
    'classes in a circle',
    () => beside([caller('La/A;', 'La/B;'), { name: 'La/B;', superclass: 'La/A;', methods: [] }]),
    ['dex/circular-hierarchy classes10.dex'],
  ],
  ['a class that extends itself', () => beside([caller('La/A;', 'La/A;')]), ['dex/circular-hierarchy classes10.dex']],
  [
    'a name of 60,000 characters',
    () => beside([caller(`La/${'n'.repeat(60_000)};`)]),
    ['dex/misleading-name classes10.dex'],
  ],
  ['a name written from right to left', () => beside([caller('La/\u202eA;')]), ['dex/misleading-name classes10.dex']],
  ['65,535 registers', () => beside([caller('La/A;', undefined, 65_535)]), []],
  [
    'names that differ in case only, and reserved words',
    () => beside([caller('La/con;'), { name: 'La/CON;', methods: [] }, { name: 'La/class;', methods: [] }]),
    [],
  ],
  ['a container of version 041', () => beside([caller('La/A;')], { version: '041' }), []],
])('%s: told, and the code is read', async (_, make, expected) => {
  const { tricks: told, facts, gaps } = await judge(make());
  expect(told).toEqual(expected);
  expect(facts.filter(({ at }) => at.file === 'classes10.dex').map(({ value }) => value)).toEqual([
    'android.telephony.TelephonyManager.getDeviceId',
  ]);
  const found = new Set(anywhere(facts));
  expect(anywhere(plain.facts).filter((fact) => !found.has(fact))).toEqual([]);
  expect(gaps.filter(({ material }) => material)).toEqual([]);
});

test('compact DEX is code that is not read: a gap that counts', async () => {
  const compact = Buffer.concat([Buffer.from('cdex001\0', 'latin1'), code.subarray(8)]);
  const { gaps } = await judge(apk([...parts, { name: 'classes10.dex', contents: compact }]));
  expect(gaps).toContainEqual(expect.objectContaining({ file: 'classes10.dex', code: 'unsupported', material: true }));
});

test('native libraries without section headers, or packed: told, and still read', async () => {
  const library = readFileSync(new URL('../extract/native/fixtures/libprobe.so', import.meta.url));
  const withLibrary = (bytes: Buffer) => judge(apk([...parts, { name: 'lib/x86_64/libprobe.so', contents: bytes }]));
  const stock = await withLibrary(library);
  expect(stock.tricks).toEqual([]);
  const bare = await withLibrary(edited(library, (copy) => copy.fill(0, 40, 48)));
  expect(bare.tricks).toEqual(['elf/section-headers lib/x86_64/libprobe.so']);
  expect(anywhere(bare.facts)).toEqual(anywhere(stock.facts));
  // The header that UPX leaves behind the program headers.
  const packed = await withLibrary(edited(library, (copy) => void copy.write('UPX!', 0x200, 'latin1')));
  expect(packed.tricks).toContain('elf/packed lib/x86_64/libprobe.so');
});

test('the report lists the tricks, in every form a person reads', async () => {
  const path = written('tricked.apk', withManifest(Buffer.concat([manifest, Buffer.alloc(64, 1)])));
  const report = await scan(path, { jobs: 1 });
  const validate = validatorFor('report');
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(report.antiAnalysis?.map(({ trick, at }) => [trick, at.file])).toEqual([
    ['axml/file-header', 'AndroidManifest.xml'],
  ]);
  for (const [language, words] of [
    ['zh', '清单文件头异常'],
    ['en', 'odd header of the manifest'],
  ] as const) {
    const style = { language, colour: false, detail: 'usual', columns: USUAL_COLUMNS } as const;
    for (const render of [scanText, htmlPage, markdown]) expect(render(report, style)).toContain(words);
  }
});
