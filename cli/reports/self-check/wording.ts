import type { Language } from '../style.ts';
/** Titles, columns and words of the self-check, complete in both languages. */
export interface SelfCheckWording {
  title: string;
  cover: string;
  sheets: Record<'items' | 'collected' | 'shared' | 'sdks' | 'permissions' | 'evidence' | 'issues', string>;
  columns: Record<keyof SelfCheckWording['sheets'], string[]>;
  facts: Record<
    'label' | 'package' | 'version' | 'platform' | 'policy' | 'input' | 'tool' | 'operator' | 'type' | 'date',
    string
  >;
  manual: string;
  suspected: string;
  clean: string;
  method: string;
  byScan: string;
  device: string;
  sensitive: string;
  ordinary: string;
  number: string;
  conclusion: (open: number, high: number) => string;
  note: string;
  incomplete: string;
  before: string;
  notBefore: string;
  notInPolicy: string;
  listMark: string;
}

const ZH: SelfCheckWording = {
  title: 'App 收集使用个人信息自查',
  cover: '基本情况',
  sheets: {
    items: '自评估表',
    collected: '已收集个人信息清单',
    shared: '与第三方共享个人信息清单',
    sdks: '第三方SDK清单',
    permissions: '权限清单',
    evidence: '行为取证表',
    issues: '问题清单',
  },
  columns: {
    items: ['序号', '评估项', '评估点', '评估说明', '评估方法', '证据', '结果', '风险等级', '整改措施', '整改时间'],
    collected: [
      ...['序号', '业务功能（使用场景）', '信息种类', '个人信息字段', '使用目的', '收集方式', '是否必需', '是否敏感'],
      ...['可否关闭', '关闭影响'],
    ],
    shared: [
      '第三方名称',
      '信息种类（字段）',
      '使用目的',
      '使用场景',
      '共享方式',
      '是否去标识化传输',
      '隐私政策链接',
      '联系方式',
    ],
    sdks: [
      ...[
        '序号',
        'SDK名称',
        '包名/版本',
        '第三方公司名称',
        '功能类型',
        '使用场景',
        '使用目的',
        '收集的个人信息类型（字段）',
      ],
      ...['调用权限', '权限授权方式', '共享（处理）方式', '客户端', '隐私政策链接'],
    ],
    permissions: [
      '设备权限',
      '权限声明代码',
      '业务功能',
      '功能场景说明',
      '调用目的',
      '是否询问',
      '可否关闭',
      '拒绝或撤回的影响',
    ],
    evidence: [
      '行为主体',
      '信息类型',
      'API（来源）',
      '去向',
      '代码位置',
      '调用链',
      '触发时机（静态推断）',
      '政策条款（行）',
      '结论（疑似）',
    ],
    issues: ['序号', '应用名称', '开发者（运营者）', '应用来源', '应用版本', '所涉问题'],
  },
  facts: {
    label: 'App名称',
    package: '包名',
    version: '版本（versionName/versionCode）',
    platform: '平台',
    policy: '政策文件与 SHA-256',
    input: '检测文件与 SHA-256',
    tool: '工具与版本',
    operator: '运营者',
    type: '应用类型（39类）',
    date: '评估日期',
  },
  manual: '人工自查',
  suspected: '否（疑似，待动态确认）',
  clean: '人工自查（静态检测未见问题）',
  method: '人工',
  byScan: '静态检测与人工',
  device: '设备自动采集（代码所见）',
  sensitive: '是（高敏感）',
  ordinary: '否',
  number: '处',
  conclusion: (open, high) => `静态检测发现疑似不一致 ${open} 项，其中高风险 ${high} 项。`,
  note: '本文件由静态检测结果填写；静态检测无法得知的内容标为“人工自查”，须由负责人员填写。所列均为疑似线索，需结合动态检测确认。',
  incomplete: '有代码未能读取，未发现不等于不存在。',
  before: '疑似同意前',
  notBefore: '未见于启动路径',
  notInPolicy: '政策未见表述',
  listMark: '、',
};

const EN: SelfCheckWording = {
  title: 'Self-check of the personal information that an app collects',
  cover: 'Particulars',
  sheets: {
    items: 'Self-assessment',
    collected: 'Collected information',
    shared: 'Shared information',
    sdks: 'Third-party SDKs',
    permissions: 'Permissions',
    evidence: 'Evidence log',
    issues: 'Issues',
  },
  columns: {
    items: [...['No.', 'Chapter', 'Point', 'Explanation', 'Method', 'Evidence', 'Result', 'Risk', 'Measure', 'Due']],
    collected: [
      ...['No.', 'Function (situation)', 'Kind of data', 'Fields', 'Purpose', 'Way', 'Necessary', 'Sensitive'],
      ...['Can be switched off', 'Effect of that'],
    ],
    shared: [
      'Third party',
      'Kind of data (fields)',
      'Purpose',
      'Situation',
      'Way',
      'De-identified',
      'Policy link',
      'Contact',
    ],
    sdks: [
      ...['No.', 'SDK', 'Package / version', 'Company', 'Category', 'Situation', 'Purpose', 'Data (fields)'],
      ...['Permissions', 'How granted', 'Way of sharing', 'Client', 'Policy link'],
    ],
    permissions: [
      'Permission',
      'Code',
      'Function',
      'Situation',
      'Purpose',
      'User is asked',
      'Can be refused',
      'Effect of refusal',
    ],
    evidence: [
      'Actor',
      'Data',
      'API (source)',
      'Flows to',
      'Code',
      'Call path',
      'When (inferred)',
      'Policy (line)',
      'Conclusion (suspected)',
    ],
    issues: ['No.', 'App', 'Operator', 'Source', 'Version', 'Issue'],
  },
  facts: {
    label: 'App',
    package: 'Package',
    version: 'Version (name / code)',
    platform: 'Platform',
    policy: 'Policy and SHA-256',
    input: 'File and SHA-256',
    tool: 'Tool and version',
    operator: 'Operator',
    type: 'Type of app (of 39)',
    date: 'Date of assessment',
  },
  manual: 'check by hand',
  suspected: 'no (suspected, confirm dynamically)',
  clean: 'check by hand (static analysis found nothing)',
  method: 'by hand',
  byScan: 'static analysis and by hand',
  device: 'from the device (seen in code)',
  sensitive: 'yes (highly sensitive)',
  ordinary: 'no',
  number: 'places',
  conclusion: (open, high) =>
    `Static analysis found ${open} suspected discrepancies, ${high} of them of high severity.`,
  note: 'Filled in from static analysis; what it cannot know is marked "check by hand". All entries are suspicions to be confirmed dynamically.',
  incomplete: 'Some code could not be read; not found is not absent.',
  before: 'possibly before consent',
  notBefore: 'not on a start path',
  notInPolicy: 'the policy says nothing',
  listMark: ', ',
};

export const SELF_CHECK_WORDING: Record<Language, SelfCheckWording> = { zh: ZH, en: EN };
