import type { Report } from '../../analyzers/model/report.ts';
import { csvCell } from './csv-cell.ts';
import { actorName, clauseName, dataName } from './names.ts';
import { adviceFor, suggestionFor } from './remedy.ts';
import { apiText, type Story, storiesOf } from './story.ts';
import type { Language, Style } from './style.ts';
import { place } from './text/place.ts';
import { WORDING } from './text/wording.ts';

const COLUMNS: Record<Language, string[]> = {
  zh: [
    ...['编号', '类型', '级别', '状态', '信息种类', '行为主体', '对象', '说明', '代码处数', '接口', '代码位置'],
    ...['政策原文', '政策位置', '相关条款', '处理建议', '政策建议表述'],
  ],
  en: [
    ...['id', 'kind', 'severity', 'status', 'data type', 'actor', 'subject', 'message', 'places', 'API', 'code'],
    ...['policy quote', 'policy place', 'clauses', 'what to do', 'suggested sentence'],
  ],
};

const STATUS: Record<Language, Record<Story['status'], string>> = {
  zh: { failing: '未通过', open: '待处理', suppressed: '已忽略' },
  en: { failing: 'fails', open: 'open', suppressed: 'suppressed' },
};

/**
 * One row for each discrepancy (RFC 4180), with a byte order mark, without which spreadsheets take Chinese for
 * something else. A cell that a spreadsheet would compute is led by an apostrophe.
 */
export function csv(report: Report, { language }: Style): string {
  const rows = storiesOf(report).map((story) => row(story, report, language));
  const lines = [COLUMNS[language], ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function row(story: Story, report: Report, language: Language): string[] {
  const { item, evidence, claims, status } = story;
  const { terms } = report;
  const [first] = evidence;
  const [claim] = claims;
  const at = first?.at ?? (claim === undefined ? item.at : null);
  return [
    item.id,
    WORDING[language].kind[item.kind],
    WORDING[language].severity[item.severity],
    STATUS[language][status],
    item.data === null ? '' : dataName(item.data, terms, language),
    item.actor === null ? '' : actorName(item.actor, terms, language),
    item.subject ?? '',
    item.message,
    String(evidence.length),
    first === undefined ? '' : apiText(first),
    at === null ? '' : place(at),
    claim?.quote ?? '',
    claim === undefined ? '' : place(claim.at),
    item.clauses.map((id) => clauseName(id, terms, language)).join('; '),
    adviceFor(item, language),
    suggestionFor(item, report) ?? '',
  ];
}
