import { describe, expect, test } from 'vitest';
import { compileScriptWatch } from '../../../../analyzers/extract/script/apis/watch.ts';
import { extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { CATALOGUE } from '../script-catalogue.ts';

const WATCH = compileScriptWatch(CATALOGUE);
const READ = 'uni.getLocation({})';

/** How the only fact but imports is reached: `early` or `late` with the entry; null where nothing leads to it. */
function wayOf(files: Record<string, string>): string | null {
  const sources = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const facts = extractScripts(sources, WATCH).facts.filter(({ kind }) => kind !== 'module');
  expect(facts).toHaveLength(1);
  const reach = facts[0]?.reach;
  if (reach === undefined) return null;
  return `${reach.beforeConsent === null ? 'late' : 'early'} ${reach.entry.kind} ${reach.entry.name}`;
}

const PAGES = '{ "pages": [{ "path": "pages/a/a" }, { "path": "pages/b/b" }] }';
const CARD = `<template><view/></template>\n<script>export default { mounted() { ${READ} } }</script>`;
const VUE = (template: string, script = '', card = 'components/card/card.vue', page = 'pages/a/a.vue') => ({
  'pages.json': PAGES,
  [page]: `<template><view>${template}</view></template>\n<script>${script}\nexport default {}</script>`,
  [card]: CARD,
});
const LATE = 'late component components/card/card.vue mounted';
const EARLY = 'early component components/card/card.vue mounted';

describe('components that are shown with the first page', () => {
  test.each([
    ['by the name of their folder', VUE('<card/>'), EARLY],
    ['by an import', VUE('<the-card x="1"/>', `import TheCard from '@/components/card/card.vue';`), EARLY],
    ['but not of the second page', VUE('<card/>', '', undefined, 'pages/b/b.vue'), LATE],
    ['but not where something has to come first', VUE('<card v-if="open"/>'), LATE],
    ['but not another one of that name', VUE('<card/>', `import Card from './card.vue';`), LATE],
    ['nor where it is only imported', VUE('<cards/>', `import Card from '@/components/card/card.vue';`), LATE],
    [
      'inside of another component',
      { ...VUE('<outer/>'), 'components/outer/index.vue': '<template><card /></template>' },
      LATE,
    ],
    [
      'inside of another component that has a script',
      {
        ...VUE('<outer/>'),
        'components/outer/index.vue': '<template><card /></template>\n<script>export default {}</script>',
      },
      EARLY,
    ],
    [
      'in a mini-program',
      {
        'app.json': '{ "pages": ["pages/a/a"] }',
        'pages/a/a.js': 'Page({})',
        'pages/a/a.wxml': '<loc-bar/>',
        'components/loc-bar/index.js': `Component({ lifetimes: { attached() { ${READ} } } })`,
        'components/loc-bar/index.wxml': '<view/>',
      },
      'early component components/loc-bar/index.js attached',
    ],
    [
      'in a mini-program, behind a condition',
      {
        'app.json': '{ "pages": ["pages/a/a"] }',
        'pages/a/a.js': 'Page({})',
        'pages/a/a.wxml': '<loc-bar wx:if="{{open}}"/>',
        'components/loc-bar/index.js': `Component({ attached() { ${READ} } })`,
        'components/loc-bar/index.wxml': '<view/>',
      },
      'late component components/loc-bar/index.js attached',
    ],
  ])('%s', (_name, files, expected) => {
    expect(wayOf(files)).toBe(expected);
  });
});

const ETS = (struct: string, page = '@Entry @Component struct Home { build() { Column() { Card() } } }') => ({
  'entry/src/main/resources/base/profile/main_pages.json': '{ "src": ["pages/Home"] }',
  'entry/src/main/ets/pages/Home.ets': `import { Card } from '../view/Card';\n${page}`,
  'entry/src/main/ets/view/Card.ets': struct,
});
const STRUCT = `@Component export struct Card { aboutToAppear() { ${READ} } build() { Row() {} } }`;

describe('components of ArkTS', () => {
  test.each([
    [
      'are shown with the page that they are put into',
      ETS(STRUCT),
      'early component entry/src/main/ets/pages/Home.ets build',
    ],
    [
      'are idle where nothing shows them',
      ETS(STRUCT, '@Entry @Component struct Home { build() { Column() {} } }'),
      null,
    ],
    [
      'are shown by another name',
      {
        ...ETS(STRUCT),
        'entry/src/main/ets/pages/Home.ets':
          "import { Card as Own } from '../view/Card';\n@Entry @Component struct Home { build() { Own() } }",
      },
      'early component entry/src/main/ets/pages/Home.ets build',
    ],
    [
      'of a library may be shown by anyone',
      { 'src/main/ets/Card.ets': STRUCT },
      'late component src/main/ets/Card.ets aboutToAppear',
    ],
    [
      'that are compiled draw themselves at first',
      {
        'entry/src/main/ets/pages/Home.ts': `class Home extends ViewPU { initialRender() {
this.observeComponentCreation2((id, first) => { Button.onClick(() => { ${READ} }); }, Button); } }`,
      },
      'late component entry/src/main/ets/pages/Home.ts initialRender',
    ],
  ])('%s', (_name, files, expected) => {
    expect(wayOf(files)).toBe(expected);
  });
});

const TARO = (body: string) => ({
  'src/app.config.ts': `export default { pages: [\n// 'pages/old/index',\n'pages/a/index', 'pages/b/index'],
subpackages: [{ root: 'more', pages: ['c/index'] }] }`,
  [body]: `export default function Index() { useEffect(() => { ${READ} }); return null }`,
});

describe('pages of Taro', () => {
  test.each([
    ['the first', 'src/pages/a/index.tsx', 'early component src/pages/a/index.tsx Index'],
    ['another', 'src/pages/b/index.tsx', 'late component src/pages/b/index.tsx Index'],
    ['of a subpackage', 'src/more/c/index.tsx', 'late component src/more/c/index.tsx Index'],
    ['but not one that is not listed', 'src/pages/old/index.tsx', null],
  ])('%s', (_name, path, expected) => {
    expect(wayOf(TARO(path))).toBe(expected);
  });

  test.each([
    ['chosen in an element', 'onClick={on ? go : stop}', 'late component a.jsx A'],
    ['behind another', 'onClick={given || go}', 'late component a.jsx A'],
    ['but not where it is only tested', 'disabled={go ? 1 : 2}', null],
    ['nor before another', 'onClick={go && stop}', null],
  ])('a handler %s', (_name, attribute, expected) => {
    const text = `const A = () => { const go = async () => { ${READ} }; const stop = () => {};\nreturn <B ${attribute} /> };\nexport default A;`;
    expect(wayOf({ 'a.jsx': text })).toBe(expected);
  });
});
