import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { extract } from './script-catalogue.ts';

/** What Vite and esbuild make of Capacitor's core and of a plug-in beside the app's own code. */
const CORE = `
(() => {
  const create = (win) => {
    const core = win.Capacitor || {};
    core.registerPlugin = (name, implementations = {}) => new Proxy({ name, implementations }, {});
    return core;
  };
  const Capacitor = create(globalThis);
  const registerPlugin = Capacitor.registerPlugin;
  const Geolocation = registerPlugin('Geolocation', { web: () => import('./web.js') });
  const Own = registerPlugin('NobodyKnowsIt', {});
  async function where() {
    const place = await Geolocation.getCurrentPosition();
    await Own.getCurrentPosition();
    return place;
  }
  where();
})();
`;

test.each(['as it is', 'minified'])('a plug-in of Capacitor is known by the name it is registered by: %s', (form) => {
  const { code } = transformSync(CORE, { minify: form === 'minified', target: 'es2020' });
  const { facts } = extract(code, 'assets/index-4f2a.js');
  expect(facts.filter(({ kind }) => kind === 'call').map(({ value }) => value)).toEqual([
    '@capacitor/geolocation.getCurrentPosition',
  ]);
});

test('a function that only bears the name of a plug-in registers nothing', () => {
  const { facts } = extract(`const Geolocation = make('Geolocation', {});\nGeolocation.getCurrentPosition();`, 'a.js');
  expect(facts).toEqual([]);
});
