import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { SCAN_FORMATS, type ScanFormat } from '../../../cli/reports/formats.ts';
import { explanationText } from '../../../cli/reports/text/explanation.ts';
import { hostileReport } from '../hostile-report.ts';
import { madeUpReport } from '../made-up-report.ts';
import { readCsv } from './read-csv.ts';

/** Control characters but the line feed, bidirectional and other invisible controls, halves of characters. */
const UNSEEN = /(?!\r?\n)[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069]/u;

const style = (language: 'zh' | 'en') => ({ language, colour: false, detail: 'usual' as const, columns: 100 });

describe.each(['zh', 'en'] as const)('%s', (language) => {
  const render = (format: Exclude<ScanFormat, 'docx' | 'xlsx'>, report = hostileReport()) =>
    SCAN_FORMATS[format](report, style(language));

  test.each(['text', 'markdown', 'junit', 'gitlab', 'sarif', 'privacy-manifest', 'data-safety'] as const)(
    '%s: nothing invisible',
    (format) => {
      expect(render(format)).not.toMatch(UNSEEN);
    },
  );

  test('explain: nothing invisible', () => {
    const report = hostileReport();
    for (const item of report.discrepancies) expect(explanationText(item, report, style(language))).not.toMatch(UNSEEN);
  });

  test('json: what a program reads is what was there', () => {
    expect(JSON.parse(render('json'))).toEqual(hostileReport());
  });

  test('csv: as many rows and cells, and no cell that a spreadsheet computes', () => {
    const rows = readCsv(render('csv'));
    const ordinary = readCsv(render('csv', madeUpReport()));
    expect(rows.map((cells) => cells.length)).toEqual(ordinary.map((cells) => cells.length));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(rows.flat().some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  });

  test('data-safety: as many rows and cells as without, and no formula', () => {
    const rows = readCsv(render('data-safety'));
    expect(rows.map((cells) => cells.slice(0, 4))).toEqual(
      readCsv(render('data-safety', madeUpReport())).map((cells) => cells.slice(0, 4)),
    );
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  });

  test('privacy-manifest: well-formed, and the same but for its comments', () => {
    const xml = render('privacy-manifest');
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toContain('HYPERLINK');
    expect(new XMLParser().parse(xml)).toEqual(new XMLParser().parse(render('privacy-manifest', madeUpReport())));
    for (const [, text] of xml.matchAll(/<!--(.*?)-->/g)) expect(text).not.toMatch(/--|-$/);
  });

  test('junit: well-formed, with as many test cases', () => {
    const xml = render('junit');
    expect(XMLValidator.validate(xml)).toBe(true);
    const cases = (text: string) =>
      new XMLParser({ ignoreAttributes: false }).parse(text).testsuites.testsuite.testcase.length;
    expect(cases(xml)).toBe(cases(render('junit', madeUpReport())));
    expect(xml).not.toMatch(/[\p{Surrogate}\ufffe\uffff]/u);
    expect(xml).not.toMatch(/<(?:script|img)/);
  });

  test('markdown: outside of code spans no markup, mention, reference or link', () => {
    const rest = withoutCode(render('markdown'));
    expect(rest).not.toMatch(/<(?!!-- -->)/);
    expect(rest).not.toMatch(/(?<!\\)\]\(|(?<!\\)!\[/);
    expect(rest).not.toMatch(/@\w|(?<!^)#\d|!\d|:\/\/|www\.|\$/m);
    expect(rest).not.toContain('`');
  });

  test('sarif: no text makes a link, and addresses stay relative', () => {
    const run = JSON.parse(render('sarif')).runs[0];
    const texts = [...JSON.stringify(run).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
    expect(texts.length).toBeGreaterThan(50);
    for (const text of texts) expect(text).not.toContain('](');
    const uris = [...JSON.stringify(run).matchAll(/"uri":"([^"]*)"/g)].map(([, uri]) => uri ?? '');
    for (const uri of uris) expect(new URL(uri, 'file:///base/').href).toMatch(/^file:\/\/\/base\//);
  });
});

/** The text without code spans, which run from backticks to as many backticks. */
function withoutCode(text: string): string {
  let rest = '';
  let at = 0;
  while (at < text.length) {
    const run = /^`+/.exec(text.slice(at))?.[0];
    if (text[at] === '\\') {
      rest += text.slice(at, at + 2).replace('`', '');
      at += 2;
    } else if (run === undefined) rest += text[at++];
    else {
      const end = new RegExp(`(?<!\`)${run}(?!\`)`).exec(text.slice(at + run.length));
      if (end === null) throw new Error(`a code span does not end: ${text.slice(at, at + 80)}`);
      at += run.length + end.index + run.length;
    }
  }
  return rest;
}
