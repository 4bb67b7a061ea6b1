import type { Claim, PolicyPassage } from '../../analyzers/model/claim.ts';
import type { Discrepancy, DiscrepancyKind } from '../../analyzers/model/discrepancy.ts';
import type { Evidence } from '../../analyzers/model/evidence.ts';
import type { Report } from '../../analyzers/model/report.ts';

function discrepancy(number: number, parts: Partial<Discrepancy> & { kind: DiscrepancyKind }): Discrepancy {
  return {
    id: `d${String(number).padStart(15, '0')}`,
    severity: 'medium',
    data: null,
    actor: null,
    subject: null,
    message: `关于 ${parts.kind} 的说明。`,
    evidence: [],
    claims: [],
    at: null,
    clauses: [],
    suppressed: null,
    ...parts,
  };
}

function evidence(number: number, parts: Partial<Evidence>): Evidence {
  return {
    id: `e${String(number).padStart(15, '0')}`,
    data: 'imei',
    actor: 'app',
    grade: 'bundled',
    api: 'android.telephony.TelephonyManager.getDeviceId',
    argument: null,
    lowSignal: false,
    at: { file: 'classes.dex', class: 'com.example.Main', method: 'run()', offset: 4 },
    entry: null,
    path: [],
    beforeConsent: false,
    consentBasis: null,
    background: false,
    sinks: [],
    ...parts,
  };
}

function claim(number: number, parts: Partial<Claim>): Claim {
  return {
    id: `c${String(number).padStart(15, '0')}`,
    data: 'clipboard',
    breadth: 'exact',
    stance: 'affirmed',
    scope: null,
    actor: 'app',
    purpose: null,
    background: false,
    quote: '我们不会读取您的剪贴板。',
    at: { file: 'policy.txt', line: 12, column: 7 },
    ...parts,
  };
}

const dex = (member: string, offset: number, line?: number) => ({
  file: 'classes.dex',
  class: 'com.example.Main',
  method: member,
  offset,
  ...(line === undefined ? {} : { line }),
});

/** The text of the made-up policy, with the quotes of its claims. */
function passages(): PolicyPassage[] {
  const text = (line: number, kind: PolicyPassage['kind'], ...texts: string[]) => ({ kind, texts, line, column: 1 });
  return [
    text(1, 'heading', '隐私政策'),
    text(3, 'paragraph', '我们非常重视您的隐私。请联系【客服电话】。'),
    text(12, 'paragraph', '请您放心：我们不会读取您的剪贴板。如有疑问，请联系我们。'),
    text(20, 'item', '其一，我们会收集您的设备信息，用于安全保障。'),
    text(22, 'item', '其二，如您需要，经您授权，我们会读取通讯录。'),
    text(30, 'row', 'SDK 名称', '收集的信息'),
    text(31, 'row', '友盟统计', 'IMSI、设备信息'),
    text(33, 'row', '某推送', '无'),
    text(40, 'paragraph', '电话权限：用于统计分析。'),
  ];
}

/** A report with a discrepancy of every kind, places in code, scripts, manifest and policy, and gaps. */
export function madeUpReport(): Report {
  const sdk = 'sdk:umeng-analytics' as const;
  const clauses = ['cac-2019-191/2-1', 'pipl/17'];
  const start = dex('onCreate(android.os.Bundle)', 2, 21);
  return {
    schema: 1,
    tool: { name: 'candor', version: '0.1.0', signatures: 'digest' },
    input: {
      name: 'app.apk',
      kind: 'apk',
      sha256: 'a'.repeat(64),
      size: 123456,
      package: 'com.example',
      label: '示例应用',
      versionName: '1.2.0',
      versionCode: '12',
      minSdk: 21,
      targetSdk: 34,
      frameworks: ['react-native'],
    },
    policies: [{ name: 'policy.txt', sha256: 'b'.repeat(64), language: 'zh', passages: passages() }],
    permissions: [
      {
        name: 'android.permission.CAMERA',
        data: ['camera'],
        used: false,
        maxSdkVersion: null,
        at: { file: 'AndroidManifest.xml', line: 5, column: 3 },
      },
      {
        name: 'android.permission.READ_PHONE_STATE',
        data: ['imei', 'imsi'],
        used: true,
        maxSdkVersion: 28,
        at: { file: 'AndroidManifest.xml' },
      },
    ],
    missingPermissions: [
      {
        permissions: ['android.permission.ACCESS_COARSE_LOCATION', 'android.permission.ACCESS_FINE_LOCATION'],
        levels: { from: 29, to: null },
        api: 'android.net.wifi.WifiManager.getScanResults',
        at: dex('scanWifi()', 6, 70),
      },
    ],
    sdks: [
      {
        id: 'umeng-analytics',
        name: '友盟统计',
        company: '友盟同欣（北京）科技有限公司',
        found: [{ how: 'class', value: 'com.umeng.analytics', at: { file: 'classes.dex', class: 'com.umeng.A' } }],
        claimed: true,
      },
      {
        id: 'bugly',
        name: 'Bugly',
        company: null,
        found: [{ how: 'library', value: 'libBugly.so', at: { file: 'lib/arm64-v8a/libBugly.so' } }],
        claimed: false,
      },
    ],
    evidence: [
      evidence(1, {
        data: 'clipboard',
        grade: 'sent',
        api: 'android.content.ClipboardManager.getPrimaryClip',
        at: dex('readClipboard()', 8, 43),
        entry: { kind: 'activity', name: 'com.example.Main' },
        path: [start, dex('readClipboard()', 8, 43)],
        beforeConsent: true,
        consentBasis: 'launcher-start',
        sinks: [
          {
            kind: 'network',
            api: 'okhttp3.Call.execute',
            at: dex('send(java.lang.String)', 30, 60),
            path: [dex('readClipboard()', 8, 43), dex('send(java.lang.String)', 30, 60)],
          },
        ],
      }),
      evidence(2, { actor: sdk, at: { file: 'classes2.dex', class: 'com.umeng.B', method: 'a()', offset: 12 } }),
      evidence(3, {
        data: 'android-id',
        actor: 'library:com.other',
        api: 'android.provider.Settings$Secure.getString',
        argument: 'android_id',
      }),
      evidence(4, {
        data: 'location',
        api: '@react-native-community/geolocation.getCurrentPosition',
        at: { file: 'assets/index.android.bundle', line: 3, column: 1201 },
      }),
      evidence(5, {
        data: 'self-start',
        grade: 'requested',
        api: 'com.example.BootReceiver',
        at: { file: 'AndroidManifest.xml', line: 30, column: 5 },
        background: true,
        lowSignal: true,
      }),
    ],
    claims: [
      claim(1, { stance: 'denied' }),
      claim(2, {
        data: 'device-info',
        breadth: 'broad',
        quote: '我们会收集您的设备信息，用于安全保障。',
        purpose: '安全保障',
        at: { file: 'policy.txt', line: 20, column: 6 },
      }),
      claim(3, { data: 'imsi', quote: 'IMSI', actor: sdk, at: { file: 'policy.txt', line: 31, column: 9 } }),
      claim(4, {
        data: 'contacts',
        quote: '经您授权，我们会读取通讯录。',
        at: { file: 'policy.txt', line: 22, column: 12 },
      }),
    ],
    declaredSdks: [
      {
        id: 'umeng-analytics',
        name: '友盟统计',
        company: '友盟同欣',
        purpose: '统计分析',
        url: 'https://www.umeng.com/policy',
        data: { exact: ['imsi'], broad: ['device-info'] },
        at: { file: 'policy.txt', line: 30, column: 1 },
      },
      {
        id: null,
        name: '某推送',
        company: null,
        purpose: null,
        url: 'javascript:alert(1)',
        data: { exact: [], broad: [] },
        at: { file: 'policy.txt', line: 33, column: 1 },
      },
    ],
    declaredPermissions: [
      {
        name: 'android.permission.READ_PHONE_STATE',
        quote: '电话权限',
        at: { file: 'policy.txt', line: 40, column: 1 },
      },
    ],
    discrepancies: [
      discrepancy(1, {
        kind: 'contradicted',
        severity: 'high',
        data: 'clipboard',
        actor: 'app',
        evidence: ['e000000000000001'],
        claims: ['c000000000000001'],
        clauses,
      }),
      discrepancy(2, {
        kind: 'before-consent',
        severity: 'high',
        data: 'clipboard',
        actor: 'app',
        evidence: ['e000000000000001'],
        clauses: ['cac-2019-191/3-1'],
      }),
      discrepancy(3, {
        kind: 'undisclosed',
        severity: 'high',
        data: 'location',
        actor: 'app',
        evidence: ['e000000000000004'],
        clauses,
      }),
      discrepancy(4, {
        kind: 'undisclosed-sdk',
        severity: 'high',
        actor: 'sdk:bugly',
        subject: 'bugly',
        at: { file: 'lib/arm64-v8a/libBugly.so' },
        clauses,
      }),
      discrepancy(5, {
        kind: 'sdk-exceeds',
        severity: 'high',
        data: 'imei',
        actor: sdk,
        evidence: ['e000000000000002'],
        claims: ['c000000000000003'],
      }),
      discrepancy(6, {
        kind: 'vague',
        data: 'android-id',
        actor: 'library:com.other',
        evidence: ['e000000000000003'],
        claims: ['c000000000000002'],
      }),
      discrepancy(7, { kind: 'background', data: 'self-start', actor: 'app', evidence: ['e000000000000005'] }),
      discrepancy(8, {
        kind: 'undeclared-permission',
        subject: 'android.permission.CAMERA',
        at: { file: 'AndroidManifest.xml', line: 5, column: 3 },
      }),
      discrepancy(9, { kind: 'incomplete-analysis', subject: 'dex packed', at: { file: 'assets/payload.jar' } }),
      discrepancy(10, {
        kind: 'policy-defect',
        subject: 'unfilled-placeholder policy.txt',
        at: { file: 'policy.txt', line: 3, column: 15 },
      }),
      discrepancy(11, {
        kind: 'unused-permission',
        severity: 'low',
        subject: 'android.permission.CAMERA',
        at: { file: 'AndroidManifest.xml', line: 5, column: 3 },
        suppressed: { reason: '下个版本移除', owner: '客户端组', expires: '2027-01-31' },
      }),
      discrepancy(12, {
        kind: 'unevidenced',
        severity: 'low',
        data: 'contacts',
        claims: ['c000000000000004'],
        at: { file: 'policy.txt', line: 22, column: 12 },
      }),
    ],
    gaps: [
      { stage: 'dex', file: 'assets/payload.jar', code: 'packed', detail: 'holds encrypted DEX', material: true },
      {
        stage: 'native',
        file: 'lib/x86/liba.so',
        code: 'unsupported',
        detail: 'another architecture',
        material: false,
      },
    ],
    code: [
      {
        at: dex('readClipboard()', 8, 43),
        lines: [
          '0x4  move-result-object v0',
          '0x5  check-cast v0, android.content.ClipboardManager',
          '0x8  invoke-virtual {v0}, android.content.ClipboardManager.getPrimaryClip()',
          '0xb  move-result-object v0',
          '0xc  const-string v1, "剪贴板"',
        ],
        here: 2,
      },
      {
        at: start,
        lines: ['0x2  invoke-direct {p0}, com.example.Main.readClipboard()', '0x5  return-void'],
        here: 0,
      },
      {
        at: { file: 'assets/index.android.bundle', line: 3, column: 1201 },
        lines: ['3  …g.default.getCurrentPosition(function(e){return t(e)})…'],
        here: 0,
      },
    ],
    summary: {
      discrepancies: {
        background: 1,
        'before-consent': 1,
        contradicted: 1,
        'incomplete-analysis': 1,
        'policy-defect': 1,
        'sdk-exceeds': 1,
        'undeclared-permission': 1,
        undisclosed: 1,
        'undisclosed-sdk': 1,
        unevidenced: 1,
        vague: 1,
      },
      worst: 'high',
      passed: false,
    },
    terms: {
      data: {
        'android-id': {
          zh: 'Android ID',
          en: 'Android ID',
          parent: 'device-id',
          kind: 'leaf',
          sensitivity: 'medium',
          play: 'Device or other IDs',
          apple: 'NSPrivacyCollectedDataTypeDeviceID',
        },
        camera: {
          zh: '摄像头',
          en: 'camera',
          parent: null,
          kind: 'leaf',
          sensitivity: 'medium',
          play: 'Photos and videos: Photos|Videos',
          apple: 'NSPrivacyCollectedDataTypePhotosorVideos',
        },
        clipboard: {
          zh: '剪切板',
          en: 'clipboard',
          parent: null,
          kind: 'leaf',
          sensitivity: 'high',
          play: 'App activity: Other actions',
          apple: 'NSPrivacyCollectedDataTypeOtherDataTypes',
        },
        contacts: {
          zh: '通讯录',
          en: 'contacts',
          parent: null,
          kind: 'leaf',
          sensitivity: 'high',
          play: 'Contacts: Contacts',
          apple: 'NSPrivacyCollectedDataTypeContacts',
        },
        'device-id': {
          zh: '设备标识',
          en: 'device identifier',
          parent: 'device-info',
          kind: 'broad',
          sensitivity: 'medium',
          play: 'Device or other IDs',
          apple: 'NSPrivacyCollectedDataTypeDeviceID',
        },
        'device-info': {
          zh: '设备信息',
          en: 'device information',
          parent: null,
          kind: 'broad',
          sensitivity: 'low',
          play: 'Device or other IDs',
          apple: 'NSPrivacyCollectedDataTypeOtherDiagnosticData',
        },
        imei: {
          zh: 'IMEI',
          en: 'IMEI',
          parent: 'device-id',
          kind: 'leaf',
          sensitivity: 'high',
          play: 'Device or other IDs',
          apple: 'NSPrivacyCollectedDataTypeDeviceID',
        },
        imsi: {
          zh: 'IMSI',
          en: 'IMSI',
          parent: 'device-id',
          kind: 'leaf',
          sensitivity: 'high',
          play: 'Device or other IDs',
          apple: 'NSPrivacyCollectedDataTypeDeviceID',
        },
        location: {
          zh: '位置信息',
          en: 'location',
          parent: null,
          kind: 'leaf',
          sensitivity: 'high',
          play: 'Location: Approximate/Precise location',
          apple: 'NSPrivacyCollectedDataTypeCoarseLocation',
        },
        'self-start': {
          zh: '自启动',
          en: 'self-start',
          parent: null,
          kind: 'behaviour',
          sensitivity: 'medium',
          play: null,
          apple: null,
        },
      },
      sdks: {
        bugly: {
          zh: 'Bugly SDK',
          en: 'Tencent Bugly',
          company: '深圳市腾讯计算机系统有限公司',
          category: 'crash-apm',
          policyUrl: 'https://privacy.qq.com/bugly',
          declared: ['android-id'],
        },
        'umeng-analytics': {
          zh: '友盟统计SDK',
          en: 'Umeng Analytics',
          company: '友盟同欣（北京）科技有限公司',
          category: 'analytics',
          policyUrl: null,
          declared: ['imei'],
        },
      },
      clauses: {
        'cac-2019-191/2-1': {
          regulation: { zh: '认定方法', en: 'CAC method' },
          zh: '没有逐一列出',
          en: 'not listed one by one',
          quote: 'clause',
        },
        'cac-2019-191/3-1': {
          regulation: { zh: '认定方法', en: 'CAC method' },
          zh: '征得同意前就收集',
          en: 'collected before consent',
          quote: 'clause',
        },
        'pipl/17': { regulation: { zh: '个人信息保护法', en: 'PIPL' }, zh: '告知', en: 'notice', quote: 'topic' },
      },
    },
    gate: {
      failOn: 'high',
      kinds: { vague: 'none' },
      allowIncomplete: false,
      failing: ['d000000000000001', 'd000000000000002', 'd000000000000003', 'd000000000000004', 'd000000000000005'],
      expired: [],
      idle: [],
      baseline: null,
    },
  };
}
