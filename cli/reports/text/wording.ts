import type { Claim, DenialScope } from '../../../analyzers/model/claim.ts';
import type { DiscrepancyKind, Severity } from '../../../analyzers/model/discrepancy.ts';
import type { Language } from '../style.ts';

/** Headings and labels of the text reports, complete in both languages. */
export interface Wording {
  kind: Record<DiscrepancyKind, string>;
  severity: Record<Severity, string>;
  passed: string;
  failed: string;
  incomplete: string;
  noPolicy: string;
  policyGiven: (names: string) => string;
  sdksFound: (names: string[]) => string;
  notDisclosed: (sdk: string) => string;
  nothing: string;
  code: string;
  entry: string;
  sink: string;
  policy: string;
  notInPolicy: string;
  /** Code that nothing is known to lead to. */
  unreached: string;
  moreSites: (count: number) => string;
  moreAlike: (count: number) => string;
  moreRows: (count: number) => string;
  /** How many discrepancies, from how many causes. */
  tally: (count: number, causes: number) => string;
  table: string;
  baseline: (name: string, known: number, fresh: number, grown: number, gone: number) => string;
  grown: (count: number) => string;
  suppressed: (count: number) => string;
  expired: (day: string, about: string) => string;
  gaps: string;
  material: string;
  missingPermissions: string;
  missingLead: string;
  app: string;
  sdks: string;
  permissions: string;
  facts: string;
  exact: string;
  broad: string;
  denied: (scope: DenialScope | null) => string;
  actor: (actor: Claim['actor']) => string;
}

const ZH: Wording = {
  kind: {
    undisclosed: '疑似未声明收集',
    vague: '声明过于笼统',
    contradicted: '与声明相矛盾',
    'undisclosed-sdk': '未披露的 SDK',
    'sdk-exceeds': 'SDK 超范围收集',
    'before-consent': '疑似同意前收集',
    background: '疑似后台或自启动行为',
    'undeclared-permission': '未声明的权限',
    'unused-permission': '未使用的权限',
    unevidenced: '声明但未见收集',
    'policy-defect': '政策文本缺陷',
    'incomplete-analysis': '分析不完整',
  },
  severity: { high: '高', medium: '中', low: '低' },
  passed: '通过',
  failed: '未通过',
  incomplete: '分析不完整',
  noPolicy: '未提供隐私政策，未做比对：仅列出代码中所见，以及不看政策也能判断的问题',
  policyGiven: (names) => `隐私政策：${names}`,
  sdksFound: (names) => `SDK（${names.length}）：${names.join('、')}`,
  notDisclosed: (sdk) => `${sdk}（未披露）`,
  nothing: '未发现不一致',
  code: '代码',
  entry: '入口',
  sink: '流向',
  policy: '政策',
  notInPolicy: '政策中没有相关表述',
  unreached: '未找到从入口到达的路径',
  moreSites: (count) => `另有 ${count} 处`,
  moreAlike: (count) => `另有 ${count} 项同类问题，--verbose 列出全部`,
  moreRows: (count) => `另有 ${count} 种信息，--verbose 列出全部`,
  tally: (count, causes) => (causes < count ? `${count} 项，${causes} 个原因` : `${count}`),
  table: '疑似收集的信息与行为主体',
  baseline: (name, known, fresh, grown, gone) =>
    `基线 ${name}：已知 ${known} 项放行，新增 ${fresh} 项，有新增位置 ${grown} 项，已消失 ${gone} 项`,
  grown: (count) => `较基线新增 ${count} 处，列于最前`,
  suppressed: (count) => `已按配置忽略 ${count} 项`,
  expired: (day, about) => `忽略已于 ${day} 到期，重新计入：${about}`,
  gaps: '未能分析的内容',
  material: '影响结论',
  missingPermissions: '代码需要而未申请的权限',
  missingLead: '在所列系统级别上，这些调用会失败或取不到内容。',
  app: '应用',
  sdks: 'SDK',
  permissions: '权限',
  facts: '所见事实',
  exact: '明确',
  broad: '笼统',
  denied: (scope) => (scope === null ? '声明不收集' : '有条件的否定'),
  actor: (actor) => (actor === 'app' ? '应用' : actor === 'partner' ? '合作方' : actor.slice(actor.indexOf(':') + 1)),
};

const EN: Wording = {
  kind: {
    undisclosed: 'appears undisclosed',
    vague: 'declared too vaguely',
    contradicted: 'contradicts the policy',
    'undisclosed-sdk': 'SDK not disclosed',
    'sdk-exceeds': 'SDK beyond its declaration',
    'before-consent': 'possibly before consent',
    background: 'possible background or self-start',
    'undeclared-permission': 'permission not declared',
    'unused-permission': 'permission without use',
    unevidenced: 'declared, not found',
    'policy-defect': 'defect of the policy',
    'incomplete-analysis': 'analysis incomplete',
  },
  severity: { high: 'HIGH', medium: 'MEDIUM', low: 'LOW' },
  passed: 'PASSED',
  failed: 'NOT PASSED',
  incomplete: 'INCOMPLETE',
  noPolicy: 'no policy was given and nothing was compared: listed is what the build shows by itself',
  policyGiven: (names) => `policy: ${names}`,
  sdksFound: (names) => `SDKs (${names.length}): ${names.join(', ')}`,
  notDisclosed: (sdk) => `${sdk} (not disclosed)`,
  nothing: 'no disagreement found',
  code: 'code',
  entry: 'entry',
  sink: 'sent to',
  policy: 'policy',
  notInPolicy: 'the policy says nothing about it',
  unreached: 'no way from an entry point was found',
  moreSites: (count) => `and ${count} more`,
  moreAlike: (count) => `and ${count} more of this kind; --verbose lists all`,
  moreRows: (count) => `and ${count} more data ${count === 1 ? 'type' : 'types'}; --verbose lists all`,
  tally: (count, causes) => (causes < count ? `${count}, ${causes} ${causes === 1 ? 'cause' : 'causes'}` : `${count}`),
  table: 'Data types and whose code appears to read them',
  baseline: (name, known, fresh, grown, gone) =>
    `baseline ${name}: ${known} known pass, ${fresh} new, ${grown} in more places, ${gone} gone`,
  grown: (count) => `${count} more ${count === 1 ? 'place' : 'places'} than in the baseline, shown first`,
  suppressed: (count) => `${count} suppressed by the configuration`,
  expired: (day, about) => `a suppression ended on ${day} and counts again: ${about}`,
  gaps: 'Not analysed',
  material: 'matters',
  missingPermissions: 'Permissions that code needs and the app does not request',
  missingLead: 'On the API levels listed these calls fail or find nothing.',
  app: 'App',
  sdks: 'SDKs',
  permissions: 'Permissions',
  facts: 'Facts',
  exact: 'named',
  broad: 'broad term',
  denied: (scope) => (scope === null ? 'denied' : `denied within limits (${scope})`),
  actor: (actor) => (actor === 'app' ? 'app' : actor === 'partner' ? 'partner' : actor.slice(actor.indexOf(':') + 1)),
};

export const WORDING: Record<Language, Wording> = { zh: ZH, en: EN };
