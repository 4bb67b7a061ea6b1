import type { Claim } from '../../../analyzers/model/claim.ts';
import type { Discrepancy } from '../../../analyzers/model/discrepancy.ts';
import type { Evidence } from '../../../analyzers/model/evidence.ts';
import { spotKey } from '../../../analyzers/model/excerpt.ts';
import type { Location } from '../../../analyzers/model/location.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import { type Code, codeOf } from '../code.ts';
import { declaredEntry, entryText } from '../declared-entry.ts';
import { actorName, clauseName, dataName, sinkName } from '../names.ts';
import { adviceFor, suggestionFor } from '../remedy.ts';
import type { Style } from '../style.ts';
import { STORY_WORDING, type StoryWording } from './explanation-wording.ts';
import { type Paint, painter, SEVERITY_COLOUR } from './paint.ts';
import { place } from './place.ts';
import { printable } from './printable.ts';
import { WORDING } from './wording.ts';

/** The whole story of one discrepancy: what, where in the code and how it is reached, what the policy says, what to do. */
export function explanationText(item: Discrepancy, report: Report, style: Style): string {
  const { language } = style;
  const words = STORY_WORDING[language];
  const paint = painter(style.colour);
  const titles = WORDING[language];
  const severity = paint(SEVERITY_COLOUR[item.severity], titles.severity[item.severity]);
  const head = [
    `${severity}  ${paint('bold', titles.kind[item.kind])}  ${paint('dim', item.id)}`,
    printable(item.message),
    ...about(item, report, style, words),
  ];
  const evidenceById = new Map(report.evidence.map((entry) => [entry.id, entry]));
  const claimById = new Map(report.claims.map((claim) => [claim.id, claim]));
  const evidence = item.evidence.flatMap((id) => evidenceById.get(id) ?? []);
  const claims = item.claims.flatMap((id) => claimById.get(id) ?? []);
  const own = declaredEntry(item, report);
  const suggestion = suggestionFor(item, report);
  const section = (title: string, lines: string[]) => (lines.length === 0 ? [] : [[paint('bold', title), ...lines]]);
  const sections = [
    head,
    ...section(
      words.code(evidence.length),
      evidence.flatMap((entry, index) => describeEvidence(entry, index + 1, codeOf(report.code), style, paint)),
    ),
    ...section(words.place, evidence.length === 0 && item.at !== null ? [`  ${place(item.at)}`] : []),
    ...section(
      words.policy,
      own === null
        ? claims.flatMap((claim) => describeClaim(claim, report, style, words, paint))
        : [`  ${place(own.at)}  ${printable(entryText(own, report, language))}`],
    ),
    ...section(
      words.clauses,
      item.clauses.map((id) => `  ${printable(clauseName(id, report.terms, language))}`),
    ),
    ...section(words.advice, [`  ${adviceFor(item, language)}`]),
    ...section(words.suggestion, suggestion === null ? [] : [`  ${printable(suggestion)}`]),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function about(item: Discrepancy, { terms, gate }: Report, { language }: Style, words: StoryWording): string[] {
  const lines: string[] = [];
  if (item.data !== null)
    lines.push(`${words.data}: ${printable(dataName(item.data, terms, language))} (${item.data})`);
  if (item.actor !== null) lines.push(`${words.actor}: ${printable(actorName(item.actor, terms, language))}`);
  if (item.subject !== null) lines.push(`${words.subject}: ${printable(item.subject)}`);
  if (item.suppressed !== null) {
    const { reason, owner, expires } = item.suppressed;
    lines.push(printable(`${words.suppressed}: ${[reason, owner, expires].filter(Boolean).join(', ')}`));
  } else if (gate?.failing.includes(item.id)) lines.push(words.fails);
  return lines;
}

function describeEvidence(entry: Evidence, number: number, code: Code, { language }: Style, paint: Paint): string[] {
  const words = STORY_WORDING[language];
  const { api, argument, at, grade, entry: start, path, beforeConsent, background, sinks, lowSignal, lacks } = entry;
  const call = argument === null ? api : `${api}("${argument}")`;
  const marks = [words.grade[grade]];
  if (beforeConsent) marks.push(words.beforeConsent);
  if (background) marks.push(words.background);
  if (lowSignal) marks.push(words.lowSignal);
  if (lacks !== undefined) marks.push(printable(words.lacks(lacks)));
  const lines = [
    `  ${number}. ${printable(call)}  ${marks.join(words.listMark)}`,
    `     ${paint('dim', place(at))}`,
    ...codeLines(at, code, paint),
  ];
  if (start !== null) lines.push(`     ${words.entry}: ${printable(`${start.kind} ${start.name}`)}`);
  if (path.length > 1) {
    lines.push(`     ${words.path}:`);
    for (const [index, step] of path.entries()) {
      // The last step is the place itself, whose code stands above.
      lines.push(`       → ${place(step)}`, ...(index < path.length - 1 ? codeLines(step, code, paint) : []));
    }
  }
  for (const { kind, api, at: left, path: steps } of sinks) {
    lines.push(`     ${words.sink}: ${printable(`${sinkName(kind, language)} ${api}`)} ${paint('dim', place(left))}`);
    for (const step of steps.length > 2 ? steps : []) lines.push(`       → ${place(step)}`);
  }
  return lines;
}

/** The code around a place, the line itself marked. */
function codeLines(at: Location, code: Code, paint: Paint): string[] {
  const excerpt = code.get(spotKey(at));
  if (excerpt === undefined) return [];
  return excerpt.lines.map((line, index) =>
    index === excerpt.here ? `       > ${paint('bold', printable(line))}` : `         ${paint('dim', printable(line))}`,
  );
}

function describeClaim(
  claim: Claim,
  { terms }: Report,
  { language }: Style,
  words: StoryWording,
  paint: Paint,
): string[] {
  const { data, actor, purpose, quote, at } = claim;
  const how = words.stance(claim);
  const who = printable(actorName(actor, terms, language));
  const lines = [
    `  ${paint('dim', place(at))}  ${printable(dataName(data, terms, language))}  ${how}  ${who}`,
    `     “${printable(quote)}”`,
  ];
  if (purpose !== null) lines.push(`     ${words.purpose}: ${printable(purpose)}`);
  return lines;
}
