import type { ChangedPractice, Changes, Comparison } from '../../../analyzers/model/comparison.ts';
import { actorName, dataName } from '../names.ts';
import type { Style } from '../style.ts';
import { COMPARISON_WORDING } from './comparison-wording.ts';
import { type Paint, painter, SEVERITY_COLOUR } from './paint.ts';
import { place } from './place.ts';
import { printable } from './printable.ts';
import { WORDING } from './wording.ts';

const PLACES_SHOWN = 3;

/** What differs between two builds: new first, then gone; what common code always does is left to the JSON report. */
export function comparisonText(comparison: Comparison, style: Style): string {
  const { language } = style;
  const words = COMPARISON_WORDING[language];
  const paint = painter(style.colour);
  const { terms } = comparison;
  const data = (id: string) => `${dataName(id, terms, language)} (${id})`;
  const described = { ...comparison.practices, added: comparison.practices.added.filter(tells) };
  const sections = [
    head(comparison, style, paint),
    section(words.practices, described, paint, (practice) => [
      `${data(practice.data)}  ${actorName(practice.actor, terms, language)}  ${practice.apis.join(', ')}`,
      ...practice.at.slice(0, PLACES_SHOWN).map((at) => place(at)),
      ...(practice.at.length > PLACES_SHOWN ? [WORDING[language].moreSites(practice.at.length - PLACES_SHOWN)] : []),
    ]),
    section(words.data, comparison.data, paint, (id) => [data(id)]),
    section(words.actors, comparison.actors, paint, (actor) => [actorName(actor, terms, language)]),
    section(words.sdks, comparison.sdks, paint, ({ id, name, found }) => [
      `${name} (${id})  ${found.map(({ value }) => value).join(', ')}`,
    ]),
    section(words.permissions, comparison.permissions, paint, ({ name, data: types }) => [
      [name, ...types.map((type) => dataName(type, terms, language))].join('  '),
    ]),
    section(words.frameworks, comparison.frameworks, paint, (name) => [name]),
    section(words.declared, comparison.declared, paint, (id) => [data(id)]),
    section(words.discrepancies, comparison.discrepancies, paint, ({ id, kind, severity, message }) => [
      `${WORDING[language].severity[severity]}  ${WORDING[language].kind[kind]}  ${message} ${id}`,
    ]),
  ].filter((lines) => lines !== '');
  if (sections.length === 1) sections.push(words.nothing);
  const material = comparison.gaps.new.filter((gap) => gap.material).length;
  if (material > 0) sections.push(paint(SEVERITY_COLOUR.medium, words.incomplete(material)));
  return `${sections.join('\n\n')}\n`;
}

/** What only APIs show that everybody calls says something about the app's own code, and little about a library. */
function tells({ actor, lowSignal }: ChangedPractice): boolean {
  return !lowSignal || actor === 'app';
}

function head({ old, new: now, policies }: Comparison, { language }: Style, paint: Paint): string {
  const words = COMPARISON_WORDING[language];
  const name = ({ name, versionName, versionCode }: Comparison['old']) =>
    printable([name, versionName, versionCode].filter((part) => part !== null).join(' · '));
  const lines = [paint('bold', `${name(old)}  →  ${name(now)}`)];
  if (policies.old.length > 0 || policies.new.length > 0) {
    lines.push(policies.changed ? words.policyChanged : words.policySame);
  }
  return lines.join('\n');
}

function section<T>(title: string, { added, removed }: Changes<T>, paint: Paint, lines: (item: T) => string[]): string {
  if (added.length + removed.length === 0) return '';
  const show = (sign: string, item: T) => {
    const [first = '', ...more] = lines(item).map((line) => printable(line));
    return [`  ${sign} ${first}`, ...more.map((line) => `      ${paint('dim', line)}`)].join('\n');
  };
  return [
    paint('bold', `${title} (+${added.length} −${removed.length})`),
    ...added.map((item) => show(paint('red', '+'), item)),
    ...removed.map((item) => show(paint('green', '−'), item)),
  ].join('\n');
}
