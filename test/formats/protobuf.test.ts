import { expect, test } from 'vitest';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { ProtobufReader } from '../../analyzers/formats/protobuf.ts';
import { join } from './axml-writer.ts';
import { bytes, float, message, number } from './protobuf-writer.ts';

test('steps over fields of every wire type', () => {
  const fixed64 = Uint8Array.of((4 << 3) | 1, 1, 0, 0, 0, 9, 9, 9, 9);
  const reader = new ProtobufReader(
    join(number(1, 300), bytes(2, '灯'), float(3, 1.1), fixed64, number(5, -2), message(1000, number(1, 7))),
  );
  const seen: [number, number | string][] = [];
  while (reader.next()) {
    const { field, uint32 } = reader;
    if (field === 2) seen.push([field, reader.string()]);
    else if (field === 3) seen.push([field, reader.float()]);
    else if (field === 1000) {
      const inner = reader.message();
      inner.next();
      seen.push([field, inner.uint32]);
    } else seen.push([field, field === 5 ? uint32 | 0 : uint32]);
  }
  expect(seen).toEqual([
    [1, 300],
    [2, '灯'],
    [3, 1.1],
    [4, 1],
    [5, -2],
    [1000, 7],
  ]);
});

test('an empty message has no fields', () => {
  expect(new ProtobufReader(new Uint8Array()).next()).toBe(false);
});

test.each([
  ['a length beyond the end', [0x0a, 5, 1], 'field runs past the end of its message at offset 0'],
  ['a fixed number beyond the end', [0x08, 0, 0x0d, 1, 2], 'field runs past the end of its message at offset 2'],
  ['a number cut off', [0x08, 0x80], 'number that does not end at offset 1'],
  ['a number of eleven bytes', [0x08, ...new Array(10).fill(0x80), 1], 'number that does not end at offset 1'],
  ['a group', [0x0b], 'unknown wire type 3 at offset 0'],
])('refuses %s', (_, data, reason) => {
  const reader = new ProtobufReader(Uint8Array.from(data));
  const all = (): void => {
    while (reader.next());
  };
  expect(all).toThrow(MalformedError);
  expect(() => {
    const again = new ProtobufReader(Uint8Array.from(data));
    while (again.next());
  }).toThrow(reason);
});

test('a message does not read beyond its own end', () => {
  const outer = new ProtobufReader(join(message(1, Uint8Array.of(0x0a, 3)), bytes(2, 'abc')));
  outer.next();
  const inner = outer.message();
  expect(() => inner.next()).toThrow('field runs past the end of its message');
});
