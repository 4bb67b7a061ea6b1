import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

/** Traps that show in rows of SDKs and in defects, and not in claims alone. */
const TABLE = [
  '第三方SDK名称 | 第三方SDK开发者名称 | 第三方SDK开发者官网 | 功能类型 | 使用目的 | 可能调用的权限 | 权限授权方式 | 处理个人信息类型 | 隐私政策链接 |',
  '白鹭归因SDK | 白鹭科技有限公司 | https://bailu.example | 归因 | 统计来源 | 粘贴板(剪切板)信息 | 自动 | OAID | https://bailu.example/privacy |',
  '极光推送 | 深圳市和讯华谷信息技术有限公司 | / | 推送 | 离线推送 | / | / | jpush | / |',
  '腾讯广点通SDK | 青禾创想科技股份有限公司 | / | 广告 | 【请填写用途】 | / | / | IMEI | / |',
].join('\n');

const codes = (text: string) => read(text).defects.map(({ code, subject }) => `${code} ${subject ?? ''}`.trim());
const sdks = (text: string) => read(`第三方SDK目录\n${text}`).sdks;

test('a table of nine columns: the data are its rows’ own, wherever in a row they stand', () => {
  expect(sdks(TABLE).map(({ name, data }) => [name, data.exact])).toEqual([
    ['白鹭归因SDK', ['clipboard', 'oaid']],
    ['极光推送', []],
    ['腾讯广点通SDK', ['imei']],
  ]);
  expect(claimsIn(`第三方SDK目录\n${TABLE}`).filter((claim) => !/^(?:sdk|named):/.test(claim))).toEqual([]);
});

test('a data cell that repeats the name declares nothing, a slash is an empty cell', () => {
  const jpush = sdks(TABLE)[1];
  expect([jpush?.id, jpush?.url, jpush?.data]).toEqual(['jpush', null, { exact: [], broad: [] }]);
  expect(codes(`第三方SDK目录\n${TABLE}`)).toEqual(
    expect.arrayContaining(['sdk-without-data 极光推送', 'sdk-without-link 极光推送']),
  );
});

test('a company that does not make the SDK, and a template’s words in a cell', () => {
  const found = codes(`第三方SDK目录\n${TABLE}`);
  expect(found).toContain('company-mismatch 腾讯广点通SDK');
  expect(found).toContain('unfilled-placeholder');
});

test('the header of a table without cells is no data, and its rows go on without a scene', () => {
  const text =
    '业务场景 可能收集的个人信息字段/获取的系统权限类型 收集目的\n搜索 搜索的内容、剪切板 用于提供搜索服务\n设备所在位置信息 用于展示附近的内容';
  expect(claimsIn(text)).toEqual(['clipboard', 'location-coarse', 'search-history', '~location']);
});

test('keys for the data in many wordings, their values on the lines below', () => {
  for (const key of [
    '收集数据类型',
    '收集及共享个人信息的类型/范围',
    'SDK收集个人信息类型',
    '共享信息名称',
    '信息名称',
  ]) {
    const [sdk] = sdks(`白鹭统计SDK\n使用目的:\n统计\n${key}:\nOAID、设备型号`);
    expect([key, sdk?.data.exact]).toEqual([key, ['device-model', 'oaid']]);
  }
});

test('an SDK told by its package is its SDK', () => {
  const { mentions } = read('我们的产品集成了统计组件(com.umeng)，用于分析。');
  expect(mentions.map(({ sdk }) => sdk)).toContain('umeng-analytics');
});

test('lists that are referred to and not there', () => {
  expect(codes('SDK的详情请见《SDK技术说明文档》。')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^(?:sdk-list-not-supplied|dead-reference) /)]),
  );
  expect(codes('合作方的情况详见《合作伙伴情况披露》。')).toContain('dead-reference 合作伙伴情况披露');
});

test('the name of another product', () => {
  const text = '《青禾隐私政策》\n本政策适用于斗青青网站提供的所有产品和服务。';
  expect(codes(text)).toContain('foreign-product-name 斗青青');
});

test('an app for adults, a policy for children and a service agreement tell what they tell', () => {
  expect(claimsIn('任何18岁以下的未成年人不应创建自己的个人账户。')).toEqual([]);
  expect(
    claimsIn('四、平台服务使用规范\n用户不得发布他人的身份证号码。\n七、隐私权政策\n我们会收集您的昵称。'),
  ).toEqual(['nickname']);
  const children = '儿童隐私规则\n我们深知儿童信息的重要性。\n如您开启儿童模式，我们会收集您的身份证信息。';
  expect(claimsIn(children)).toEqual(['id-card']);
});

test('data that may be looked at and changed are held, and not thereby collected', () => {
  expect(claimsIn('五、您的权利\n您可以查询、修改您的信息，包括昵称、手机号码、银行卡信息。')).toEqual([]);
});

test('half and full width punctuation read alike', () => {
  const half = '我们会收集设备信息(包括设备型号、IMEI),网络信息:IP地址;昵称 和 头像.';
  const full = '我们会收集设备信息（包括设备型号、IMEI），网络信息：IP地址；昵称 和 头像。';
  expect(claimsIn(half)).toEqual(claimsIn(full));
});

test('a summary before the full policy: what only the summary lists counts, what both say counts once', () => {
  const text = [
    '隐私政策摘要',
    '为了方便您了解，我们会收集您的剪切板、昵称。完整版本请查看《白鹭隐私政策》。',
    '白鹭隐私政策',
    '一、我们如何收集您的信息',
    '注册时，我们会收集您的昵称、手机号码。',
  ].join('\n');
  expect(claimsIn(text)).toEqual(['clipboard', 'nickname', 'phone-number']);
});

test('that data alone identify nobody takes back no statement that they are collected', () => {
  const text =
    '我们会收集您的设备型号、IP地址。单独的设备型号、日志信息是无法识别特定自然人身份的信息，不属于个人信息。';
  expect(claimsIn(text)).toEqual(expect.arrayContaining(['device-model', 'ip']));
  expect(read(text).claims.filter(({ stance }) => stance === 'denied')).toEqual([]);
});

test('rules for children below the policy, with contents of their own: read on, and each statement once', () => {
  const text = [
    '一、我们如何收集您的信息',
    '我们会收集您的昵称。',
    '儿童个人信息保护规则',
    '目录',
    '一、我们如何收集儿童的信息',
    '二、联系我们',
    '白鹭公司（以下统称“我们”）深知儿童个人信息的重要性。',
    '一、我们如何收集儿童的信息',
    '在您启用儿童模式时，为了核实监护关系，我们可能会收集监护人的户口本、身份证号码。',
  ].join('\n');
  expect(claimsIn(text)).toEqual(['id-card', 'nickname', 'other-id-docs']);
});
