import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readZip, ZipError } from '../../../analyzers/formats/zip.ts';
import { makeArchive } from './handmade-archive.ts';

const APK = readFileSync(new URL('../../unpack/fixtures/minimal.apk', import.meta.url));
const LIMITS = { maxEntries: 1000, maxEntrySize: 1 << 20, maxRatio: 1_100, maxTotalSize: 1 << 22 };

const STREAMED = makeArchive(
  Array.from({ length: 5 }, (_, i) => ({
    name: `f${i}`,
    contents: Buffer.alloc(200, `contents ${i}`),
    descriptor: true,
  })),
  { zip64: true },
);

/** Reads everything that can be read. @returns entries read; throws whatever is not the reader's own error */
function readAll(bytes: Uint8Array): number {
  let read = 0;
  try {
    for (const entry of readZip(bytes, LIMITS).entries) {
      try {
        const contents = entry.read();
        expect(contents.length).toBeLessThanOrEqual(LIMITS.maxEntrySize);
        entry.verify(contents);
        read++;
      } catch (error) {
        if (!(error instanceof ZipError)) throw error;
      }
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
  }
  return read;
}

/** Where headers stand, so that mutations hit structure more often than data. */
function structureOffsets(bytes: Buffer): number[] {
  const offsets: number[] = [];
  for (let at = bytes.indexOf('PK'); at >= 0; at = bytes.indexOf('PK', at + 1)) {
    for (let i = 0; i < 46 && at + i < bytes.length; i++) offsets.push(at + i);
  }
  return offsets;
}

test.each([
  ['an APK', APK],
  ['a streamed ZIP64 archive', STREAMED],
])('any mutation of %s gives entries or a ZipError', (_, original) => {
  expect(readAll(original)).toBeGreaterThan(4);
  const anywhere = fc.nat(original.length - 1);
  const position = fc.oneof(anywhere, fc.constantFrom(...structureOffsets(original)));
  const value = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(position, value), { minLength: 1, maxLength: 12 }),
      fc.option(anywhere),
      (changes, length) => {
        const bytes = Buffer.from(original);
        for (const [at, byte] of changes) bytes[at] = byte;
        readAll(length === null ? bytes : bytes.subarray(0, length));
      },
    ),
    { numRuns: 1500, seed: 20 },
  );
});

test('every truncation of an APK keeps the entries before the cut', () => {
  const complete = readZip(APK).entries.map((entry) => entry.offset + 30 + entry.name.length + entry.compressedSize);
  for (let length = 0; length < APK.length; length += 61) {
    const whole = complete.filter((end) => end <= length).length;
    // Alignment lengthens the extra field of a local header, so the last one before the cut may lie a little further.
    expect(readAll(APK.subarray(0, length))).toBeGreaterThanOrEqual(whole - 1);
  }
});

test('signatures without end cost no more than linear time', () => {
  const headers = Buffer.alloc(4_000_000, Buffer.from('PK\x03\x04\x14\x00\x08\x00\x08\x00'.padEnd(30, '\0'), 'latin1'));
  const ends = Buffer.alloc(2_000_000, 'PK\x05\x06');
  const descriptors = Buffer.alloc(2_000_000, 'PK\x07\x08');
  const started = performance.now();
  for (const bytes of [headers, ends, Buffer.concat([headers, descriptors]), Buffer.concat([headers, ends])]) {
    try {
      expect(readZip(bytes).problems.length).toBeGreaterThan(0);
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
    }
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});
