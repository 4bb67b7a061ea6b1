import type { Language } from '../style.ts';
/** Words of the Markdown report, complete in both languages. */
export interface MarkdownWording {
  suspicion: string;
  fails: string;
  suggestion: string;
  more: (count: number) => string;
  gaps: (count: number) => string;
}

export const MARKDOWN_WORDING: Record<Language, MarkdownWording> = {
  zh: {
    suspicion: '静态分析所见均为疑似线索，需结合动态检测确认。',
    fails: '不通过',
    suggestion: '政策建议表述',
    more: (count) => `……另有 ${count} 项，详见完整报告。`,
    gaps: (count) => `⚠️ 有 ${count} 处内容未能读取，未发现不等于不存在：`,
  },
  en: {
    suspicion: 'Findings of static analysis are suspicions; confirm them with a dynamic check.',
    fails: 'fails',
    suggestion: 'suggested sentence',
    more: (count) => `… and ${count} more in the full report.`,
    gaps: (count) => `⚠️ ${count} ${count === 1 ? 'part' : 'parts'} could not be read; not found is not absent:`,
  },
};
