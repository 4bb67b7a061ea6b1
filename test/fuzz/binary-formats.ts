import { readdirSync, readFileSync } from 'node:fs';
import { loadCatalogue } from '../../analyzers/catalogue/load.ts';
import { extractManifest } from '../../analyzers/extract/manifest/extract-manifest.ts';
import { compileNativeWatch, extractNative } from '../../analyzers/extract/native/extract-native.ts';
import { compileScriptWatch, extractScript } from '../../analyzers/extract/script/extract-script.ts';
import { arscOddities, readArsc } from '../../analyzers/formats/arsc.ts';
import { resolveText } from '../../analyzers/formats/arsc-resolve.ts';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { readProtobufResources } from '../../analyzers/formats/protobuf-resources.ts';
import { ZipError } from '../../analyzers/formats/zip.ts';
import type { Build, BuildKind } from '../../analyzers/model/build.ts';
import { InputError } from '../../analyzers/model/input-error.ts';
import { unpackBytes } from '../../analyzers/unpack/unpack.ts';
import { config, table } from '../formats/arsc-writer.ts';
import { document, endElement, resourceMap, startElement, stringPool, text } from '../formats/axml-writer.ts';
import { writeElf } from '../formats/elf/elf-writer.ts';
import * as protobuf from '../formats/protobuf-writer.ts';
import { type HandmadeEntry, makeArchive } from '../formats/zip/handmade-archive.ts';
import { dex } from './dex-format.ts';
import type { FuzzedFormat } from './format.ts';
import type { Random } from './random.ts';

const TESTS = new URL('../', import.meta.url);
const at = (path: string): Buffer => readFileSync(new URL(path, TESTS));
const all = (folder: string, ending: string): Buffer[] =>
  readdirSync(new URL(folder, TESTS))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => at(`${folder}${name}`));

const NAMES = [
  'AndroidManifest.xml',
  'classes.dex',
  'classes2.dex',
  'resources.arsc',
  'assets/a.js',
  'lib/x86/liba.so',
  'a/',
  '../b',
  'n.apk',
  'x.zip',
  '',
];
const WORDS = [0, 1, 2, 8, 77, 0xffff, 0xfffffff0, 0xffffffff];

function archive(random: Random): Buffer {
  const fields = (): HandmadeEntry['central'] =>
    Object.fromEntries(
      (['flags', 'method', 'crc', 'compressedSize', 'size', 'offset'] as const)
        .filter(() => random.once(4))
        .map((name) => [
          name,
          name === 'flags' || name === 'method' ? random.pick(WORDS) & 0xffff : random.pick(WORDS),
        ]),
    );
  return makeArchive(
    random.many(8, () => ({
      name: random.pick(NAMES),
      contents: random.once(5) ? archive(random) : random.bytes(random.below(200)),
      method: random.pick([0, 8, 8, 99]),
      descriptor: random.once(4),
      ...(random.once(3) ? { central: fields() ?? {} } : {}),
      ...(random.once(3) ? { local: fields() ?? {} } : {}),
    })),
    {
      zip64: random.once(5),
      ...(random.once(4) ? { count: random.below(0xffff) } : {}),
      ...(random.once(4) ? { comment: random.bytes(40) } : {}),
    },
  );
}

const zip: FuzzedFormat = {
  name: 'zip',
  seeds: [at('unpack/fixtures/minimal.apk'), at('../samples/native-java/app.apk'), at('../samples/cordova/app.apk')],
  tokens: [],
  generate: archive,
  run(bytes) {
    try {
      for (const file of unpackBytes('a.apk', bytes).files) {
        try {
          file.verify?.(file.read());
        } catch (error) {
          if (!(error instanceof ZipError)) throw error;
        }
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  },
};

/** A build of one file. */
function buildOf(kind: BuildKind, files: Record<string, Uint8Array>): Build {
  return {
    name: 'a',
    kind,
    sha256: '',
    size: 1,
    files: Object.entries(files).map(([path, bytes]) => ({ path, size: bytes.length, read: () => bytes })),
    gaps: [],
  };
}

const ELEMENTS = [
  'manifest',
  'application',
  'activity',
  'uses-permission',
  'meta-data',
  'intent-filter',
  'action',
  'name',
  'a.B',
  '.C',
  'package',
  'http://schemas.android.com/apk/res/android',
  '@string/x',
  '',
];

function elements(random: Random, depth: number): Uint8Array[] {
  const name = () => random.below(ELEMENTS.length + 1);
  const attributes = random.many(4, () => ({
    name: name(),
    namespace: random.once(2) ? 11 : -1,
    raw: name(),
    type: random.pick([0, 1, 3, 16, 17, 18, 99]),
    data: random.once(3) ? random.word() : name(),
  }));
  const inner = depth > 5 ? [] : random.many(3, () => elements(random, depth + 1)).flat();
  return [
    startElement(depth === 0 ? 0 : name(), attributes, random.once(9) ? 24 : 20),
    ...(random.once(4) ? [text(name())] : []),
    ...inner,
    ...(random.once(12) ? [] : [endElement(name())]),
  ];
}

const axml: FuzzedFormat = {
  name: 'axml',
  seeds: [
    at('extract/manifest/fixtures/aapt-utf16/AndroidManifest.xml'),
    at('extract/manifest/fixtures/aapt-utf8/AndroidManifest.xml'),
    at('extract/manifest/fixtures/aapt2-sparse/AndroidManifest.xml'),
  ],
  tokens: [],
  generate: (random) =>
    Buffer.from(
      document(
        stringPool(ELEMENTS, random.pick(['utf8', 'utf16']), random.once(6) ? random.below(5000) : ELEMENTS.length),
        resourceMap(...random.many(8, () => random.pick([0x01010003, 0x01010006, 0x0101020c, random.word()]))),
        ...elements(random, 0),
      ),
    ),
  run(bytes) {
    extractManifest(
      buildOf('apk', {
        'AndroidManifest.xml': bytes,
        'resources.arsc': at('extract/manifest/fixtures/aapt-utf8/resources.arsc'),
      }),
    );
  },
};

const arsc: FuzzedFormat = {
  name: 'arsc',
  seeds: [
    at('extract/manifest/fixtures/aapt-utf16/resources.arsc'),
    at('extract/manifest/fixtures/aapt-utf8/resources.arsc'),
    at('extract/manifest/fixtures/aapt2-sparse/resources.arsc'),
  ],
  tokens: [],
  generate: (random) =>
    Buffer.from(
      table(
        random.many(6, (i) => `text ${i}`),
        random.many(4, () => ({
          config: config({ locale: random.pick(['', 'zh-CN', 'en']), sdk: random.below(40) }),
          encoding: random.pick(['dense', 'offset16', 'sparse']),
          compact: random.once(2),
          entries: random.many(6, () =>
            random.once(4)
              ? null
              : {
                  type: random.pick([1, 2, 3, 16]),
                  data: random.once(2) ? random.word() : 0x7f010000 + random.below(6),
                },
          ),
        })),
      ),
    ),
  run(bytes) {
    try {
      arscOddities(bytes);
      const opened = readArsc(bytes);
      for (let id = 0x7f010000; id < 0x7f010040; id++) resolveText(opened, { kind: 'reference', id, name: null });
      for (let id = 0x7f000000; id < 0x7f100000; id += 0x10000)
        resolveText(opened, { kind: 'reference', id, name: null });
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    }
  },
};

const nativeWatch = compileNativeWatch(loadCatalogue());

const elf: FuzzedFormat = {
  name: 'elf',
  seeds: all('extract/native/fixtures/', '.so'),
  tokens: [],
  generate: (random) =>
    Buffer.from(
      writeElf({
        bits: random.pick([32, 64]),
        bigEndian: random.once(3),
        needed: random.many(3, (i) => `lib${i}.so`),
        imports: random.many(5, () => random.pick(['getifaddrs', '__system_property_get', 'open', 'x'])),
        exports: random.many(5, (i) => `Java_a_B_m${i}`),
        constants: random.bytes(random.below(80)).toString('latin1'),
        hash: random.pick(['sysv', 'gnu', 'none']),
        ...(random.once(3)
          ? { sectionHeaders: { offset: random.word() % 4096, count: random.below(70_000) & 0xffff } }
          : {}),
      }),
    ),
  run(bytes) {
    extractNative('lib/x86/liba.so', bytes, nativeWatch);
  },
};

function messageOf(random: Random, depth: number): Uint8Array {
  return Buffer.concat(
    random.many(6, () => {
      const field = 1 + random.below(16);
      const kind = random.below(depth > 12 ? 2 : 4);
      if (kind === 0) return protobuf.number(field, random.once(3) ? -1 : random.word());
      if (kind === 1) return protobuf.bytes(field, random.pick(ELEMENTS));
      return protobuf.bytes(field, messageOf(random, depth + 1));
    }),
  );
}

const protobufFormat: FuzzedFormat = {
  name: 'protobuf',
  seeds: [
    at('extract/manifest/fixtures/aapt2-proto/AndroidManifest.xml'),
    at('extract/manifest/fixtures/aapt2-proto/resources.pb'),
  ],
  tokens: [],
  generate: (random) => Buffer.from(messageOf(random, 0)),
  run(bytes) {
    extractManifest(
      buildOf('aab', {
        'base/manifest/AndroidManifest.xml': bytes,
        'base/resources.pb': at('extract/manifest/fixtures/aapt2-proto/resources.pb'),
      }),
    );
    try {
      const resources = readProtobufResources(bytes);
      for (const name of ['string/app_name', 'xml/paths', 'x'])
        resolveText(resources, { kind: 'reference', id: 0, name });
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    }
  },
};

const scriptWatch = compileScriptWatch(loadCatalogue());
const bytecode = all('formats/hermes/fixtures/', '.hbc');

const hermes: FuzzedFormat = {
  name: 'hermes',
  seeds: bytecode,
  tokens: [],
  // Every table of a header that states other sizes, over the bytes of a real file.
  generate(random) {
    const bytes = Buffer.from(random.pick(bytecode));
    for (let at = 36; at < 128; at += 4) {
      if (random.once(4)) bytes.writeUInt32LE(random.once(2) ? random.below(2 * bytes.length) : random.pick(WORDS), at);
    }
    return bytes;
  },
  run(bytes) {
    extractScript('index.android.bundle', bytes, scriptWatch);
  },
};

export const BINARY_FORMATS = [zip, axml, arsc, dex, elf, protobufFormat, hermes];
