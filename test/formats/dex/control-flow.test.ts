import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeItem } from '../../../analyzers/formats/dex/code-item.ts';
import { ControlFlow, Flow } from '../../../analyzers/formats/dex/control-flow.ts';

/** A code item of these code units; `behind` are the bytes of tries and handlers. */
function item(units: number[], tryCount = 0, behind: number[] = []): { bytes: Uint8Array; code: CodeItem } {
  const bytes = new Uint8Array(16 + 2 * units.length + behind.length);
  bytes[6] = tryCount;
  bytes[12] = units.length & 0xff;
  bytes[13] = units.length >> 8;
  units.forEach((unit, i) => {
    bytes.set([unit & 0xff, (unit >> 8) & 0xff], 16 + 2 * i);
  });
  bytes.set(behind, 16 + 2 * units.length);
  const code = new CodeItem(bytes);
  code.open(0);
  return { bytes, code };
}

function follow(units: number[], tryCount = 0, behind: number[] = []) {
  const { bytes, code } = item(units, tryCount, behind);
  const flow = new ControlFlow(bytes);
  flow.follow(code);
  const having = (bit: number) => units.map((_, at) => at).filter((at) => ((flow.flags[at] as number) & bit) !== 0);
  return { reached: having(Flow.REACHED), targets: having(Flow.TARGET), invalid: flow.invalid };
}

test('follows straight code to its return and leaves what is behind alone', () => {
  expect(follow([0x0012, 0x000e, 0x0040])).toEqual({ reached: [0, 1], targets: [], invalid: 0 });
});

test('follows both ways of an if, forwards and backwards', () => {
  // 0: if-eqz v0, +4; 2: nop; 3: return-void; 4: goto -2
  expect(follow([0x0038, 4, 0x0000, 0x000e, 0xfe28])).toEqual({ reached: [0, 2, 3, 4], targets: [2, 4], invalid: 0 });
});

test('follows goto/16 and goto/32', () => {
  // 0: goto/16 +3; 2: (unused opcode); 3: goto/32 +4; 6: (unused opcode); 7: return-void
  expect(follow([0x0029, 3, 0x0040, 0x002a, 4, 0, 0x0040, 0x000e])).toEqual({
    reached: [0, 3, 7],
    targets: [3, 7],
    invalid: 0,
  });
});

test('follows the cases of a packed switch and of a sparse switch', () => {
  // 0: packed-switch v0, +6; 3: return-void; 4: return-void; 5: nop; 6: payload of one case, +4
  expect(follow([0x002b, 6, 0, 0x000e, 0x000e, 0, 0x0100, 1, 0, 0, 4, 0])).toEqual({
    reached: [0, 3, 4],
    targets: [4],
    invalid: 0,
  });
  // the same as a sparse switch: keys, then targets
  expect(follow([0x002c, 6, 0, 0x000e, 0x000e, 0, 0x0200, 1, 9, 0, 4, 0])).toEqual({
    reached: [0, 3, 4],
    targets: [4],
    invalid: 0,
  });
});

test('enters exception handlers', () => {
  // handlers: one list; one typed entry (type 0, address 2) and a catch-all at 1
  const behind = [0, 0, 0, 0, 1, 0, 1, 0, /* list */ 1, 0x7f, 0, 2, 1];
  expect(follow([0x000e, 0x000e, 0x000e, 0x000e], 1, behind)).toEqual({
    reached: [0, 1, 2],
    targets: [1, 2],
    invalid: 0,
  });
});

test.each([
  ['an unused opcode', [0x0040]],
  ['the end of the method', [0x0000]],
  ['an instruction that is cut off', [0x0014, 0]],
  ['a branch out of the method', [0x7f28]],
  ['a switch without a payload', [0x002b, 3, 0, 0x000e]],
  ['a switch whose payload lies outside', [0x002b, 99, 0, 0x000e]],
  ['a payload', [0x0100, 0, 0, 0]],
])('counts reaching %s as invalid', (_, units) => {
  expect(follow(units).invalid).toBe(1);
});

test('ends on any code, within the method', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (units) => {
      const { reached, targets } = follow(units);
      for (const at of [...reached, ...targets]) expect(at).toBeLessThan(units.length);
    }),
  );
});
