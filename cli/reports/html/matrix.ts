import type { Actor, Evidence } from '../../../analyzers/model/evidence.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import type { DataTypeTerm } from '../../../analyzers/model/terms.ts';
import { actorName, dataName } from '../names.ts';
import type { Story } from '../story.ts';
import { coverageOf } from './coverage.ts';
import { html, type Markup } from './markup.ts';
import { type CellMark, HTML_WORDING } from './wording.ts';

type Language = 'zh' | 'en';

/** SDKs with a column of their own; a wider table is no longer taken in at a glance. */
const SDK_COLUMNS = 8;

const TIMING = '▲';

const SIGNS: Record<CellMark, string> = {
  contradicted: '✘',
  open: '●',
  vague: '◐',
  covered: '✔',
  weak: '○',
  absent: '',
};

/** Worst first; of several actors in one column the worst is shown. */
const ORDER: readonly CellMark[] = ['contradicted', 'open', 'vague', 'covered', 'weak', 'absent'];

interface Column {
  name: string;
  holds: (actor: Actor) => boolean;
}

/** Data types x who collects them x how they are declared. */
export function matrix(report: Report, stories: Story[], language: Language): Markup {
  const words = HTML_WORDING[language];
  const columns = columnsOf(report, language);
  const rows = rowsOf(report, stories, columns);
  if (rows.length === 0) return html`<p>${words.none}</p>`;
  const legend = ORDER.filter((mark) => mark !== 'absent').map(
    (mark) => html`<span class="key ${mark}"><b aria-hidden="true">${SIGNS[mark]}</b> ${words.cells[mark]}</span> `,
  );
  if (rows.some(({ cells }) => cells.some(({ timing }) => timing !== null))) {
    legend.push(html`<span class="key timing"><b aria-hidden="true">${TIMING}</b> ${words.timing}</span>`);
  }
  return html`<p class="lead">${words.matrixLead}</p><p class="legend">${legend}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.sections.matrix}"><table class="matrix">
<thead><tr><th scope="col">${words.dataType}</th><th scope="col">${words.declared}</th>${columns.map(
    ({ name }) => html`<th scope="col"><bdi>${name}</bdi></th>`,
  )}</tr></thead>
<tbody>${rows.map(({ data, cells }) => row(data, cells, report, language))}</tbody></table></div>`;
}

interface Cell {
  mark: CellMark;
  story: Story | null;
  /** The discrepancy about when it happens: possibly before consent, in the background. */
  timing: Story | null;
  places: number;
}

function row(data: string, cells: Cell[], report: Report, language: Language): Markup {
  const words = HTML_WORDING[language];
  const { how, claim } = coverageOf(data, report);
  const label = words.coverage[how];
  const declared = claim === null ? html`${label}` : html`<a href="#c-${claim.id}">${label}</a>`;
  return html`<tr><th scope="row"><bdi>${dataName(data, report.terms, language)}</bdi></th><td class="how ${how}">${declared}</td>${cells.map(
    ({ mark, story, timing, places }) => {
      const text = `${words.cells[mark]}${places > 0 ? ` (${places})` : ''}`;
      if (mark === 'absent') return html`<td class="absent"><span class="hidden">${text}</span></td>`;
      const sign = html`<b aria-hidden="true">${SIGNS[mark]}</b><span class="hidden">${text}</span>`;
      const shown = story === null ? sign : html`<a href="#d-${story.item.id}" title="${text}">${sign}</a>`;
      const early =
        timing === null
          ? null
          : html` <a class="timing" href="#d-${timing.item.id}" title="${words.timing}"><b aria-hidden="true">${TIMING}</b><span class="hidden">${words.timing}</span></a>`;
      return html`<td class="mark ${mark}" title="${text}">${shown}${early}</td>`;
    },
  )}</tr>\n`;
}

function columnsOf({ evidence, terms }: Report, language: Language): Column[] {
  const words = HTML_WORDING[language];
  const weight = new Map<Actor, number>();
  for (const { actor, lowSignal } of evidence) weight.set(actor, (weight.get(actor) ?? 0) + (lowSignal ? 0 : 1));
  const sdks = [...weight.keys()].filter((actor) => actor.startsWith('sdk:'));
  sdks.sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a < b ? -1 : 1));
  const own = sdks.slice(0, SDK_COLUMNS);
  const others = new Set(sdks.slice(SDK_COLUMNS));
  const libraries = [...weight.keys()].filter((actor) => actor.startsWith('library:')).length;
  const columns: Column[] = [{ name: actorName('app', terms, language), holds: (actor) => actor === 'app' }];
  for (const sdk of own) columns.push({ name: actorName(sdk, terms, language), holds: (actor) => actor === sdk });
  if (others.size > 0) columns.push({ name: words.otherSdks(others.size), holds: (actor) => others.has(actor) });
  if (libraries > 0) {
    columns.push({ name: words.libraries(libraries), holds: (actor) => actor.startsWith('library:') });
  }
  return columns;
}

/** Observed types, and declared ones that were not found; worst first. */
function rowsOf({ evidence, terms }: Report, stories: Story[], columns: Column[]): { data: string; cells: Cell[] }[] {
  const byData = new Map<string, Evidence[]>();
  for (const item of evidence) byData.set(item.data, [...(byData.get(item.data) ?? []), item]);
  for (const { item } of stories) {
    if (item.kind === 'unevidenced' && item.data !== null && !byData.has(item.data)) byData.set(item.data, []);
  }
  const about = new Map<string, Story[]>();
  for (const story of stories) {
    const key = `${story.item.data} ${story.item.actor}`;
    about.set(key, [...(about.get(key) ?? []), story]);
  }
  const rows = [...byData].map(([data, items]) => ({
    data,
    cells: columns.map(({ holds }) =>
      cellOf(
        items.filter(({ actor }) => holds(actor)),
        about,
        terms.data,
      ),
    ),
  }));
  const worst = (cells: Cell[]) => Math.min(...cells.map(({ mark }) => ORDER.indexOf(mark)));
  return rows.sort((a, b) => worst(a.cells) - worst(b.cells) || (a.data < b.data ? -1 : 1));
}

function cellOf(items: Evidence[], about: ReadonlyMap<string, Story[]>, types: Report['terms']['data']): Cell {
  const places = items.length;
  let cell: Cell = { mark: 'absent', story: null, timing: null, places };
  let timing: Story | null = null;
  for (const { data, actor, lowSignal } of items) {
    const stories = (about.get(`${data} ${actor}`) ?? []).filter(({ status }) => status !== 'suppressed');
    const candidates: Cell[] = [{ mark: lowSignal ? 'weak' : 'covered', story: null, timing: null, places }];
    for (const story of stories) {
      const mark = markOf(story, Object.hasOwn(types, data) ? types[data]?.kind : undefined);
      if (mark === null) timing ??= story;
      else candidates.push({ mark, story, timing: null, places });
    }
    for (const candidate of candidates) {
      if (ORDER.indexOf(candidate.mark) < ORDER.indexOf(cell.mark)) cell = candidate;
    }
  }
  return { ...cell, timing };
}

/** Null where a discrepancy is about when and not about whether it is declared. */
function markOf({ item }: Story, kind: DataTypeTerm['kind'] | undefined): CellMark | null {
  if (item.kind === 'before-consent') return null;
  // A way of acting, such as self-start, is what is undeclared; of data it is only the time.
  if (item.kind === 'background') return kind === 'behaviour' ? 'open' : null;
  if (item.kind === 'contradicted') return 'contradicted';
  return item.kind === 'vague' ? 'vague' : 'open';
}
