import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());

/** What templates ask for: file:line value, then the sinks. */
function askedIn(files: Record<string, string[]>): string[] {
  const sources = Object.entries(files).map(([path, lines]) => ({
    path,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  return extractScripts(sources, WATCH)
    .facts.filter(({ value }) => value.startsWith('template.'))
    .map(({ value, at, sinks = [] }) => [`${at.file}:${at.line}`, value, ...sinks.map(({ api }) => api)].join(' '));
}

test('an open-type that is data of the page is what the script beside gives it', () => {
  const button = ['<view>', '<button open-type="{{item.openType}}" bindgetphonenumber="onPhone"/>', '</view>'];
  const page = (data: string): string[] => [
    'Page({',
    `data: { ${data} },`,
    'onPhone(e) { wx.request({ url: "/a", data: e.detail }); },',
    '});',
  ];
  const list = "list: [{ openType: 'share' }, { openType: 'getPhoneNumber', to: 'chooseAvatar' }]";
  expect(askedIn({ 'a.wxml': button, 'a.js': page(list) })).toEqual([
    'a.wxml:2 template.button.getPhoneNumber wx.request',
  ]);
  expect(askedIn({ 'a.xhsml': button, 'a.js': page("openType: 'getPhoneNumber'") })).toHaveLength(1);
  expect(askedIn({ 'a.wxml': button, 'b.js': page(list) })).toEqual([]);
  expect(askedIn({ 'a.wxml': button, 'a.js': page("openType: 'share', kind: 'getPhoneNumber'") })).toEqual([]);
  const quoted = ['<button open-type="openType"/>', '<button open-type="{{item.openType.kind}}"/>'];
  expect(askedIn({ 'a.wxml': quoted, 'a.js': page(list) })).toEqual([]);
});

test('what is data of the page stands where the element does, before and behind what is written out', () => {
  const template = [
    '<button open-type="{{first}}"/>',
    '<view>',
    '<button open-type="getPhoneNumber"/>',
    '</view>',
    '<button open-type="{{last}}"/>',
  ];
  const data = { 'a.wxml': template, 'a.js': ["Page({ data: { first: 'chooseAvatar', last: 'getPhoneNumber' } });"] };
  expect(askedIn(data).sort()).toEqual([
    'a.wxml:1 template.button.chooseAvatar',
    'a.wxml:3 template.button.getPhoneNumber',
    'a.wxml:5 template.button.getPhoneNumber',
  ]);
});

test.each([
  ['a variable', "const kind = 'getPhoneNumber';", 1],
  ['a reference', "const kind = ref('share'); kind.value = 'getPhoneNumber';", 1],
  ['a choice', "const kind = computed(() => 1); this.kind = on ? 'getPhoneNumber' : '';", 1],
  ['what a component is given unless told', "export default { props: { kind: { default: 'getPhoneNumber' } } };", 1],
  ['a text in a comment', "const kind = 'share'; // kind = 'getPhoneNumber'", 0],
  ['compared', "const kind = 'share'; if (kind === 'getPhoneNumber') go();", 0],
])('the value of an attribute that is bound to %s', (_name, script, count) => {
  const vue = ['<template><u-button :open-type="kind">in</u-button></template>', `<script>${script}</script>`];
  expect(askedIn({ 'a.vue': vue })).toHaveLength(count);
});
