import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Report, scan } from '../../analyzers/index.ts';

const root = mkdtempSync(join(tmpdir(), 'candor-projects-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SCRIPT = 'uni.getLocation({});';
let projects = 0;

/** A new folder with a script and a package, and the files given. */
function folderOf(files: Record<string, string>): string {
  const folder = join(root, String(projects++));
  for (const [path, text] of Object.entries({ 'index.js': SCRIPT, 'package.json': '{"name":"x"}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const places = ({ evidence }: Report) => evidence.filter(({ data }) => data === 'location').map(({ at }) => at.file);
const gapsOf = ({ gaps }: Report) => gaps.map(({ code, file, material }) => `${code} ${file}${material ? ' !' : ''}`);
const numbered = (count: number, entry: (i: number) => [string, string]) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => entry(i)));

const CHAIN = 1_000;
const DEEP = 100_000;
const deepObject = `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`;
const deepArray = '['.repeat(DEEP) + ']'.repeat(DEEP);
const nestedExports = (open: string, close: string) =>
  `{"name":"dep","exports":${open.repeat(10_000)}"./a.js"${close.repeat(10_000)}}`;

test.each<[string, Record<string, string>, string[]]>([
  [
    'a chain of configurations that extend one another',
    {
      'tsconfig.json': '{"extends":"./c/0.json"}',
      ...numbered(CHAIN, (i) => [`c/${i}.json`, `{"extends":"./${i + 1}.json"}`]),
    },
    [],
  ],
  [
    'configurations that extend one another in a circle',
    {
      'tsconfig.json': '{"extends":["./tsconfig.a.json","./tsconfig.json"]}',
      'tsconfig.a.json': '{"extends":"./tsconfig.json"}',
    },
    [],
  ],
  [
    'projects that refer to one another in a circle',
    numbered(CHAIN, (i) => [`p${i}/tsconfig.json`, `{"references":[{"path":"../p${(i + 1) % CHAIN}"},{"path":".."}]}`]),
    [],
  ],
  [
    'workspaces that hold one another',
    {
      'package.json': '{"name":"w0","workspaces":["*","..",".","**/*"]}',
      ...numbered(CHAIN, (i) => [`p${i}/package.json`, `{"name":"w${i}","main":"index.js","workspaces":[".."]}`]),
      ...numbered(CHAIN, (i) => [`p${i}/index.js`, `export * from "w${(i + 1) % CHAIN}";`]),
    },
    [],
  ],
  [
    'exports nested 10,000 deep',
    {
      'a/package.json': nestedExports('{"import":', '}'),
      'b/package.json': nestedExports('[', ']'),
      'c.js': 'import "dep";',
    },
    ['too-large a/package.json', 'too-large b/package.json'],
  ],
])('a project with %s is read', async (_, files, expected) => {
  const report = await scan(folderOf(files), { jobs: 1 });
  expect(places(report)).toEqual(['index.js']);
  expect(gapsOf(report)).toEqual(expected);
});

const CONFIGURATIONS = [
  'app.json',
  'capacitor.config.json',
  'manifest.json',
  'module.json5',
  'package.json',
  'pages.json',
  'tsconfig.json',
];

test.each([
  ['objects', deepObject],
  ['lists', deepArray],
])('configurations of %s nested 100,000 deep: gaps, and the scripts are read', async (_, text) => {
  const report = await scan(folderOf(Object.fromEntries(CONFIGURATIONS.map((name) => [name, text]))), { jobs: 1 });
  expect(places(report)).toEqual(['index.js']);
  expect(gapsOf(report)).toEqual(CONFIGURATIONS.map((name) => `too-large ${name}`));
});

test('100,000 pages, and a list of millions of numbers: the scripts are read', async () => {
  const pages = Array.from({ length: 100_000 }, (_, i) => `{"path":"pages/p${i}/index","style":{}}`);
  const many = await scan(
    folderOf({
      'manifest.json': '{"appid":"__UNI__1"}',
      'pages.json': `{"pages":[${pages}]}`,
      'pages/p0/index.vue': `<script>export default { onLoad() { ${SCRIPT} } }</script>`,
    }),
    { jobs: 1 },
  );
  expect([places(many), gapsOf(many)]).toEqual([['index.js', 'pages/p0/index.vue'], []]);
  const numbers = `[${'1,'.repeat(4_000_000)}1]`;
  const large = await scan(
    folderOf({ 'pages.json': numbers, 'tsconfig.json': numbers, 'app.json': `[${'1,'.repeat(5_000_000)}1]` }),
    { jobs: 1 },
  );
  expect([places(large), gapsOf(large)]).toEqual([
    ['index.js'],
    ['too-large app.json', 'too-large pages.json', 'too-large tsconfig.json', 'too-large app.json'],
  ]);
});

test('4 MB of aliases: imports are resolved by them', async () => {
  const paths = Object.fromEntries(
    Array.from({ length: 60_000 }, (_, i) => [`@alias${i}/*`, [`./nowhere${i}/*`, `./lib${i}/*`]]),
  );
  const imports = (i: number) => Array.from({ length: 100 }, (_, k) => `import '@alias${7 * k}/m${i}';`).join('\n');
  const report = await scan(
    folderOf({
      'tsconfig.json': JSON.stringify({ compilerOptions: { baseUrl: '.', paths } }),
      ...numbered(50, (i) => [`s/f${i}.ts`, imports(i)]),
      's/user.ts':
        "import { clip } from '@alias59999/clip';\nclip((text) => fetch('https://example.com', { body: text }));",
      'lib59999/clip.ts': 'export const clip = (done) => uni.getClipboardData({ success: ({ data }) => done(data) });',
    }),
    { jobs: 1 },
  );
  expect(gapsOf(report)).toEqual([]);
  expect(report.evidence.filter(({ data }) => data === 'clipboard').map(({ grade }) => grade)).toEqual(['sent']);
});

test('links to folders above, to each other and to devices are not followed, sockets are not opened', async () => {
  const folder = folderOf({});
  for (const [name, target] of [
    ['here', '.'],
    ['above', '..'],
    ['a.js', 'b.js'],
    ['b.js', 'a.js'],
    ['zero.js', '/dev/zero'],
  ] as const) {
    symlinkSync(target, join(folder, name));
  }
  const server = createServer();
  await new Promise<void>((listening) => server.listen(join(folder, 'socket.js'), listening));
  const report = await scan(folder, { jobs: 1 });
  await new Promise((closed) => server.close(closed));
  expect(places(report)).toEqual(['index.js']);
  expect(gapsOf(report)).toEqual(['unsupported socket.js', 'unsupported a.js']);
});

test('names with line ends and escapes, names of 255 bytes, and folders 500 deep are read', async () => {
  const names = [
    'a\nb.js',
    '\x1b[31mred.js',
    ' .js',
    '-rf.js',
    'a\u202egpj.js',
    `${'n'.repeat(252)}.js`,
    `${'灯'.repeat(84)}.js`,
  ];
  const deep = numbered(500, (i) => [`${'d/'.repeat(i + 1)}x.js`, SCRIPT]);
  const report = await scan(folderOf({ ...Object.fromEntries(names.map((name) => [name, SCRIPT])), ...deep }), {
    jobs: 1,
  });
  expect(places(report).sort()).toEqual([...names, ...Object.keys(deep), 'index.js'].sort());
  expect(gapsOf(report)).toEqual([]);
});

const inline = (map: object) => `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
const mapped = (text: string, url: string) => `${text}\n//# sourceMappingURL=${url}`;
const MAP = { version: 3, sources: ['a.js'], names: [], mappings: 'AAAA' };
const sections = (map: string) => `{"version":3,"sections":[{"offset":{"line":0,"column":0},"map":${map}}]}`;

/** A map whose source has a map whose source has one, and so on. */
function inlineInInline(levels: number): string {
  let text = SCRIPT;
  for (let i = 0; i < levels; i++) text = mapped(SCRIPT, inline({ ...MAP, sourcesContent: [text] }));
  return text;
}

test.each<[string, Record<string, string>]>([
  [
    'sections in sections, 50,000 deep',
    {
      'index.js': mapped(SCRIPT, 'index.js.map'),
      'index.js.map': `${sections('').slice(0, -3).repeat(50_000)}${JSON.stringify(MAP)}${'}]}'.repeat(50_000)}`,
    },
  ],
  [
    '200,000 sections',
    {
      'index.js': mapped(SCRIPT, 'index.js.map'),
      'index.js.map': JSON.stringify({
        version: 3,
        sections: Array.from({ length: 200_000 }, (_, line) => ({ offset: { line, column: 0 }, map: MAP })),
      }),
    },
  ],
  [
    'sections that name the map itself',
    {
      'index.js': mapped(SCRIPT, 'index.js.map'),
      'index.js.map': '{"version":3,"sections":[{"offset":{"line":0,"column":0},"url":"index.js.map"}]}',
    },
  ],
  ['a map that is the script itself', { 'index.js': mapped(SCRIPT, 'index.js') }],
  [
    'a map that leads to a script with a map',
    {
      'index.js': mapped(SCRIPT, 'index.js.map'),
      'index.js.map': JSON.stringify({
        ...MAP,
        sourcesContent: [mapped(SCRIPT, 'index.js.map')],
        sources: ['index.js'],
      }),
    },
  ],
  ['maps inside maps', { 'index.js': inlineInInline(16) }],
  [
    'the address of a map 100,000 times',
    { 'index.js': mapped(SCRIPT, 'a.map\n//# sourceMappingURL=').repeat(100_000) },
  ],
])('a script with %s is read', async (_, files) => {
  const report = await scan(folderOf(files), { jobs: 1 });
  expect(report.evidence.filter(({ data }) => data === 'location')).not.toEqual([]);
  expect(gapsOf(report).filter((gap) => gap.endsWith('!'))).toEqual([]);
});
