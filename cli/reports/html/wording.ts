import { MATRIX_WORDING, type MatrixWording } from '../matrix-wording.ts';
import type { Language } from '../style.ts';

/** Headings and labels of the HTML report, complete in both languages. */
export interface HtmlWording extends MatrixWording {
  title: string;
  skip: string;
  theme: string;
  sections: Record<'overview' | 'matrix' | 'findings' | 'policy' | 'sdks' | 'permissions' | 'gaps' | 'about', string>;
  suspicion: string;
  tiles: Record<'data' | 'actors' | 'sdks' | 'permissions' | 'claims' | 'gaps', string>;
  byKind: string;
  matrixLead: string;
  search: string;
  searchHint: string;
  anyKind: string;
  anyActor: string;
  shown: string;
  noMatch: string;
  suppressedShown: string;
  fails: string;
  suppressed: string;
  noLine: string;
  morePlaces: (count: number) => string;
  policyLead: string;
  citedBy: string;
  policySdks: string;
  none: string;
  company: string;
  purpose: string;
  address: string;
  found: string;
  inPolicy: string;
  yes: string;
  no: string;
  codeReads: string;
  makerSays: string;
  permission: string;
  used: Record<'true' | 'false' | 'null', string>;
  usedHead: string;
  levels: string;
  neededBy: string;
  file: string;
  reason: string;
  finding: string;
  facts: Record<
    'file' | 'package' | 'version' | 'kind' | 'sdk' | 'frameworks' | 'size' | 'tool' | 'signatures',
    string
  >;
  listMark: string;
}

const ZH: HtmlWording = {
  ...MATRIX_WORDING.zh,
  title: '隐私合规静态检测报告',
  skip: '跳到正文',
  theme: '切换深浅色',
  sections: {
    overview: '概览',
    matrix: '信息矩阵',
    findings: '不一致',
    policy: '政策原文',
    sdks: 'SDK',
    permissions: '权限',
    gaps: '未能分析',
    about: '检测对象',
  },
  suspicion: '静态分析所见均为疑似线索，需结合动态检测确认。',
  tiles: {
    data: '疑似收集的信息种类',
    actors: '行为主体',
    sdks: 'SDK',
    permissions: '申请的权限',
    claims: '政策声明条数',
    gaps: '未能分析',
  },
  byKind: '按类型',
  matrixLead: '每行一种信息：谁在代码中疑似收集，政策如何声明。点击标记查看对应的不一致。',
  search: '搜索',
  searchHint: '信息、SDK、类名、接口……',
  anyKind: '全部类型',
  anyActor: '全部主体',
  shown: '条',
  noMatch: '没有符合条件的条目',
  suppressedShown: '含已忽略',
  fails: '导致不通过',
  suppressed: '已忽略',
  noLine: '政策中没有相关表述',
  morePlaces: (count) => `另有 ${count} 处，见 JSON 报告`,
  policyLead: '政策全文。高亮处为识别出的声明，其后注明被理解为什么；深色高亮的语句与相关的不一致相互链接。',
  citedBy: '相关不一致',
  policySdks: '政策列出的 SDK',
  none: '无',
  company: '提供方',
  purpose: '目的',
  address: '链接',
  found: '识别依据',
  inPolicy: '政策是否提及',
  yes: '是',
  no: '否',
  codeReads: '代码疑似收集',
  makerSays: '提供方自述收集',
  permission: '权限',
  used: { true: '有', false: '未见', null: '无法判断' },
  usedHead: '需要它的代码',
  levels: '系统 API 级别',
  neededBy: '需要它的接口',
  file: '文件',
  reason: '原因',
  finding: '不一致',
  facts: {
    file: '文件',
    package: '包名',
    version: '版本',
    kind: '类型',
    sdk: '最低与目标 SDK',
    frameworks: '开发框架',
    size: '大小（字节）',
    tool: '工具',
    signatures: '特征库摘要',
  },
  listMark: '、',
};

const EN: HtmlWording = {
  ...MATRIX_WORDING.en,
  title: 'Static privacy report',
  skip: 'Skip to content',
  theme: 'Switch light and dark',
  sections: {
    overview: 'Overview',
    matrix: 'Data matrix',
    findings: 'Discrepancies',
    policy: 'Policy text',
    sdks: 'SDKs',
    permissions: 'Permissions',
    gaps: 'Not analysed',
    about: 'What was analysed',
  },
  suspicion: 'Findings of static analysis are suspicions; confirm them with a dynamic check.',
  tiles: {
    data: 'data types seen in code',
    actors: 'actors',
    sdks: 'SDKs',
    permissions: 'permissions requested',
    claims: 'statements in the policy',
    gaps: 'parts not analysed',
  },
  byKind: 'By kind',
  matrixLead:
    'One row for each data type: whose code appears to read it, and how the policy declares it. A mark leads to its discrepancy.',
  search: 'Search',
  searchHint: 'data, SDK, class, API …',
  anyKind: 'all kinds',
  anyActor: 'all actors',
  shown: 'shown',
  noMatch: 'Nothing fits.',
  suppressedShown: 'with suppressed',
  fails: 'fails the gate',
  suppressed: 'suppressed',
  noLine: 'the policy says nothing about it',
  morePlaces: (count) => `and ${count} more, see the JSON report`,
  policyLead:
    'The whole policy. What it was understood to say is marked, with the reading behind it; darker quotes and their discrepancies lead to each other.',
  citedBy: 'Discrepancies',
  policySdks: 'SDKs that the policy lists',
  none: 'none',
  company: 'Company',
  purpose: 'Purpose',
  address: 'Link',
  found: 'Found by',
  inPolicy: 'In the policy',
  yes: 'yes',
  no: 'no',
  codeReads: 'Its code appears to read',
  makerSays: 'Its maker says it collects',
  permission: 'Permission',
  used: { true: 'found', false: 'not found', null: 'unknown' },
  usedHead: 'Code that needs it',
  levels: 'API levels',
  neededBy: 'Needed by',
  file: 'File',
  reason: 'Reason',
  finding: 'Discrepancy',
  facts: {
    file: 'File',
    package: 'Package',
    version: 'Version',
    kind: 'Kind',
    sdk: 'Minimum and target SDK',
    frameworks: 'Frameworks',
    size: 'Size in bytes',
    tool: 'Tool',
    signatures: 'Digest of the signatures',
  },
  listMark: ', ',
};

export const HTML_WORDING: Record<Language, HtmlWording> = { zh: ZH, en: EN };
