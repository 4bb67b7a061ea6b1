import type { DiscrepancyKind } from '../../../analyzers/model/discrepancy.ts';
import type { ConsentBasis } from '../../../analyzers/model/reach.ts';
import type { Language } from '../style.ts';

/** What several discrepancies of one cause say together. */
interface About {
  who: string;
  count: number;
  /** The broad term that covers them. */
  term: string;
  basis: ConsentBasis | null;
}

type Kinds =
  | Exclude<DiscrepancyKind, 'undisclosed-sdk' | 'incomplete-analysis' | 'background'>
  | 'in-background'
  | 'behaviour';

/** Sentences over a list of data types or permissions, complete in both languages. */
export const CAUSE_WORDING: Record<Language, Record<Kinds, (about: About) => string> & { app: string }> = {
  zh: {
    app: '应用自身代码',
    undisclosed: ({ who, count }) => `${who}疑似获取以下 ${count} 种信息，隐私政策未见声明，需结合动态检测确认。`,
    vague: ({ who, count, term }) => `${who}疑似获取以下 ${count} 种信息，隐私政策仅以“${term}”概括，未明确列出。`,
    contradicted: ({ who, count }) => `隐私政策声明不收集，但${who}疑似获取以下 ${count} 种信息，需结合动态检测确认。`,
    'sdk-exceeds': ({ who, count }) =>
      `${who}的代码疑似获取以下 ${count} 种信息，超出隐私政策对该 SDK 及应用自身的声明范围。`,
    'before-consent': ({ who, count, basis }) =>
      `${who}疑似在用户同意隐私政策之前获取以下 ${count} 种信息：${basis === 'launcher-start' ? '首个界面启动时' : '应用进程启动时'}即可到达，途中未见对已存储的同意标记的判断，需结合动态检测确认。`,
    'in-background': ({ who, count }) =>
      `${who}疑似在后台获取以下 ${count} 种信息，隐私政策未声明后台收集，需结合动态检测确认。`,
    behaviour: ({ who, count }) => `${who}疑似存在以下 ${count} 种行为，隐私政策未见声明。`,
    'undeclared-permission': ({ count }) => `应用申请以下 ${count} 项权限，隐私政策未见对应声明。`,
    'unused-permission': ({ count }) => `应用申请以下 ${count} 项权限，未发现需要它们的代码，疑似过度申请。`,
    unevidenced: ({ count }) => `隐私政策声明收集以下 ${count} 种信息，未在应用中发现对应代码或权限，疑似过度声明。`,
    'policy-defect': ({ count }) => `政策中有以下 ${count} 处同类问题。`,
  },
  en: {
    app: "the app's own code",
    undisclosed: ({ who, count }) =>
      `${who} appears to read the following ${count} data types; the policy does not declare them. Confirm with a dynamic check.`,
    vague: ({ who, count, term }) =>
      `${who} appears to read the following ${count} data types; the policy only says "${term}" and does not name them.`,
    contradicted: ({ who, count }) =>
      `The policy says that it is not collected, yet ${who} appears to read the following ${count} data types. Confirm with a dynamic check.`,
    'sdk-exceeds': ({ who, count }) =>
      `Code of ${who} appears to read the following ${count} data types, beyond what the policy declares for this SDK and for the app.`,
    'before-consent': ({ who, count, basis }) =>
      `${who} appears to read the following ${count} data types before the user could agree: ${basis === 'launcher-start' ? 'the start of the first screen' : 'the start of the process'} leads there, past no check of a stored consent. Confirm with a dynamic check.`,
    'in-background': ({ who, count }) =>
      `${who} appears to read the following ${count} data types in the background; the policy declares no collection in the background. Confirm with a dynamic check.`,
    behaviour: ({ who, count }) =>
      `${who} appears to do the following ${count} things; the policy does not declare them.`,
    'undeclared-permission': ({ count }) =>
      `The app requests the following ${count} permissions; the policy declares neither them nor their data.`,
    'unused-permission': ({ count }) =>
      `The app requests the following ${count} permissions, but nothing that needs them was found; they may be more than the app needs.`,
    unevidenced: ({ count }) =>
      `The policy declares the following ${count} data types, but neither code nor a permission for them was found; they may be declared needlessly.`,
    'policy-defect': ({ count }) => `The policy has the following ${count} defects of one kind.`,
  },
};
