import { buildSync, transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { extract } from './script-catalogue.ts';

const SOURCE = `
import Clipboard from '@react-native-clipboard/clipboard';
import { getUniqueId as id } from 'react-native-device-info';
import { TurboModuleRegistry } from 'react-native';

interface Reader { read(): Promise<string> }

class ClipboardReader implements Reader {
  async read(): Promise<string> {
    return (await Clipboard.getString()).trim();
  }
}

export async function collect(send: (report: object) => void): Promise<void> {
  const nav = window.navigator;
  const { platform } = nav;
  const position = await new Promise((resolve) => nav.geolocation.getCurrentPosition(resolve));
  const media = await nav.mediaDevices?.getUserMedia({ audio: true });
  const text = await TurboModuleRegistry.getEnforcing<any>('RNCClipboard').getString();
  const key = media ? 'getLocation' : 'chooseImage';
  send({ platform, position, text, id: await id(), clip: await new ClipboardReader().read(), at: uni[key]({}) });
}

function notMine(Clipboard: any, uni: any, navigator: any) {
  Clipboard.getString();
  uni.getLocation();
  if (navigator.geolocation.getCurrentPosition && typeof window.uni.getLocation === 'function') return 1;
}
export default notMine;
`;

const EXPECTED = [
  'call @react-native-clipboard/clipboard.getString',
  'call @react-native-clipboard/clipboard.getString',
  'call navigator.geolocation.getCurrentPosition',
  'call navigator.mediaDevices.getUserMedia {"audio":true}',
  'call react-native-device-info.getUniqueId',
  'call uni.getLocation {}',
  'field navigator.platform',
];

function summaryOf(source: string, path: string): string[] {
  const { facts, gaps } = extract(source, path);
  expect(gaps).toEqual([]);
  return facts
    .filter(({ kind }) => kind !== 'module')
    .map(({ kind, value, args }) => [kind, value, ...(args ?? [])].join(' '))
    .sort();
}

test('the source shows what it shows', () => {
  expect(summaryOf(SOURCE, 'collect.ts')).toEqual(EXPECTED);
});

const EXTERNAL = ['@react-native-clipboard/clipboard', 'react-native-device-info', 'react-native'];

for (const format of ['esm', 'cjs'] as const) {
  for (const target of ['es2022', 'es2016']) {
    for (const minify of [false, true]) {
      test(`a bundle shows the same: ${format}, ${target}${minify ? ', minified' : ''}`, () => {
        const { outputFiles } = buildSync({
          stdin: { contents: SOURCE, loader: 'ts' },
          bundle: true,
          external: EXTERNAL,
          format,
          target,
          minify,
          write: false,
        });
        expect(summaryOf(outputFiles[0]?.text ?? '', 'assets/index.android.bundle')).toEqual(EXPECTED);
      });
    }
  }
}

test('a call in a minified line is found in its column', () => {
  const { code } = transformSync(SOURCE, { loader: 'ts', minify: true });
  const call = extract(code, 'a.bundle').facts.find(({ value }) => value.endsWith('getCurrentPosition'));
  expect(call?.at).toEqual({ file: 'a.bundle', line: 1, column: code.indexOf('getCurrentPosition') + 1 });
});
