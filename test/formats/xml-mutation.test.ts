import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArsc } from '../../analyzers/formats/arsc.ts';
import { type ResourceTable, resolveText } from '../../analyzers/formats/arsc-resolve.ts';
import { readAxml } from '../../analyzers/formats/axml.ts';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { readProtobufResources } from '../../analyzers/formats/protobuf-resources.ts';
import { readProtobufXml } from '../../analyzers/formats/protobuf-xml.ts';
import { readTextXml } from '../../analyzers/formats/text-xml.ts';
import { textContent } from '../../analyzers/formats/xml.ts';

const fixture = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../extract/manifest/fixtures/${path}`, import.meta.url)));

function resolveMany(resources: ResourceTable): void {
  for (let id = 0x7f010000; id <= 0x7f050000; id += 0x10000) {
    for (let entry = 0; entry < 8; entry++) resolveText(resources, { kind: 'reference', id: id + entry, name: null });
  }
  resolveText(resources, { kind: 'reference', id: 0, name: 'string/app_name' });
}

const READERS: [string, string, (bytes: Uint8Array) => unknown][] = [
  ['binary XML, UTF-16', 'aapt-utf16/AndroidManifest.xml', (bytes) => textContent(readAxml(bytes).root)],
  ['binary XML, UTF-8', 'aapt-utf8/res/xml/paths.xml', (bytes) => textContent(readAxml(bytes).root)],
  ['resource table, UTF-8', 'aapt-utf8/resources.arsc', (bytes) => resolveMany(readArsc(bytes))],
  ['resource table, sparse', 'aapt2-sparse/resources.arsc', (bytes) => resolveMany(readArsc(bytes))],
  ['resource table, UTF-16', 'aapt-utf16/resources.arsc', (bytes) => resolveMany(readArsc(bytes))],
  ['protocol buffer XML', 'aapt2-proto/AndroidManifest.xml', (bytes) => textContent(readProtobufXml(bytes))],
  ['protocol buffer resources', 'aapt2-proto/resources.pb', (bytes) => resolveMany(readProtobufResources(bytes))],
  ['text XML', 'source/AndroidManifest.xml', (bytes) => textContent(readTextXml(bytes))],
];

/** Bytes that readers trip over more often than over random ones. */
const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x3c, 0x3e, 0x22, 0x26));

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), value: byte }),
  fc.record({
    kind: fc.constant('word' as const),
    at: fc.nat(),
    value: fc.constantFrom(0, 1, 4, 0x7fffffff, 0xffffffff),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.nat(64) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), value: fc.nat(256) }),
);

function mutate(
  bytes: Uint8Array,
  steps: { kind: 'set' | 'word' | 'cut' | 'repeat'; at: number; value: number }[],
): Uint8Array {
  let result = Buffer.from(bytes);
  for (const { kind, at, value } of steps) {
    if (result.length < 4) break;
    const offset = at % result.length;
    if (kind === 'set') result[offset] = value;
    else if (kind === 'word') result.writeUInt32LE(value, Math.min(offset, result.length - 4) & ~3);
    else if (kind === 'cut') result = Buffer.concat([result.subarray(0, offset), result.subarray(offset + value)]);
    else result = Buffer.concat([result.subarray(0, offset + value), result.subarray(offset)]);
  }
  return new Uint8Array(result);
}

test.each(READERS)('%s: any change of bytes gives a result or a MalformedError', (_, path, read) => {
  const bytes = fixture(path);
  let readable = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (steps) => {
      const started = performance.now();
      try {
        read(mutate(bytes, steps));
        readable++;
      } catch (error) {
        if (!(error instanceof MalformedError)) throw error;
        refused++;
      }
      expect(performance.now() - started).toBeLessThan(2000);
    }),
    { numRuns: 600, seed: 20250 },
  );
  // Both outcomes occur, so that neither is unreachable.
  expect(readable).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

test.each(READERS)('%s: arbitrary bytes give a result or a MalformedError', (_, _path, read) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        read(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
      }
    }),
    { numRuns: 300, seed: 20251 },
  );
});
