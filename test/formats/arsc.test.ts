import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readArsc } from '../../analyzers/formats/arsc.ts';
import { joinTables, type ResourceTable, resolveText } from '../../analyzers/formats/arsc-resolve.ts';
import { readAxml } from '../../analyzers/formats/axml.ts';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { childElements, findAttribute, type XmlElement } from '../../analyzers/formats/xml.ts';
import { config, table } from './arsc-writer.ts';
import { chunk, words } from './axml-writer.ts';

const REFERENCE = 0x01;
const STRING = 0x03;
const INTEGER = 0x10;

const fixture = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../extract/manifest/fixtures/${path}`, import.meta.url)));

const text = (resources: ResourceTable, id: number): string | null =>
  resolveText(resources, { kind: 'reference', id, name: null });

function metaData(application: XmlElement, name: string): XmlElement | undefined {
  return childElements(application, 'meta-data').find((element) => {
    const value = findAttribute(element, 0x01010003, '', 'name')?.value;
    return value?.kind === 'string' && value.value === name;
  });
}

test.each(['aapt-utf8', 'aapt-utf16', 'aapt2-sparse'])('resolves what %s refers to', (folder) => {
  const resources = readArsc(fixture(`${folder}/resources.arsc`));
  const application = childElements(readAxml(fixture(`${folder}/AndroidManifest.xml`)).root, 'application')[0];
  if (application === undefined) throw new Error('fixture without application');
  const value = (name: string, id: number): string | null => {
    const element = metaData(application, name);
    const found = element && findAttribute(element, id, '', '')?.value;
    return found === undefined ? null : resolveText(resources, found);
  };
  const label = findAttribute(application, 0x01010001, '', 'label')?.value;
  expect(label && resolveText(resources, label)).toBe("Fixture App & Co's");
  expect(value('EMOJI', 0x01010024)).toBe('😀 灯');
  expect(value('FLAG', 0x01010024)).toBe('false');
  expect(value('PATHS', 0x01010025)).toBe('res/xml/paths.xml');
  // Only localised: zh comes before zh-TW.
  expect(value('UMENG_CHANNEL', 0x01010024)).toBe('应用宝');
  expect(value('FOREIGN', 0x01010024)).toBeNull();
});

test('aapt2 wrote sparse entries into the fixture', () => {
  const bytes = fixture('aapt2-sparse/resources.arsc');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags: number[] = [];
  for (let at = 0; at + 12 <= bytes.length; at += 4) {
    if (view.getUint32(at, true) === 0x00540201) flags.push(view.getUint8(at + 9));
  }
  expect(flags).toContain(1);
});

test.each([
  ['dense', false],
  ['offset16', false],
  ['sparse', false],
  ['dense', true],
  ['offset16', true],
  ['sparse', true],
] as const)('reads %s tables, compact entries %s', (encoding, compact) => {
  const entries = [
    null,
    { type: STRING, data: 1 },
    null,
    { type: INTEGER, data: -5 },
    { type: REFERENCE, data: 0x7f010001 },
  ];
  const resources = readArsc(table(['no', 'yes'], [{ config: config(), encoding, compact, entries }]));
  expect([0, 1, 2, 3, 4, 5].map((entry) => text(resources, 0x7f010000 + entry))).toEqual([
    null,
    'yes',
    null,
    '-5',
    'yes',
    null,
  ]);
});

test('gives up on references in a circle and on those to bags', () => {
  const entries = [{ type: REFERENCE, data: 0x7f010001 }, { type: REFERENCE, data: 0x7f010000 }, 'complex'] as const;
  const resources = readArsc(table([], [{ config: config(), encoding: 'dense', entries: [...entries] }]));
  expect([0, 1, 2].map((entry) => text(resources, 0x7f010000 + entry))).toEqual([null, null, null]);
});

test('makes twenty look-ups and no more', () => {
  const entries = Array.from({ length: 30 }, (_, i) => ({ type: REFERENCE, data: 0x7f010001 + i }));
  const resources = readArsc(
    table(['end'], [{ config: config(), encoding: 'dense', entries: [...entries, { type: STRING, data: 0 }] }]),
  );
  expect(text(resources, 0x7f010000 + 11)).toBe('end');
  expect(text(resources, 0x7f010000 + 10)).toBeNull();
});

/** A resource with one value per configuration, the value being the position in the list. */
function chosen(...configs: Uint8Array[]): string | null {
  const written = configs.map((configuration, index) => ({
    config: configuration,
    encoding: 'dense' as const,
    entries: [{ type: INTEGER, data: index }],
  }));
  return text(readArsc(table([], written)), 0x7f010000);
}

test.each([
  ['the default before a language', [config({ locale: 'zh' }), config()], '1'],
  ['the newest platform', [config(), config({ sdk: 21 }), config({ sdk: 26 }), config({ sdk: 9 })], '2'],
  [
    'the language that is first in the alphabet',
    [config({ locale: 'zh' }), config({ locale: 'de-AT' }), config({ locale: 'de' })],
    '2',
  ],
  ['portrait, not landscape', [config(), config({ orientation: 2 }), config({ orientation: 1 })], '2'],
  ['a screen that a phone has', [config({ sw: 320 }), config({ sw: 600 }), config({ w: 480 })], '0'],
  ['the normal size before any, and never a large one', [config(), config({ layout: 3 }), config({ layout: 2 })], '2'],
  [
    'medium density before low and high',
    [config({ density: 240 }), config({ density: 160 }), config({ density: 120 })],
    '1',
  ],
  [
    'medium density where it is spelled out, whatever the platform',
    [config({ sdk: 21 }), config({ density: 160 })],
    '1',
  ],
  ['no night, no network of one country', [config({ night: 0x20 }), config({ mcc: 460 }), config()], '2'],
  ['what there is when nothing fits', [config({ night: 0x20 }), config({ orientation: 2 })], '0'],
])('picks %s', (_, configs, expected) => {
  expect(chosen(...configs)).toBe(expected);
});

test('looks in all joined tables, in their order', () => {
  const one = readArsc(table(['one'], [{ config: config(), encoding: 'dense', entries: [{ type: STRING, data: 0 }] }]));
  const two = readArsc(
    table(
      ['two', 'only'],
      [
        {
          config: config(),
          encoding: 'dense',
          entries: [
            { type: STRING, data: 0 },
            { type: STRING, data: 1 },
          ],
        },
      ],
    ),
  );
  const joined = joinTables([one, two]);
  expect([text(joined, 0x7f010000), text(joined, 0x7f010001)]).toEqual(['one', 'only']);
});

test('maps staged ids to the final ones', () => {
  const alias = chunk(0x0206, words(1), words(0x7fff0000, 0x7f010000));
  const resources = readArsc(
    table(['staged'], [{ config: config(), encoding: 'dense', entries: [{ type: STRING, data: 0 }] }], alias),
  );
  expect(text(resources, 0x7fff0000)).toBe('staged');
});

test('believes no count and no offset', () => {
  const bytes = table(['x'], [{ config: config(), encoding: 'dense', entries: [{ type: STRING, data: 0 }] }]);
  const at = bytes.length - 16 - 4 - 84;
  const view = new DataView(bytes.buffer);
  expect(view.getUint16(at, true)).toBe(0x0201);
  view.setUint32(at + 12, 0xffffffff, true);
  const resources = readArsc(bytes);
  expect(text(resources, 0x7f010000)).toBe('x');
  expect(text(resources, 0x7f01ffff)).toBeNull();
  view.setUint32(at + 16, 0xfffffff0, true);
  expect(text(readArsc(bytes), 0x7f010000)).toBeNull();
});

test('says that bytes are no resource table', () => {
  expect(() => readArsc(new Uint8Array(4))).toThrow(new MalformedError('resource table is shorter than its header'));
  expect(() => readArsc(new Uint8Array(100))).toThrow(MalformedError);
});
