import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileDexWatch, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { type BuiltClass, buildContainer, buildDex, type Ids } from '../../formats/dex/dex-builder.ts';
import { FIXTURE_CATALOGUE, fixture } from './fixture-facts.ts';

const OWNER = 'Lapi/Device;';
const references: [string, string][] = [[OWNER, 'id']];
const watch = compileDexWatch(catalogueWith({ androidApis: { 'api.Device': { id: { kind: 'method', data: [] } } } }));

const call = (ids: Ids) => [0x0071, ids.method(OWNER, 'id'), 0];
const RETURN = 0x000e;

/** A DEX of one class `a.A` with these methods. */
const classOf = (methods: Record<string, (ids: Ids) => number[]>): BuiltClass[] => [
  { name: 'La/A;', methods: Object.entries(methods).map(([name, code]) => ({ name, code })) },
];

function scan(bytes: Uint8Array) {
  const { facts, gaps } = extractDex('a.dex', bytes, watch);
  return {
    sites: facts
      .filter(({ kind }) => kind !== 'anti-analysis')
      .map(({ at }) => `${at.class}.${at.method}@${at.offset}`),
    gaps: gaps.map(({ code, detail, material }) => `${code}${material ? '!' : ''} ${detail}`),
  };
}

test('reads on behind an unused opcode that nothing reaches', () => {
  const bytes = buildDex(classOf({ m: (ids) => [...call(ids), 0x0328, 0x0040, 0x0073, ...call(ids), RETURN] }), {
    references,
  });
  // 3: goto +3 leads over two unused opcodes to 6
  expect(scan(bytes)).toEqual({ sites: ['a.A.m()@0', 'a.A.m()@6'], gaps: [] });
});

test('is not led astray by data that swallows an instruction', () => {
  // 0: goto +3; 1: the beginning of a const-wide that would reach into the call at 3; 9: an unused opcode
  const bytes = buildDex(classOf({ m: (ids) => [0x0328, 0x0018, 0x0000, ...call(ids), RETURN, 0, 0, 0x0040] }), {
    references,
  });
  expect(scan(bytes)).toEqual({ sites: ['a.A.m()@3'], gaps: [] });
});

test('reports reachable code that is none, and reads the other methods', () => {
  const bytes = buildDex(classOf({ bad: (ids) => [...call(ids), 0x0040], good: (ids) => [...call(ids), RETURN] }), {
    references,
  });
  expect(scan(bytes)).toEqual({
    sites: ['a.A.bad()@0', 'a.A.good()@0'],
    gaps: ['corrupt! methods whose code cannot all be read: 1'],
  });
});

test.each([
  ['a method', [0x0071, 0x7777, 0]],
  ['a string', [0x001a, 0x7777]],
  ['a jumbo string', [0x001b, 0x7777, 0x7777]],
  ['a field', [0x0060, 0x7777]],
  ['a call site', [0x00fc, 0, 0]],
  ['a method handle', [0x00fe, 0]],
])('passes over an instruction whose index of %s leads nowhere', (_, instruction) => {
  const bytes = buildDex(classOf({ m: (ids) => [...instruction, ...call(ids), RETURN] }), { references });
  expect(scan(bytes).sites).toEqual([`a.A.m()@${instruction.length}`]);
});

test('reports a code item that ends outside the file', () => {
  const bytes = buildDex(classOf({ m: (ids) => [...call(ids), RETURN] }), { references });
  const size = findCode(bytes) + 12;
  bytes.set([0xff, 0xff, 0xff, 0x7f], size);
  expect(scan(bytes)).toEqual({ sites: ['a.A.m()@0'], gaps: ['corrupt! methods whose code cannot all be read: 1'] });
});

/** Offset of the only code_item: 16 bytes before the call. */
function findCode(bytes: Uint8Array): number {
  for (let at = 16; at < bytes.length; at++)
    if (bytes[at] === 0x71 && bytes[at + 1] === 0 && bytes[at + 6] === 0x0e) return at - 16;
  throw new Error('no code');
}

test('reports a class whose data lies outside the file and reads the others', () => {
  const classes = [...classOf({ m: (ids) => [...call(ids), RETURN] }), { name: 'La/B;', methods: [] }];
  const bytes = buildDex(classes, { references });
  const classDefs = new DataView(bytes.buffer).getUint32(0x64, true);
  bytes.set([0xff, 0xff, 0xff, 0x7f], classDefs + 32 + 24);
  expect(scan(bytes)).toEqual({ sites: ['a.A.m()@0'], gaps: ['corrupt! classes whose members cannot all be read: 1'] });
});

test('counts ids that lead outside the file', () => {
  const bytes = buildDex(classOf({ m: (ids) => [...call(ids), RETURN] }), { references, strings: ['zzz'] });
  const strings = new DataView(bytes.buffer).getUint32(0x38, true);
  bytes.set([0xff, 0xff, 0xff, 0x7f], 0x70 + 4 * (strings - 1));
  expect(scan(bytes)).toEqual({
    sites: ['a.A.m()@0'],
    gaps: ['corrupt! ids that lead outside the file: 1'],
  });
});

test('reads every file of a container', () => {
  const part = (name: string): BuiltClass[] => [
    { name, methods: [{ name: 'm', code: (ids) => [...call(ids), RETURN] }] },
  ];
  expect(scan(buildContainer([part('La/A;'), part('Lb/B;')], { references }))).toEqual({
    sites: ['a.A.m()@0', 'b.B.m()@0'],
    gaps: [],
  });
});

test('says why a file is not read', () => {
  expect(scan(new TextEncoder().encode('PK')).gaps).toEqual(['unsupported is named like a DEX file and is none']);
  const wiped = buildDex([]).fill(0, 0, 4);
  expect(scan(wiped).gaps).toEqual(['corrupt! not a DEX file at offset 0x0']);
  expect(scan(buildDex([], { version: '077' })).gaps).toEqual(['unsupported! unknown DEX version 077 at offset 0x4']);
});

test('stops when methods share the same code without end', () => {
  // 3,000 methods with one code_item of 60,000 code units: 180 million to go over in a file of some 200 KB.
  const methods = Array.from({ length: 3000 }, (_, i) => ({ name: `m${i}`, code: () => [RETURN] }));
  const long = { name: 'a', code: (ids: Ids) => [...call(ids), ...new Array(60_000).fill(0), RETURN] };
  const bytes = buildDex([{ name: 'La/A;', methods: [long, ...methods] }], { references });
  const view = new DataView(bytes.buffer);
  const classData = view.getUint32(view.getUint32(0x64, true) + 24, true);
  const shared = redirectCode(bytes, classData);
  const { facts, gaps } = extractDex('a.dex', shared, watch);
  expect(gaps.map(({ code }) => code)).toContain('over-budget');
  expect(facts.length).toBeGreaterThan(0);
  expect(facts.length).toBeLessThan(100);
});

/** The same file with class_data in which every method has the code of the first. */
function redirectCode(bytes: Uint8Array, classData: number): Uint8Array {
  const read = (at: { offset: number }) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at.offset++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const cursor = { offset: classData + 2 };
  const count = read(cursor);
  cursor.offset++;
  const longest: number[] = [];
  const starts: number[] = [];
  for (let i = 0; i < count; i++) {
    read(cursor);
    read(cursor);
    starts.push(cursor.offset);
    const code = read(cursor);
    if (new DataView(bytes.buffer).getUint32(code + 12, true) > 1000)
      longest.push(...bytes.slice(starts[i], cursor.offset));
  }
  const copy = bytes.slice();
  // All code offsets behind the first 16 KB take three bytes, so that they can be exchanged in place.
  for (const start of starts) if (((bytes[start + 1] as number) & 0x80) !== 0) copy.set(longest, start);
  return copy;
}

const small = ['invokes-035.dex', 'handles-038.dex', 'constants-035.dex', 'payloads-035.dex'].map(fixture);
const fixtureWatch = compileDexWatch(FIXTURE_CATALOGUE);

test('makes a result of any mutation of a DEX file', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...small),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)), { minLength: 1, maxLength: 8 }),
      (bytes, changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, value] of changes) changed[at % changed.length] = value;
        const extraction = extractDex('a.dex', changed, fixtureWatch);
        for (const { at, value } of extraction.facts) {
          expect(at.file).toBe('a.dex');
          expect(value.length).toBeGreaterThan(0);
        }
        for (const gap of extraction.gaps) expect(gap).toMatchObject({ stage: 'dex', file: 'a.dex', material: true });
        expect(structuredClone(extraction)).toEqual(extraction);
      },
    ),
    { numRuns: 2000 },
  );
});

test('makes a result of any beginning of a DEX file', () => {
  for (const bytes of small) {
    for (let length = 0; length < bytes.length; length++) {
      const { gaps } = extractDex('a.dex', bytes.slice(0, length), fixtureWatch);
      if (length < 0x70) expect(gaps).toHaveLength(1);
    }
  }
});
