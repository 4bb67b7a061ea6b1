import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

/** What trips a reader of Chinese policies, and the right reading in the short form of `claimsIn`. */
const TRAPS: [string, string, string[]][] = [
  [
    'a definition of personal information only defines',
    '一、定义\n个人信息：指能够识别特定自然人的各种信息，包括姓名、身份证号码、住址。\n二、我们如何收集信息\n我们会收集您的昵称。',
    ['nickname'],
  ],
  [
    'what a policy is about is not yet collected',
    '本政策涉及的个人信息包括：基本信息（包括姓名、生日）、个人位置信息。',
    [],
  ],
  [
    'a list of terms with a disclaimer only defines',
    '三、名词解释\n1. 个人信息包括姓名、生日、指纹。我们实际收集的种类以本政策描述为准。',
    [],
  ],
  [
    'sensitive information is defined by examples',
    '个人敏感信息：指一旦泄露可能危害人身安全的信息，包括银行账户、行踪轨迹。',
    [],
  ],
  [
    'a table without cells: data up to the purpose',
    '业务场景 收集的个人信息字段 收集目的\n内容展示 剪切板、日志记录 用于分发短信\n设备所在位置信息 用于展示附近的人',
    ['clipboard', 'location-coarse', '~location', '~log-info'],
  ],
  [
    'summary and full text count once',
    '摘要\n我们会收集您的剪切板。\n\n完整政策\n我们会收集您的昵称。\n我们会收集您的昵称。',
    ['clipboard', 'nickname'],
  ],
  ['a letter of another document says nothing of the app', '合作机构可以保存、加工贵司所提供的本人个人信息；', []],
  ['digits read for letters', '我们会获取W1-FI状态、基站1D信息。', ['cell', 'wifi-info', '~wifi-info']],
  ['a homophone', '我们需要读取童话状态。', ['phone-state']],
  [
    'a slip of the pen, precise and coarse',
    '访问粗略的地位信息，我们也会访问精确的地位信息',
    ['location-coarse', 'location-precise', '~location'],
  ],
  ['地里位置 is 地理位置', '我们会收集您的地里位置。', ['location-coarse', '~location']],
  ['MAC with its words in another order', '我们会收集设备信息（含设备硬件、地址MAC等）。', ['mac', '~device-info']],
  [
    'MAC信息设备地址 in the background',
    '应用处于后台状态时会获取您的MAC信息设备地址。',
    ['background-collection', 'mac'],
  ],
  ['two acronyms run together', '我们会读取终端信息(IMEIIMSI、机型)', ['device-model', 'imei', 'imsi', '~device-info']],
  ['an acronym runs into SIM', '我们收集设备标识(IMEI/IDFASIM、IMSI)', ['idfa', 'imei', 'imsi', '~device-id']],
  ['an acronym runs into SIM卡序列号', '我们收集 IMSISIM卡序列号、IMEI。', ['iccid', 'imei', 'imsi']],
  ['a cut cell', '我们收集网络类型、SD', ['network-type']],
  [
    'permissions stand for their data',
    '我们会获取以下权限：读取通讯录权限、读取及写入存储器权限',
    ['contacts', 'storage'],
  ],
  [
    'no other data: the list before stands',
    '友盟SDK会收集您的IMEI，除上述信息之外，不会收集用户的其他个人数据。',
    ['sdk:umeng-analytics -~personal-info/other-content', 'sdk:umeng-analytics imei'],
  ],
  ['no retention is collection', '人脸识别由第三方收集您的人脸信息，相关人脸信息平台不会进行留存。', ['partner face']],
  [
    'not when it is not needed is no denial of collection',
    '即使获得权限，我们也不会在相关功能不需要时而收集您的相册。',
    ['-photos/exceptions'],
  ],
  [
    'no other content of the clipboard',
    '我们会读取您剪贴板中的邀请码。对剪贴板其他信息，我们不会收集。',
    ['-clipboard/other-content', '-~other-info/other-content', 'clipboard'],
  ],
  ['not if you refuse', '若您拒绝提供位置信息，我们将不会收集。', []],
  ['no sharing without consent', '未经您同意，我们不会向开发者共享您的头像。', ['-avatar/sharing']],
  ['no transfer, except', '我们不会将您的手机号码转让给任何公司，但以下情况除外：', ['-phone-number/sharing']],
  ['no selling, except', '我们不会出售或出租您的手机号码，但以下情况除外：', ['-phone-number/sharing']],
  [
    'calling it non-personal does not take it back',
    '我们会收集设备信息。请注意，仅凭设备信息无法认出您是谁。',
    ['~device-info'],
  ],
  ['what refusal leads to', '如您拒绝提供手机号码，会使注册无法完成，从而不能发帖。', []],
  ['after withdrawal', '五、您的权利\n您撤回授权之后，通讯录相关的信息将不再收集。', []],
  ['after the account is closed', '账户注销后，我们不会再收集或共享您的手机号码。', ['-phone-number/after-withdrawal']],
  [
    'a broad term with its list',
    '我们会收集设备信息（如机型、操作系统版本等软硬件特征信息）',
    ['device-model', 'os-version', '~device-info'],
  ],
  [
    'a broad term alone names no leaf',
    '我们需要收集您的个人常用设备信息、设备标识符。',
    ['~device-id', '~device-info'],
  ],
  [
    'what locates: IP, WLAN, Bluetooth, cells',
    '我们会获取您设备所在位置信息（如IP地址、GPS位置，以及WLAN接入点、基站和蓝牙）',
    ['bluetooth-scan', 'cell', 'ip', 'location-coarse', 'location-precise', 'wifi-scan', '~location', '~wifi-info'],
  ],
  [
    'a line end inside a list',
    '我们收集设备标识符（IMEI/MAC/Android\nID/IDFA等）',
    ['android-id', 'idfa', 'imei', 'mac', '~device-id'],
  ],
  [
    'guardians, where it is said plainly',
    '六、儿童个人信息保护\n我们可能需要收集监护人的联系方式（手机号码、电子邮箱）。',
    ['email', 'emergency-contact', 'phone-number', '~contact-method'],
  ],
  ['no collection from minors', '六、未成年人保护\n我们不会主动向未成年人收集其手机号码。', ['-phone-number/minors']],
  ['no collection in one place of the app', '首页中的房间不存在任何收集通讯录的服务。', ['-contacts/feature']],
  [
    'self-start in the section on cookies',
    '六、Cookie和同类技术\n本应用将使用自启动功能，以一定的频率关联启动。',
    ['associated-start', 'autostart'],
  ],
  [
    'the clipboard in the section on rights',
    '八、您的权利\n参加活动时，我们会读取剪贴板以识别其中的口令码。',
    ['clipboard'],
  ],
  ['device ids under "other"', '八、其他\n应用运行时需要收集您的OAID以提供统计服务。', ['oaid']],
  [
    'an SDK by its package and its name',
    '本产品集成了友盟+SDK（com.umeng），该友盟+SDK需要收集IMEI。',
    ['sdk:umeng-analytics imei'],
  ],
  ['a heading glued to its text', '3Cookie的使用我们会使用Cookie记录登录状态。', ['access-time', 'cookie']],
  [
    'lines of a table of contents open no section',
    '目录\n一、我们如何收集信息\n二、我们如何共享信息\n三、定义\n\n我们会收集您的昵称。',
    ['nickname'],
  ],
  [
    'legal exceptions',
    '一、我们如何收集信息\n（五）征得授权同意的例外\n1、与国家安全直接相关的；\n2、收集您自行公开的手机号码。',
    [],
  ],
  [
    'safeguards',
    '五、我们如何保护您的信息\n我们采取日志记录安全审计、对用户密码进行加密、严格的数据访问权限控制。',
    [],
  ],
  ['a conspicuous place is no location', '我们会在显著位置提示您，并收集昵称。', ['nickname']],
  ['a computer virus is no illness', '为预防计算机病毒、网络攻击，我们会收集设备型号。', ['device-model']],
  ['starting an emergency plan is no self-start', '我们会制定预案，一旦出事便启动应急预案。', []],
  [
    'data that users may look up',
    '六、如何管理您的信息\n您可以查询、修改您的信息，包括但不限于昵称、手机号码、银行卡信息。',
    [],
  ],
  [
    'a third party collects',
    '第三方支付机构可能会收集付款人的姓名、银行卡类型。',
    ['partner bank-card', 'partner real-name'],
  ],
  ['advice to the user', '请定期修改密码，不将自己的账号密码等资料告诉别人。', []],
  ['the future', '我们可能会不时推出新功能，届时可能需要收集您的指纹。', []],
  ['only on old versions', '我们会收集IMEI（仅在安卓9及以下版本收集，安卓9以上版本不收集）。', ['imei']],
  ['not in basic mode', '在基本功能模式下，我们不会收集设备MAC地址。', ['-mac/mode']],
  [
    'read on the device only',
    '在该功能中我们仅在设备本地读取相册，并不收集相关信息。',
    ['-~personal-info/feature', 'photos'],
  ],
  ['not in the background', '在后台运行过程中均不会收集您的IMEI。', ['-imei/background']],
  ['marks inside a word', '我们会收集您的手**机** **号**码。', ['phone-number']],
  ['IEMI', '我们收集手机设备信息（IEMI、操作系统版本）', ['imei', 'os-version', '~device-info']],
  ['AndriodID', '我们收集AndriodID、OAID。', ['android-id', 'oaid']],
  [
    'half-width punctuation',
    '我们收集设备信息(包括设备型号,系统版本)及昵称.',
    ['device-model', 'nickname', 'os-version', '~device-info'],
  ],
];

test.each(TRAPS)('%s', (_, text, wanted) => {
  expect(claimsIn(text)).toEqual([...wanted].sort());
});

test('headings and labels count where they name data, not where they name a function', () => {
  expect(
    claimsIn('一、我们如何收集信息\n2.5 APP自启动\n2.6 设备信息（蓝牙地址）\n2.7 分享\n您可以使用此功能。'),
  ).toEqual(['autostart', 'bluetooth-mac']);
  expect(claimsIn('记录行程：您点击后，我们会收集您的照片。')).toEqual(['photos']);
});

test('可以使用 is no purpose', () => {
  const [claim] = read('您也可以使用其他登录方式，此时我们会获取您的头像。').claims;
  expect([claim?.data, claim?.purpose]).toEqual(['avatar', null]);
});

test('purposes and refusals are no data, conditions are none either', () => {
  expect(claimsIn('当您使用短信登录时，我们会收集您的手机号码用于向您发送短信，以便读取通知。')).toEqual([
    'phone-number',
  ]);
  expect(claimsIn('我们收集的IMEI（用于识别指纹）、昵称。')).toEqual(['imei', 'nickname']);
});

test('items below an announcement are declared, until the list ends', () => {
  const text =
    '一、我们如何收集信息\n我们会收集以下信息：\n（1）昵称；\n（2）指纹，如您拒绝提供头像，不影响使用。\n\n二、其他\n（1）短信。';
  expect(claimsIn(text)).toEqual(['fingerprint', 'nickname']);
});

test('a sentence that begins with "including" goes on with the one before', () => {
  expect(claimsIn('我们会自动收集您的使用情况。包括您的IP地址、浏览器类型。短信除外。')).toEqual(['ip', 'user-agent']);
});

test('labels count when their text collects', () => {
  expect(claimsIn('通话记录：当您使用本服务时，我们需要您提供联系人信息。')).toEqual(['call-log', 'contacts']);
});
