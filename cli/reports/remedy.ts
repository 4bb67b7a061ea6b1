import type { PolicyDefectCode } from '../../analyzers/model/claim.ts';
import type { Discrepancy, DiscrepancyKind } from '../../analyzers/model/discrepancy.ts';
import type { Report } from '../../analyzers/model/report.ts';
import { dataName, sdkName } from './names.ts';
import type { Language } from './style.ts';

/** What to do about a kind of discrepancy, in one sentence. */
export const ADVICE: Record<Language, Record<DiscrepancyKind, string>> = {
  zh: {
    undisclosed: '核实该行为；确有需要的，在隐私政策中写明信息种类、目的和方式，不需要的，移除代码。',
    vague: '在隐私政策中以具体名称列出该信息，不以概括性用语代替。',
    contradicted: '移除相应代码，或删去隐私政策中的否定表述并如实声明。',
    'undisclosed-sdk': '在隐私政策或 SDK 清单中列出该 SDK 的名称、提供方、目的、信息种类和链接；不再使用的，移除。',
    'sdk-exceeds': '在该 SDK 的条目中补充该信息，或通过 SDK 的配置关闭采集。',
    'before-consent': '把该调用移到用户同意之后；此类问题不能靠修改政策解决，需动态检测确认。',
    background: '核实触发场景；确有需要的，写明后台或自启动行为的目的和关闭方式，不需要的，移除。',
    'undeclared-permission': '在隐私政策中写明该权限的用途，不需要的，从清单文件中删除。',
    'unused-permission': '从清单文件中删除该权限；由依赖合并带入的，用 tools:node="remove" 去除。',
    unevidenced: '核实是否仍收集该信息；不再收集的，从隐私政策中删除。',
    'policy-defect': '按所指位置补全或改写隐私政策。',
    'incomplete-analysis': '提供未加固的构建再次检测；未发现不等于不存在。',
  },
  en: {
    undisclosed:
      'Check the behaviour; declare type, purpose and way where it is needed, remove the code where it is not.',
    vague: 'Name the data type in the policy instead of the broader term.',
    contradicted: 'Remove the code, or remove the denial from the policy and declare the collection.',
    'undisclosed-sdk':
      'List the SDK with name, company, purpose, data and link in the policy or its SDK list, or remove the SDK.',
    'sdk-exceeds': "Add the data to the SDK's entry, or switch the collection off by the SDK's settings.",
    'before-consent':
      'Move the call behind the user’s consent; no change of the policy mends this. Confirm with a dynamic check.',
    background: 'Check what triggers it; state purpose and how to switch it off, or remove it.',
    'undeclared-permission': 'State in the policy what the permission is for, or remove it from the manifest.',
    'unused-permission':
      'Remove the permission from the manifest; where a dependency brings it in, use tools:node="remove".',
    unevidenced: 'Check whether it is still collected; if not, remove it from the policy.',
    'policy-defect': 'Complete or reword the policy at the place named.',
    'incomplete-analysis': 'Analyse a build before packing; nothing found does not mean nothing is there.',
  },
};

export function adviceFor({ kind }: Discrepancy, language: Language): string {
  return ADVICE[language][kind];
}

/** The sentences of a policy. What no scan can know is left open in brackets, never guessed. */
interface Sentences {
  open: Record<'purpose' | 'company' | 'link' | 'data' | 'scene' | 'date' | 'contact' | 'choice', string>;
  collects(data: string, purpose: string): string;
  sdk(name: string, company: string, data: string, purpose: string, link: string): string;
  background(data: string, scene: string, purpose: string, choice: string): string;
  permission(name: string, data: string, purpose: string): string;
  date(date: string): string;
  contact(contact: string): string;
  listMark: string;
}

const SENTENCES: Record<Language, Sentences> = {
  zh: {
    open: {
      purpose: '【请填写使用目的】',
      company: '【请填写提供方全称】',
      link: '【请填写隐私政策链接】',
      data: '【请填写信息种类】',
      scene: '【请填写场景】',
      date: '【请填写日期】',
      contact: '【请填写联系方式】',
      choice: '【请填写关闭方式】',
    },
    collects: (data, purpose) => `为了${purpose}，我们会收集您的${data}。`,
    sdk: (name, company, data, purpose, link) =>
      `我们接入了${name}（提供方：${company}），该 SDK 会收集${data}，用于${purpose}；其隐私政策：${link}。`,
    background: (data, scene, purpose, choice) =>
      `在${scene}时，应用在后台运行时也会进行${data}，用于${purpose}；您可以通过${choice}关闭。`,
    permission: (name, data, purpose) =>
      `为了${purpose}，我们会申请${name}权限（${data}），您可以拒绝，或随时在系统设置中关闭。`,
    date: (date) => `本隐私政策更新于${date}，自${date}起生效。`,
    contact: (contact) => `如有疑问、意见或投诉，请通过${contact}与我们联系，我们将在十五个工作日内回复。`,
    listMark: '、',
  },
  en: {
    open: {
      purpose: '[state the purpose]',
      company: '[name the company]',
      link: '[link to its privacy policy]',
      data: '[name the data]',
      scene: '[name the situation]',
      date: '[date]',
      contact: '[contact]',
      choice: '[how to switch it off]',
    },
    collects: (data, purpose) => `To ${purpose}, we collect: ${data}.`,
    sdk: (name, company, data, purpose, link) =>
      `We use ${name} (provided by ${company}). It collects ${data} for ${purpose}. Its privacy policy: ${link}.`,
    background: (data, scene, purpose, choice) =>
      `In ${scene}, the app also does this in the background: ${data}, for ${purpose}. You can switch it off by ${choice}.`,
    permission: (name, data, purpose) =>
      `To ${purpose}, we ask for the permission ${name} (${data}); you may refuse it or withdraw it in the system settings at any time.`,
    date: (date) => `This privacy policy was updated on ${date} and takes effect on ${date}.`,
    contact: (contact) => `For questions and complaints please write to ${contact}.`,
    listMark: ', ',
  },
};

/** A sentence that would mend the policy, in the policy's language; null where no sentence can. */
export function suggestionFor(item: Discrepancy, report: Report): string | null {
  const language = report.policies[0]?.language === 'en' ? 'en' : 'zh';
  const say = SENTENCES[language];
  const { open } = say;
  const data = item.data === null ? open.data : dataName(item.data, report.terms, language);
  switch (item.kind) {
    case 'undisclosed':
    case 'vague':
    case 'contradicted':
      return item.actor?.startsWith('sdk:') ? sdkSentence(item, report, language) : say.collects(data, open.purpose);
    case 'undisclosed-sdk':
    case 'sdk-exceeds':
      return sdkSentence(item, report, language);
    case 'background':
      return say.background(data, open.scene, open.purpose, open.choice);
    case 'undeclared-permission':
      return say.permission(item.subject ?? '', permissionData(item, report, language), open.purpose);
    case 'policy-defect':
      return defectSentence((item.subject ?? '').split(' ')[0] as PolicyDefectCode, say);
    case 'before-consent':
    case 'unused-permission':
    case 'unevidenced':
    case 'incomplete-analysis':
      return null;
  }
}

/** The entry of an SDK with all that its code was seen to read, so that one sentence mends several discrepancies. */
function sdkSentence({ actor }: Discrepancy, { evidence, terms }: Report, language: Language): string {
  const say = SENTENCES[language];
  const id = actor?.slice('sdk:'.length) ?? '';
  const sdk = Object.hasOwn(terms.sdks, id) ? terms.sdks[id] : undefined;
  const seen = evidence.filter((item) => item.actor === actor && !item.lowSignal).map(({ data }) => data);
  const data = [...new Set(seen)].sort().map((type) => dataName(type, terms, language));
  return say.sdk(
    sdkName(id, terms, language),
    sdk?.company ?? say.open.company,
    data.length > 0 ? data.join(say.listMark) : say.open.data,
    say.open.purpose,
    sdk?.policyUrl ?? say.open.link,
  );
}

function permissionData({ subject }: Discrepancy, { permissions, terms }: Report, language: Language): string {
  const data = permissions.find(({ name }) => name === subject)?.data ?? [];
  const { listMark, open } = SENTENCES[language];
  return data.length > 0 ? data.map((type) => dataName(type, terms, language)).join(listMark) : open.data;
}

function defectSentence(code: PolicyDefectCode, say: Sentences): string | null {
  if (code === 'no-date') return say.date(say.open.date);
  if (code === 'no-contact') return say.contact(say.open.contact);
  return null;
}
