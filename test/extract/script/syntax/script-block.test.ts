import { expect, test } from 'vitest';
import { scriptBlocks } from '../../../../analyzers/extract/script/syntax/script-block.ts';
import { extract, sitesOf } from '../script-catalogue.ts';

test('inline scripts of a page are read where they stand', () => {
  const page = [
    '<!DOCTYPE html><html><head><title>a < b</title>',
    '<script src="x.js"></script><style>a > b { content: "<script>" }</style>',
    '<!-- <script>uni.getLocation()</script> -->',
    '<script type="application/json">{"uni.getLocation()": 1}</script>',
    '<script type="text/template"><b>uni.getLocation()</b></script>',
    "<SCRIPT TYPE='module'>uni.getLocation();",
    '  uni.getLocation()</SCRIPT ><p>uni.getLocation()</p><script async defer>const u = uni;</script>',
    '<script\n  type = text/javascript >u.getLocation()',
  ].join('\n');
  expect(sitesOf(page, 'assets/www/index.html')).toEqual([
    'call uni.getLocation() 6:27',
    'call uni.getLocation() 7:7',
    'call uni.getLocation() 9:29',
  ]);
  expect(extract(page, 'assets/www/index.html').gaps).toEqual([]);
});

test('both scripts of a component share their names, whatever its template holds', () => {
  const component = [
    '<template>',
    '  <view v-if="a<b">{{ a<b ? "</view>" : \'<script>\' }} <!-- </view>',
    '</template>',
    '<script lang="ts">',
    "import C from '@react-native-clipboard/clipboard';",
    '</script>',
    "<script setup lang='ts'>",
    'const x = C.getString() as string;',
    '</script>',
    '<!-- <script>',
    'uni.getLocation()',
    '</script> -->',
    '<style>.a { color: red }</style>',
  ].join('\r\n');
  const { facts, gaps } = extract(component, 'src/pages/a.vue');
  expect(facts.map(({ value, at }) => `${value} ${at.line}:${at.column}`)).toEqual([
    '@react-native-clipboard/clipboard 5:1',
    '@react-native-clipboard/clipboard.getString 8:13',
  ]);
  expect(gaps).toEqual([]);
});

test('the language of a block is what it says', () => {
  expect(scriptBlocks('<script lang="tsx">a</script>', true)).toMatchObject([
    { text: 'a', line: 1, column: 19, language: 'ts' },
  ]);
  expect(scriptBlocks('<script>a</script>', true)).toMatchObject([{ language: 'js' }]);
  expect(scriptBlocks('<script lang="ts"/>\n<script a="<script>">b', true)).toMatchObject([
    { text: 'b', line: 2, column: 21 },
  ]);
  expect(scriptBlocks('<script', false)).toEqual([]);
  expect(scriptBlocks('<!-- <script>a</script>', false)).toEqual([]);
});

test('in a component a script may begin right behind another block', () => {
  const component = '<template><view></view></template><script>\nuni.getLocation()\n</script>\n';
  expect(sitesOf(component, 'src/pages/a.vue')).toEqual(['call uni.getLocation() 2:5']);
  const text = "<template><view>{{ '</view><script>' }}</view>\n</template>\n<script>\nuni.getLocation()\n</script>";
  expect(sitesOf(text, 'src/pages/a.vue')).toEqual(['call uni.getLocation() 4:5']);
});
