import { createCipheriv, createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, expect, test } from 'vitest';
import { facts } from '../../analyzers/pipeline.ts';

/** Where classes of the native-java sample come to lie in a packed app. */
type Contents = Record<string, Uint8Array | null>;

const APK = readFileSync(new URL('../../samples/native-java/app.apk', import.meta.url));
const LIBRARY = new URL('../extract/native/fixtures/libplain.so', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'candor-disguise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const original = await JSZip.loadAsync(APK);
const dex = await (original.file('classes.dex') ?? expect.fail('the sample has no classes.dex')).async('uint8array');

async function zipOf(contents: Record<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, data] of Object.entries(contents)) zip.file(path, data, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The sample with entries replaced, added, or (null) left out. */
async function factsOf(changes: Contents, compression: 'STORE' | 'DEFLATE' = 'DEFLATE') {
  const zip = await JSZip.loadAsync(APK);
  for (const [path, data] of Object.entries(changes)) {
    if (data === null) zip.remove(path);
    else zip.file(path, data, { createFolders: false });
  }
  const path = join(
    folder,
    `${createHash('sha256')
      .update(JSON.stringify(Object.keys(changes)))
      .digest('hex')}.apk`,
  );
  writeFileSync(path, await zip.generateAsync({ type: 'uint8array', compression }));
  const report = await facts(path, { jobs: 1 });
  const calls = report.facts.filter(({ kind }) => kind === 'call');
  return {
    files: [...new Set(calls.map(({ at }) => at.file))].sort(),
    calls: calls.length,
    gaps: report.gaps.filter(({ material }) => material).map(({ code, file, detail }) => ({ code, file, detail })),
  };
}

/** Cipher text, which no one can look into. */
function encrypted(bytes: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16, 9));
  return Buffer.concat([cipher.update(Buffer.concat(Array(8).fill(bytes))), cipher.final()]);
}

const stock = await factsOf({});

test('the sample as it is leaves nothing unread', () => {
  expect(stock.gaps).toEqual([]);
  expect(stock.files).toEqual(['classes.dex']);
});

test.each([
  ['an asset', 'assets/data.bin', dex, 'assets/data.bin'],
  ['a picture', 'assets/logo.png', dex, 'assets/logo.png'],
  ['a raw resource', 'res/raw/sound', dex, 'res/raw/sound'],
  ['a native library', 'lib/arm64-v8a/libcode.so', dex, 'lib/arm64-v8a/libcode.so'],
  ['an archive', 'assets/plugin.zip', await zipOf({ 'a.dex': dex }), 'assets/plugin.zip!a.dex'],
  ['an archive without a name', 'assets/blob', await zipOf({ x: dex }), 'assets/blob!x'],
])('a DEX moved into %s is read where it lies', async (_, path, bytes, file) => {
  const moved = await factsOf({ 'classes.dex': null, [path]: bytes });
  expect(moved).toEqual({ files: [file], calls: stock.calls, gaps: [] });
});

test('a DEX behind a stored picture is read where it begins', async () => {
  const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(501), dex]);
  const moved = await factsOf({ 'classes.dex': null, 'res/drawable/logo.png': picture }, 'STORE');
  expect(moved).toEqual({ files: ['res/drawable/logo.png!509.dex'], calls: stock.calls, gaps: [] });
});

test('a DEX inside a native library is read where it begins', async () => {
  const library = readFileSync(LIBRARY);
  const carrier = Buffer.concat([library, dex]);
  const moved = await factsOf({ 'classes.dex': null, 'lib/x86_64/libplain.so': carrier });
  const files = [`lib/x86_64/libplain.so!${library.length}.dex`];
  expect(moved).toEqual({ files, calls: stock.calls, gaps: [] });
});

test('an encrypted DEX leaves the classes of the manifest missing', async () => {
  const packed = await factsOf({ 'classes.dex': null, 'assets/data.bin': encrypted(dex) });
  expect(packed.gaps).toEqual([
    {
      code: 'packed',
      file: 'AndroidManifest.xml',
      detail: 'the application class com.example.qingtian.WeatherApplication is in no DEX file',
    },
  ]);
});
