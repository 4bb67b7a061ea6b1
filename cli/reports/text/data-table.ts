import type { Report } from '../../../analyzers/model/report.ts';
import { coverageOf } from '../coverage.ts';
import { type Cell, type CellMark, type Column, MARKS, matrixOf } from '../matrix.ts';
import { MATRIX_WORDING } from '../matrix-wording.ts';
import { actorName, dataName } from '../names.ts';
import type { Story } from '../story.ts';
import type { Language, Style } from '../style.ts';
import { displayWidth, grid } from './grid.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import { WORDING } from './wording.ts';

/** Of these every terminal agrees that they are one column wide. */
const SIGNS: Record<CellMark, string> = {
  contradicted: 'X',
  open: '!',
  vague: '~',
  accepted: '=',
  covered: '+',
  weak: '.',
  absent: '',
};
const TIMING = '^';
const COLOURS: Partial<Record<CellMark, Parameters<Paint>[0]>> = {
  contradicted: 'red',
  open: 'red',
  vague: 'yellow',
  covered: 'green',
  accepted: 'dim',
  weak: 'dim',
};

const ROWS_SHOWN = 15;
const NAME_WIDTH = 22;
const DECLARED_WIDTH = 12;
const ACTOR_WIDTH = 14;
const GAP = 2;

/** Data types x actors as a table as wide as the terminal, worst first, with what its signs mean; empty without evidence. */
export function dataTable(report: Report, stories: readonly Story[], style: Style, paint: Paint): string[] {
  const { language, columns: width, detail } = style;
  const words = MATRIX_WORDING[language];
  const left = width - 2 - NAME_WIDTH - (report.policies.length > 0 ? DECLARED_WIDTH + GAP : 0);
  // Besides SDKs the app, what is left of the SDKs, and the libraries need a column.
  const room = Math.max(1, Math.floor(left / (ACTOR_WIDTH + GAP)) - 3);
  const { columns, rows } = matrixOf(report, stories, room);
  if (rows.length === 0) return [];
  const shown = detail === 'full' ? rows : rows.slice(0, ROWS_SHOWN);
  const declared = report.policies.length > 0;
  const head = [
    words.dataType,
    ...(declared ? [words.declared] : []),
    ...columns.map((column) => name(column, report, language)),
  ];
  const body = shown.map(({ data, cells }) => [
    printable(dataName(data, report.terms, language)),
    ...(declared ? [words.coverage[coverageOf(data, report).how]] : []),
    ...cells.map(signOf),
  ]);
  const limits = [NAME_WIDTH, ...(declared ? [DECLARED_WIDTH] : []), ...columns.map(() => ACTOR_WIDTH)];
  const first = declared ? 2 : 1;
  const lines = grid([head, ...body], limits, (cell, row, column) => {
    if (row === 0) return paint('dim', cell);
    const colour = COLOURS[shown[row - 1]?.cells[column - first]?.mark ?? 'absent'];
    return column < first || colour === undefined ? cell : paint(colour, cell);
  });
  const more = rows.length > shown.length ? [`  ${WORDING[language].moreRows(rows.length - shown.length)}`] : [];
  return [
    ...lines.map((line) => `  ${line}`),
    ...more,
    ...legend(
      shown.flatMap(({ cells }) => cells),
      style,
    ),
  ];
}

function name(column: Column, { terms }: Report, language: Language): string {
  const words = MATRIX_WORDING[language];
  if (column.kind === 'actor') return printable(actorName(column.actor, terms, language));
  return words[column.kind === 'sdks' ? 'otherSdks' : 'libraries'](column.actors.size);
}

function signOf({ mark, timing }: Cell): string {
  return SIGNS[mark] + (timing === null ? '' : TIMING);
}

/** The signs that occur, as many in a line as fit. */
function legend(cells: readonly Cell[], { language, columns }: Style): string[] {
  const words = MATRIX_WORDING[language];
  const parts = MARKS.filter((mark) => SIGNS[mark] !== '' && cells.some((cell) => cell.mark === mark)).map(
    (mark) => `${SIGNS[mark]} ${words.cells[mark]}`,
  );
  if (cells.some(({ timing }) => timing !== null)) parts.push(`${TIMING} ${words.timing}`);
  return filled(parts, columns - 2).map((line) => `  ${line}`);
}

/** Parts three spaces apart, broken into lines no wider than a limit. */
export function filled(parts: readonly string[], width: number, separator = '   '): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last === undefined ? part : `${last}${separator}${part}`;
    if (last === undefined || displayWidth(longer) > width) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
