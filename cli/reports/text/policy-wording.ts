import type { DenialScope } from '../../../analyzers/model/claim.ts';
import type { Language } from '../style.ts';

/** Headings and labels of `candor policy`, complete in both languages. */
export interface PolicyWording {
  totals: (types: number, sdks: number, permissions: number, defects: number) => string;
  dataTypes: string;
  type: string;
  app: string;
  others: string;
  denied: string;
  line: string;
  quote: string;
  exact: string;
  broad: string;
  background: string;
  partner: string;
  scope: (scope: DenialScope | null) => string;
  sdks: string;
  sdk: string;
  company: string;
  purpose: string;
  lacks: string;
  lack: { company: string; purpose: string; data: string; link: string };
  unknownSdk: string;
  permissions: string;
  defects: string;
  more: (count: number) => string;
}

const SCOPES_ZH: Record<DenialScope, string> = {
  'other-content': '仅其他内容',
  retention: '仅存储',
  'without-consent': '未经同意时',
  mode: '特定模式或版本',
  'after-withdrawal': '撤回或注销后',
  minors: '未成年人',
  background: '后台',
  sharing: '仅共享',
  exceptions: '有例外',
  feature: '特定功能',
};

const SCOPES_EN: Record<DenialScope, string> = {
  'other-content': 'other content only',
  retention: 'keeping only',
  'without-consent': 'without consent',
  mode: 'in a mode or version',
  'after-withdrawal': 'after withdrawal',
  minors: 'minors',
  background: 'in the background',
  sharing: 'sharing only',
  exceptions: 'with exceptions',
  feature: 'in one feature',
};

const ZH: PolicyWording = {
  totals: (types, sdks, permissions, defects) =>
    `${types} 类信息，${sdks} 个 SDK，${permissions} 项权限，${defects} 处文本缺陷`,
  dataTypes: '政策声明的信息',
  type: '信息类型',
  app: '应用',
  others: 'SDK 及第三方',
  denied: '否定',
  line: '行',
  quote: '原文',
  exact: '明确',
  broad: '笼统',
  background: '后台',
  partner: '合作方',
  scope: (scope) => (scope === null ? '不收集' : `否（${SCOPES_ZH[scope]}）`),
  sdks: '政策列出的 SDK（* 为笼统表述）',
  sdk: '名称',
  company: '公司',
  purpose: '目的',
  lacks: '缺少',
  lack: { company: '公司', purpose: '目的', data: '信息类型', link: '链接' },
  unknownSdk: '未识别',
  permissions: '政策声明的权限',
  defects: '政策文本缺陷',
  more: (count) => `等 ${count} 处`,
};

const EN: PolicyWording = {
  totals: (types, sdks, permissions, defects) =>
    `${types} data types, ${sdks} SDKs, ${permissions} permissions, ${defects} defects`,
  dataTypes: 'Data that the policy claims',
  type: 'data type',
  app: 'app',
  others: 'SDKs and third parties',
  denied: 'denied',
  line: 'line',
  quote: 'text',
  exact: 'named',
  broad: 'broad term',
  background: 'background',
  partner: 'partner',
  scope: (scope) => (scope === null ? 'not collected' : `no (${SCOPES_EN[scope]})`),
  sdks: 'SDKs that the policy lists (* by a broad term)',
  sdk: 'name',
  company: 'company',
  purpose: 'purpose',
  lacks: 'lacks',
  lack: { company: 'company', purpose: 'purpose', data: 'data', link: 'link' },
  unknownSdk: 'unknown',
  permissions: 'Permissions that the policy declares',
  defects: 'Defects of the policy',
  more: (count) => `${count} places`,
};

export const POLICY_WORDING: Record<Language, PolicyWording> = { zh: ZH, en: EN };
