import { createCipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildDex } from '../formats/dex/dex-builder.ts';
import { apk, changed, contentsOf, realParts, without } from './apk-parts.ts';
import { withPool } from './axml-edit.ts';
import { anywhere, type Judged, judge } from './judged.ts';
import { readPool, writePool } from './string-pool-edit.ts';

const parts = realParts('io.appium.settings/apks/settings_apk-debug.apk');
const plain = await judge(apk(parts));
const demos = realParts('android-apidemos/apks/ApiDemos-debug.apk');
const plainDemos = await judge(apk(demos));
const library = readFileSync(new URL('../extract/native/fixtures/libplain.so', import.meta.url));

const LIBRARY = 'lib/x86_64/libplain.so';
const withLibrary = (contents: Buffer, of = parts) => apk([...of, { name: LIBRARY, contents }]);
const plainLibrary = await judge(withLibrary(library));

function encrypted(bytes: Uint8Array): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16, 9)).update(bytes);
}

const material = ({ gaps }: Judged) =>
  gaps.filter((gap) => gap.material).map(({ file, code, detail }) => `${code} ${file}: ${detail}`);
const inManifest = ({ facts }: Judged) => facts.filter(({ at }) => at.file === 'AndroidManifest.xml');

/** What is told of the build beside facts, where code is missing: that a permission has no use cannot be known then. */
const withoutCode = ({ head }: Judged): unknown =>
  JSON.parse(JSON.stringify(head).replaceAll('"used":false', '"used":null'));

const LAST = /^classes9\.dex$/;
const last = contentsOf(parts, 'classes9.dex');
const besidesLast = plain.facts.filter(({ at }) => at.file !== 'classes9.dex');

test.each<[string, Buffer]>([
  ['behind its end', Buffer.concat([library, last])],
  ['behind its end, with more behind it', Buffer.concat([library, last, Buffer.alloc(5000, 1)])],
  ['in the middle of it', Buffer.concat([library, Buffer.alloc(100, 1), last, library])],
])('a DEX file in a native library, %s: told, and read where it lies', async (_, carrier) => {
  const judged = await judge(withLibrary(carrier, without(parts, LAST)));
  expect(judged.tricks).toEqual([`dex/disguised ${LIBRARY}!${carrier.indexOf(last)}.dex`]);
  expect(anywhere(judged.facts)).toEqual(anywhere(plainLibrary.facts));
  expect([material(judged), judged.head]).toEqual([[], plainLibrary.head]);
});

test('a manifest says which code is missing, and nothing else changes', async () => {
  const names = ['com.qihoo.util.StubApp', 'org.nobody.knows.Shell', '.Wrapper', 'a.b'];
  for (const name of names) {
    const renamed = (bytes: Buffer) =>
      withPool(bytes, (pool) => {
        const { strings, ...rest } = readPool(pool);
        const own = (string: string) => (string === 'io.appium.android.apis.ApiDemosApplication' ? name : string);
        return writePool({ ...rest, strings: strings.map(own) });
      });
    const judged = await judge(
      apk(changed(demos, /^AndroidManifest\.xml$/, ({ contents }) => ({ contents: renamed(contents) }))),
    );
    const full = name.startsWith('.') ? `io.appium.android.apis${name}` : name;
    expect(material(judged)).toEqual([`packed AndroidManifest.xml: the application class ${full} is in no DEX file`]);
    const inCode = ({ facts }: Judged) => facts.filter(({ at }) => at.file.endsWith('.dex'));
    expect(inCode(judged)).toEqual(inCode(plainDemos));
    expect(judged.head).toEqual(withoutCode(plainDemos));
  }
});

const LOADER: [string, string] = ['Ldalvik/system/DexClassLoader;', 'loadClass'];
const stub = Buffer.from(
  buildDex(
    [
      {
        name: 'Lcom/example/Shell;',
        methods: [{ name: 'm', code: (ids) => [0x0071, ids.method(...LOADER), 0, 0x000e] }],
      },
    ],
    { references: [LOADER] },
  ),
);

test.each([
  ['an asset', 'assets/core.dat'],
  ['a raw resource', 'res/raw/core'],
  ['a native library that is none', 'lib/arm64-v8a/libcore.so'],
])('a tiny DEX file, and the code of the app encrypted in %s: two gaps that count', async (_, name) => {
  const shell = apk([
    ...without(parts, /^classes\d*\.dex$/),
    { name: 'classes.dex', contents: stub },
    { name, contents: encrypted(contentsOf(parts, 'classes.dex')) },
  ]);
  const judged = await judge(shell);
  expect(material(judged).sort()).toEqual([
    `encrypted ${name}: is encrypted or packed, and the code uses dalvik.system.DexClassLoader: it may be code`,
    'packed AndroidManifest.xml: the launcher activity io.appium.settings.Settings is in no DEX file',
  ]);
  expect(inManifest(judged)).toEqual(inManifest(plain));
  expect(judged.head).toMatchObject({ input: (plain.head as { input: object }).input });
});

test.each(['assets/core.dat', 'res/raw/core', 'lib/arm64-v8a/libcore.so'])(
  'a part of the code that is encrypted as %s, where a class loader is used: a gap that counts, and the rest is read',
  async (name) => {
    const judged = await judge(apk([...without(parts, LAST), { name, contents: encrypted(last) }]));
    expect(material(judged)).toEqual([
      `encrypted ${name}: is encrypted or packed, and the code uses dalvik.system.PathClassLoader: it may be code`,
    ]);
    expect(judged.facts.filter(({ at }) => at.file !== name)).toEqual(besidesLast);
  },
);

const PROGRAM_HEADERS = 64;
const PROGRAM_HEADER = 56;
const EXECUTABLE = 1;

/** The library with its code segment reaching over half a megabyte of cipher text. */
function withEncryptedCode(): Buffer {
  const whole = Buffer.concat([library, encrypted(Buffer.alloc(1 << 19))]);
  for (let i = 0; i < whole.readUInt16LE(56); i++) {
    const header = PROGRAM_HEADERS + PROGRAM_HEADER * i;
    const isCode = whole.readUInt32LE(header) === 1 && (whole.readUInt32LE(header + 4) & EXECUTABLE) !== 0;
    if (isCode) whole.writeBigUInt64LE(BigInt(whole.length) - whole.readBigUInt64LE(header + 8), header + 32);
  }
  return whole;
}

test.each<[string, Buffer, string]>([
  ['code as dense as cipher text', withEncryptedCode(), 'has code that is encrypted or packed'],
  [
    'cipher text behind its end',
    Buffer.concat([library, encrypted(last)]),
    `carries ${last.length} encrypted or packed bytes behind its end`,
  ],
])('a native library with %s: told, and a gap that counts', async (_, carrier, detail) => {
  const judged = await judge(withLibrary(carrier));
  expect(judged.tricks).toEqual([`elf/packed ${LIBRARY}`]);
  expect(material(judged)).toEqual([`packed ${LIBRARY}: ${detail}`]);
  expect([judged.facts, judged.head]).toEqual([plainLibrary.facts, withoutCode(plainLibrary)]);
});
