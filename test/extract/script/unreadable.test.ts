import { expect, test } from 'vitest';
import { MAX_SCRIPT_BYTES } from '../../../analyzers/extract/script/source/decode.ts';
import { extract, extractBytes, sitesOf } from './script-catalogue.ts';

function bytesOf(...values: number[]): Uint8Array {
  return new Uint8Array(values);
}

const HERMES = bytesOf(0xc6, 0x1f, 0xbc, 0x03, 0xc1, 0x03, 0x19, 0x1f, 96, 0, 0, 0, 0, 0);

test('cut Hermes bytecode, cut RAM bundles and compiled scripts are material gaps, other binary data is not', () => {
  const gapsOf = (bytes: Uint8Array, path: string) => extractBytes(bytes, path).gaps;
  expect(gapsOf(HERMES, 'assets/index.android.bundle')).toEqual([
    {
      stage: 'script',
      file: 'assets/index.android.bundle',
      code: 'corrupt',
      detail:
        'Hermes bytecode version 96 is not decoded, only its names are looked at: the header is cut off at offset 14',
      material: true,
    },
  ]);
  expect(gapsOf(bytesOf(0xe5, 0xd1, 0x0b, 0xfb, 1, 0, 0, 0, 1, 0, 0, 0), 'a.bundle')).toMatchObject([
    { material: true },
  ]);
  expect(gapsOf(bytesOf(1, 2, 0, 4), 'assets/main.jsc')).toMatchObject([{ code: 'unsupported', material: true }]);
  expect(gapsOf(bytesOf(0x55, 0x6e, 0, 4), 'assets/x.bundle')).toMatchObject([{ material: false }]);
  expect(gapsOf(bytesOf(), 'a.js')).toEqual([]);
  expect(gapsOf(bytesOf(0x66), 'a.js')).toEqual([]);
});

test('more bytes than the budget are a gap', () => {
  expect(extractBytes(new Uint8Array(MAX_SCRIPT_BYTES + 1)).gaps).toMatchObject([
    {
      code: 'too-large',
      detail: `${MAX_SCRIPT_BYTES + 1} bytes of script are more than the ${MAX_SCRIPT_BYTES} that are read`,
      material: true,
    },
  ]);
});

test('UTF-16 is read by its byte order mark', () => {
  const little = new Uint8Array(Buffer.from('\uFEFFuni.getLocation();', 'utf16le'));
  const big = new Uint8Array(Buffer.from(little).swap16());
  for (const bytes of [little, big]) {
    expect(extractBytes(bytes).facts.map(({ value, at }) => [value, at.column])).toEqual([['uni.getLocation', 5]]);
  }
});

test('broken syntax is a gap with its place, and the statements around it are read', () => {
  const source = [
    "import C from '@react-native-clipboard/clipboard';",
    'export function good() {',
    '  return C.getString();',
    '}',
    'function bad( {',
    '  uni.getLocation();',
    '}',
    'C.getString();',
  ].join('\n');
  expect(sitesOf(source)).toEqual([
    'call @react-native-clipboard/clipboard.getString() 3:12',
    'call @react-native-clipboard/clipboard.getString() 8:3',
  ]);
  expect(extract(source).gaps).toEqual([
    {
      stage: 'script',
      file: 'src/a.js',
      code: 'corrupt',
      detail: expect.stringMatching(/^line \d+, column \d+: .+; 3 top-level statements were read one by one$/),
      material: true,
    },
  ]);
  expect(extract('var a = "unterminated').gaps).toMatchObject([
    { detail: expect.stringMatching(/nothing of it was read$/) },
  ]);
});

test('errors that a parser can step over are no gap', () => {
  const sources = [
    'let a; let a; uni.getLocation();',
    'with (a) b; delete c; 010; uni.getLocation();',
    'return uni.getLocation();',
    'x = await uni.getLocation();',
    '<!-- old page\nuni.getLocation();',
    '#!/usr/bin/env node\nuni.getLocation();',
  ];
  for (const source of sources) {
    expect(extract(source).gaps).toEqual([]);
    expect(extract(source).facts.map(({ value }) => value)).toEqual(['uni.getLocation']);
  }
});

test('each dialect is read whatever the ending says', () => {
  const typed =
    'const f = <T,>(a: T): a is T => { return uni.getLocation() as unknown as T; }; abstract class A { constructor(private x: B) {} }';
  const flow = '// @flow\ntype A = {| +a: ?string |};\nconst f = (a: A): ?B => uni.getLocation((a: any));';
  const jsx = 'const a = <View>{uni.getLocation()}</View>;';
  const decorated = '@Component({}) export class A { @Input() a = uni.getLocation(); constructor(@Inject(X) x) {} }';
  const cases: [string, string][] = [
    [typed, 'a.ts'],
    [typed, 'a.js'],
    [flow, 'a.js'],
    [jsx, 'a.js'],
    [jsx, 'a.tsx'],
    [jsx, 'a.ts'],
    [decorated, 'a.ts'],
    [decorated, 'a.js'],
  ];
  for (const [source, path] of cases) {
    expect([path, source, extract(source, path).gaps]).toEqual([path, source, []]);
    expect(extract(source, path).facts.map(({ value }) => value)).toEqual(['uni.getLocation']);
  }
});

test('deep nesting is a gap or a result, never a crash', () => {
  const depth = 50_000;
  expect(extract(`${'['.repeat(depth)}uni.getLocation()${']'.repeat(depth)}`).gaps).toMatchObject([
    {
      code: 'too-large',
      detail: 'syntax is nested too deeply to be parsed; nothing of it was read',
      material: true,
    },
  ]);
  const apart = `uni.getLocation();\nx = ${'['.repeat(depth)}${']'.repeat(depth)};`;
  expect(extract(apart)).toMatchObject({ facts: [{ value: 'uni.getLocation' }], gaps: [{ code: 'too-large' }] });
  expect(extract(`${'!'.repeat(400)}uni.getLocation();`).facts).toHaveLength(1);
  expect(extract(`a${' + a'.repeat(1000)}; uni.getLocation();`).facts).toHaveLength(1);
  expect(extract(`a${'.b'.repeat(1000)}.getLocation(); uni.getLocation();`).facts).toHaveLength(1);
  expect(extract(`let x = uni; ${'x = { ...x, a: [x] };'.repeat(2000)} x.getLocation();`).gaps).toEqual([]);
  expect(extract(`var a = b, b = a; a = a.a[b](...a); a.getLocation(b); uni.getLocation();`).facts).toHaveLength(1);
});

test('the modules of an indexed RAM bundle are read', () => {
  const modules = ['var x = 1;', '__d(function(g,r,i,a,m,e,d){uni.getLocation()},0,[]);'].map((code) =>
    Buffer.from(`${code}\0`),
  );
  const [startup = Buffer.alloc(0), code = Buffer.alloc(0)] = modules;
  const head = Buffer.alloc(20);
  [0xfb0bd1e5, 1, startup.length, startup.length, code.length].forEach((value, at) => {
    head.writeUInt32LE(value, at * 4);
  });
  const { facts, gaps } = extractBytes(Buffer.concat([head, ...modules]), 'a.bundle');
  expect(gaps).toEqual([]);
  expect(facts.map(({ value, at }) => [value, at.line])).toEqual([['uni.getLocation', 2]]);
});

test('a method in a pattern, from which the parser recovers, spoils neither its file nor the others', () => {
  const sites = sitesOf(`({ a() {} } = b);\n(({ c() {} }) => 1);\nuni.getLocation();`);
  expect(sites).toHaveLength(1);
});

const READ = 'uni.getLocation({});';

test.each<[string, string[]]>([
  ['a member that is not named', ['this.setState({ a: 1 }).']],
  ['a call over several lines behind which a member is not named', ['this.setState({', '  a: 1,', '}).']],
  ['a bracket too much', ['run());']],
  ['a variable without a name', ['const = 4;']],
])('a statement that is wrong does not lose the function around it: %s', (_, wrong) => {
  const lines = [
    'class A {',
    `  first() { ${READ} }`,
    '  second() {',
    `    ${READ}`,
    ...wrong.map((line) => `    ${line}`),
    '  }',
    `  third() { ${READ} }`,
  ];
  const { facts, gaps } = extract([...lines, '}'].join('\n'));
  expect(facts.filter(({ kind }) => kind === 'call').map(({ at }) => at.line)).toEqual([2, 4, lines.length]);
  expect(gaps).toMatchObject([{ code: 'corrupt', material: true }]);
});

test('texts that are wrong all over are given up in time', () => {
  const text = 'function f() { a.b(; }\n'.repeat(20_000);
  const started = process.cpuUsage().user;
  expect(extract(text).gaps).toMatchObject([{ code: 'corrupt' }]);
  expect(process.cpuUsage(undefined).user - started).toBeLessThan(15_000_000);
});
