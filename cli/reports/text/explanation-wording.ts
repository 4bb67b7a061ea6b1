import type { Claim } from '../../../analyzers/model/claim.ts';
import type { Grade } from '../../../analyzers/model/evidence.ts';
import type { Language } from '../style.ts';

/** Headings and labels of `candor explain`, complete in both languages. */
export interface StoryWording {
  data: string;
  actor: string;
  subject: string;
  suppressed: string;
  fails: string;
  code: (count: number) => string;
  place: string;
  policy: string;
  clauses: string;
  advice: string;
  suggestion: string;
  grade: Record<Grade, string>;
  beforeConsent: string;
  background: string;
  lowSignal: string;
  lacks: (permissions: readonly string[]) => string;
  entry: string;
  path: string;
  sink: string;
  purpose: string;
  listMark: string;
  /** How a claim speaks of its data type. */
  stance: (claim: Pick<Claim, 'stance' | 'scope' | 'breadth'>) => string;
}

const shortName = (permission: string): string => permission.replace('android.permission.', '');

const ZH: StoryWording = {
  data: '信息',
  actor: '行为主体',
  subject: '对象',
  suppressed: '已忽略',
  fails: '导致判定不通过',
  code: (count) => `代码（${count} 处）`,
  place: '位置',
  policy: '政策原文',
  clauses: '相关条款',
  advice: '处理建议',
  suggestion: '政策建议表述（方括号处须人工填写）',
  grade: {
    requested: '仅申请权限或设置',
    bundled: '代码存在',
    reachable: '从入口可到达',
    sent: '值流向网络、日志、文件或进程间通信',
  },
  beforeConsent: '疑似在同意前',
  background: '后台可到达',
  lowSignal: '常用接口，单独意义有限',
  lacks: (permissions) => `应用未申请所需权限 ${permissions.map(shortName).join(' / ')}`,
  entry: '入口',
  path: '调用链',
  sink: '去向',
  purpose: '目的',
  listMark: '，',
  stance: ({ stance, scope, breadth }) => {
    if (stance === 'denied') return scope === null ? '声明不收集' : '有条件的否定';
    return breadth === 'exact' ? '明确' : '笼统';
  },
};

const EN: StoryWording = {
  data: 'Data',
  actor: 'Actor',
  subject: 'Subject',
  suppressed: 'Suppressed',
  fails: 'Fails the gate',
  code: (count) => `Code (${count} ${count === 1 ? 'place' : 'places'})`,
  place: 'Place',
  policy: 'What the policy says',
  clauses: 'Clauses',
  advice: 'What to do',
  suggestion: 'Suggested sentence for the policy (fill in the brackets)',
  grade: {
    requested: 'only requested',
    bundled: 'the code is there',
    reachable: 'reachable from an entry point',
    sent: 'the value flows into a network, log, file or IPC sink',
  },
  beforeConsent: 'possibly before consent',
  background: 'reachable in the background',
  lowSignal: 'an API that everybody calls, says little alone',
  lacks: (permissions) => `the app does not request ${permissions.map(shortName).join(' or ')}, which it needs`,
  entry: 'Entry',
  path: 'Call path',
  sink: 'Flows to',
  purpose: 'Purpose',
  listMark: ', ',
  stance: ({ stance, scope, breadth }) => {
    if (stance === 'denied') return scope === null ? 'denied' : `denied within limits (${scope})`;
    return breadth === 'exact' ? 'named' : 'broad term';
  },
};

export const STORY_WORDING: Record<Language, StoryWording> = { zh: ZH, en: EN };
