import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { readResourceNames } from '../../analyzers/formats/resource-names.ts';
import { unpack } from '../../analyzers/unpack/unpack.ts';

function tableOf(apk: string): Uint8Array {
  const path = fileURLToPath(new URL(`../../node_modules/${apk}`, import.meta.url));
  const table = unpack(path).files.find((file) => file.path === 'resources.arsc');
  if (table === undefined) throw new Error(`${apk} has no resource table`);
  return table.read();
}

// Different names as `aapt dump resources` lists them.
test.each([
  ['io.appium.settings/apks/settings_apk-debug.apk', 219, 'TextAppearance.Compat.Notification'],
  ['android-apidemos/apks/ApiDemos-debug.apk', 3018, 'AlertDialog.AppCompat.Light'],
])('the names of %s are those that aapt lists', (apk, count, one) => {
  const names = readResourceNames(tableOf(apk));
  expect(new Set(names).size).toBe(count);
  expect(names).toContain(one);
});

test('what is no resource table is refused', () => {
  expect(() => readResourceNames(Buffer.from('PK\x03\x04 and so on'))).toThrow(MalformedError);
});

test('a damaged table gives the names that can be had, or is refused, and never more', () => {
  const whole = tableOf('io.appium.settings/apks/settings_apk-debug.apk');
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.nat(whole.length),
      (at, byte, length) => {
        const damaged = whole.slice(0, length);
        if (at < length) damaged[at] = byte;
        try {
          expect(readResourceNames(damaged).length).toBeLessThanOrEqual(500_000);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      },
    ),
    { numRuns: 60 },
  );
});
