import type { Language } from '../style.ts';
/** Headings of `candor compare`, complete in both languages. */
export interface ComparisonWording {
  practices: string;
  data: string;
  actors: string;
  sdks: string;
  permissions: string;
  frameworks: string;
  declared: string;
  discrepancies: string;
  policyChanged: string;
  policySame: string;
  nothing: string;
  /** Where a comment ends before everything is told. */
  cut: string;
  incomplete: (count: number) => string;
}

const ZH: ComparisonWording = {
  practices: '收集行为（疑似）',
  data: '信息种类',
  actors: '行为主体',
  sdks: 'SDK',
  permissions: '权限',
  frameworks: '开发框架',
  declared: '政策声明的信息',
  discrepancies: '不一致',
  policyChanged: '隐私政策有改动',
  policySame: '隐私政策没有改动',
  nothing: '未见差异',
  cut: '……其余从略，详见文本或 JSON 报告。',
  incomplete: (count) => `新构建有 ${count} 处内容未能读取，差异可能不止于此。`,
};

const EN: ComparisonWording = {
  practices: 'Collection (suspected)',
  data: 'Data types',
  actors: 'Actors',
  sdks: 'SDKs',
  permissions: 'Permissions',
  frameworks: 'Frameworks',
  declared: 'Data that the policy declares',
  discrepancies: 'Discrepancies',
  policyChanged: 'The policy has changed.',
  policySame: 'The policy has not changed.',
  nothing: 'No difference found.',
  cut: '… the rest is in the text or JSON report.',
  incomplete: (count) =>
    `${count} ${count === 1 ? 'part' : 'parts'} of the new build could not be read; more may differ.`,
};

export const COMPARISON_WORDING: Record<Language, ComparisonWording> = { zh: ZH, en: EN };
