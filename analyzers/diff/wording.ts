import type { PolicyDefectCode } from '../model/claim.ts';
import type { GapCode } from '../model/gap.ts';
import type { ConsentBasis } from '../model/reach.ts';

/**
 * Every sentence that a discrepancy can say, in one table per language; the type keeps both complete. Static findings
 * are suspicions: 疑似, "appears to".
 */
export interface Wording {
  undisclosed(data: string, actor: string, api: string, sites: number): string;
  vague(data: string, actor: string, api: string, term: string): string;
  contradicted(data: string, actor: string, api: string): string;
  undisclosedSdk(sdk: string, how: string, data: string[]): string;
  sdkExceeds(data: string, sdk: string, api: string, sites: number): string;
  beforeConsent(data: string, actor: string, api: string, basis: ConsentBasis): string;
  background(data: string, actor: string, what: string): string;
  inBackground(data: string, actor: string, api: string): string;
  undeclaredPermission(permission: string, data: string[]): string;
  unusedPermission(permission: string): string;
  unevidenced(data: string): string;
  incompleteAnalysis(code: GapCode, file: string, detail: string, more: number): string;
  policyDefect: Record<PolicyDefectCode, (subject: string) => string>;
}

const ZH: Wording = {
  undisclosed: (data, actor, api, sites) =>
    `${actor}疑似获取${data}（${api}，共 ${sites} 处），隐私政策未见声明，需结合动态检测确认。`,
  vague: (data, actor, api, term) => `${actor}疑似获取${data}（${api}），隐私政策仅以“${term}”概括，未明确列出该信息。`,
  contradicted: (data, actor, api) => `隐私政策声明不收集${data}，但${actor}疑似获取（${api}），需结合动态检测确认。`,
  undisclosedSdk: (sdk, how, data) =>
    `应用包含${sdk}（${how}），隐私政策未提及该 SDK。${data.length > 0 ? `该 SDK 的代码疑似获取：${data.join('、')}。` : ''}`,
  sdkExceeds: (data, sdk, api, sites) =>
    `${sdk}的代码疑似获取${data}（${api}，共 ${sites} 处），超出隐私政策对该 SDK 及应用自身的声明范围。`,
  beforeConsent: (data, actor, api, basis) =>
    `${actor}疑似在用户同意隐私政策之前获取${data}（${api}）：${BASIS_ZH[basis]}即可到达，途中未见对已存储的同意标记的判断，需结合动态检测确认。`,
  inBackground: (data, actor, api) =>
    `${actor}疑似在后台获取${data}（${api}，可由服务、广播或任务触发），隐私政策未声明后台收集，需结合动态检测确认。`,
  background: (data, actor, what) => `${actor}疑似存在${data}行为（${what}），隐私政策未见声明。`,
  undeclaredPermission: (permission, data) =>
    `应用申请权限 ${permission}（${data.join('、')}），隐私政策未见对应声明。`,
  unusedPermission: (permission) => `应用申请权限 ${permission}，未发现需要该权限的代码，疑似过度申请。`,
  unevidenced: (data) => `隐私政策声明收集${data}，未在应用中发现对应代码或权限，疑似过度声明。`,
  incompleteAnalysis: (code, file, detail, more) =>
    `${GAP_ZH[code]}：${file}（${detail}）${more > 0 ? `，另有 ${more} 处` : ''}。未发现不等于不存在。`,
  policyDefect: {
    'open-ended-list': () => '隐私政策使用开放式列举（“等”“包括但不限于”），未逐一列出所收集的信息。',
    'unfilled-placeholder': () => '隐私政策留有未填写的模板占位内容。',
    'sdk-without-company': (subject) => `隐私政策列出的 SDK“${subject}”未写明提供方。`,
    'sdk-without-purpose': (subject) => `隐私政策列出的 SDK“${subject}”未写明使用目的。`,
    'sdk-without-data': (subject) => `隐私政策列出的 SDK“${subject}”未写明所收集的信息种类。`,
    'sdk-without-link': (subject) => `隐私政策列出的 SDK“${subject}”未提供其隐私政策链接。`,
    'sdk-list-not-supplied': () => '隐私政策提到另有 SDK 清单，但未提供该清单。',
    'no-date': () => '隐私政策未写明发布、更新或生效日期。',
    'no-contact': () => '隐私政策未提供联系方式或投诉渠道。',
    'company-mismatch': (subject) => `隐私政策为 SDK“${subject}”写明的公司与其已知提供方不符，请核对。`,
    'foreign-product-name': (subject) =>
      `隐私政策称其适用于“${subject}”，与政策标题中的产品名称不一致，疑似沿用其他产品的文本。`,
    'dead-reference': (subject) => `隐私政策指引用户查看“${subject}”，但未提供该内容或链接。`,
    'no-withdrawal': () => '隐私政策未说明如何撤回同意或关闭授权。',
    'no-account-deletion': () => '隐私政策未说明如何注销账号或删除信息。',
    'no-children-rules': () => '隐私政策未说明对未成年人个人信息的处理规则。',
  },
};

const EN: Wording = {
  undisclosed: (data, actor, api, sites) =>
    `${data}: ${actor} appears to read it (${api}, ${sites} ${sites === 1 ? 'site' : 'sites'}); the policy does not declare it. Confirm with a dynamic check.`,
  vague: (data, actor, api, term) =>
    `${data}: ${actor} appears to read it (${api}); the policy only says "${term}" and does not name it.`,
  contradicted: (data, actor, api) =>
    `${data}: the policy says it is not collected, yet ${actor} appears to read it (${api}). Confirm with a dynamic check.`,
  undisclosedSdk: (sdk, how, data) =>
    `The build contains ${sdk} (${how}); the policy does not mention it.${data.length > 0 ? ` Its code appears to read: ${data.join(', ')}.` : ''}`,
  sdkExceeds: (data, sdk, api, sites) =>
    `${data}: code of ${sdk} appears to read it (${api}, ${sites} ${sites === 1 ? 'site' : 'sites'}), beyond what the policy declares for this SDK and for the app.`,
  beforeConsent: (data, actor, api, basis) =>
    `${data}: ${actor} appears to read it before the user could agree (${api}): ${BASIS_EN[basis]} leads there, past no check of a stored consent. Confirm with a dynamic check.`,
  inBackground: (data, actor, api) =>
    `${data}: ${actor} appears to read it in the background (${api}, reached from a service, receiver or job); the policy declares no collection in the background. Confirm with a dynamic check.`,
  background: (data, actor, what) => `${data}: ${actor} appears to do this (${what}); the policy does not declare it.`,
  undeclaredPermission: (permission, data) =>
    `The app requests ${permission} (${data.join(', ')}); the policy declares neither the permission nor the data.`,
  unusedPermission: (permission) =>
    `The app requests ${permission}, but nothing that needs it was found; it may be more than the app needs.`,
  unevidenced: (data) =>
    `${data}: the policy declares it, but neither code nor a permission for it was found; it may be declared needlessly.`,
  incompleteAnalysis: (code, file, detail, more) =>
    `${GAP_EN[code]}: ${file} (${detail})${more > 0 ? `, and ${more} more` : ''}. Nothing found there does not mean nothing is there.`,
  policyDefect: {
    'open-ended-list': () => 'The policy uses an open-ended list ("such as", "including but not limited to").',
    'unfilled-placeholder': () => 'The policy still contains an unfilled template placeholder.',
    'sdk-without-company': (subject) => `The policy lists the SDK "${subject}" without the company behind it.`,
    'sdk-without-purpose': (subject) => `The policy lists the SDK "${subject}" without a purpose.`,
    'sdk-without-data': (subject) => `The policy lists the SDK "${subject}" without the data it collects.`,
    'sdk-without-link': (subject) => `The policy lists the SDK "${subject}" without a link to its privacy policy.`,
    'sdk-list-not-supplied': () => 'The policy refers to a separate list of SDKs that was not supplied.',
    'no-date': () => 'The policy states no date of publication, update or effect.',
    'no-contact': () => 'The policy gives no contact or complaint channel.',
    'company-mismatch': (subject) =>
      `The company that the policy gives for the SDK "${subject}" is not one that is known to make it; check it.`,
    'foreign-product-name': (subject) =>
      `The policy says that it applies to "${subject}", which is not the product in its title; the text may be another product's.`,
    'dead-reference': (subject) => `The policy refers to "${subject}" without supplying it or a link to it.`,
    'no-withdrawal': () => 'The policy does not say how to withdraw consent or permissions.',
    'no-account-deletion': () => 'The policy does not say how to delete the account or the data.',
    'no-children-rules': () => 'The policy says nothing about the data of children.',
  },
};

const BASIS_ZH: Record<ConsentBasis, string> = {
  'process-start': '应用进程启动时',
  'launcher-start': '首个界面启动时',
};

const BASIS_EN: Record<ConsentBasis, string> = {
  'process-start': 'the start of the process',
  'launcher-start': 'the start of the first screen',
};

const GAP_ZH: Record<GapCode, string> = {
  packed: '代码已加固',
  encrypted: '内容已加密',
  corrupt: '内容损坏',
  unsupported: '格式暂不支持',
  'too-large': '超出大小上限',
  'over-budget': '超出分析预算',
  missing: '内容缺失',
};

const GAP_EN: Record<GapCode, string> = {
  packed: 'Packed code',
  encrypted: 'Encrypted content',
  corrupt: 'Corrupt content',
  unsupported: 'Unsupported format',
  'too-large': 'Too large',
  'over-budget': 'Over the analysis budget',
  missing: 'Missing content',
};

export const WORDING: Record<'zh' | 'en', Wording> = { zh: ZH, en: EN };
