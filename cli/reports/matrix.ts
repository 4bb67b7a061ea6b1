import type { Actor, Evidence } from '../../analyzers/model/evidence.ts';
import type { Report } from '../../analyzers/model/report.ts';
import type { DataTypeTerm } from '../../analyzers/model/terms.ts';
import type { Story } from './story.ts';

/** How one data type stands with one actor. */
export type CellMark = 'contradicted' | 'open' | 'vague' | 'accepted' | 'covered' | 'weak' | 'absent';

/** Worst first; of several actors in one column the worst is shown. */
export const MARKS: readonly CellMark[] = ['contradicted', 'open', 'vague', 'accepted', 'covered', 'weak', 'absent'];

/** Who stands in a column: one actor, or what is left of the SDKs or the libraries. */
export type Column = { actors: ReadonlySet<Actor> } & (
  | { kind: 'actor'; actor: Actor }
  | { kind: 'sdks' | 'libraries' }
);

export interface Cell {
  mark: CellMark;
  story: Story | null;
  /** The discrepancy about when it happens: possibly before consent, in the background. */
  timing: Story | null;
  places: number;
}

export interface Row {
  data: string;
  /** One for each column. */
  cells: Cell[];
}

/**
 * Data types x who collects them: observed types, and declared ones that were not found; worst first. The app stands
 * first, then the SDKs with the most evidence.
 * @param sdkColumns SDKs with a column of their own
 */
export function matrixOf(
  report: Report,
  stories: readonly Story[],
  sdkColumns: number,
): { columns: Column[]; rows: Row[] } {
  const columns = columnsOf(report.evidence, sdkColumns);
  return { columns, rows: rowsOf(report, stories, columns) };
}

function columnsOf(evidence: readonly Evidence[], sdkColumns: number): Column[] {
  const weight = new Map<Actor, number>();
  for (const { actor, lowSignal } of evidence) weight.set(actor, (weight.get(actor) ?? 0) + (lowSignal ? 0 : 1));
  const sdks = [...weight.keys()].filter((actor) => actor.startsWith('sdk:'));
  sdks.sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a < b ? -1 : 1));
  // One that would be left over alone may as well stand under its own name.
  const own = sdks.slice(0, sdks.length === sdkColumns + 1 ? sdkColumns + 1 : sdkColumns);
  const others = new Set(sdks.slice(own.length));
  const libraries = new Set([...weight.keys()].filter((actor) => actor.startsWith('library:')));
  return [
    ...(['app', ...own] as Actor[]).map((actor) => ({ kind: 'actor' as const, actor, actors: new Set([actor]) })),
    ...(others.size > 0 ? [{ kind: 'sdks' as const, actors: others }] : []),
    ...(libraries.size > 0 ? [{ kind: 'libraries' as const, actors: libraries }] : []),
  ];
}

function rowsOf({ evidence, terms }: Report, stories: readonly Story[], columns: Column[]): Row[] {
  const byData = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const items = byData.get(item.data);
    if (items === undefined) byData.set(item.data, [item]);
    else items.push(item);
  }
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
    cells: columns.map(({ actors }) =>
      cellOf(
        items.filter(({ actor }) => actors.has(actor)),
        about,
        terms.data,
      ),
    ),
  }));
  const worst = (cells: Cell[]) =>
    cells.reduce((least, { mark }) => Math.min(least, MARKS.indexOf(mark)), MARKS.length);
  return rows.sort((a, b) => worst(a.cells) - worst(b.cells) || (a.data < b.data ? -1 : 1));
}

function cellOf(items: Evidence[], about: ReadonlyMap<string, Story[]>, types: Report['terms']['data']): Cell {
  const places = items.length;
  let cell: Cell = { mark: 'absent', story: null, timing: null, places };
  let timing: Story | null = null;
  for (const { data, actor, lowSignal } of items) {
    const stories = about.get(`${data} ${actor}`) ?? [];
    const candidates: Cell[] = [{ mark: lowSignal ? 'weak' : 'covered', story: null, timing: null, places }];
    for (const story of stories) {
      const mark = markOf(story, Object.hasOwn(types, data) ? types[data]?.kind : undefined);
      if (story.status === 'suppressed') {
        if (mark !== null) candidates.push({ mark: 'accepted', story, timing: null, places });
      } else if (mark === null) timing ??= story;
      else candidates.push({ mark, story, timing: null, places });
    }
    for (const candidate of candidates) {
      if (MARKS.indexOf(candidate.mark) < MARKS.indexOf(cell.mark)) cell = candidate;
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
