import type { Claim } from '../../analyzers/model/claim.ts';
import type { Actor } from '../../analyzers/model/evidence.ts';
import type { SinkKind } from '../../analyzers/model/sink.ts';
import type { Terms } from '../../analyzers/model/terms.ts';
import type { Language } from './style.ts';

/** A data type as a person knows it; the id where the report does not say. */
export function dataName(id: string, { data }: Terms, language: Language): string {
  return (Object.hasOwn(data, id) ? data[id]?.[language] : undefined) ?? id;
}

const SINK_KINDS: Record<SinkKind, { zh: string; en: string }> = {
  network: { zh: '网络', en: 'network' },
  log: { zh: '日志', en: 'log' },
  file: { zh: '文件', en: 'file' },
  storage: { zh: '本地存储', en: 'local storage' },
  ipc: { zh: '其他应用或页面', en: 'other apps or pages' },
  sdk: { zh: '第三方 SDK', en: 'a third-party SDK' },
  script: { zh: '应用的脚本', en: "the app's scripts" },
};

/** Where a value goes, as a person says it. */
export function sinkName(kind: SinkKind, language: Language): string {
  return SINK_KINDS[kind][language];
}

export function sdkName(id: string, { sdks }: Terms, language: Language): string {
  return (Object.hasOwn(sdks, id) ? sdks[id]?.[language] : undefined) ?? id;
}

export function actorName(actor: Actor | Claim['actor'], terms: Terms, language: Language): string {
  if (actor === 'app') return language === 'zh' ? '应用自身' : 'the app itself';
  if (actor === 'partner') return language === 'zh' ? '合作方' : 'a partner';
  const id = actor.slice(actor.indexOf(':') + 1);
  if (actor.startsWith('sdk:')) return sdkName(id, terms, language);
  if (actor.startsWith('named:')) return id;
  return language === 'zh' ? `第三方库 ${id}` : `library ${id}`;
}

/** A clause in one line: with its number where that may be quoted, else the subject alone. */
export function clauseName(id: string, { clauses }: Terms, language: Language): string {
  const clause = Object.hasOwn(clauses, id) ? clauses[id] : undefined;
  if (clause === undefined) return id;
  const number = clause.quote === 'clause' ? clauseNumber(id.slice(id.indexOf('/') + 1), language) : '';
  return language === 'zh'
    ? `${clause.regulation.zh}${number}：${clause.zh}`
    : `${clause.regulation.en}${number}: ${clause.en}`;
}

/** `3-1` is item 1 of article 3; a plain number is an item, and what is no number has none. */
function clauseNumber(clause: string, language: Language): string {
  const [, article, item] = /^(?:(\d+)-)?(\d+)$/.exec(clause) ?? [];
  if (item === undefined) return '';
  if (language === 'zh') return article === undefined ? `第 ${item} 项` : `第 ${article} 条第 ${item} 项`;
  return article === undefined ? `, item ${item}` : `, article ${article}, item ${item}`;
}
