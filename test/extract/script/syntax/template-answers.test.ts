import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { answersOf } from '../../../../analyzers/extract/script/syntax/template-answers.ts';

const WATCH = compileScriptWatch(loadCatalogue());

/** What templates ask for: the value, then the sinks as `api file:line`. */
function askedIn(files: Record<string, string[]>): string[] {
  const sources = Object.entries(files).map(([path, lines]) => ({
    path,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  return extractScripts(sources, WATCH)
    .facts.filter(({ value }) => value.startsWith('template.'))
    .map(({ value, sinks = [] }) =>
      [value.slice('template.'.length), ...sinks.map(({ api, at }) => `${api} ${at.file}:${at.line}`)].join(' '),
    );
}

const PAGE = (template: string, sent = 'e.detail.code', ending = 'wxml'): Record<string, string[]> => ({
  [`pages/a.${ending}`]: [template],
  'pages/a.js': [
    'Page({',
    `data: { nick: '' },`,
    'onPhone(e) { this.post(e); },',
    'onOther(e) { console.log(e); },',
    `post(e) { wx.request({ url: '/a', data: { code: ${sent} } }); },`,
    `save() { wx.request({ url: '/b', data: { nick: this.data.nick } }); },`,
    '});',
  ],
  'pages/b.js': [`Page({ onPhone(e) { wx.request({ url: '/c', data: e.detail }); } });`],
});

const VUE = (template: string, ...script: string[]): Record<string, string[]> => ({
  'pages/a.vue': [`<template>${template}</template>`, ...script],
});

const SETUP = [
  '<script setup>',
  `import { ref, reactive } from 'vue';`,
  `const nick = ref(''); const other = ref(''); const form = reactive({ nick: '', id: '' });`,
  `const onPhone = async (e, id) => { await uni.request({ url: '/a', data: { code: e.detail.code } }); };`,
  'const onDetail = ({ code }) => {',
  `uni.request({ url: '/b', data: { code } });`,
  '};',
  'const save = () => {',
  `uni.request({ url: '/c', data: { nick: nick.value } });`,
  `uni.request({ url: '/d', data: { nick: form.nick } });`,
  `uni.request({ url: '/e', data: { id: form.id, other: other.value } });`,
  '};',
  '</script>',
];

const OPTIONS = [
  '<script>',
  'export default {',
  `data() { return { nick: '', user: { nick: '', id: '' } }; },`,
  'methods: {',
  `onPhone(kind, e) { uni.request({ url: '/a', data: e.detail }); },`,
  `save() { uni.request({ url: '/b', data: { nick: this.nick } });`,
  `uni.request({ url: '/c', data: { nick: this.user.nick } });`,
  `uni.request({ url: '/d', data: { id: this.user.id } }); } } };`,
  '</script>',
];

const TARO = (handler: string): Record<string, string[]> => ({
  'a.tsx': [
    `import Taro from '@tarojs/taro';`,
    'export default function Index() {',
    'const save = (e) => {',
    `Taro.request({ url: '/a', data: { code: e.detail.code } });`,
    '};',
    `return <Button openType="getPhoneNumber" ${handler}>x</Button>;`,
    '}',
  ],
});

type Case = [name: string, files: Record<string, string[]>, ...asked: string[]];

const CASES: Case[] = [
  [
    'a method of the page',
    PAGE('<button open-type="getPhoneNumber" bindgetphonenumber="onPhone"/>'),
    'button.getPhoneNumber wx.request pages/a.js:5',
  ],
  [
    'with a colon, and one of two methods',
    PAGE(`<van-button open-type="getPhoneNumber" bind:getphonenumber="{{on ? 'onPhone' : 'onOther'}}"/>`),
    'button.getPhoneNumber console.log pages/a.js:4 wx.request pages/a.js:5',
  ],
  ['another event', PAGE('<button open-type="getPhoneNumber" bindtap="onPhone"/>'), 'button.getPhoneNumber'],
  [
    'what belongs to the element is not the answer',
    PAGE('<button open-type="getPhoneNumber" bindgetphonenumber="onPhone"/>', 'e.currentTarget.dataset.id'),
    'button.getPhoneNumber',
  ],
  [
    "Alipay's templates",
    PAGE('<button open-type="getAuthorize" scope="phoneNumber" onGetAuthorize="onPhone"/>', 'e.detail', 'axml'),
    'button.getAuthorize.phoneNumber wx.request pages/a.js:5',
  ],
  [
    'a field bound to data of the page',
    PAGE('<input type="nickname" model:value="{{nick}}"/>'),
    'input.nickname wx.request pages/a.js:6',
  ],
  ['a field bound to other data', PAGE('<input type="nickname" model:value="{{name}}"/>'), 'input.nickname'],
  [
    'a function of the setup',
    VUE('<button open-type="getPhoneNumber" @getphonenumber="(e) => onPhone(e, 1)"/>', ...SETUP),
    'button.getPhoneNumber uni.request pages/a.vue:5',
  ],
  [
    'taken apart in the template',
    VUE('<button open-type="getPhoneNumber" @getphonenumber="({ detail }) => onDetail(detail)"/>', ...SETUP),
    'button.getPhoneNumber uni.request pages/a.vue:7',
  ],
  [
    'not the argument that gets it',
    VUE('<button open-type="getPhoneNumber" @getphonenumber="onPhone(1, $event)"/>', ...SETUP),
    'button.getPhoneNumber',
  ],
  [
    'a method that gets it as its second argument',
    VUE(`<button open-type="getPhoneNumber" @getphonenumber="onPhone('a', $event)"/>`, ...OPTIONS),
    'button.getPhoneNumber uni.request pages/a.vue:6',
  ],
  [
    'fields bound to variables of the setup',
    VUE('<input type="nickname" v-model="nick"/><input type="nickname" v-model.trim="form.nick"/>', ...SETUP),
    'input.nickname uni.request pages/a.vue:10',
    'input.nickname uni.request pages/a.vue:11',
  ],
  [
    "fields bound to a component's data",
    VUE('<input type="nickname" v-model="nick"/><input type="nickname" v-model="user.nick"/>', ...OPTIONS),
    'input.nickname uni.request pages/a.vue:7',
    'input.nickname uni.request pages/a.vue:8',
  ],
  ['buttons of Taro', TARO('onGetPhoneNumber={save}'), 'button.getPhoneNumber @tarojs/taro.request a.tsx:4'],
  ['buttons of Taro, another event', TARO('onClick={save}'), 'button.getPhoneNumber'],
];

test('a button on the first page acts when the user touches it', () => {
  const files: Record<string, string[]> = { ...TARO('onGetPhoneNumber={save}') };
  files['app.config.js'] = [`export default { pages: ['a'] };`];
  const sources = Object.entries(files).map(([path, lines]) => ({
    path,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  const [button] = extractScripts(sources, WATCH).facts.filter(({ value }) => value.startsWith('template.'));
  expect(button?.reach?.beforeConsent).toBeNull();
  expect(button?.reach?.entry).toEqual({ kind: 'component', name: 'a.tsx Index' });
});

test.each(CASES)('%s', (_name, files, ...expected) => {
  expect(askedIn(files)).toEqual(expected);
});

test.each([' ', 'a', '(', 'a (', '{', '\n', 'e.detail,'])(
  'a handler of nothing but %j is looked through in one go',
  { timeout: 10_000 },
  (part) => {
    const handler = part.repeat(20_000);
    expect(
      answersOf('getPhoneNumber', { bindgetphonenumber: handler, '@getphonenumber': `async (${handler}` }, true),
    ).toEqual([]);
  },
);
