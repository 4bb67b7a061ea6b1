import { expect, test } from 'vitest';
import { withSums } from '../formats/dex/dex-builder.ts';
import { apk, changed, contentsOf, realParts } from './apk-parts.ts';
import { anywhere, judge } from './judged.ts';

const parts = realParts('io.appium.settings/apks/settings_apk-debug.apk');
const plain = await judge(apk(parts));
const code = contentsOf(parts, 'classes3.dex');
const withCode = (bytes: Uint8Array) =>
  apk(changed(parts, /^classes3\.dex$/, () => ({ contents: Buffer.from(bytes) })));

const CLASS_COUNT = 0x60;
const CLASS_RECORD = 32;
const CLASS_DATA = 24;
const CODE_DEBUG_INFO = 8;

/** A number of seven bits a byte, and the offset behind it. */
function uleb128(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let shift = 0; ; shift += 7, at++) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at + 1 };
  }
}

/** The same number in five bytes, as many as a reader takes. */
function overLong(value: number): number[] {
  return [0, 7, 14, 21].map((shift) => ((value >>> shift) & 0x7f) | 0x80).concat((value >>> 28) & 0x0f);
}

/** The numbers of each class's data, and where its record is. */
function classData(bytes: Buffer): { record: number; numbers: number[] }[] {
  const [count, from] = [bytes.readUInt32LE(CLASS_COUNT), bytes.readUInt32LE(CLASS_COUNT + 4)];
  return Array.from({ length: count }, (_, i) => from + CLASS_RECORD * i).flatMap((record) => {
    let at = bytes.readUInt32LE(record + CLASS_DATA);
    if (at === 0) return [];
    const numbers: number[] = [];
    const next = () => {
      const { value, end } = uleb128(bytes, at);
      numbers.push(value);
      at = end;
      return value;
    };
    const [statics, instances, direct, virtual] = [next(), next(), next(), next()];
    for (let left = 2 * (statics + instances) + 3 * (direct + virtual); left > 0; left--) next();
    return [{ record, numbers }];
  });
}

/** A DEX file with bytes behind it that belong to it. */
function grown(bytes: Buffer, added: Buffer): Buffer {
  const whole = Buffer.concat([bytes, added]);
  whole.writeUInt32LE(whole.length, 0x20);
  return whole;
}

test('LEB128 numbers that are longer than they need be are read as Android reads them', async () => {
  const data = classData(code).map(({ record, numbers }) => ({
    record,
    bytes: Buffer.from(numbers.flatMap(overLong)),
  }));
  const whole = grown(code, Buffer.concat(data.map(({ bytes }) => bytes)));
  let at = code.length;
  for (const { record, bytes } of data) {
    whole.writeUInt32LE(at, record + CLASS_DATA);
    at += bytes.length;
  }
  const { facts, gaps } = await judge(withCode(withSums(new Uint8Array(whole))));
  expect(data.length).toBeGreaterThan(10);
  expect(anywhere(facts)).toEqual(anywhere(plain.facts));
  expect(gaps.filter(({ material }) => material)).toEqual([]);
});

test('debug information that never ends: facts lack their lines, and nothing else', async () => {
  const whole = grown(code, Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(3 * 1024 * 1024, 0x0a)]));
  for (const { numbers } of classData(code)) {
    const [statics = 0, instances = 0] = numbers;
    for (let at = 4 + 2 * (statics + instances); at < numbers.length; at += 3) {
      const offset = numbers[at + 2] ?? 0;
      if (offset !== 0) whole.writeUInt32LE(code.length, offset + CODE_DEBUG_INFO);
    }
  }
  const { facts, gaps } = await judge(withCode(withSums(new Uint8Array(whole))));
  expect(anywhere(facts)).toEqual(anywhere(plain.facts));
  expect(gaps.filter(({ material }) => material)).toEqual([]);
});
