import type { DiscrepancyKind } from '../../../analyzers/model/discrepancy.ts';

/**
 * The items of a self-assessment, after the method for determining illegal collection and use of personal information
 * by apps (国信办秘字〔2019〕191号). `number` is null where only the subject may be named; `kinds` are the
 * discrepancies that speak against an item, none where no static scan can know.
 */
export interface Item {
  number: string | null;
  zh: string;
  en: string;
  kinds: DiscrepancyKind[];
}

export interface Chapter {
  zh: string;
  en: string;
  items: Item[];
}

const item = (number: string | null, zh: string, en: string, ...kinds: DiscrepancyKind[]): Item => ({
  number,
  zh,
  en,
  kinds,
});

export const CHAPTERS: Chapter[] = [
  {
    zh: '公开收集使用规则',
    en: 'Publishing the rules',
    items: [
      item('一-1', '有隐私政策，且含收集使用规则', 'There is a policy with rules of collection', 'policy-defect'),
      item('一-2', '首次运行以弹窗等明显方式提示阅读', 'The first run points to the policy'),
      item('一-3', '规则易于访问', 'The rules are easy to reach'),
      item('一-4', '规则易于阅读，有简体中文', 'The rules can be read, in simplified Chinese'),
    ],
  },
  {
    zh: '明示目的、方式和范围',
    en: 'Stating purpose, way and scope',
    items: [
      item(
        '二-1',
        '逐一列出应用及第三方代码收集的目的、方式、范围',
        'Purpose, way and scope are listed one by one, third-party code included',
        ...(['undisclosed', 'vague', 'undisclosed-sdk', 'sdk-exceeds', 'policy-defect'] as const),
      ),
      item('二-2', '目的、方式、范围变化时适当通知', 'Changes are notified'),
      item('二-3', '申请权限或收集敏感信息时同步告知目的', 'The purpose is told when asked', 'undeclared-permission'),
      item('二-4', '内容清楚易懂', 'The text can be understood'),
    ],
  },
  {
    zh: '征得同意',
    en: 'Consent',
    items: [
      item('三-1', '征得同意后才收集或打开权限', 'Nothing is collected before consent', 'before-consent'),
      item('三-2', '拒绝后不再收集，不频繁征求', 'A refusal is respected'),
      item(
        '三-3',
        '实际收集的信息和权限不超出授权范围',
        'Nothing beyond what was agreed to',
        ...(['undisclosed', 'undeclared-permission', 'background'] as const),
      ),
      item('三-4', '不以默认选择同意等非明示方式征得', 'Consent is explicit'),
      item(null, '不擅自更改用户设置的权限状态', 'Settings of permissions are not changed unasked'),
      item(null, '定向推送提供关闭选项', 'Targeted content can be switched off'),
      item(null, '不以欺诈、误导方式征得同意', 'Consent is not obtained by deception'),
      item(null, '提供撤回同意的途径', 'Consent can be withdrawn'),
      item(null, '按所声明的规则收集使用', 'The declared rules are kept', 'contradicted'),
    ],
  },
  {
    zh: '必要原则',
    en: 'Necessity',
    items: [
      item(null, '信息和权限与业务功能有关', 'Data and permissions serve a function', 'unused-permission'),
      item(null, '不因拒绝非必要信息而拒绝提供功能', 'Refusing what is not needed costs no function'),
      item(null, '新增功能的申请被拒绝时，原有功能不受影响', 'Refusing a new function leaves the old ones'),
      item(null, '收集频度不超出实际需要', 'The frequency serves the need', 'background'),
      item(null, '不仅以改善服务等理由强制收集', 'Improvement alone is no ground to force collection'),
      item(null, '不要求一次性同意多个权限', 'Permissions are asked for one by one'),
    ],
  },
  {
    zh: '向他人提供',
    en: 'Providing to others',
    items: [
      item(
        null,
        '客户端未经同意不直接向第三方提供（含嵌入的代码、插件）',
        'The app gives nothing to third parties without consent, embedded code included',
        ...(['undisclosed-sdk', 'sdk-exceeds'] as const),
      ),
      item(null, '后台向第三方提供前征得同意', 'Servers give nothing without consent'),
      item(null, '接入第三方应用时征得同意', 'Third-party apps inside get nothing without consent'),
    ],
  },
  {
    zh: '更正、删除、注销与投诉',
    en: 'Correction, deletion, closing, complaints',
    items: [
      item('六-1', '提供有效的更正、删除、注销功能', 'Correction, deletion and closing work'),
      item(null, '不为此设置不必要条件', 'No needless conditions for that'),
      item(null, '在承诺时限内响应', 'Answers come in the promised time'),
      item(null, '后台确实完成', 'Servers carry it out'),
      item('六-5', '公布投诉举报渠道', 'There is a channel for complaints'),
    ],
  },
];
