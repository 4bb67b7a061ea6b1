import { expect, test } from 'vitest';
import { extractFiles } from '../script-catalogue.ts';

const CLIPBOARD = '@react-native-clipboard/clipboard';
const TYPES = `import type Clipboard from '${CLIPBOARD}';\nimport type * as Expo from 'expo-clipboard';\nimport type * as Ble from 'react-native-ble-plx';\n`;

/** Code below the imports, whose first line is the fourth, and where facts are to be found. */
type Case = [name: string, code: string, ...at: string[]];

const CASES: Case[] = [
  ['a parameter', `export default (clip: typeof Clipboard) => clip.getString();`, '4:49'],
  ['a namespace', `export function f(m: typeof Expo) { return m.getStringAsync(); }`, '4:46'],
  ['one of several', `export const f = (m: typeof Expo | undefined) => m?.getStringAsync();`, '4:53'],
  ['several in one', `export const f = (m: typeof Expo & { more: string }) => m.getStringAsync();`, '4:59'],
  ['a parameter taken apart', `export const f = ({ clip }: { clip: typeof Clipboard }) => clip.getString();`, '4:65'],
  ['deep inside', `export const f = ({ a: { clip } }: { a: { clip: typeof Clipboard } }) => clip.getString();`, '4:79'],
  ['an alias', `type M = typeof Expo;\nexport const f = (m: M) => m.getStringAsync();`, '5:30'],
  ['an alias below its use', `export const f = (m: M) => m.getStringAsync();\ntype M = typeof Expo;`, '4:30'],
  [
    'an interface',
    `interface Modules { clip: typeof Clipboard; name: string }\nexport const f = ({ clip }: Modules) => clip.getString();`,
    '5:46',
  ],
  [
    'a property of an interface',
    `export interface Modules { clip: typeof Clipboard }\nexport const f = (modules: Modules) => modules.clip.getString();`,
    '5:53',
  ],
  [
    'an interface that extends another',
    `interface Base { clip: typeof Clipboard }\ninterface Modules extends Base { name: string }\nexport const f = (modules: Modules) => modules.clip.getString();`,
    '6:53',
  ],
  [
    'a field from the constructor',
    `type Modules = { clip: typeof Clipboard };\nexport class S { constructor(private modules: Modules) {} read() { return this.modules.clip.getString(); } }`,
    '5:93',
  ],
  ['a cast', `export const f = (m: unknown) => (m as typeof Expo).getStringAsync();`, '4:53'],
  ['a class of a namespace', `export class S { ble!: Ble.BleManager; run() { this.ble.startDeviceScan(); } }`, '4:57'],
  ['a promise', `export const f = async (m: Promise<typeof Expo>) => (await m).getStringAsync();`, '4:63'],
  [
    'a type of the same name inside of a function',
    `export const f = (m: M) => m.getStringAsync();\ninterface M { other: typeof Expo }`,
  ],
  ['an own object', `const own = { getString() {} };\nexport const f = (m: typeof own) => m.getString();`],
  ['another property', `export const f = ({ other }: { clip: typeof Clipboard; other: Own }) => other.getString();`],
  [
    'an own function of the type of another',
    `export const read: typeof Expo.getStringAsync = async () => 'own';\nread();`,
  ],
  [
    'an own method of the type of another',
    `export class Clip { read: typeof Expo.getStringAsync = async () => 'own'; f() { return this.read(); } }`,
  ],
  [
    'a function that is put in later, of the type of another',
    `let read: typeof Expo.getStringAsync;\nexport const f = () => read();`,
    '5:24',
  ],
  [
    'what is not written there, of the type of another',
    `export const f = (given: any) => { const read: typeof Expo.getStringAsync = given; read(); };`,
    '4:84',
  ],
  [
    'the fallback of a parameter of the type of another',
    `export const f = (read: typeof Expo.getStringAsync = async () => 'own') => read();`,
    '4:76',
  ],
  ['types that go round', `type A = B | A[];\ntype B = A & B;\nexport const f = (m: A) => m.getString();`],
  [
    'an interface that goes round',
    `interface A extends A { next: A }\nexport const f = (m: A) => m.next.next.getString();`,
  ],
];

test.each(CASES)('by its declared type: %s', (_name, code, ...at) => {
  expect(extractFiles({ 'a.ts': TYPES + code })).toEqual(at.map((place) => `a.ts ${place}`));
});

test('types of other files', () => {
  const found = extractFiles({
    'types.ts': `${TYPES}export type Clip = typeof Clipboard;\nexport interface Modules { expo: typeof Expo }\nexport type { Inner } from './inner';`,
    'inner.ts': `import type Clipboard from '${CLIPBOARD}';\nexport type Inner = typeof Clipboard;`,
    'all.ts': `export * from './types';`,
    'a.ts': `import type { Clip, Modules } from './types';\nimport { type Inner } from './all';\nexport const f = (c: Clip, m: Modules, i: Inner) => {\nc.getString();\nm.expo.getStringAsync();\ni.getString();\n};`,
  });
  expect(found).toEqual(['a.ts 4:3', 'a.ts 5:8', 'a.ts 6:3']);
});
