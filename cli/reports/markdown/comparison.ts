import type { ChangedPractice, Changes, Comparison } from '../../../analyzers/model/comparison.ts';
import { actorName, dataName } from '../names.ts';
import type { Language, Style } from '../style.ts';
import { COMPARISON_WORDING } from '../text/comparison-wording.ts';
import { place } from '../text/place.ts';
import { WORDING } from '../text/wording.ts';
import { code, escaped } from './escape.ts';

/** Half of what a comment on GitHub holds. */
const MAX_LENGTH = 32_000;
const PLACES_SHOWN = 3;

/** What differs between two builds, for a comment on a pull request: new first, then gone. */
export function comparisonMarkdown(comparison: Comparison, { language }: Style): string {
  const words = COMPARISON_WORDING[language];
  const { terms } = comparison;
  const data = (id: string) => `${escaped(dataName(id, terms, language))} (${code(id)})`;
  const practices = { ...comparison.practices, added: comparison.practices.added.filter(tells) };
  const sections = [
    section(words.practices, practices, ({ data: id, actor, apis, at }) => {
      const places = at.slice(0, PLACES_SHOWN).map((spot) => code(place(spot)));
      const more = at.length > PLACES_SHOWN ? [WORDING[language].moreSites(at.length - PLACES_SHOWN)] : [];
      const shown = [...apis.map(code), ...places, ...more].join(' · ');
      return `**${data(id)}** · ${escaped(actorName(actor, terms, language))}: ${shown}`;
    }),
    section(words.data, comparison.data, data),
    section(words.actors, comparison.actors, (actor) => escaped(actorName(actor, terms, language))),
    section(words.sdks, comparison.sdks, ({ id, name }) => `${escaped(name)} (${code(id)})`),
    section(words.permissions, comparison.permissions, ({ name, data: types }) =>
      [code(name), ...types.map((type) => escaped(dataName(type, terms, language)))].join(' · '),
    ),
    section(words.frameworks, comparison.frameworks, escaped),
    section(words.declared, comparison.declared, data),
    section(
      words.discrepancies,
      comparison.discrepancies,
      ({ id, kind, severity, message }) =>
        `**${WORDING[language].severity[severity]}** ${WORDING[language].kind[kind]}: ${escaped(message)} ${code(id)}`,
    ),
  ].filter((text) => text !== '');
  const material = comparison.gaps.new.filter((gap) => gap.material).length;
  const parts = [
    head(comparison, language),
    ...(sections.length === 0 ? [words.nothing] : sections),
    ...(material > 0 ? [`⚠️ ${words.incomplete(material)}`] : []),
  ];
  return `${shortened(parts.join('\n\n'), words.cut)}\n`;
}

/** What only APIs show that everybody calls says something about the app's own code, and little about a library. */
function tells({ actor, lowSignal }: ChangedPractice): boolean {
  return !lowSignal || actor === 'app';
}

function head({ old, new: now, policies }: Comparison, language: Language): string {
  const words = COMPARISON_WORDING[language];
  const name = ({ name, versionName, versionCode }: Comparison['old']) =>
    code([name, versionName, versionCode].filter((part) => part !== null).join(' · '));
  const policy = policies.changed ? words.policyChanged : words.policySame;
  const lines = [`## Candor: ${name(old)} → ${name(now)}`];
  if (policies.old.length > 0 || policies.new.length > 0) lines.push(policy);
  return lines.join('\n\n');
}

function section<T>(title: string, { added, removed }: Changes<T>, line: (item: T) => string): string {
  if (added.length + removed.length === 0) return '';
  return [
    `### ${title} (+${added.length} −${removed.length})`,
    '',
    ...added.map((item) => `- ➕ ${line(item)}`),
    ...removed.map((item) => `- ➖ ${line(item)}`),
  ].join('\n');
}

/** Whole lines up to what a comment holds. */
function shortened(text: string, cut: string): string {
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf('\n', MAX_LENGTH))}\n\n${cut}`;
}
