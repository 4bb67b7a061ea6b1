import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFlowCode, readMemberUses } from '../../../analyzers/extract/dex/program/flow-reader.ts';
import { ClassDataReader } from '../../../analyzers/formats/dex/class-data.ts';
import { CodeItem } from '../../../analyzers/formats/dex/code-item.ts';
import { readDexContainer } from '../../../analyzers/formats/dex/container.ts';
import { DexError } from '../../../analyzers/formats/dex/dex-error.ts';
import { type FlowCode, FlowKind } from '../../../analyzers/model/flow-code.ts';
import { MemberUse } from '../../../analyzers/model/program.ts';
import { buildDex } from '../../formats/dex/dex-builder.ts';

const NAMES = Object.fromEntries(Object.entries(FlowKind).map(([name, kind]) => [kind, name]));

/** The code items of a file, in the order of their methods. */
function codesOf(bytes: Uint8Array): CodeItem[] {
  const [dex] = readDexContainer(bytes).files;
  if (dex === undefined) return [];
  const codes: CodeItem[] = [];
  for (let def = 0; def < dex.classCount; def++) {
    if (dex.classDataOffset(def) === 0) continue;
    const data = new ClassDataReader(bytes);
    data.open(dex.classDataOffset(def));
    while (data.nextField());
    while (data.nextMethod()) {
      if (data.codeOffset === 0) continue;
      const code = new CodeItem(bytes);
      code.open(data.codeOffset);
      codes.push(code);
    }
  }
  return codes;
}

/** What the reader makes of the code of one method. */
function read(units: number[]): FlowCode | null {
  const bytes = buildDex([{ name: 'La/A;', methods: [{ name: 'm', code: () => units, registers: 16 }] }]);
  return readFlowCode(codesOf(bytes)[0] as CodeItem, bytes);
}

/** `offset KIND to<-from #id`, and `>targets`, of each instruction. */
function lines(code: FlowCode | null): string[] {
  return (code?.instructions ?? []).map(({ kind, offset, to, from, id, targets, wide, ends }) =>
    [
      offset,
      NAMES[kind],
      `${to < 0 ? '' : `${to}${wide ? 'w' : ''}`}<-${from.join(',')}`,
      ...(id < 0 && kind !== FlowKind.NUMBER ? [] : [`#${id}`]),
      ...(targets.length === 0 ? [] : [`>${targets.join(',')}`]),
      ...(ends ? ['.'] : []),
    ].join(' '),
  );
}

describe('single instructions', () => {
  test.each<[what: string, units: number[], expected: string]>([
    ['move v1, v2', [0x2101], '0 COPY 1<-2'],
    ['move-wide v1, v2', [0x2104], '0 COPY 1w<-2'],
    ['move/from16 v300, v2', [0x0002 | (200 << 8), 300], '0 COPY 200<-300'],
    ['move-object/16 v300, v301', [0x0009, 300, 301], '0 COPY 300<-301'],
    ['move-exception v3', [0x030d], '0 CAUGHT 3<-'],
    ['return-void', [0x000e], '0 RETURN <- .'],
    ['return-object v4', [0x0411], '0 RETURN <-4 .'],
    ['const/4 v1, -2', [0xe112], '0 NUMBER 1<- #-2'],
    ['const/16 v1, -300', [0x0113, 0xfed4], '0 NUMBER 1<- #-300'],
    ['const v1, 0x12345678', [0x0114, 0x5678, 0x1234], `0 NUMBER 1<- #${0x12345678}`],
    ['const-wide v1', [0x0118, 0, 0, 0, 0], '0 OTHER 1w<-'],
    ['const-string v1', [0x011a, 7], '0 TEXT 1<- #7'],
    ['const-string/jumbo v1', [0x011b, 7, 1], `0 TEXT 1<- #${0x10007}`],
    ['const-class v1', [0x011c, 3], '0 CLASS 1<- #3'],
    ['new-instance v1', [0x0122, 3], '0 NEW 1<- #3'],
    ['new-array v1, v2', [0x2123, 3], '0 ARRAY 1<- #3'],
    ['throw v1', [0x0127], '0 THROW <-1 .'],
    ['aget-object v1, v2, v3', [0x0146, 0x0302], '0 AGET 1<-2,3'],
    ['aget-wide v1, v2, v3', [0x0145, 0x0302], '0 AGET 1w<-2,3'],
    ['aput-object v1, v2, v3', [0x014d, 0x0302], '0 APUT <-1,2,3'],
    ['iget-object v1, v2', [0x2154, 9], '0 IGET 1<-2 #9'],
    ['iput-object v1, v2', [0x215b, 9], '0 IPUT <-1,2 #9'],
    ['sget-wide v1', [0x0161, 9], '0 SGET 1w<- #9'],
    ['sput v1', [0x0167, 9], '0 SPUT <-1 #9'],
    ['neg-int v1, v2', [0x217b], '0 DERIVE 1<-2'],
    ['add-int v1, v2, v3', [0x0190, 0x0302], '0 DERIVE 1<-2,3'],
    ['xor-int/2addr v1, v2', [0x21b7], '0 DERIVE 1<-1,2'],
    ['add-int/lit16 v1, v2', [0x21d0, 5], '0 DERIVE 1<-2'],
    ['add-int/lit8 v1, v2', [0x01d8, 0x0502], '0 DERIVE 1<-2'],
    ['invoke-virtual {v1, v2, v3, v4, v5}', [0x556e, 8, 0x4321], '0 INVOKE <-1,2,3,4,5 #8'],
    ['invoke-static {}', [0x0071, 8, 0], '0 INVOKE <- #8'],
    ['invoke-virtual/range {v3 .. v5}', [0x0374, 8, 3], '0 INVOKE <-3,4,5 #8'],
    ['filled-new-array {v1, v2}', [0x2024, 8, 0x0021], '0 FILLED <-1,2 #8'],
    ['invoke-custom {v1}', [0x10fc, 8, 1], '0 CUSTOM <-1 #8'],
    ['array-length v1, v2', [0x2121], '0 OTHER 1<-'],
    ['instance-of v1, v2', [0x2120, 3], '0 TEST 1<-2 #3'],
    ['check-cast v1', [0x011f, 3], '0 CAST <-1 #3'],
  ])('%s', (_, units, expected) => {
    expect(lines(read(units))).toEqual([expected]);
  });
});

test('a call and the instruction that takes its result are one', () => {
  const units = [0x0071, 8, 0, 0x010c, 0x0071, 9, 0, 0x020b, 0x0111];
  expect(lines(read(units))).toEqual(['0 INVOKE 1<- #8', '4 INVOKE 2w<- #9', '8 RETURN <-1 .']);
});

test('what no call stands before takes no result', () => {
  expect(lines(read([0x010c, 0x0111]))).toEqual(['0 OTHER 1<-', '1 RETURN <-1 .']);
});

test('branches lead to the next instruction that matters', () => {
  // 0 if-eqz v0, +4   2 const/4 v1   3 goto +3   4 nop   5 nop   6 return v1
  expect(lines(read([0x0038, 4, 0x0112, 0x0328, 0x0000, 0x0000, 0x010f]))).toEqual([
    '0 BRANCH <- >3',
    '2 NUMBER 1<- #0',
    '3 BRANCH <- >3 .',
    '6 RETURN <-1 .',
  ]);
});

test('a switch leads to each of its cases, and a branch out of the method nowhere', () => {
  // 0 packed-switch v0, +6   3 return v1   4 return v2   5 nop   6 payload: 2 cases, to 3 and to 4
  const units = [0x002b, 6, 0, 0x010f, 0x020f, 0x0000, 0x0100, 2, 0, 0, 3, 0, 4, 0];
  expect(lines(read(units))).toEqual(['0 BRANCH <- >1,2', '3 RETURN <-1 .', '4 RETURN <-2 .']);
  expect(lines(read([0x7f28, 0x000e]))).toEqual(['0 BRANCH <- .', '1 RETURN <- .']);
});

test.each<[string, number[]]>([
  ['an opcode that is none', [0x0040]],
  ['an instruction that runs past the end', [0x000e, 0x0014, 1]],
])('gives nothing for %s', (_, units) => {
  expect(read(units)).toBeNull();
});

test('uses of members are told in order: fields that are read and written, and methods that are called', () => {
  const units = [0x2154, 9, 0x215b, 10, 0x0162, 11, 0x556e, 8, 0x4321, 0x0374, 7, 3, 0x000e];
  const bytes = buildDex([{ name: 'La/A;', methods: [{ name: 'm', code: () => units, registers: 16 }] }]);
  const seen: string[] = [];
  readMemberUses(codesOf(bytes)[0] as CodeItem, bytes, (id, use) => seen.push(`${use} ${id}`));
  const { READ, WRITE, CALL } = MemberUse;
  expect(seen).toEqual([`${READ} 9`, `${WRITE} 10`, `${READ} 11`, `${CALL} 8`, `${CALL} 7`]);
});

describe('real and broken code', () => {
  const fixture = readFileSync(new URL('../../formats/dex/fixtures/payloads-035.dex', import.meta.url));

  function isSound({ instructions, handlers }: FlowCode): boolean {
    const count = instructions.length;
    return (
      instructions.every(
        ({ offset, targets }, index) =>
          offset > (instructions[index - 1]?.offset ?? -1) && targets.every((target) => target >= 0 && target < count),
      ) && handlers.every(([start, end, handler]) => start >= 0 && start < end && end <= count && handler < count)
    );
  }

  test('instructions of real code are in order and lead to instructions', () => {
    const codes = codesOf(fixture).map((code) => readFlowCode(code, fixture));
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(code !== null && isSound(code)).toBe(true);
  });

  test('any code gives sound instructions, nothing, or an error of the format', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 }), (units) => {
        const code = attempt(() => read(units));
        expect(code === null || isSound(code)).toBe(true);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  test('any change of a byte of real code does too', () => {
    const change = fc.tuple(fc.nat(fixture.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(fixture);
        for (const [at, value] of changes) bytes[at] = value;
        for (const code of attempt(() => codesOf(bytes)) ?? []) {
          const read = attempt(() => readFlowCode(code, bytes));
          expect(read === null || isSound(read)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  function attempt<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (error instanceof DexError) return null;
      throw error;
    }
  }
});
