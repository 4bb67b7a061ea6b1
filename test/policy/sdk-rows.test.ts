import { expect, test } from 'vitest';
import { read } from './reading.ts';

const rows = (text: string) => read(text).sdks.map(({ at, ...row }) => ({ ...row, line: at.line }));

test('a pipe table of SDKs: name, company, purpose, link, data of every cell', () => {
  const text = `七、第三方SDK目录

| SDK名称 | 公司名称 | 使用目的 | 可能调用的权限 | 收集个人信息类型 | 隐私政策链接 |
|---|---|---|---|---|---|
| 极光推送SDK | 深圳市和讯华谷信息技术有限公司 | 消息推送 | 位置权限 | 设备信息(IMEI、OAID) | https://www.jiguang.cn/license/privacy |
| 未知组件 | / | 用于分享照片 | 无 | 未知组件 | 无 |`;
  expect(rows(text)).toEqual([
    {
      id: 'jpush',
      name: '极光推送SDK',
      company: '深圳市和讯华谷信息技术有限公司',
      purpose: '消息推送',
      url: 'https://www.jiguang.cn/license/privacy',
      data: { exact: ['imei', 'location-coarse', 'oaid'], broad: ['device-info', 'location'] },
      line: 5,
    },
    {
      id: null,
      name: '未知组件',
      company: null,
      purpose: '用于分享照片',
      url: null,
      data: { exact: [], broad: [] },
      line: 6,
    },
  ]);
  expect(read(text).defects.map((defect) => `${defect.code} ${defect.subject}`)).toEqual([
    'no-contact null',
    'no-date null',
    'sdk-without-company 未知组件',
    'sdk-without-data 未知组件',
    'sdk-without-link 未知组件',
  ]);
});

test('data belong to the SDK, not to the app; permissions are declared all the same', () => {
  const reading = read('| SDK名称 | 收集信息 | 权限 |\n|---|---|---|\n| 微信SDK | IMEI | 相机权限 |');
  expect([...new Set(reading.claims.map((claim) => claim.actor))]).toEqual(['sdk:wechat-opensdk']);
  expect(reading.permissions.map((permission) => permission.name)).toEqual(['android.permission.CAMERA']);
});

test('keys with values behind them or on the lines below', () => {
  const text = `第三方SDK列表：

(1).微信SDK

用途及目的:

分享功能

收集的数据类型:

设备信息(IMSIIMEI)

网络信息:优化与服务器的网络连接、短信

隐私政策链接：https://open.weixin.qq.com/p

(2).某某工具SDK

SDK服务提供商：某某科技有限公司
收集个人信息类型：OAID

3.其他用途 我们会收集您的昵称。`;
  expect(rows(text)).toEqual([
    {
      id: 'wechat-opensdk',
      name: '微信SDK',
      company: null,
      purpose: '分享功能',
      url: 'https://open.weixin.qq.com/p',
      data: { exact: ['imei', 'imsi'], broad: ['device-info', 'network-info'] },
      line: 3,
    },
    {
      id: null,
      name: '某某工具SDK',
      company: '某某科技有限公司',
      purpose: null,
      url: null,
      data: { exact: ['oaid'], broad: [] },
      line: 17,
    },
  ]);
  expect(
    read(text)
      .claims.filter((claim) => claim.actor === 'app')
      .map((claim) => claim.data),
  ).toEqual(['nickname']);
  expect(read(text).claims.find((claim) => claim.data === 'oaid')?.actor).toBe('named:某某工具SDK');
});

test('entries that begin with a key for the name', () => {
  const text =
    'SDK名称：友盟统计SDK\n公司名称：友盟同欣（北京）科技有限公司\n使用目的：统计分析\n收集个人信息类型：Android ID\n\nSDK名称：Bugly SDK\n使用目的：崩溃分析\n收集个人信息类型：崩溃日志';
  expect(rows(text).map(({ id, company, data }) => [id, company, data.exact])).toEqual([
    ['umeng-analytics', '友盟同欣（北京）科技有限公司', ['android-id']],
    ['bugly', null, ['crash-performance']],
  ]);
});

test('an SDK in one block', () => {
  const text =
    '3. 微信开放平台SDK：由深圳市腾讯计算机系统有限公司提供，用于微信分享，收集设备标识信息、IP地址，隐私政策：https://open.weixin.example/a。';
  expect(rows(text)).toEqual([
    {
      id: 'wechat-opensdk',
      name: '微信开放平台SDK',
      company: '深圳市腾讯计算机系统有限公司',
      purpose: '用于微信分享',
      url: 'https://open.weixin.example/a',
      data: { exact: ['ip'], broad: ['device-id'] },
      line: 1,
    },
  ]);
});

test('a name that several SDKs share is decided by the company', () => {
  const row = (company: string) =>
    rows(`| SDK名称 | 公司名称 | 收集信息 |\n|---|---|---|\n| 手机号一键登录 | ${company} | 手机号码 |`)[0]?.id;
  expect(row('天翼数字生活科技有限公司')).toBe('ctcc-auth');
  expect(row('中移互联网有限公司')).toBe('cmcc-auth');
  expect(row('联通在线信息科技有限公司')).toBe('cucc-auth');
});

test('SDKs of running text, makers of phones as their push channels', () => {
  const reading = read('我们接入了友盟SDK及推送通道SDK（如小米、华为、vivo），推送通道SDK需要收集设备标识符（IMEI）。');
  expect(reading.sdks.map((sdk) => [sdk.id, sdk.data.exact])).toEqual([
    ['umeng-analytics', ['imei']],
    ['mipush', ['imei']],
    ['huawei-push', ['imei']],
    ['vivo-push', ['imei']],
  ]);
});

test('mentions by name, company, package and domain', () => {
  const reading = read(
    '我们使用Bugly SDK。\n由上海数数信息技术有限公司提供统计。\n包名cn.jpush.android\n详见dun.163.com',
  );
  const short = reading.mentions.map((mention) => `${mention.sdk} ${mention.how} ${mention.at.line}`);
  for (const wanted of ['bugly name 1', 'thinkingdata company 2', 'jpush package 3', 'netease-yidun domain 4']) {
    expect(short).toContain(wanted);
  }
});

test('the name of an app is no mention of its SDK', () => {
  expect(read('您可以使用微信或微博账号登录。').mentions).toEqual([]);
});

test('a sentence that says that an SDK is used is no part of its name', () => {
  const text = `第三方SDK

1.1 我们的产品集成友盟+SDK(com.umeng),我们将向友盟+SDK传输您的IMEI。
1.2 本应用接入了极光推送SDK(深圳市和讯华谷信息技术有限公司),用于消息推送,收集设备MAC地址。
1.3 我们使用高德地图SDK:收集位置信息,用于定位。
1.4 应用使用统计SDK(北京某某科技有限公司):收集IMEI,用于统计。`;
  expect(read(text).sdks.map(({ id, name, at }) => [id, name, at.column])).toEqual([
    ['umeng-analytics', '友盟+SDK', 12],
    ['jpush', '极光推送SDK', 11],
    ['amap', '高德地图SDK', 9],
    [null, '应用使用统计SDK', 5],
  ]);
  const english = `Third-party SDKs

- We use Firebase Analytics (Google LLC): it collects the advertising ID.
- Our app integrates the Sentry SDK: it collects crash logs.
- Useful Integrates SDK: it collects the IMEI.`;
  expect(read(english).sdks.map(({ name }) => name)).toEqual([
    'Firebase Analytics',
    'Sentry SDK',
    'Useful Integrates SDK',
  ]);
});
