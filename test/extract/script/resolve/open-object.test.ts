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
