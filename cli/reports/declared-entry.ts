import type { DeclaredSdk } from '../../analyzers/model/claim.ts';
import type { Discrepancy } from '../../analyzers/model/discrepancy.ts';
import type { Report } from '../../analyzers/model/report.ts';
import { dataName } from './names.ts';
import type { Language } from './style.ts';

/** The policy's own entry of an SDK that goes beyond it; null where there is none, claims say it, or it is about something else. */
export function declaredEntry(item: Discrepancy, { declaredSdks }: Report): DeclaredSdk | null {
  if (item.kind !== 'sdk-exceeds' || item.claims.length > 0) return null;
  return declaredSdks.find(({ id }) => id !== null && item.actor === `sdk:${id}`) ?? null;
}

/** What an entry lists, in a line. The name is the policy's: text of the input. */
export function entryText({ name, data }: DeclaredSdk, { terms }: Report, language: Language): string {
  const names = (ids: readonly string[]) =>
    ids.map((id) => dataName(id, terms, language)).join(language === 'zh' ? '、' : ', ');
  const { exact, broad } = data;
  if (language === 'zh') {
    const listed = [
      ...(exact.length > 0 ? [names(exact)] : []),
      ...(broad.length > 0 ? [`笼统：${names(broad)}`] : []),
    ];
    return `“${name}”一栏${listed.length > 0 ? `列出：${listed.join('；')}` : '未列出任何信息'}`;
  }
  const listed = [
    ...(exact.length > 0 ? [names(exact)] : []),
    ...(broad.length > 0 ? [`vaguely: ${names(broad)}`] : []),
  ];
  return `the entry of “${name}” lists ${listed.length > 0 ? listed.join('; ') : 'no data'}`;
}
