import type { Catalogue } from '../model/catalogue.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Gap } from '../model/gap.ts';
import { detailIn } from '../model/gap-detail.ts';
import { discrepancy } from './discrepancy.ts';
import { WORDING } from './wording.ts';

/** `incomplete-analysis`: one for each stage and reason for which code was not read. */
export function incompleteAnalyses(gaps: Gap[], catalogue: Catalogue, language: 'zh' | 'en'): Discrepancy[] {
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps.filter(({ material }) => material)) {
    const key = `${gap.stage} ${gap.code}`;
    groups.set(key, [...(groups.get(key) ?? []), gap]);
  }
  return [...groups].flatMap(([subject, [first, ...more]]) => {
    if (first === undefined) return [];
    const detail = detailIn(language, first.detail);
    const message = WORDING[language].incompleteAnalysis(first.code, first.file, detail, more.length);
    const at = { file: first.file };
    return [discrepancy({ kind: 'incomplete-analysis', severity: 'medium', subject, message, at }, catalogue)];
  });
}
