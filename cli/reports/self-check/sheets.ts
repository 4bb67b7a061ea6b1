import type { Evidence } from '../../../analyzers/model/evidence.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import { actorName, dataName, sdkName, sinkName } from '../names.ts';
import { adviceFor } from '../remedy.ts';
import { categoryName } from '../sdk-categories.ts';
import { apiText, type Story, storiesOf } from '../story.ts';
import type { Language } from '../style.ts';
import { place } from '../text/place.ts';
import { printable } from '../text/printable.ts';
import { WORDING } from '../text/wording.ts';
import { CHAPTERS, type Item } from './items.ts';
import { SELF_CHECK_WORDING, type SelfCheckWording } from './wording.ts';

/** One table of a self-check file; every row has as many cells as there are columns. */
export interface Sheet {
  title: string;
  columns: string[];
  rows: string[][];
}

export interface SelfCheck {
  title: string;
  /** Name and value, for the front page. */
  particulars: { title: string; rows: [string, string][] };
  sheets: Sheet[];
  conclusion: string[];
}

/** More evidence than anybody checks by hand; the JSON report has it all. */
const MAX_EVIDENCE = 2000;
const IDS_SHOWN = 5;

/**
 * The tables of a Chinese self-check file, filled from a report. What no static scan can know is left for a person and
 * says so; nothing is guessed.
 */
export function selfCheck(report: Report, language: Language): SelfCheck {
  const words = SELF_CHECK_WORDING[language];
  const stories = storiesOf(report).filter(({ status }) => status !== 'suppressed');
  const sheet = (name: keyof SelfCheckWording['sheets'], rows: string[][]): Sheet => ({
    title: words.sheets[name],
    columns: words.columns[name],
    rows: rows.map((row) => row.map(clean)),
  });
  const incomplete = report.gaps.some(({ material }) => material);
  const high = stories.filter(({ item }) => item.severity === 'high').length;
  return {
    title: words.title,
    particulars: { title: words.cover, rows: particulars(report, words).map(([name, value]) => [name, clean(value)]) },
    sheets: [
      sheet('items', itemRows(stories, language)),
      sheet('collected', collectedRows(report, language)),
      sheet('shared', sharedRows(report, language)),
      sheet('sdks', sdkRows(report, language)),
      sheet('permissions', permissionRows(report, language)),
      sheet('evidence', evidenceRows(report, stories, language)),
      sheet('issues', issueRows(report, stories, words)),
    ],
    conclusion: [words.conclusion(stories.length, high), ...(incomplete ? [words.incomplete] : []), words.note],
  };
}

/** Text that office formats can hold: nothing unprintable, no half characters. */
function clean(text: string): string {
  return printable(text).replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd');
}

function particulars({ input, policies, tool }: Report, words: SelfCheckWording): [string, string][] {
  const { facts, manual } = words;
  return [
    [facts.label, input.label ?? manual],
    [facts.package, input.package ?? manual],
    [facts.version, [input.versionName ?? '–', input.versionCode ?? '–'].join(' / ')],
    [facts.platform, `Android (${input.kind})`],
    [facts.input, `${input.name} ${input.sha256}`],
    ...(policies.length === 0 ? [[facts.policy, manual] as [string, string]] : []),
    ...policies.map(({ name, sha256 }): [string, string] => [facts.policy, `${name} ${sha256}`]),
    [facts.operator, manual],
    [facts.type, manual],
    [facts.date, manual],
    [facts.tool, `${tool.name} ${tool.version} (${tool.signatures.slice(0, 16)})`],
  ];
}

function itemRows(stories: Story[], language: Language): string[][] {
  let number = 0;
  return CHAPTERS.flatMap((chapter) =>
    chapter.items.map((item) => {
      number++;
      return itemRow(String(number), chapter[language], item, stories, language);
    }),
  );
}

function itemRow(number: string, chapter: string, item: Item, stories: Story[], language: Language): string[] {
  const words = SELF_CHECK_WORDING[language];
  const against = stories.filter((story) => item.kinds.includes(story.item.kind));
  const [worst] = against;
  const point = item.number === null ? item[language] : `${item.number} ${item[language]}`;
  const method = item.kinds.length === 0 ? words.method : words.byScan;
  if (worst === undefined) {
    const result = item.kinds.length === 0 ? words.manual : words.clean;
    return [number, chapter, point, '', method, '', result, '', '', ''];
  }
  const ids = against.slice(0, IDS_SHOWN).map((story) => `${WORDING[language].kind[story.item.kind]} ${story.item.id}`);
  const more = against.length > IDS_SHOWN ? [WORDING[language].moreSites(against.length - IDS_SHOWN)] : [];
  return [
    ...[number, chapter, point, worst.item.message, method, [...ids, ...more].join('; '), words.suspected],
    ...[WORDING[language].severity[worst.item.severity], adviceFor(worst.item, language), words.manual],
  ];
}

/** What the app's own code appears to read, and by which purpose the policy declares it. */
function collectedRows({ evidence, claims, terms }: Report, language: Language): string[][] {
  const words = SELF_CHECK_WORDING[language];
  const own = new Map<string, Evidence[]>();
  for (const entry of evidence) {
    if (entry.actor === 'app') own.set(entry.data, [...(own.get(entry.data) ?? []), entry]);
  }
  return [...own]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([data, entries], index) => {
      const claim = claims.find((one) => one.data === data && one.actor === 'app' && one.stance === 'affirmed');
      const parent = terms.data[data]?.parent ?? null;
      const sensitive = terms.data[data]?.sensitivity === 'high';
      return [
        ...[String(index + 1), words.manual, parent === null ? '–' : dataName(parent, terms, language)],
        ...[dataName(data, terms, language), claim?.purpose ?? words.manual],
        ...[`${words.device} (${entries.length} ${words.number})`, words.manual],
        ...[sensitive ? words.sensitive : words.ordinary, words.manual, words.manual],
      ];
    });
}

function sharedRows(report: Report, language: Language): string[][] {
  const words = SELF_CHECK_WORDING[language];
  return report.sdks.map(({ id, name }) => {
    const declared = report.declaredSdks.find((sdk) => sdk.id === id);
    const url = declared?.url ?? report.terms.sdks[id]?.policyUrl ?? words.manual;
    return [
      ...[sdkTitle(id, name, report, language), dataOf(id, report, language), declared?.purpose ?? words.manual],
      ...[words.manual, words.manual, words.manual, url, words.manual],
    ];
  });
}

function sdkRows(report: Report, language: Language): string[][] {
  const words = SELF_CHECK_WORDING[language];
  return report.sdks.map(({ id, name, company, found, version }, index) => {
    const declared = report.declaredSdks.find((sdk) => sdk.id === id);
    const term = report.terms.sdks[id];
    const sign = [found[0]?.value, version].filter((part) => part !== undefined).join(' / ') || words.manual;
    const category = term === undefined ? words.manual : categoryName(term.category, language);
    return [
      ...[String(index + 1), sdkTitle(id, name, report, language), sign],
      ...[term?.company ?? company ?? words.manual, category, words.manual],
      ...[declared?.purpose ?? words.manual, dataOf(id, report, language), words.manual, words.manual, words.manual],
      ...['Android', declared?.url ?? term?.policyUrl ?? words.manual],
    ];
  });
}

function permissionRows({ permissions, declaredPermissions, terms }: Report, language: Language): string[][] {
  const words = SELF_CHECK_WORDING[language];
  return permissions.map(({ name, data }) => {
    const declared = declaredPermissions.find((permission) => permission.name === name);
    const title = data.map((id) => dataName(id, terms, language)).join(words.listMark) || '–';
    return [title, name, words.manual, declared?.quote ?? words.notInPolicy, ...Array<string>(4).fill(words.manual)];
  });
}

function evidenceRows(report: Report, stories: Story[], language: Language): string[][] {
  const words = SELF_CHECK_WORDING[language];
  const about = new Map<string, Story[]>();
  for (const story of stories) {
    for (const { id } of story.evidence) about.set(id, [...(about.get(id) ?? []), story]);
  }
  return report.evidence.slice(0, MAX_EVIDENCE).map((entry) => {
    const told = about.get(entry.id) ?? [];
    const claims = [...new Set(told.flatMap((story) => story.claims.map(({ at }) => place(at))))];
    return [
      actorName(entry.actor, report.terms, language),
      dataName(entry.data, report.terms, language),
      apiText(entry),
      [...new Set(entry.sinks.map(({ kind, api }) => `${sinkName(kind, language)} ${api}`))].join(words.listMark) ||
        '–',
      place(entry.at),
      entry.path.map((step) => place(step)).join(' → ') || '–',
      entry.beforeConsent ? words.before : words.notBefore,
      claims.join('; ') || '–',
      told.map(({ item }) => WORDING[language].kind[item.kind]).join('; ') || '–',
    ];
  });
}

function issueRows({ input }: Report, stories: Story[], words: SelfCheckWording): string[][] {
  const version = [input.versionName, input.versionCode].filter((part) => part !== null).join(' / ') || words.manual;
  return stories.map(({ item }, index) => [
    ...[
      String(index + 1),
      input.label ?? input.package ?? input.name,
      words.manual,
      words.manual,
      version,
      item.message,
    ],
  ]);
}

function sdkTitle(id: string, name: string, { terms }: Report, language: Language): string {
  return Object.hasOwn(terms.sdks, id) ? sdkName(id, terms, language) : name;
}

/** What an SDK's code appears to read. */
function dataOf(id: string, { evidence, terms }: Report, language: Language): string {
  const words = SELF_CHECK_WORDING[language];
  const data = evidence.filter((entry) => entry.actor === `sdk:${id}` && !entry.lowSignal).map((entry) => entry.data);
  return [...new Set(data)].map((type) => dataName(type, terms, language)).join(words.listMark) || words.manual;
}
