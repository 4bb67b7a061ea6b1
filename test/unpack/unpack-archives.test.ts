import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import type { Build } from '../../analyzers/model/build.ts';
import { InputError } from '../../analyzers/model/input-error.ts';
import { DEFAULT_UNPACK_LIMITS, unpackBytes } from '../../analyzers/unpack/unpack.ts';
import { makeArchive } from '../formats/zip/handmade-archive.ts';

const APK = readFileSync(new URL('fixtures/minimal.apk', import.meta.url));
const APK_PATHS = [
  'AndroidManifest.xml',
  'META-INF/A.EC',
  'META-INF/A.SF',
  'META-INF/MANIFEST.MF',
  'assets/www/app.js',
  'classes.dex',
  'lib/arm64-v8a/libmain.so',
  'resources.arsc',
];

type Contents = Record<string, string | Uint8Array>;

async function zipOf(contents: Contents, compression: 'STORE' | 'DEFLATE' = 'STORE'): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, data] of Object.entries(contents)) zip.file(path, data, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression });
}

async function unpackZip(name: string, contents: Contents): Promise<Build> {
  return unpackBytes(name, await zipOf(contents));
}

function paths(build: Build): string[] {
  return build.files.map(({ path }) => path);
}

function reasonOf(name: string, bytes: Uint8Array): string {
  try {
    unpackBytes(name, bytes);
  } catch (error) {
    if (error instanceof InputError) return error.reason;
    throw error;
  }
  throw new Error('expected an InputError');
}

test('an APK as Android tools write it', () => {
  const build = unpackBytes('dir/minimal.apk', APK);
  expect(build).toMatchObject({ name: 'minimal.apk', kind: 'apk', size: APK.length, gaps: [], anomalies: [] });
  expect(build.sha256).toBe(createHash('sha256').update(APK).digest('hex'));
  expect(paths(build)).toEqual(APK_PATHS);
  const dex = build.files.find(({ path }) => path === 'classes.dex');
  expect(Buffer.from(dex?.read().subarray(0, 8) ?? []).toString('latin1')).toBe('dex\n035\0');
  expect(dex?.size).toBe(dex?.read().length);
});

test.each<[string, string, Contents]>([
  ['apk', 'only-dex.zip', { 'classes2.dex': 'dex' }],
  ['apk', 'a.aab', { 'AndroidManifest.xml': '', 'BundleConfig.pb': 'decoy', 'x.apk': 'decoy' }],
  ['aab', 'a.zip', { 'BundleConfig.pb': '', 'base/dex/classes.dex': 'dex' }],
  ['aab', 'a.apk', { 'base/manifest/AndroidManifest.xml': 'x' }],
  ['apks', 'a.zip', { 'base.apk': APK }],
  ['xapk', 'a.apk', { 'base.apk': APK, 'manifest.json': '{"package_name":"a.b"}' }],
  ['apks', 'a.xapk', { 'base.apk': APK, 'manifest.json': 'not JSON' }],
  ['apkm', 'a.apk', { 'base.apk': APK, 'info.json': '{}' }],
  ['folder', 'a.zip', { 'www/index.html': '<html>', 'www/app.js': '1' }],
])('the content makes it %s whatever its name, %s', async (kind, name, contents) => {
  expect((await unpackZip(name, contents)).kind).toBe(kind);
});

test('an app bundle keeps its paths', async () => {
  const files = { 'BundleConfig.pb': 'x', 'base/manifest/AndroidManifest.xml': 'x', 'base/assets/a.js': 'x' };
  expect(paths(await unpackZip('a.aab', files))).toEqual(Object.keys(files).sort());
});

test('split APKs become one build, nested in their archive', async () => {
  const split = await zipOf({ 'AndroidManifest.xml': 'split', 'lib/x86/libm.so': 'elf' }, 'DEFLATE');
  const outer = await zipOf({ 'manifest.json': '{"package_name":"a"}', 'base.apk': APK, 'config.x86.apk': split });
  const build = unpackBytes('a.xapk', outer);
  expect(paths(build)).toEqual([
    'base.apk',
    ...APK_PATHS.map((path) => `base.apk!${path}`),
    'config.x86.apk',
    'config.x86.apk!AndroidManifest.xml',
    'config.x86.apk!lib/x86/libm.so',
    'manifest.json',
  ]);
  const stored = build.files.find(({ path }) => path === 'base.apk!resources.arsc');
  expect(stored?.read().buffer).toBe(outer.buffer);
  expect(build.gaps).toEqual([]);
});

test('of the alternatives that bundletool writes, the splits in their newest variant are opened', async () => {
  const contents: Contents = { 'toc.pb': 'x' };
  for (const path of [
    'splits/base-master.apk',
    'splits/base-master_2.apk',
    'splits/base-x86_64.apk',
    'splits/base-x86.apk',
    'splits/base-x86_64_2.apk',
    'splits/feature-master.apk',
    'standalones/standalone-arm64_v8a.apk',
    'asset-slices/pack-master.apk',
  ]) {
    contents[path] = APK;
  }
  const build = await unpackZip('app.apks', contents);
  const opened = paths(build).filter((path) => path.endsWith('.apk!classes.dex'));
  expect(opened.map((path) => path.replace(/!.*/, ''))).toEqual([
    'asset-slices/pack-master.apk',
    'splits/base-master_2.apk',
    'splits/base-x86.apk',
    'splits/base-x86_64_2.apk',
    'splits/feature-master.apk',
  ]);
  expect(build.gaps.map(({ file, material, detail }) => ({ file, material, detail }))).toEqual([
    {
      file: 'splits/base-master.apk',
      material: false,
      detail: 'not opened: splits/base-master_2.apk is a variant of the same module',
    },
    {
      file: 'splits/base-x86_64.apk',
      material: false,
      detail: 'not opened: splits/base-x86_64_2.apk is a variant of the same module',
    },
    {
      file: 'standalones/standalone-arm64_v8a.apk',
      material: false,
      detail: 'not opened: the split APKs hold the same app',
    },
  ]);
});

test('of standalone APKs the one for 64-bit ARM is opened', async () => {
  const build = await unpackZip('app.apks', {
    'standalones/standalone-armeabi_v7a_hdpi.apk': APK,
    'standalones/standalone-x86.apk': APK,
    'standalones/standalone-arm64_v8a_hdpi.apk': APK,
  });
  const opened = paths(build).filter((path) => path.endsWith('!classes.dex'));
  expect(opened).toEqual(['standalones/standalone-arm64_v8a_hdpi.apk!classes.dex']);
  expect(build.gaps).toHaveLength(2);
});

test('archives in assets are opened, down to a limit', async () => {
  const core = await zipOf({ 'classes.dex': 'dex', 'empty.jar': '' });
  const shells = await zipOf({ 'c.jar': await zipOf({ 'b.apk': await zipOf({ 'a.zip': core }, 'DEFLATE') }) });
  const bytes = await zipOf({ 'AndroidManifest.xml': 'x', 'assets/d.apk': shells });
  const build = unpackBytes('a.apk', bytes);
  expect(paths(build)).toContain('assets/d.apk!c.jar!b.apk!a.zip');
  expect(build.gaps).toEqual([
    {
      stage: 'unpack',
      file: 'assets/d.apk!c.jar!b.apk!a.zip',
      code: 'over-budget',
      detail: 'lies more than 3 archives deep',
      material: true,
    },
  ]);
  const deeper = unpackBytes('a.apk', bytes, { ...DEFAULT_UNPACK_LIMITS, maxNesting: 5 });
  expect(deeper.files.at(-1)?.path).toBe('assets/d.apk!c.jar!b.apk!a.zip!empty.jar');
  expect(deeper.gaps).toEqual([]);
});

test('what is named like an archive and is none is a gap, material where it is named like code', async () => {
  const build = await unpackZip('a.apk', { 'classes.dex': 'x', 'assets/a.jar': 'junk', 'assets/b.zip': 'junk' });
  expect(build.gaps.map(({ file, code, material }) => [file, code, material])).toEqual([
    ['assets/a.jar', 'corrupt', true],
    ['assets/b.zip', 'corrupt', false],
  ]);
});

test('nested archives and files stay within their budgets', async () => {
  const nested = await zipOf({ 'classes.dex': Buffer.alloc(100_000), 'x.js': '1' });
  const bytes = await zipOf({ 'classes.dex': 'x', 'a.jar': nested, 'b.jar': nested }, 'DEFLATE');
  const cut = unpackBytes('a.apk', bytes, { ...DEFAULT_UNPACK_LIMITS, maxNestedSize: 150_000 });
  expect(paths(cut)).toEqual(['a.jar', 'a.jar!classes.dex', 'a.jar!x.js', 'b.jar', 'classes.dex']);
  expect(cut.gaps).toMatchObject([{ file: 'b.jar', code: 'over-budget', material: true }]);
  const opened = unpackBytes('a.apk', bytes, { ...DEFAULT_UNPACK_LIMITS, maxOpenedSize: 150_000 });
  expect(opened.gaps).toMatchObject([{ file: 'b.jar', code: 'over-budget', material: true }]);
  const few = unpackBytes('a.apk', bytes, { ...DEFAULT_UNPACK_LIMITS, maxFiles: 4 });
  expect(paths(few)).toEqual(['a.jar', 'a.jar!classes.dex', 'b.jar', 'classes.dex']);
  expect(few.gaps).toMatchObject([
    { file: 'a.jar', code: 'over-budget', material: true },
    { file: 'b.jar', code: 'over-budget', material: true },
  ]);
});

test('a file with the name of a folder, and one that states no size, are still files', async () => {
  const inner = makeArchive([{ name: 'x.js', contents: Buffer.from('1') }]);
  const build = unpackBytes(
    'a.apk',
    makeArchive([
      { name: 'classes.dex/', contents: Buffer.from('dex') },
      { name: 'AndroidManifest.xml/', contents: Buffer.alloc(0) },
      { name: 'AndroidManifest.xml', contents: Buffer.from('x') },
      { name: 'a.zip', contents: inner, central: { size: 0 } },
    ]),
  );
  expect(paths(build)).toEqual(['AndroidManifest.xml', 'a.zip', 'a.zip!x.js', 'classes.dex/']);
});

test('tricks become anomalies, one for each archive and kind, and hide nothing', async () => {
  const contents = Buffer.from('dex');
  const inner = makeArchive([
    { name: 'classes.dex', contents, method: 77 },
    { name: 'classes.dex', contents, method: 78 },
    { name: 'classes.dex', contents, method: 0 },
  ]);
  const build = unpackBytes('a.apks', await zipOf({ 'base.apk': inner }));
  expect(paths(build)).toEqual(['base.apk', ...['#2', '#3', ''].map((n) => `base.apk!classes${n}.dex`)]);
  expect(build.anomalies).toMatchObject([
    { archive: 'base.apk', code: 'duplicate-name', entry: 'base.apk!classes.dex', count: 2 },
    { archive: 'base.apk', code: 'unknown-method', entry: 'base.apk!classes.dex', count: 2 },
  ]);
  expect(build.gaps).toEqual([]);
});

test('a truncated APK is read as far as it goes, and says so', () => {
  const cut = APK.subarray(0, APK.lastIndexOf('PK\x01\x02'));
  const build = unpackBytes('cut.apk', cut);
  expect(paths(build)).toEqual(APK_PATHS);
  expect(build.gaps).toMatchObject([{ file: 'cut.apk', code: 'corrupt', material: true }]);

  const inDex = APK.subarray(0, APK.indexOf('classes.dex') + 40);
  const less = unpackBytes('cut.apk', inDex);
  expect(paths(less)).toEqual(['AndroidManifest.xml', 'classes.dex', 'resources.arsc']);
  expect(less.gaps).toMatchObject([
    { file: 'cut.apk', code: 'corrupt', material: true },
    { file: 'classes.dex', code: 'corrupt', material: true },
  ]);
  expect(() => less.files.find(({ path }) => path === 'classes.dex')?.read()).toThrow(/past the end of the file/);

  expect(reasonOf('cut.apk', APK.subarray(0, 100))).toBe('is cut off; none of its entries can be read');
  expect(reasonOf('cut.apk', APK.subarray(0, 20))).toBe('is a ZIP archive too damaged to read');
});

test('archives in which nothing can be analysed are errors', async () => {
  expect(reasonOf('a.apk', await zipOf({}))).toBe('is an empty ZIP archive');
  const reason = 'is a ZIP archive without an Android app or scripts in it';
  expect(reasonOf('a.zip', await zipOf({ 'a.txt': 'x', 'photo.png': 'x' }))).toBe(reason);
  expect(reasonOf('a.jar', await zipOf({ 'a/B.class': 'x' }))).toBe(reason);
});
