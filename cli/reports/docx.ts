import type { Report } from '../../analyzers/model/report.ts';
import { pack } from './office/pack.ts';
import { contentTypes, relationships, XML_HEAD, xml } from './office/xml.ts';
import { type Sheet, selfCheck } from './self-check/sheets.ts';
import type { Style } from './style.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 across, in twentieths of a point, and what its margins leave. */
const PAGE = { width: 16838, height: 11906, margin: 850 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Rows of one table; a document with more is no longer opened by anybody. The workbook has them all. */
const MAX_ROWS = 300;

/** The self-check as a Word document (ECMA-376, WordprocessingML): front page, a table for each list, conclusion. */
export async function docx(report: Report, { language }: Style): Promise<Uint8Array> {
  const check = selfCheck(report, language);
  const cover: Sheet = { title: check.particulars.title, columns: [], rows: check.particulars.rows };
  const body = [
    paragraph(check.title, 'Title'),
    paragraph(cover.title, 'Heading1'),
    table(cover, [1, 3]),
    ...check.conclusion.map((line) => paragraph(line)),
    ...check.sheets.flatMap((sheet) => [paragraph(sheet.title, 'Heading1'), table(sheet), paragraph('')]),
  ];
  const document = `${XML_HEAD}<w:document xmlns:w="${WORD}"><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}" w:orient="landscape"/><w:pgMar w:top="${PAGE.margin}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" w:left="${PAGE.margin}" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>`;
  return pack([
    [
      '[Content_Types].xml',
      contentTypes([
        ['word/document.xml', `${TYPE}.document.main+xml`],
        ['word/styles.xml', `${TYPE}.styles+xml`],
      ]),
    ],
    ['_rels/.rels', relationships([['officeDocument', 'word/document.xml']])],
    ['word/document.xml', document],
    ['word/_rels/document.xml.rels', relationships([['styles', 'styles.xml']])],
    ['word/styles.xml', STYLES],
  ]);
}

const style = (id: string, size: number, before: number, outline: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id === 'Title' ? 'Title' : 'heading 1'}"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="120"/>${outline}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;

const STYLES = `${XML_HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="SimSun"/><w:sz w:val="18"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="40"/></w:pPr></w:style>${style('Title', 36, 0, '')}${style('Heading1', 26, 240, '<w:outlineLvl w:val="0"/>')}</w:styles>`;

function paragraph(text: string, styleId: string | null = null, bold = false): string {
  const style = styleId === null ? '' : `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`;
  const look = bold ? '<w:rPr><w:b/></w:rPr>' : '';
  return `<w:p>${style}<w:r>${look}<w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`;
}

/** @param shares of the columns in the width; by default by the length of their text. */
function table({ columns, rows }: Sheet, shares?: number[]): string {
  const shown = rows.slice(0, MAX_ROWS);
  const width = Math.max(columns.length, ...shown.map((row) => row.length));
  const parts = shares ?? Array.from({ length: width }, (_, column) => share(columns[column] ?? '', shown, column));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const widths = parts.map((part) => Math.floor((TEXT_WIDTH * part) / whole));
  const grid = widths.map((part) => `<w:gridCol w:w="${part}"/>`).join('');
  const head = columns.length === 0 ? [] : [row(columns, widths, true)];
  const more = rows.length > MAX_ROWS ? [row([`… +${rows.length - MAX_ROWS}`], widths, false)] : [];
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (edge) => `<w:${edge} w:val="single" w:sz="4" w:color="999999"/>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${[
    ...head,
    ...shown.map((cells) => row(cells, widths, false)),
    ...more,
  ].join('')}</w:tbl>`;
}

function row(cells: string[], widths: number[], heading: boolean): string {
  const properties = heading ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>';
  const fill = heading ? '<w:shd w:val="clear" w:color="auto" w:fill="E8EDF5"/>' : '';
  const shown = widths.map(
    (width, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${fill}</w:tcPr>${paragraph(cells[index] ?? '', null, heading)}</w:tc>`,
  );
  return `<w:tr>${properties}${shown.join('')}</w:tr>`;
}

/** Between 5 and 30 parts of the width, by the longest text of a column. */
function share(title: string, rows: string[][], column: number): number {
  const longest = Math.max(title.length, ...rows.map((cells) => (cells[column] ?? '').length));
  return Math.min(30, Math.max(5, Math.sqrt(longest) * 3));
}
