import { expect, test } from 'vitest';
import { read } from './reading.ts';

const rows = (text: string) =>
  read(text).sdks.map(({ id, name, company, purpose, url, data }) => ({ id, name, company, purpose, url, data }));

test('a table of SDKs that lost its cells: company and address are told by their form', () => {
  const text = [
    '四、接入的第三方SDK',
    'SDK名称 服务提供商 收集的信息类型 使用目的 隐私政策链接',
    '友盟+SDK 友盟同欣(北京)科技有限公司 设备信息(IMEI/MAC/Android ID/OAID) 统计分析 https://www.umeng.com/page/policy',
    '北斗提醒SDK 北斗提醒科技有限公司 设备型号、系统版本 消息推送 https://beidou.example/privacy',
  ].join('\n');
  expect(rows(text)).toEqual([
    {
      id: 'umeng-analytics',
      name: '友盟+SDK',
      company: '友盟同欣(北京)科技有限公司',
      purpose: '统计分析',
      url: 'https://www.umeng.com/page/policy',
      data: { exact: ['android-id', 'imei', 'mac', 'oaid'], broad: ['device-info'] },
    },
    {
      id: null,
      name: '北斗提醒SDK',
      company: '北斗提醒科技有限公司',
      purpose: '消息推送',
      url: 'https://beidou.example/privacy',
      data: { exact: ['device-model', 'os-version'], broad: [] },
    },
  ]);
});

test('the company may stand first, and a line of prose ends nothing and is no row', () => {
  const text = [
    '第三方SDK目录',
    '公司名称 产品名称 使用目的 个人信息字段',
    '北斗提醒科技有限公司 北斗提醒 SDK 消息推送 设备型号',
    '我们会定期检查上述合作方。',
  ].join('\n');
  expect(rows(text)).toEqual([
    {
      id: null,
      name: '北斗提醒 SDK',
      company: '北斗提醒科技有限公司',
      purpose: '消息推送',
      url: null,
      data: { exact: ['device-model'], broad: [] },
    },
  ]);
});

test('titles in lines of their own, keys in many wordings', () => {
  const text = [
    '第三方SDK目录如下:',
    '微信 SDK',
    '- 使用目的:授权登录',
    '- 公司主体:深圳市腾讯计算机系统有限公司',
    '- 共享信息:微信昵称、已安装应用列表',
    '- 隐私政策:https://weixin.qq.com/privacy',
    'QQ SDK',
    '所属公司名称:深圳市腾讯计算机系统有限公司',
    '收集目的:授权登录',
    '个人信息收集范围:设备标识符(Android如IMEI,iOS如IDFV)、读写外部存储',
  ].join('\n');
  expect(rows(text).map(({ id, name, data }) => [id, name, data.exact])).toEqual([
    ['wechat-opensdk', '微信 SDK', ['installed-apps', 'nickname']],
    ['qq-connect', 'QQ SDK', ['idfv', 'imei', 'storage']],
  ]);
});
