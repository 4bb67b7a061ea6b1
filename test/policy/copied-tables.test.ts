import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

test('a row that is short because its first cell goes down over several gets that cell from above', () => {
  const table =
    '| 类型 | 信息名称 | 使用目的 | 使用场景 | 内容 |\n|---|---|---|---|---|\n| 用户基本信息 | 手机号 | 注册 | 首次注册时 | 0 |\n| 头像 | 账号展示 | 编辑资料 | 0 |\n| 学校 | 资料展示 | 编辑资料 | 0 | |\n| 屏幕分辨率 | 适配 | 启动时 | 0 | |';
  expect(claimsIn(table)).toEqual(['avatar', 'phone-number', 'screen', '~education-work']);
});

test('a row that is short because its end is empty stays as it is', () => {
  const table =
    '| 场景 | 信息名称 | 使用目的 | 备注 |\n|---|---|---|---|\n| 注册 | 手机号 | 登录 | |\n| 短信验证 | 验证码 | 核对银行卡号 | |\n| 客服 | 通话记录 | 改进 | |';
  expect(claimsIn(table)).toEqual(['call-log', 'phone-number', 'sms-code']);
  const sdks =
    '| SDK名称 | 使用目的 | 个人信息种类 |\n|---|---|---|\n| 飞鸟推送SDK | 推送 | IMEI |\n| 飞鱼定位SDK | 定位 | |';
  expect(read(sdks).sdks).toMatchObject([
    { name: '飞鸟推送SDK' },
    { name: '飞鱼定位SDK', purpose: '定位', data: { exact: [], broad: [] } },
  ]);
});

const ANSWERS =
  'Category\nExamples\nCollected\nA. Identifiers.\nA real name, postal address, Internet Protocol address,\nemail address, or other similar identifiers.\nYES\nB. Commercial information.\nRecords of products purchased, purchasing histories\nYES\nC. Biometric information.\nFingerprints, face prints\nNO\nD. Geolocation data.\nPhysical location or movements.\nNO\n';

test('a table that answers for each category whether it is collected, line by line', () => {
  expect(claimsIn(ANSWERS)).toEqual(['address', 'email', 'ip', 'order', 'real-name']);
  expect(claimsIn('Data type\nDo we collect it?\nEmail address\nYES\nContacts\nNO\nPhotos\nYES')).toEqual([
    'email',
    'photos',
  ]);
});

test('answers without such headings are none', () => {
  expect(claimsIn(ANSWERS.slice(ANSWERS.indexOf('A. ')))).not.toContain('real-name');
  expect(claimsIn('Category\nExamples\nNotes\nIdentifiers\nEmail address\nYES\nContacts\nNO')).toEqual([]);
});
