import { expect, test } from 'vitest';
import { compileScriptWatch } from '../../../../analyzers/extract/script/apis/watch.ts';
import { extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { CATALOGUE } from '../script-catalogue.ts';

const WATCH = compileScriptWatch(CATALOGUE);
const MIDDLEWARE =
  'export default ({ dispatch }) => (next) => (action) => { uni.getLocation({}); return next(action); };';

/** How the only fact but imports is reached, null where nothing leads to it. */
function reachOf(files: Record<string, string>): string | null {
  const sources = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const facts = extractScripts(sources, WATCH).facts.filter(({ kind }) => kind !== 'module');
  expect(facts).toHaveLength(1);
  const reach = facts[0]?.reach;
  return reach === undefined ? null : `${reach.beforeConsent === null ? 'late' : 'early'} ${reach.entry.name}`;
}

test.each([
  ['handed over under the name that another file gives it', `import track from './track';\napplyMiddleware(track);`],
  ['put into a list', `import track from './track';\nconst all = [thunk, track];\napplyMiddleware(...all);`],
])('a function without a name that is %s is reached', (_how, source) => {
  expect(reachOf({ 'src/track.js': MIDDLEWARE, 'src/store.js': source })).toBe('late src/store.js');
});

test.each([
  ['imported and not used', `import track from './track';\napplyMiddleware(thunk);`],
  ['not what is imported under that name', `import track from './other';\napplyMiddleware(track);`],
])('a function that is %s is not', (_how, source) => {
  expect(reachOf({ 'src/track.js': MIDDLEWARE, 'src/store.js': source })).toBeNull();
});

test('a function is reached under the name of a variable that is given it and exported', () => {
  const locate = (exported: string) =>
    `const locate = async () => { await uni.getLocation({}); };\n${exported}\nexport const other = () => 1;`;
  const page = `import { find } from './places';\nwindow.addEventListener('load', () => { find(); });`;
  expect(reachOf({ 'places.js': locate('export const find = locate;'), 'page.js': page })).toBe('early page.js load');
  expect(reachOf({ 'places.js': locate('export const lost = locate;'), 'page.js': page })).toBeNull();
});

test('what is asked of a position once there is one runs with the rest', () => {
  const watched = (outer: string) =>
    `window.addEventListener('load', () => { ${outer}(() => {\n uni.getLocation({}); }); });`;
  expect(reachOf({ 'a.js': watched('plugin.getCurrentPosition') })).toBe('early a.js load');
  expect(reachOf({ 'a.js': watched('plugin.remember') })).toBe('late a.js load');
});
