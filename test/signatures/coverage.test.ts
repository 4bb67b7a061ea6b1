import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { compilePolicyReader, readPolicy } from '../../analyzers/policy/read-policy.ts';
import { readSignatureFiles } from './signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());
const reader = compilePolicyReader(catalogue);

test('at least 150 telling Android members cover at least 40 data types', () => {
  const members = Object.values(catalogue.androidApis).flatMap((entry) => Object.values(entry));
  const telling = members.filter(({ data, signal }) => data.length > 0 && signal === undefined);
  expect(telling.length).toBeGreaterThanOrEqual(150);
  expect(new Set(telling.flatMap(({ data }) => data)).size).toBeGreaterThanOrEqual(40);
});

test('every group of strings that an Android member asks for is there', () => {
  const asked = Object.values(catalogue.androidApis).flatMap((entry) =>
    Object.values(entry).flatMap(({ argument }) => argument ?? []),
  );
  // The app's own package is known from its manifest.
  const groups = new Set(asked.filter((group) => group !== 'package-name'));
  expect([...groups].filter((group) => catalogue.androidStrings[group] === undefined)).toEqual([]);
});

test.each([
  'react-native',
  'expo',
  'cordova',
  'capacitor',
  'uni-app',
  'taro',
  'wechat',
  'alipay',
  'baidu',
  'douyin',
  'qq',
  'web',
  'electron',
  'nativescript',
  'weex',
  'js-bridge',
  'harmonyos',
])('scripts of %s reach at least one data type', (framework) => {
  const apis = Object.entries(catalogue.scriptApis).filter(([id]) => id.startsWith(`${framework}/`));
  const members = apis.flatMap(([, { members }]) => Object.values(members));
  expect(members.flatMap(({ data, when = [] }) => [...data, ...when.flatMap((choice) => choice.data)])).not.toEqual([]);
});

test('every data type has phrases in both languages', () => {
  const silent = Object.entries(catalogue.dataTypes).filter(
    ([, { phrases }]) => phrases.zh.length === 0 || phrases.en.length === 0,
  );
  expect(silent.map(([id]) => id)).toEqual([]);
});

/** Names as policies write them, and the SDK that is meant. */
test.each([
  ['支付宝SDK', 'alipay'],
  ['微信SDK', 'wechat-opensdk'],
  ['腾讯移动开放平台SDK', 'qq-connect'],
  ['腾讯云慧眼人脸核身SDK', 'huiyan'],
  ['友盟统计SDK', 'umeng-analytics'],
  ['友盟+SDK', 'umeng-analytics'],
  ['极光安全认证SDK', 'jverification'],
  ['极光推送', 'jpush'],
  ['jpush.android', 'jpush'],
  ['百度定位SDK', 'baidu-location'],
  ['微博SDK', 'weibo'],
  ['云信SDK', 'netease-nim'],
  ['天翼号码授权', 'ctcc-auth'],
  ['Sigmob SDK', 'sigmob'],
  ['汇世SDK', 'mintegral'],
  ['快手联盟', 'kuaishou-ads'],
  ['腾讯广点通', 'gdt'],
  ['xinstall', 'xinstall'],
  ['上海创蓝云智信息科技股份有限公司', 'shanyan'],
  ['com.umeng.analytics', 'umeng-analytics'],
  ['个推推送SDK', 'getui'],
  ['数美SDK', 'shumei'],
  ['同盾SDK', 'tongdun'],
  ['网易易盾', 'netease-yidun'],
  ['穿山甲', 'pangle'],
  ['优量汇', 'gdt'],
  ['Bugly', 'bugly'],
  ['高德定位', 'amap'],
  ['腾讯X5', 'tbs-x5'],
  ['华为推送', 'huawei-push'],
  ['小米推送', 'mipush'],
  ['OPPO推送', 'oppo-push'],
  ['vivo推送', 'vivo-push'],
  ['荣耀推送', 'honor-push'],
  ['魅族推送', 'meizu-push'],
  ['阿里云移动推送SDK', 'aliyun-push'],
])('a policy that names %s names %s', (wording, sdk) => {
  const { mentions } = readPolicy('example.txt', new TextEncoder().encode(`我们接入了${wording}。`), reader);
  expect(mentions.map((mention) => mention.sdk)).toContain(sdk);
});

test('at least 400 SDKs, each known by its code, its files or its settings', () => {
  const sdks = Object.entries(catalogue.sdks);
  expect(sdks.length).toBeGreaterThanOrEqual(400);
  const marks = ['packages', 'components', 'settings', 'libraries', 'assets', 'modules'] as const;
  expect(sdks.filter(([, entry]) => marks.every((field) => entry[field].length === 0)).map(([id]) => id)).toEqual([]);
});

test('what an SDK brings along is known, and what it carries lies in the packages of another', () => {
  const sdks = Object.values(catalogue.sdks);
  expect(sdks.flatMap(({ brings = [] }) => brings).filter((id) => catalogue.sdks[id] === undefined)).toEqual([]);
  const packages = sdks.flatMap((entry) => entry.packages);
  const carried = sdks.flatMap(({ carries = [] }) => carries);
  expect(carried.filter((name) => !packages.some((prefix) => name.startsWith(`${prefix}.`)))).toEqual([]);
});
