import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());
const HTTP = `export const post = (url, data) => uni.request({ url, method: 'POST', data });`;

function sinksOf(main: string, page: string): string[] {
  const texts: Record<string, string> = {
    'src/main.js': main,
    'src/http.js': HTTP,
    'src/pages/a.vue': `<template><view/></template><script>\nexport default { ${page} }\n</script>`,
  };
  const sources = Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  return extractScripts(sources, WATCH).facts.flatMap(({ sinks = [] }) => sinks.map(({ api }) => api));
}

const MAIN = `import Vue from 'vue'; import * as http from './http'; Vue.prototype.$http = http;`;
const SENDS = `data: () => ({ a: 1 }), onLoad() { const info = uni.getSystemInfoSync(); this.$http.post('/v', { m: info.model }); }`;

test.each([
  ['Vue 2', MAIN],
  [
    'Vue 3',
    `import { createApp } from 'vue'; import * as http from './http'; createApp({}).config.globalProperties.$http = http;`,
  ],
])('a component sends by what every component has in %s', (_which, main) => {
  expect(sinksOf(main, SENDS)).toEqual(['uni.request']);
});

test("a component's own member of that name is meant where it has one", () => {
  expect(sinksOf(MAIN, `$http: { post() {} }, ${SENDS}`)).toEqual([]);
});

test('nothing is sent where nothing of that name is given to all', () => {
  expect(sinksOf(`import * as http from './http'; const own = {}; own.other = http;`, SENDS)).toEqual([]);
});
