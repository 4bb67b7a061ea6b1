import type { FactsReport } from '../../../analyzers/model/report.ts';
import type { Style } from '../style.ts';
import { painter } from './paint.ts';
import { place } from './place.ts';
import { printable } from './printable.ts';
import { describeGaps, describeInput, describeMissing } from './scan.ts';
import { WORDING } from './wording.ts';

/** What was seen: app, SDKs, permissions, then every fact in one line. */
export function factsText(report: FactsReport, style: Style): string {
  const words = WORDING[style.language];
  const paint = painter(style.colour);
  const sdks = report.sdks.map((sdk) => {
    const ways = sdk.found.map(({ how, value }) => `${how} ${value}`).join(', ');
    return printable(`  ${sdk.id}  ${sdk.name}  (${ways})`);
  });
  const permissions = report.permissions.map(({ name, data }) => printable(`  ${name}  ${data.join(', ')}`));
  const facts = report.facts.map(({ kind, value, args, data, at }) => {
    const given = args === undefined ? '' : `(${args.join(', ')})`;
    const shown = data.length > 0 ? `  [${data.join(', ')}]` : '';
    return `  ${kind}  ${printable(`${value}${given}`)}${shown}  ${paint('dim', place(at))}`;
  });
  const section = (title: string, lines: string[]) =>
    [paint('bold', `${title} (${lines.length})`), ...lines].join('\n');
  const sections = [
    describeInput(report.input, paint),
    section(words.sdks, sdks),
    section(words.permissions, permissions),
    section(words.facts, facts),
  ];
  if (report.missingPermissions.length > 0) sections.push(describeMissing(report, style, paint));
  if (report.gaps.length > 0) sections.push(describeGaps(report.gaps, style.language, paint));
  return `${sections.join('\n\n')}\n`;
}
