import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { resolveText } from '../../analyzers/formats/arsc-resolve.ts';
import { readAxml } from '../../analyzers/formats/axml.ts';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { readProtobufResources } from '../../analyzers/formats/protobuf-resources.ts';
import { readProtobufXml } from '../../analyzers/formats/protobuf-xml.ts';
import { childElements, textContent, type XmlElement } from '../../analyzers/formats/xml.ts';
import { join } from './axml-writer.ts';
import { bytes, float, message, number } from './protobuf-writer.ts';

const fixture = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../extract/manifest/fixtures/${path}`, import.meta.url)));

/** Names, ids and literal values of a tree; references by id alone, white space left out. */
function outline(element: XmlElement): unknown {
  return {
    name: element.name,
    namespace: element.namespace,
    attributes: element.attributes
      .map(({ namespace, name, resourceId, value }) => ({
        namespace,
        name,
        resourceId,
        value: value.kind === 'reference' ? { id: value.id } : value,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    children: childElements(element).map(outline),
  };
}

test('aapt2 writes the same manifest in both encodings', () => {
  const binary = readAxml(fixture('aapt2-sparse/AndroidManifest.xml')).root;
  const protobuf = readProtobufXml(fixture('aapt2-proto/AndroidManifest.xml'));
  expect(outline(protobuf)).toEqual(outline(binary));
  expect(childElements(protobuf)).toHaveLength(10);
});

test('reads every kind of compiled item', () => {
  const items: [Uint8Array, unknown][] = [
    [message(1, number(2, 0x7f010000), bytes(3, 'string/a')), { kind: 'reference', id: 0x7f010000, name: 'string/a' }],
    [message(1, number(1, 1), bytes(3, 'attr/a')), { kind: 'other', text: '?attr/a' }],
    [message(2, bytes(1, 'text')), { kind: 'string', value: 'text' }],
    [message(3, bytes(1, 'raw')), { kind: 'string', value: 'raw' }],
    [message(4, bytes(1, 'styled'), message(2, bytes(1, 'b'))), { kind: 'string', value: 'styled' }],
    [message(5, bytes(1, 'res/xml/a.xml')), { kind: 'string', value: 'res/xml/a.xml' }],
    [message(7, float(3, 0.5)), { kind: 'float', value: 0.5 }],
    [message(7, number(6, -3)), { kind: 'integer', value: -3, hex: false }],
    [message(7, number(7, 0x10)), { kind: 'integer', value: 16, hex: true }],
    [message(7, number(8, 1)), { kind: 'boolean', value: true }],
    [message(7, number(9, 0x80ff0000)), { kind: 'other', text: '#80ff0000' }],
    [message(7, number(13, 0x00000c01)), { kind: 'other', text: '12dp' }],
    [message(7, bytes(1, '')), { kind: 'string', value: '' }],
  ];
  const attributes = items.map(([item]) => message(4, bytes(2, 'a'), bytes(3, 'plain'), message(6, item)));
  const root = readProtobufXml(message(1, bytes(3, 'manifest'), ...attributes, message(4, bytes(3, 'plain'))));
  expect(root.attributes.map(({ value }) => value)).toEqual([
    ...items.map(([, value]) => value),
    { kind: 'string', value: 'plain' },
  ]);
});

test('keeps text and the line numbers', () => {
  const child = message(5, message(1, bytes(3, 'b')), message(3, number(1, 12)));
  const root = readProtobufXml(
    join(
      message(1, bytes(3, 'a'), message(5, bytes(2, 'x ')), child, message(5, bytes(2, 'y'))),
      message(3, number(1, 2)),
    ),
  );
  expect(root.line).toBe(2);
  expect(childElements(root)[0]?.line).toBe(12);
  expect(textContent(root)).toBe('x y');
});

test('nests 2,000 deep without recursion', () => {
  let node = message(1, bytes(3, 'leaf'));
  for (let i = 0; i < 2000; i++) node = message(1, bytes(3, 'a'), bytes(5, node));
  let depth = 0;
  for (let at: XmlElement | undefined = readProtobufXml(node); at !== undefined; at = childElements(at)[0]) depth++;
  expect(depth).toBe(2001);
});

test('refuses more elements than can be held', () => {
  const empty = Buffer.from(message(5, bytes(1, '')));
  const many = Buffer.alloc(empty.length * 2_100_000, empty);
  expect(() => readProtobufXml(bytes(1, many))).toThrow('more than 2000000 elements and attributes');
});

test('refuses what is no element', () => {
  expect(() => readProtobufXml(new Uint8Array())).toThrow(MalformedError);
  expect(() => readProtobufXml(bytes(2, 'text'))).toThrow('protocol buffer without a root element');
});

test('resolves resources.pb by id and by name', () => {
  const resources = readProtobufResources(fixture('aapt2-proto/resources.pb'));
  const text = (id: number, name: string | null): string | null =>
    resolveText(resources, { kind: 'reference', id, name });
  expect(text(0, 'string/app_name')).toBe("Fixture App & Co's");
  expect(text(0, 'string/main')).toBe('Main since Oreo');
  expect(text(0, 'string/channel')).toBe('应用宝');
  expect(text(0, 'bool/flag')).toBe('false');
  expect(text(0, 'xml/paths')).toBe('res/xml/paths.xml');
  expect(text(0, 'string/none')).toBeNull();
  expect(text(0x7f999999, 'string/app_name')).toBeNull();
});

test('packs resource ids out of their three parts, and reads configurations', () => {
  const value = (text: string, ...config: Uint8Array[]): Uint8Array =>
    message(6, message(1, ...config), message(2, message(4, message(2, bytes(1, text)))));
  const entry = message(
    3,
    message(1, number(1, 0x203)),
    bytes(2, 'name'),
    value('landscape', number(15, 2)),
    value('night', number(17, 1)),
    value('Deutsch', bytes(3, 'de')),
    value('wide', number(7, 600)),
    value('default'),
  );
  const type = message(3, message(1, number(1, 2)), bytes(2, 'string'), entry);
  const resources = readProtobufResources(message(2, message(1, number(1, 0x7f)), bytes(2, 'a.b'), type));
  expect(resolveText(resources, { kind: 'reference', id: 0x7f020203, name: null })).toBe('default');
});
