import { expect, test } from 'vitest';
import { read } from './reading.ts';

const BIRD = {
  name: '飞鸟推送SDK',
  company: '杭州飞鸟网络有限公司',
  purpose: '消息推送',
  url: 'https://birds.example/p',
  data: { exact: ['imei', 'oaid'], broad: [] },
};

test.each([
  [
    'spaces',
    'SDK名称:飞鸟推送SDK 使用目的:消息推送 运营方:杭州飞鸟网络有限公司 收集个人信息类型:IMEI、OAID 隐私政策链接:https://birds.example/p',
  ],
  [
    'semicolons',
    '1、SDK名称：飞鸟推送SDK；使用目的：消息推送；提供方：杭州飞鸟网络有限公司；收集信息：IMEI、OAID；隐私政策：https://birds.example/p',
  ],
  [
    'commas and a title',
    '飞鸟推送SDK，使用目的：消息推送，提供方：杭州飞鸟网络有限公司，收集信息：IMEI、OAID，链接：https://birds.example/p',
  ],
  [
    'a title with a colon',
    '- 飞鸟推送SDK：使用目的：消息推送。提供方：杭州飞鸟网络有限公司。收集信息：IMEI、OAID。链接：https://birds.example/p',
  ],
])('fields of one line, parted by %s', (_, text) => {
  const reading = read(`第三方SDK清单\n\n${text}\nSDK名称:飞鱼统计SDK 使用目的:统计 收集信息:MAC地址`);
  expect(reading.sdks).toMatchObject([BIRD, { name: '飞鱼统计SDK', data: { exact: ['mac'], broad: [] } }]);
  expect(reading.claims.every(({ at }) => at.line === 3 || at.line === 4)).toBe(true);
});

test('a sentence with a colon stays what it is', () => {
  expect(read('我们接入的第三方SDK如下：用于推送的SDK，目的：推送。').sdks).toEqual([]);
  expect(read('SDK说明：请您仔细阅读。').sdks).toEqual([]);
});

test('an address or a sentence in the place of a name goes on with the row above', () => {
  const table =
    '| SDK名称 | 厂商 | 使用目的 | 个人信息字段 | 隐私政策 |\n|---|---|---|---|---|\n| 飞鸟推送SDK | 杭州飞鸟网络有限公司 | 消息推送 | IMEI、OAID | |\n| 其中OAID还会用于归因。 |\n| https://birds.example/p |\n| SDK名称 | 厂商 | 使用目的 | 个人信息字段 | 隐私政策 |\n| 飞鱼统计SDK | 杭州飞鱼网络有限公司 | 统计 | MAC地址 | |';
  expect(read(table).sdks).toMatchObject([BIRD, { name: '飞鱼统计SDK' }]);
});

test('a table whose rows go on from line to line may end before its last row does', () => {
  const table =
    'SDK名称 | 厂商 | 使用目的 | 个人信息字段 | 隐私政策 |\n飞鸟推送SDK | 杭州飞鸟网络有限公司 |\n消息推送 | IMEI、OAID |\nhttps://birds.example/p |\n飞鱼统计SDK | 杭州飞鱼网络有限公司 |\n统计 |';
  expect(read(table).sdks).toMatchObject([BIRD, { name: '飞鱼统计SDK', purpose: '统计' }]);
});

test('an item with SDK in its name and its maker beside it is one wherever it stands', () => {
  const text = '- 飞鸟推送SDK（杭州飞鸟网络有限公司）：用于消息推送。收集信息：IMEI、OAID。';
  expect(read(text).sdks).toMatchObject([{ name: '飞鸟推送SDK', data: { exact: ['imei', 'oaid'] } }]);
  expect(read('- 本应用（杭州飞鸟网络有限公司）：收集信息：IMEI。').sdks).toEqual([]);
});

test('fields that say whose policy it is describe no SDK', () => {
  const operator = '产品名称：小马笔记 开发者：杭州小马网络有限公司 隐私政策：https://pony.example/p';
  for (const text of [operator, operator.replaceAll(' ', '\n')]) {
    const reading = read(`隐私政策\n\n${text}\n\n我们收集昵称。`);
    expect(reading.sdks).toEqual([]);
    expect(reading.claims.map(({ data }) => data)).toEqual(['nickname']);
  }
  const listed = `我们使用以下第三方服务：\n\n${operator.replaceAll(' ', '\n')}`;
  expect(read(listed).sdks).toMatchObject([{ name: '小马笔记', company: '杭州小马网络有限公司' }]);
});
