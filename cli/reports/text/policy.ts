import type { Claim, DeclaredSdk } from '../../../analyzers/model/claim.ts';
import type { PolicyReport } from '../../../analyzers/model/report.ts';
import type { Language, Style } from '../style.ts';
import { grid } from './grid.ts';
import { type Paint, painter } from './paint.ts';
import { place } from './place.ts';
import { POLICY_WORDING, type PolicyWording } from './policy-wording.ts';
import { printable } from './printable.ts';
import { describeGaps } from './scan.ts';

/** Columns at most of each column of the tables. */
const TYPE_LIMITS = [34, 14, 34, 22, 8, 46];
const SDK_LIMITS = [28, 22, 26, 44, 24, 20];

/** What the policies are understood to say: a table of data types, one of SDKs, the permissions, the defects. */
export function policyText(report: PolicyReport, style: Style): string {
  const words = POLICY_WORDING[style.language];
  const paint = painter(style.colour);
  const types = new Set(report.claims.map((claim) => claim.data)).size;
  const defects = defectLines(report, words, paint);
  const names = (data: string) => named(report, data, style.language);
  const sections = [
    [
      ...report.policies.map(({ name, language }) => paint('bold', printable(`${name} (${language})`))),
      words.totals(types, report.declaredSdks.length, report.declaredPermissions.length, report.discrepancies.length),
    ],
    table(words.dataTypes, typeRows(report, words, names), TYPE_LIMITS, paint),
    table(words.sdks, sdkRows(report.declaredSdks, words), SDK_LIMITS, paint),
    [
      paint('bold', `${words.permissions} (${report.declaredPermissions.length})`),
      ...report.declaredPermissions.map(
        ({ name, at }) => `  ${printable(name.replace('android.permission.', ''))}  ${paint('dim', place(at))}`,
      ),
    ],
    [paint('bold', `${words.defects} (${report.discrepancies.length})`), ...defects],
  ];
  const text = sections.map((lines) => lines.join('\n'));
  if (report.gaps.length > 0) text.push(describeGaps(report.gaps, style.language, paint));
  return `${text.join('\n\n')}\n`;
}

/** A data type as readers know it, with its id. */
export function named(report: PolicyReport, data: string, language: Language): string {
  const name = Object.hasOwn(report.names, data) ? report.names[data]?.[language] : undefined;
  return name === undefined ? data : `${name} ${data}`;
}

function table(title: string, rows: string[][], limits: number[], paint: Paint): string[] {
  const [head, ...body] = grid(rows, limits);
  if (body.length === 0) return [paint('bold', `${title} (0)`)];
  return [paint('bold', `${title} (${body.length})`), paint('dim', `  ${head}`), ...body.map((line) => `  ${line}`)];
}

/** One row for each data type: named by the app first, then by broad terms only, by others only, and denied only. */
export function typeRows(report: PolicyReport, words: PolicyWording, nameOf: (data: string) => string): string[][] {
  const byType = new Map<string, Claim[]>();
  for (const claim of report.claims) {
    const known = byType.get(claim.data);
    if (known === undefined) byType.set(claim.data, [claim]);
    else known.push(claim);
  }
  const rank = (claims: Claim[]) => {
    const own = claims.filter((claim) => claim.actor === 'app' && claim.stance === 'affirmed');
    if (own.some((claim) => claim.breadth === 'exact')) return 0;
    if (own.length > 0) return 1;
    return claims.some((claim) => claim.stance === 'affirmed') ? 2 : 3;
  };
  const sorted = [...byType].sort(([, a], [, b]) => rank(a) - rank(b));
  return [
    [words.type, words.app, words.others, words.denied, words.line, words.quote],
    ...sorted.map(([data, claims]) => [nameOf(data), ...typeCells(claims, words)]),
  ];
}

function typeCells(claims: readonly Claim[], words: PolicyWording): string[] {
  const affirmed = claims.filter((claim) => claim.stance === 'affirmed');
  const own = affirmed.filter((claim) => claim.actor === 'app');
  const first = own.find((claim) => claim.breadth === 'exact') ?? own[0] ?? affirmed[0] ?? claims[0];
  const how = own.length === 0 ? '' : words[own.some((claim) => claim.breadth === 'exact') ? 'exact' : 'broad'];
  const background = affirmed.some((claim) => claim.background) ? ` ${words.background}` : '';
  const others = [
    ...new Set(affirmed.flatMap(({ actor }) => (actor === 'app' ? [] : [actorName(actor, words)]))),
  ].sort();
  const denied = [
    ...new Set(claims.filter((claim) => claim.stance === 'denied').map(({ scope }) => words.scope(scope))),
  ];
  return [
    how + background,
    printable(others.join(', ')),
    denied.join(', '),
    String(first?.at.line ?? ''),
    printable((first?.quote ?? '').replace(/\s+/g, ' ')),
  ];
}

function actorName(actor: Claim['actor'], words: PolicyWording): string {
  return actor === 'partner' ? words.partner : actor.slice(actor.indexOf(':') + 1);
}

function sdkRows(sdks: readonly DeclaredSdk[], words: PolicyWording): string[][] {
  return [
    [words.sdk, 'id', words.company, words.type, words.purpose, words.lacks],
    ...sdks.map((sdk) => {
      const types = [...sdk.data.exact, ...sdk.data.broad.map((type) => `${type}*`)];
      const lacks = [
        sdk.company === null ? words.lack.company : '',
        sdk.purpose === null ? words.lack.purpose : '',
        types.length === 0 ? words.lack.data : '',
        sdk.url === null ? words.lack.link : '',
      ];
      const cells = [sdk.name, sdk.id ?? words.unknownSdk, sdk.company ?? '', types.join(', '), sdk.purpose ?? ''];
      return [...cells.map(printable), lacks.filter((lack) => lack !== '').join(', ')];
    }),
  ];
}

/** Like defects in one line: how many, and where the first stands. */
function defectLines(report: PolicyReport, words: PolicyWording, paint: Paint): string[] {
  const byMessage = new Map<string, { at: string; count: number }>();
  for (const { message, at } of report.discrepancies) {
    const known = byMessage.get(message);
    if (known !== undefined) known.count++;
    else byMessage.set(message, { at: at === null ? '' : place(at), count: 1 });
  }
  return [...byMessage].map(([message, { at, count }]) => {
    const where = [at, ...(count > 1 ? [words.more(count)] : [])].filter((part) => part !== '').join(' ');
    return `  ${printable(message)}${where === '' ? '' : `  ${paint('dim', where)}`}`;
  });
}
