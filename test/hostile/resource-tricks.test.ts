import { expect, test } from 'vitest';
import { chunk, endElement, resourceMap, startElement, text, words } from '../formats/axml-writer.ts';
import { apk, changed, contentsOf, realParts } from './apk-parts.ts';
import {
  compacted,
  type EditableTable,
  entriesOf,
  type Layout,
  readTable,
  SPECIFICATION,
  STRING_POOL,
  TYPE,
  typeOf,
  withChunks,
  writeTable,
  writeType,
} from './arsc-edit.ts';
import {
  attributesOf,
  chunksOf,
  END_ELEMENT,
  edited,
  inserted,
  removed,
  START_ELEMENT,
  withPool,
} from './axml-edit.ts';
import { anywhere, judge } from './judged.ts';
import { type EditablePool, readPool, recoded, writePool } from './string-pool-edit.ts';

const parts = realParts('io.appium.settings/apks/settings_apk-debug.apk');
const plain = await judge(apk(parts));
const demos = realParts('android-apidemos/apks/ApiDemos-debug.apk');
const plainDemos = await judge(apk(demos));

const TABLE = /^resources\.arsc$/;
const MANIFEST = /^AndroidManifest\.xml$/;
/** Compiled XML: the manifest, layouts and what else lies in `res`. */
const COMPILED = /^(?:AndroidManifest|res\/.*)\.xml$/;
const manifest = contentsOf(parts, 'AndroidManifest.xml');
const table = readTable(contentsOf(parts, 'resources.arsc'));

type Parts = typeof parts;
const withTable = (edit: (table: EditableTable) => EditableTable, of: Parts = parts): Parts =>
  changed(of, TABLE, ({ contents }) => ({ contents: writeTable(edit(readTable(contents))) }));
const withManifest = (contents: Buffer, of: Parts = parts): Parts => changed(of, MANIFEST, () => ({ contents }));

test('what is compared depends on the resources', async () => {
  expect(plain.head).toMatchObject({ input: { label: 'Appium Settings' } });
  expect(plainDemos.head).toMatchObject({ input: { label: 'API Demos' } });
  const empty = await judge(apk(withTable((whole) => withChunks(whole, (chunks) => chunks.slice(0, 2)))));
  expect(empty.head).toMatchObject({ input: { label: null } });
});

const otherPools = (of: Parts): Parts =>
  withTable(
    (whole) => ({
      ...withChunks(whole, (chunks) => chunks.map((inner) => (typeOf(inner) === STRING_POOL ? recoded(inner) : inner))),
      pool: recoded(whole.pool),
    }),
    changed(of, COMPILED, ({ contents }) => ({ contents: withPool(contents, recoded) })),
  );

const types = (edit: (type: Buffer) => Buffer) => (whole: EditableTable) =>
  withChunks(whole, (chunks) => chunks.map((inner) => (typeOf(inner) === TYPE ? edit(inner) : inner)));
const laidOut = (layout: Layout) => types((type) => writeType(type, layout));
const compact = (layout: Layout) => types((type) => writeType(type, layout, compacted(entriesOf(type))));

/** Chunks of types behind all specifications, the last first. */
const shuffled = (whole: EditableTable) =>
  withChunks(whole, (chunks) => [
    ...chunks.filter((inner) => typeOf(inner) !== TYPE),
    ...chunks.filter((inner) => typeOf(inner) === TYPE).reverse(),
  ]);

/** The package twice, each with every other type. */
const divided = (whole: EditableTable): EditableTable => {
  const half = (odd: number) =>
    withChunks(whole, (chunks) =>
      chunks.filter((inner) => typeOf(inner) === STRING_POOL || (inner.readUInt8(8) & 1) === odd),
    ).packages;
  return { ...whole, packages: [...half(0), ...half(1)] };
};

/** Every value is the first string. */
const decoy = types((type) =>
  writeType(
    type,
    'dense',
    entriesOf(type).map(({ index, bytes }) => ({
      index,
      bytes: bytes.length === 16 ? Buffer.concat([bytes.subarray(0, 8), words(0x03000008, 0)]) : bytes,
    })),
  ),
);
const OTHER = 0x6e;
const withDecoy = (whole: EditableTable): EditableTable => ({
  ...whole,
  packages: [...decoy(whole).packages.map((part) => ({ ...part, id: OTHER })), ...whole.packages],
});

const units = (name: string, count: number): Buffer => {
  const bytes = Buffer.alloc(2 * count);
  bytes.write(name, 'utf16le');
  return bytes;
};
/** What other packages may lay over: a group with the strings in it, by a policy that lets everyone. */
const overlayable = (ids: number[]): Buffer => {
  const policy = chunk(0x0205, words(1, ids.length), words(...ids));
  const names = Buffer.concat([units('Theme', 256), units('overlay://theme', 256)]);
  return Buffer.from(chunk(0x0204, names, policy));
};
/** Names of shared libraries and the ids that they had when this was compiled. */
const LIBRARIES = Buffer.from(chunk(0x0203, words(1), Buffer.concat([words(2), units('com.example.shared', 128)])));
const withChunk = (added: Buffer) => withTable((whole) => withChunks(whole, (chunks) => [...chunks, added]));
const idsOf = (whole: EditableTable): number[] =>
  whole.packages.flatMap(({ id, chunks }) =>
    chunks.flatMap((inner) =>
      typeOf(inner) === TYPE
        ? entriesOf(inner).map(({ index }) => ((id << 24) | (inner.readUInt8(8) << 16) | index) >>> 0)
        : [],
    ),
  );
const ids = [...new Set(idsOf(table))];

/** The manifest with every reference to the app's own resources changed. */
function referring(bytes: Buffer, to: (id: number) => number): Buffer {
  return edited(bytes, (copy) => {
    for (const { offset } of attributesOf(copy)) {
      const [type, id] = [copy.readUInt8(offset + 15), copy.readUInt32LE(offset + 16)];
      if (type === 1 && id >>> 24 === 0x7f) copy.writeUInt32LE(to(id) >>> 0, offset + 16);
    }
  });
}

/** Ids as they are while a resource is staged, in a type that the table does not have. */
const stagedId = (id: number): number => 0x7fff0000 + ids.indexOf(id);
const aliases = Buffer.from(chunk(0x0206, words(ids.length), words(...ids.flatMap((id) => [stagedId(id), id]))));

/** A text of one string put before the last end tag, and the string put behind all others of the pool. */
function withText(bytes: Buffer, string: string): Buffer {
  let index = 0;
  const longer = withPool(bytes, (pool) => {
    const read = readPool(pool);
    index = read.strings.length;
    return writePool({ ...read, strings: [...read.strings, string] });
  });
  return beforeEnd(longer, Buffer.from(text(index)));
}

/** Nodes put before the end tag of the application and before that of the manifest. */
function beforeEnd(bytes: Buffer, nodes: Buffer): Buffer {
  return chunksOf(bytes)
    .filter(({ type }) => type === END_ELEMENT)
    .slice(-2)
    .reverse()
    .reduce((whole, { offset }) => inserted(whole, offset, nodes), bytes);
}

const LEVELS = 100_000;
/** Elements inside one another, of a name that is no tag of a manifest. */
function nested(bytes: Buffer): Buffer {
  const repeated = (element: Uint8Array) => Buffer.concat(Array<Uint8Array>(LEVELS).fill(element));
  return beforeEnd(bytes, Buffer.concat([repeated(startElement(0)), repeated(endElement(0))]));
}

/** Entries with a plain value of one of some types refer to one another in a circle. */
const circle = (kinds: (kind: number) => boolean) => (whole: EditableTable) => {
  const next = (id: number) => ids[(ids.indexOf(id) + 1) % ids.length] ?? id;
  return types((type) =>
    writeType(
      type,
      'dense',
      entriesOf(type).map(({ index, bytes }) => {
        if (bytes.length !== 16 || !kinds(bytes.readUInt8(11))) return { index, bytes };
        const target = next(((0x7f << 24) | (type.readUInt8(8) << 16) | index) >>> 0);
        return { index, bytes: Buffer.concat([bytes.subarray(0, 8), words(0x01000008, target)]) };
      }),
    ),
  )(whole);
};
/** References, attributes, sizes, fractions and colours. */
const isLook = (kind: number): boolean => [1, 2, 5, 6].includes(kind) || (kind >= 0x1c && kind <= 0x1f);

const tricks: [string, (of: Parts) => Parts][] = [
  ['string pools in the other encoding', otherPools],
  ['sparse entries', (of) => withTable(laidOut('sparse'), of)],
  ['16-bit offsets of entries', (of) => withTable(laidOut('offset16'), of)],
  ['compact entries', (of) => withTable(compact('dense'), of)],
  ['sparse compact entries', (of) => withTable(compact('sparse'), of)],
  ['types out of order', (of) => withTable(shuffled, of)],
  ['a package in two parts', (of) => withTable(divided, of)],
  ['another package with other values before its own', (of) => withTable(withDecoy, of)],
  ['everything at once', (of) => otherPools(withTable((whole) => shuffled(compact('sparse')(withDecoy(whole))), of))],
];

test.each(tricks)('resources with %s: nothing changes', async (_, edit) => {
  expect(await judge(apk(edit(parts)))).toEqual(plain);
  expect(await judge(apk(edit(demos)))).toEqual(plainDemos);
});

test.each<[string, () => Parts]>([
  [
    'shared libraries, groups that other packages lay over, and staged ids',
    () => withChunk(Buffer.concat([LIBRARIES, overlayable(ids), aliases])),
  ],
  ['a manifest that refers to staged ids', () => withManifest(referring(manifest, stagedId), withChunk(aliases))],
  [
    'a manifest that refers to another package',
    () =>
      withManifest(
        referring(manifest, (id) => (id & 0xffffff) | (OTHER << 24)),
        withTable((whole) => ({
          ...whole,
          packages: [...whole.packages, ...whole.packages.map((part) => ({ ...part, id: OTHER }))],
        })),
      ),
  ],
  [
    'text that imitates tags',
    () =>
      withManifest(
        withText(manifest, '<uses-permission android:name="android.permission.READ_SMS"/></application></manifest>'),
      ),
  ],
  ['a manifest nested 100,000 deep', () => withManifest(nested(manifest))],
  ['sizes, colours and references that refer to each other in a circle', () => withTable(circle(isLook))],
])('%s: nothing changes', async (_, make) => {
  expect(await judge(apk(make()))).toEqual(plain);
});

test('resources that refer to each other in a circle: labels stay open, and nothing else', async () => {
  const { facts, gaps, head } = await judge(apk(withTable(circle(() => true))));
  expect(head).toMatchObject({ input: { label: null, package: 'io.appium.settings' } });
  const inCode = (all: typeof facts) => anywhere(all.filter(({ kind }) => kind === 'call'));
  expect(inCode(facts)).toEqual(inCode(plain.facts));
  expect(gaps).toEqual(plain.gaps);
});

test('files of resources under obfuscated paths: nothing changes but their places', async () => {
  const short = new Map(
    demos.flatMap(({ name }, i): [string, string][] =>
      String(name).startsWith('res/')
        ? [[String(name), `r/${i.toString(36)}${/\.[^/]*$/.exec(String(name))?.[0] ?? ''}`]]
        : [],
    ),
  );
  const renamed = (pool: EditablePool): EditablePool => ({
    ...pool,
    strings: pool.strings.map((string) => short.get(string) ?? string),
  });
  const obfuscated = withTable((whole) => ({ ...whole, pool: writePool(renamed(readPool(whole.pool))) }), demos).map(
    (part) => ({ ...part, name: short.get(String(part.name)) ?? part.name }),
  );
  const { facts, head, tricks: told } = await judge(apk(obfuscated));
  expect(short.size).toBeGreaterThan(100);
  const before = plainDemos.facts.map((fact) =>
    fact.args === undefined ? fact : { ...fact, args: fact.args.map((arg) => short.get(arg) ?? arg) },
  );
  expect(anywhere(facts)).toEqual(anywhere(before));
  expect([head, told]).toEqual([plainDemos.head, []]);
});

/** The manifest of a split for a configuration: `manifest` and `application` without contents. */
function splitManifest(bytes: Buffer): Buffer {
  const named = withPool(bytes, (pool) => {
    const read = readPool(pool);
    return writePool({
      ...read,
      strings: read.strings.map((string) => (string === 'platformBuildVersionName' ? 'split' : string)),
    });
  });
  const nodes = chunksOf(named).filter(({ type }) => type === START_ELEMENT || type === END_ELEMENT);
  const nameOf = (at: number, header: number) => named.readUInt32LE(at + header + 4);
  const [root] = nodes;
  const application = readPool(named.subarray(chunksOf(named)[0]?.offset ?? 0)).strings.indexOf('application');
  return nodes
    .filter(({ offset, headerSize }) => {
      const name = nameOf(offset, headerSize);
      return name !== application && root !== undefined && name !== nameOf(root.offset, root.headerSize);
    })
    .reverse()
    .reduce((whole, { offset, size }) => removed(whole, offset, size), named);
}

test('values that are in the table of a split: nothing changes but their places', async () => {
  const kept = (whole: EditableTable, inSplit: boolean) => {
    const kinds = whole.packages.flatMap(({ chunks }) => readPool(chunks[0] ?? Buffer.alloc(0)).strings);
    const string = 1 + kinds.indexOf('string');
    const own = (inner: Buffer) => ![TYPE, SPECIFICATION].includes(typeOf(inner));
    return withChunks(whole, (chunks) =>
      chunks.filter((inner) => own(inner) || (inner.readUInt8(8) === string) === inSplit),
    );
  };
  const split = [
    { name: 'AndroidManifest.xml', contents: splitManifest(manifest) },
    { name: 'resources.arsc', contents: writeTable(kept(table, true)) },
  ];
  const set = apk([
    { name: 'base.apk', contents: apk(withTable((whole) => kept(whole, false))), method: 0 },
    { name: 'split_config.zh.apk', contents: apk(split), method: 0 },
  ]);
  const { head, facts, tricks: told } = await judge(set, 'app.apks');
  expect(head).toMatchObject({ input: { label: 'Appium Settings' } });
  const values = (all: typeof facts) =>
    all.map(({ kind, value, args, data }) => JSON.stringify([kind, value, args, data])).sort();
  expect(values(facts)).toEqual(values(plain.facts));
  expect(told).toEqual([]);
});

test('a resource map among the nodes of every compiled XML: nothing changes', async () => {
  const late = (bytes: Buffer) => beforeEnd(bytes, Buffer.from(resourceMap(1, 2, 3)));
  expect(await judge(apk(changed(demos, COMPILED, ({ contents }) => ({ contents: late(contents) }))))).toEqual(
    plainDemos,
  );
});
