import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extractServiceFiles } from '../../analyzers/extract/service-files/service-files.ts';
import { unpack } from '../../analyzers/unpack/unpack.ts';

const app = fileURLToPath(new URL('../reach-apps/reflection.apk', import.meta.url));
const build = unpack(app);

/** The build with one more file. */
function withFile(path: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  return { ...build, files: [{ path, size: bytes.length, read: () => bytes }] };
}

test('a service file of a real APK', () => {
  expect(extractServiceFiles(build)).toEqual([
    {
      service: 'org.example.reflection.Services$Provider',
      providers: ['org.example.reflection.Services$LoadedReached'],
    },
  ]);
});

test('comments, blank lines, line ends of all kinds and repeated names', () => {
  const text = '# providers\r\n a.b.One # first\n\n\ta.b.Two\ra.b.One\nnot a name\n';
  expect(extractServiceFiles(withFile('META-INF/services/a.b.Service', text))).toEqual([
    { service: 'a.b.Service', providers: ['a.b.One', 'a.b.Two'] },
  ]);
});

test('in an app bundle and in a nested archive, and nowhere else', () => {
  const found = (path: string) => extractServiceFiles(withFile(path, 'a.B\n')).map(({ service }) => service);
  expect(found('base/root/META-INF/services/x.Y')).toEqual(['x.Y']);
  expect(found('split.apk!META-INF/services/x.Y')).toEqual(['x.Y']);
  expect(found('META-INF/services/more/x.Y')).toEqual([]);
  expect(found('assets/services/x.Y')).toEqual([]);
});
