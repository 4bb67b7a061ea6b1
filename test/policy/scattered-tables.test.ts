import { expect, test } from 'vitest';
import { alignCells } from '../../analyzers/policy/row-alignment.ts';
import { claimsIn, read } from './reading.ts';

const rows = (text: string) => read(text).sdks.map(({ at, purpose, ...row }) => ({ ...row, line: at.line }));

test('cells on lines of their own: a name on two lines, a cell that is lost, and the chapter that ends the table', () => {
  const text = `三、第三方SDK

合作方式

SDK名称

开发者

收集的个人信息

隐私政策链接

消息提醒

极光推送

SDK

深圳市和讯华谷信息技术有限公司

IMEI、MAC地址

https://www.jiguang.cn/license/privacy

地图

高德地图SDK

位置信息

https://lbs.amap.com/pages/privacy/

统计

友盟统计SDK

友盟同欣(北京)科技有限公司

OAID、Android ID

https://www.umeng.com/page/policy

四、您的权利

您可以查询您的IMEI。`;
  expect(rows(text)).toEqual([
    {
      id: 'jpush',
      name: '极光推送 SDK',
      company: '深圳市和讯华谷信息技术有限公司',
      url: 'https://www.jiguang.cn/license/privacy',
      data: { exact: ['imei', 'mac'], broad: [] },
      line: 15,
    },
    {
      id: 'amap',
      name: '高德地图SDK',
      company: null,
      url: 'https://lbs.amap.com/pages/privacy/',
      data: { exact: ['location-coarse'], broad: ['location'] },
      line: 27,
    },
    {
      id: 'umeng-analytics',
      name: '友盟统计SDK',
      company: '友盟同欣(北京)科技有限公司',
      url: 'https://www.umeng.com/page/policy',
      data: { exact: ['android-id', 'oaid'], broad: [] },
      line: 35,
    },
  ]);
});

test('what the app itself collects, in English, with the title above the headings', () => {
  const text = `What we collect

Our list

Feature

Personal information

Purpose

Sign in

Phone number

To create your account

Nearby shops

Precise location

To show shops around you

Support

Microphone

To record what you tell us`;
  expect(claimsIn(text)).toEqual(['location-precise', 'microphone', 'phone-number', '~location']);
});

test('rows that go on from line to line, with bars behind their cells and empty ones for what the row above spans', () => {
  const text = `SDK名称 | 厂商 | 个人信息类型 | 具体字段 | 用途 |
穿山甲广告SDK | 北京巨量引擎网络科技有限公司 | 设备信息 | IMEI、
OAID |
投放广告 |
网络信息 | IP地址 |
防止作弊 |
||
个推SDK | 每日互动股份有限公司 | 设备信息 |
MAC地址 |
推送消息 |`;
  expect(rows(text)).toEqual([
    {
      id: 'pangle',
      name: '穿山甲广告SDK',
      company: '北京巨量引擎网络科技有限公司',
      url: null,
      data: { exact: ['imei', 'ip', 'oaid'], broad: ['device-info', 'network-info'] },
      line: 2,
    },
    {
      id: 'getui',
      name: '个推SDK',
      company: '每日互动股份有限公司',
      url: null,
      data: { exact: ['mac'], broad: ['device-info'] },
      line: 8,
    },
  ]);
});

test('rows that tabs part, with an empty cell at the end; tabs in a single line are none', () => {
  const text = `SDK\tProvider\tData collected\tPrivacy policy
Firebase Analytics\tGoogle LLC\tIP address\thttps://firebase.google.com/support/privacy
Our counter\t\tAndroid ID\t

We collect\tyour IMEI\tand nothing else.`;
  expect(read(text).sdks.map(({ id, name, company, data }) => [id, name, company, data.exact])).toEqual([
    ['firebase-analytics', 'Firebase Analytics', 'Google LLC', ['ip']],
    [null, 'Our counter', null, ['android-id']],
  ]);
  expect(claimsIn('Contents\n\nWe collect\tyour IMEI\tand nothing else.')).toEqual(['imei']);
});

test('one cell a line with bars, empty cells among them', () => {
  const text = `序号 |
功能 |
处理目的 |
个人信息种类 |
1. |
注册 |
开通账号 |
手机号码 |
2. |
客服 |
|
通话录音 |`;
  expect(claimsIn(text)).toEqual(['microphone', 'phone-number']);
});

test('lines that only look like headings of columns are none, and tables as they should be stay as they are', () => {
  const contents = `个人信息

第三方SDK

使用目的

联系我们

我们会收集您的IMEI。`;
  expect(claimsIn(contents)).toEqual(['imei']);
  expect(read(contents).sdks).toEqual([]);
  const short = '| SDK名称 | 公司 | 收集的信息 | 目的 |\n|---|---|---|---|\n| 个推SDK | 每日互动 |\n| 微信SDK | 腾讯 |';
  expect(read(short).sdks.map(({ name }) => name)).toEqual(['个推SDK', '微信SDK']);
});

test('lines are given to cells by the least cost in all', () => {
  const name = [0, 5];
  const link = [5, 0];
  expect(alignCells([name, link, name, name, link, name], 2).map(({ cells }) => cells)).toEqual([
    [[0], [1]],
    [[2, 3], [4]],
    [[5], []],
  ]);
  expect(alignCells([], 3)).toEqual([]);
  // The time grows with the lines.
  const many = Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? name : link));
  expect(alignCells(many, 2)).toHaveLength(10_000);
});

test('time grows with the text, also where no lines below headings fit them', () => {
  const junk = (n: number) =>
    Array.from({ length: n }, (_, i) => `序号${i}\n第三方名称\n公司名称\n收集信息\n其他内容`).join('\n');
  const timed = (n: number): number => {
    const start = performance.now();
    read(junk(n));
    return performance.now() - start;
  };
  timed(500);
  // Lines of many cells, the third with empty ones at its end.
  const wide = 'SDK名称|公司|信息|'.repeat(8_000);
  const start = performance.now();
  expect(read(`${wide}\n${wide}\n${wide.slice(0, -6)}||`).sdks).not.toEqual([]);
  expect(performance.now() - start).toBeLessThan(20_000);
  const small = timed(1_000);
  expect(timed(4_000)).toBeLessThan(12 * Math.max(small, 50));
});
