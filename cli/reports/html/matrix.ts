import type { Report } from '../../../analyzers/model/report.ts';
import { coverageOf } from '../coverage.ts';
import { type CellMark, type Column, MARKS, matrixOf, type Row } from '../matrix.ts';
import { actorName, dataName } from '../names.ts';
import type { Story } from '../story.ts';
import type { Language } from '../style.ts';
import { html, type Markup } from './markup.ts';
import { HTML_WORDING } from './wording.ts';

/** SDKs with a column of their own; a wider table is no longer taken in at a glance. */
const SDK_COLUMNS = 8;

const TIMING = '▲';

const SIGNS: Record<CellMark, string> = {
  contradicted: '✘',
  open: '●',
  vague: '◐',
  accepted: '□',
  covered: '✔',
  weak: '○',
  absent: '',
};

/** Data types x who collects them x how they are declared. */
export function matrix(report: Report, stories: Story[], language: Language): Markup {
  const words = HTML_WORDING[language];
  const { columns, rows } = matrixOf(report, stories, SDK_COLUMNS);
  if (rows.length === 0) return html`<p>${words.none}</p>`;
  const occurs = (mark: CellMark) => rows.some(({ cells }) => cells.some((cell) => cell.mark === mark));
  const legend = MARKS.filter((mark) => mark !== 'absent' && occurs(mark)).map(
    (mark) => html`<span class="key ${mark}"><b aria-hidden="true">${SIGNS[mark]}</b> ${words.cells[mark]}</span> `,
  );
  if (rows.some(({ cells }) => cells.some(({ timing }) => timing !== null))) {
    legend.push(html`<span class="key timing"><b aria-hidden="true">${TIMING}</b> ${words.timing}</span>`);
  }
  return html`<p class="lead">${words.matrixLead}</p><p class="legend">${legend}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.sections.matrix}"><table class="matrix">
<thead><tr><th scope="col">${words.dataType}</th><th scope="col">${words.declared}</th>${columns.map(
    (column) => html`<th scope="col"><bdi>${columnName(column, report, language)}</bdi></th>`,
  )}</tr></thead>
<tbody>${rows.map((entry) => row(entry, report, language))}</tbody></table></div>`;
}

function columnName(column: Column, { terms }: Report, language: Language): string {
  const words = HTML_WORDING[language];
  if (column.kind === 'actor') return actorName(column.actor, terms, language);
  return words[column.kind === 'sdks' ? 'otherSdks' : 'libraries'](column.actors.size);
}

function row({ data, cells }: Row, report: Report, language: Language): Markup {
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
