import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());

test('fields that are given themselves and one another come to an end', () => {
  const fields = Array.from({ length: 200 }, (_, at) => `f${at} = this.f${(at + 1) % 200}; g = this.f${at};`).join(
    '\n',
  );
  const text = `import geo from '@ohos.geoLocationManager';
import camera from '@ohos.multimedia.camera';
class Page {
  own = this.own;
  ${fields}
  run() {
    this.own = this.own;
    this.own.getSupportedCameras();
    this.f0.getCurrentLocation();
    this.g.on('locationChange', () => {});
    geo.getCurrentLocation();
  }
}
export default new Page();`;
  const { facts, gaps } = extractScript('a.ets', new TextEncoder().encode(text), WATCH);
  expect(gaps.map(({ detail }) => detail)).toEqual([
    'names lead through more others than are followed; what they stand for is not known',
  ]);
  expect(facts.map(({ value }) => value)).toContain('@ohos.geoLocationManager.getCurrentLocation');
});

const CAMERA = "import { Camera } from 'expo-camera';\nimport { useState } from 'react';";

/** Lines where a picture is taken. */
function taken(head: string, lines: readonly string[]): number[] {
  const bytes = new TextEncoder().encode([head, ...lines].join('\n'));
  const { facts } = extractScript('a.tsx', bytes, WATCH);
  return facts.flatMap(({ value, at }) => (value.endsWith('.takePictureAsync') && 'line' in at ? [at.line] : []));
}

test('a state or variable that begins as null and is given what an element is', () => {
  const state = [
    'export function P() { const [camera, setCamera] = useState(null);',
    'const snap = async () => { const photo = await camera.takePictureAsync(); };',
    'return <Camera ref={(ref) => setCamera(ref)} onClick={snap} />; }',
  ];
  expect(taken(CAMERA, state)).toEqual([4]);
  expect(taken(CAMERA, [...state.slice(0, 2), 'return <Camera ref={setCamera} onClick={snap} />; }'])).toEqual([4]);
  // Of another module's elements nothing is known, and an object of the app's own is what it is.
  expect(taken(CAMERA.replace('expo-camera', './camera'), state)).toEqual([]);
  const own = ['const camera = { takePictureAsync: async () => null };', 'camera.takePictureAsync();'];
  expect(taken(CAMERA, own)).toEqual([]);
  const set = ['let taker = null;', 'taker = { takePictureAsync: async () => null };', 'taker.takePictureAsync();'];
  expect(taken(CAMERA, set)).toEqual([]);
});
