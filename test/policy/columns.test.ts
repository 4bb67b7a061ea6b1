import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

const entry = (keys: readonly [string, string][]) =>
  read(['1）SDK名称：飞鸟推送SDK', ...keys.map(([key, value]) => `${key}：${value}`)].join('\n')).sdks[0];

test.each(['第三方收集个人信息的目的', '集成该SDK的目的', '收集信息的用途', '接入后的使用场景'])(
  'a key is told by its head, which stands last: %s',
  (key) => {
    const sdk = entry([
      ['第三方公司名称', '杭州飞鸟网络有限公司'],
      [key, '消息推送'],
      ['第三方收集个人信息的类型', 'IMEI'],
    ]);
    expect(sdk).toMatchObject({ purpose: '消息推送', data: { exact: ['imei'], broad: [] } });
  },
);

test('so are those of the maker, the data and the link', () => {
  const sdk = entry([
    ['SDK厂家', '杭州飞鸟网络有限公司'],
    ['该SDK可能收集的个人信息字段', 'IMEI'],
    ['该SDK的隐私政策', 'https://birds.example/p'],
  ]);
  expect(sdk).toMatchObject({
    company: '杭州飞鸟网络有限公司',
    url: 'https://birds.example/p',
    data: { exact: ['imei'], broad: [] },
  });
});

test('a key whose head is none of these stays what its words are', () => {
  expect(entry([['收集个人信息类型', 'IMEI']])?.purpose).toBeNull();
  expect(entry([['收集个人信息的目的地说明', '消息推送']])?.purpose).toBeNull();
});

test('a header of columns that lost its cells is told by the roles of its words', () => {
  const table =
    '收集个人信息的场景/目的 可能会收集的个人信息\n搜索 搜索关键字\n安全运行 网络信息(IP地址、基站)\n互动 好友列表、私信';
  expect(claimsIn(table)).toEqual(['cell', 'chat', 'friend-list', 'ip', 'search-history', '~network-info']);
  expect(claimsIn('收集个人信息的说明 关于本应用的介绍\n搜索 搜索关键字')).not.toContain('search-history');
});
