import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptsAt } from '../../analyzers/extract/excerpts/excerpts.ts';
import type { Build } from '../../analyzers/model/build.ts';
import type { Location } from '../../analyzers/model/location.ts';
import { unpack } from '../../analyzers/unpack/unpack.ts';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const apk = unpack(path('../../samples/native-java/app.apk'));
const dex = Uint8Array.from(apk.files.find((file) => file.path === 'classes.dex')?.read() ?? []);
const onCreate = (offset: number): Location => ({
  file: 'classes.dex',
  class: 'com.example.qingtian.WeatherApplication',
  method: 'onCreate()',
  offset,
});

function buildOf(file: string, bytes: Uint8Array): Build {
  const files = [{ path: file, size: bytes.length, read: () => bytes }];
  return { name: 'app', kind: 'folder', sha256: '', size: bytes.length, files, gaps: [] };
}

/** Every instruction of the method as dexdump of the Android build tools lists it, names written as in locations. */
const LISTING = [
  '0x0  invoke-super {v4}, android.app.Application.onCreate()',
  '0x3  const-string v0, "sample0001"',
  '0x5  const/4 v1, 0',
  '0x6  invoke-static {v4, v0, v1}, com.tencent.bugly.crashreport.CrashReport.initCrashReport(android.content.Context,java.lang.String,boolean)',
  '0x9  const-string v0, "000000000000000000000001"',
  '0xb  const-string v1, "sample"',
  '0xd  const/4 v2, 1',
  '0xe  const/4 v3, 0',
  '0xf  invoke-static {v4, v0, v1, v2, v3}, com.umeng.commonsdk.UMConfigure.init(android.content.Context,java.lang.String,java.lang.String,int,java.lang.String)',
  '0x12  invoke-static {v4}, cn.jpush.android.api.JPushInterface.init(android.content.Context)',
  '0x15  return-void',
];

test('the instructions around a place in DEX, up to the ends of the method', () => {
  const places = [onCreate(0xf), onCreate(0x0), onCreate(0x15), onCreate(0x0)];
  expect(excerptsAt(apk, [{ file: 'classes.dex', bytes: dex }], places)).toEqual([
    { at: onCreate(0xf), lines: LISTING.slice(5, 11), here: 3 },
    { at: onCreate(0x0), lines: LISTING.slice(0, 4), here: 0 },
    { at: onCreate(0x15), lines: LISTING.slice(7), here: 3 },
  ]);
});

test('what the build does not have is left out', () => {
  const places: Location[] = [
    onCreate(0x1),
    { ...onCreate(0), method: 'onCreate(int)' },
    { ...onCreate(0), class: 'com.example.Absent' },
    { ...onCreate(0), file: 'classes9.dex' },
    { file: 'AndroidManifest.xml', line: 3, column: 1 },
  ];
  expect(excerptsAt(apk, [{ file: 'classes.dex', bytes: dex }], places)).toEqual([]);
});

test('lines of a script, and of a minified one the part around the column', () => {
  const lines = ['const a = 1;', 'const b = 2;', `${'x'.repeat(1000)}getString()${'y'.repeat(1000)}`, '// end'];
  const build = buildOf('app.js', Buffer.from(lines.join('\r\n')));
  const at = { file: 'app.js', line: 3, column: 1001 };
  const [excerpt] = excerptsAt(build, [], [at, { file: 'app.js', line: 9, column: 1 }]);
  expect(excerpt).toEqual({
    at,
    lines: ['1  const a = 1;', '2  const b = 2;', `3  …${'x'.repeat(120)}getString()${'y'.repeat(109)}…`, '4  // end'],
    here: 2,
  });
});

test('Hermes bytecode with the names that its instructions use', () => {
  const bytes = readFileSync(path('../formats/hermes/fixtures/app.96.hbc'));
  const build = buildOf('index.android.bundle', bytes);
  const offsets = Array.from({ length: bytes.length }, (_, offset) => ({ file: 'index.android.bundle', offset }));
  const all = excerptsAt(build, [], offsets).map(({ lines, here }) => lines[here] ?? '');
  expect(all.filter((line) => line.includes('"getString"'))[0]).toMatch(
    /^0x[0-9a-f]+ {2}\w*GetById\w* r\d+, r\d+, \d+, \d+ {2}"getString"$/,
  );
  expect(all.length).toBeGreaterThan(100);
});

test('broken bytes never throw', () => {
  const mutation = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(mutation, (changes) => {
      const bytes = Uint8Array.from(dex);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      const places = Array.from({ length: 24 }, (_, offset) => onCreate(offset));
      for (const { lines, here } of excerptsAt(apk, [{ file: 'classes.dex', bytes }], places)) {
        expect(lines[here]).toBeDefined();
      }
    }),
    { numRuns: 300 },
  );
});
