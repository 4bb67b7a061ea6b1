import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { readSourceMap } from '../../../../analyzers/extract/script/facts/source-map.ts';
import { extract, WATCH } from '../script-catalogue.ts';

const SOURCE = `
export async function where(): Promise<unknown> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(resolve);
  });
}
where();`;

function bundle(sourcemap: 'inline' | 'external', minify: boolean) {
  const stdin = { contents: SOURCE, loader: 'ts', sourcefile: 'src/where.ts' } as const;
  const { outputFiles } = buildSync({ stdin, bundle: true, minify, sourcemap, write: false, outfile: 'a.js' });
  return outputFiles.map(({ path, text }) => [path.endsWith('.map') ? 'dist/a.js.map' : 'dist/a.js', text] as const);
}

const PLACE = { file: 'src/where.ts', line: 4, column: 27 };

test.each([false, true])('an inline map leads back to the source, minified %s', (minify) => {
  const [[, text] = ['', '']] = bundle('inline', minify);
  expect(extract(text, 'dist/a.js').facts.map(({ at }) => at)).toEqual([PLACE]);
});

test.each([false, true])('a map beside the script does, too, minified %s', (minify) => {
  const sources = bundle('external', minify).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  expect(extractScripts(sources, WATCH).facts.map(({ at }) => at)).toEqual([PLACE]);
});

test('without its map a script keeps its own places', () => {
  const [script] = bundle('external', false).filter(([path]) => path.endsWith('.js'));
  expect(extract(script?.[1] ?? '', 'dist/a.js').facts.map(({ at }) => at.file)).toEqual(['dist/a.js']);
});

test('places between the segments, and sections', () => {
  // Generated 1:1 -> a.js 1:1; 1:6 -> a.js 2:3; line 2 has none.
  const plain = { version: 3, sources: ['webpack://app/./a.js?1f2e'], names: [], mappings: 'AAAA,KACE;' };
  const map = readSourceMap(JSON.stringify(plain));
  expect(map?.placeOf(1, 5)).toEqual({ file: 'a.js', line: 1, column: 1 });
  expect(map?.placeOf(1, 6)).toEqual({ file: 'a.js', line: 2, column: 3 });
  expect(map?.placeOf(2, 1)).toBeUndefined();
  const sections = { version: 3, sections: [{ offset: { line: 9, column: 10 }, map: plain }] };
  const indexed = readSourceMap(JSON.stringify(sections));
  expect(indexed?.placeOf(10, 16)).toEqual({ file: 'a.js', line: 2, column: 3 });
  expect(indexed?.placeOf(10, 10)).toBeUndefined();
});

test('any text is a map or none', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (mappings, source) => {
      const map = readSourceMap(JSON.stringify({ version: 3, sources: [source], mappings }));
      const place = map?.placeOf(1, 1);
      expect(place === undefined || place.file !== '').toBe(true);
    }),
  );
  expect(readSourceMap('no map')).toBeUndefined();
  expect(readSourceMap('[]')).toBeUndefined();
});
