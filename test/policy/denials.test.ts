import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

test.each([
  ['我们不会收集以下信息：\n1、短信；\n2、通讯录；\n3、通话记录。', ['-call-log/any', '-contacts/any', '-sms/any']],
  ['## 我们不收集的信息\n\n- 短信\n- 通讯录', ['-contacts/any', '-sms/any']],
  ['We do not collect the following:\n- contacts\n- text messages', ['-contacts/any', '-sms/any']],
  ['No contacts, photos or messages are collected.', ['-chat/any', '-contacts/any', '-photos/any']],
  ['您的短信内容不会被收集。', ['-sms/any']],
])('a list of what is not collected: %s', (text, claims) => {
  expect(claimsIn(text)).toEqual(claims);
});

test.each([
  ['在基本模式下,我们不会收集以下信息:\n- 通讯录\n- 短信', ['-contacts/mode', '-sms/mode']],
  ['对于未成年人,我们不收集下列信息:\n1、精确位置;\n2、身份证号。', ['-id-card/minors', '-location-precise/minors']],
  [
    '## Data we do not collect in the background\n\n- contacts\n- calendar',
    ['-calendar/background', '-contacts/background'],
  ],
  ['We will not collect the following without your consent:\n- contacts', ['-contacts/without-consent']],
  ['我们不会收集、存储或共享以下信息:\n- 短信', ['-sms/any']],
])('what limits the denial of a list limits each of its items: %s', (text, claims) => {
  expect(claimsIn(text).filter((claim) => !claim.includes('~'))).toEqual(claims);
});

test('cases in which something is not done are no denied data', () => {
  const text = '我们不会在下列情形收集您的信息：\n1、您关闭位置信息权限；\n2、您注销账号后的手机号码。';
  expect(claimsIn(text).filter((claim) => claim.startsWith('-location') || claim.startsWith('-phone'))).toEqual([]);
});

test('what is not uploaded is read all the same', () => {
  expect(claimsIn('我们不会上传您的照片。')).toEqual(['-photos/retention']);
  expect(claimsIn('None of your contacts are uploaded.')).toEqual(['-contacts/retention']);
});

test('a passive denial speaks of what stands in front of it', () => {
  expect(claimsIn('Location data is not collected when the app is in the background.')).toEqual([
    '-location-coarse/background',
    '-~location/background',
  ]);
});

test('a row that names its permission in full names no other by what it describes', () => {
  const table =
    '| 权限名称 | 权限功能说明 | 使用场景 |\n|---|---|---|\n| android.permission.ACCESS_FINE_LOCATION | 通过网络位置信息获取精准地理位置信息 | 地点水印 |';
  expect(read(table).permissions.map(({ name }) => name)).toEqual(['android.permission.ACCESS_FINE_LOCATION']);
});

test.each([
  ['关闭定位权限后,我们将无法获取您的位置信息。', 'after-withdrawal'],
  ['当您停用定位服务时,我们不会收集您的位置信息。', 'after-withdrawal'],
  ['若您未开启定位,我们不能收集您的位置信息。', 'without-consent'],
  ['If you disable location services, we will not collect your location.', 'after-withdrawal'],
  ['When you turn it off, we cannot collect your location.', 'after-withdrawal'],
  ['If you do not enable the service, we will not collect your location.', 'without-consent'],
  ['在您未使用导航时，我们均不会收集您的位置信息。', 'feature'],
  ['您没有登录的情况下，我们不会收集您的位置信息。', 'feature'],
  ['While you have not started a trip, we do not collect your location.', 'feature'],
  ['我们不会频繁收集您的位置信息。', 'mode'],
  ['We do not continuously collect your location.', 'mode'],
  ['我们不会收集您的位置信息。', 'any'],
  ['We do not collect your location.', 'any'],
])('a denial for one case, or of one way, is none for the others: %s', (text, scope) => {
  expect(claimsIn(text)).toEqual([`-location-coarse/${scope}`, `-~location/${scope}`]);
});

test('a policy that says that it takes only the scrambled form denies the plain one alone', () => {
  expect(claimsIn('我们收集加密后的IMEI,不会收集明文IMEI。')).toEqual(['-imei/other-content', 'imei']);
});

test.each([
  ['我们不收集通讯录、短信等任何其他个人信息。', ['-contacts/any', '-sms/any', '-~personal-info/other-content']],
  ['我们不会收集您的通讯录或其他数据。', ['-contacts/any']],
  ['We do not collect your contacts, calendar, or any other data.', ['-calendar/any', '-contacts/any']],
  ['We do not collect other contacts or calendar.', ['-calendar/other-content', '-contacts/other-content']],
  ['我们不会收集剪贴板的其他内容。', ['-clipboard/other-content']],
  ['除上述信息外，我们不会收集您的通讯录或其他数据。', ['-contacts/other-content']],
])('what a list of denied data ends by limits none of its items: %s', (text, claims) => {
  expect(claimsIn(text)).toEqual(claims);
});

test.each([
  ['We do not collect your contacts and never use your calendar for advertising.', ['-contacts/any']],
  ['We do not collect your contacts and never read your calendar.', ['-calendar/any', '-contacts/any']],
  ['We do not collect your contacts or your calendar.', ['-calendar/any', '-contacts/any']],
])('a second denial that is not of collecting denies no data of its own: %s', (text, claims) => {
  expect(claimsIn(text)).toEqual(claims);
});

test.each([
  ['We collect your calendar, not track your calendar.', ['calendar']],
  ['本应用不需要通讯录权限即可正常运行。', []],
  ['无需授予通讯录访问权限也能使用本应用。', []],
  ['本应用不需要收集通讯录。', ['-contacts/any']],
])('a sentence that says what it takes, or that it works without, denies nothing: %s', (text, claims) => {
  expect(claimsIn(text)).toEqual(claims);
});
