import type { Claim, DeclaredSdk } from '../../../analyzers/model/claim.ts';
import type { PolicyReport } from '../../../analyzers/model/report.ts';
import type { Style } from '../style.ts';
import { type Paint, painter } from './paint.ts';
import { place } from './place.ts';
import { printable, shortened } from './printable.ts';
import { describeGaps } from './scan.ts';
import { WORDING, type Wording } from './wording.ts';

const QUOTE_LENGTH = 50;

/** What the policies are understood to say: each data type with its first quote, the SDKs, the permissions, the defects. */
export function policyText(report: PolicyReport, style: Style): string {
  const words = WORDING[style.language];
  const paint = painter(style.colour);
  const section = (title: string, lines: string[]) =>
    [paint('bold', `${title} (${lines.length})`), ...lines].join('\n');
  const sections = [
    report.policies.map(({ name, language }) => paint('bold', printable(`${name} (${language})`))).join('\n'),
    section(words.claims, describeClaims(report.claims, words, paint)),
    section(
      words.declaredSdks,
      report.declaredSdks.map((sdk) => describeSdk(sdk, words, paint)),
    ),
    section(
      words.permissions,
      report.declaredPermissions.map(({ name, at }) => `  ${printable(name)}  ${paint('dim', place(at))}`),
    ),
    section(
      words.defects,
      report.discrepancies.map(({ message, at }) => {
        return `  ${printable(message)}${at === null ? '' : `  ${paint('dim', place(at))}`}`;
      }),
    ),
  ];
  if (report.gaps.length > 0) sections.push(describeGaps(report.gaps, words, paint));
  return `${sections.join('\n\n')}\n`;
}

/** One line for each data type, actor and stance, with the first place that says it. */
function describeClaims(claims: Claim[], words: Wording, paint: Paint): string[] {
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    const key = [claim.data, claim.actor, claim.stance, claim.scope].join(' ');
    if (!first.has(key)) first.set(key, claim);
  }
  return [...first.values()].map(({ data, actor, stance, scope, breadth, quote, at }) => {
    const how = stance === 'denied' ? words.denied(scope) : words[breadth];
    const who = printable(words.actor(actor));
    return `  ${data}  ${how}  ${who}  “${printable(shortened(quote, QUOTE_LENGTH))}”  ${paint('dim', place(at))}`;
  });
}

function describeSdk({ id, name, company, data, at }: DeclaredSdk, words: Wording, paint: Paint): string {
  const types = [...data.exact, ...data.broad.map((type) => `${type}*`)].join(', ');
  const parts = [
    printable(name),
    `[${id ?? words.unknownSdk}]`,
    printable(company ?? ''),
    types,
    paint('dim', place(at)),
  ];
  return `  ${parts.filter((part) => part !== '').join('  ')}`;
}
