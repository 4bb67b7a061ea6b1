import type { DeclaredSdk, PolicyDefect, PolicyDefectCode } from '../model/claim.ts';
import type { Locator } from './claims.ts';
import { between, sentencesOf } from './clauses.ts';
import { type Scan, termsOf } from './scan.ts';
import type { Statement } from './statements.ts';

const MAX_QUOTE = 160;

/** Sentences that declare data and leave the list open ("and other information"), one defect a sentence. */
export function openLists(
  scanned: Scan,
  offsets: Int32Array,
  statements: readonly Statement[],
  locate: Locator,
): PolicyDefect[] {
  const found: PolicyDefect[] = [];
  const seen = new Set<number>();
  for (const statement of statements) {
    const { start, end } = statement.sentence;
    if (statement.stance === 'denied' || seen.has(start)) continue;
    seen.add(start);
    const open = between(termsOf(scanned, 'open-ended'), start, end)[0];
    if (open === undefined) continue;
    found.push({
      code: 'open-ended-list',
      subject: null,
      quote: around(scanned.text, start, end, open.start),
      at: locate(offsets[open.start] ?? 0),
    });
  }
  return found;
}

/** The name of a field in brackets where its value should stand; as a label, its value would follow. */
const FIELD =
  /(?<=[^\s\n])[【［]\s*[^】］\n]{0,10}(?:名称|全称|电话|热线|邮箱|地址|日期|网址|负责人|联系方式)\s*[】］](?!\s*[:：\d]|\s*\w)/;

/** Places of a template that nobody filled in, one defect a text. */
export function placeholders(scanned: Scan, offsets: Int32Array, locate: Locator): PolicyDefect[] {
  const field = FIELD.exec(scanned.text);
  const span = termsOf(scanned, 'placeholder')[0] ?? (field === null ? undefined : { start: field.index });
  if (span === undefined) return [];
  const quote = around(scanned.text, 0, scanned.text.length, span.start);
  return [{ code: 'unfilled-placeholder', subject: null, quote, at: locate(offsets[span.start] ?? 0) }];
}

/** What rows of SDKs lack, one defect for each lack of each SDK. */
export function lacksOf(sdks: readonly DeclaredSdk[]): PolicyDefect[] {
  const found: PolicyDefect[] = [];
  for (const sdk of sdks) {
    const lacks: [PolicyDefectCode, boolean][] = [
      ['sdk-without-company', sdk.company === null],
      ['sdk-without-purpose', sdk.purpose === null],
      ['sdk-without-data', sdk.data.exact.length + sdk.data.broad.length === 0],
      ['sdk-without-link', sdk.url === null],
    ];
    for (const [code, lacking] of lacks) {
      if (lacking) found.push({ code, subject: sdk.name, quote: sdk.name, at: sdk.at });
    }
  }
  return found;
}

/** The policy refers to a list of SDKs that is not in it. */
export function missingList(
  texts: readonly { scan: Scan; offsets: Int32Array }[],
  rows: number,
  locate: Locator,
): PolicyDefect[] {
  if (rows > 0) return [];
  for (const { scan, offsets } of texts) {
    for (const span of termsOf(scan, 'sdk-list-reference')) {
      const sentence = sentencesOf(scan.text).find((each) => span.start >= each.start && span.start < each.end);
      if (sentence === undefined) continue;
      const referred = between(termsOf(scan, 'reference'), sentence.start, sentence.end).length > 0;
      const titled = /[《<“"[]\s*\S{0,20}$/.test(scan.text.slice(sentence.start, span.start));
      if (!referred && !titled) continue;
      return [
        {
          code: 'sdk-list-not-supplied',
          subject: scan.text.slice(span.start, span.end),
          quote: around(scan.text, sentence.start, sentence.end, span.start),
          at: locate(offsets[span.start] ?? 0),
        },
      ];
    }
  }
  return [];
}

/** A policy without any date, or without any way to reach its operator. */
export function missingBasics(texts: readonly { scan: Scan }[], locate: Locator): PolicyDefect[] {
  const found: PolicyDefect[] = [];
  const dated = texts.some(({ scan }) =>
    termsOf(scan, 'date-label').some((span) => DATE.test(scan.text.slice(Math.max(0, span.start - 40), span.end + 40))),
  );
  const plainDate = texts
    .slice(0, 12)
    .concat(texts.slice(-12))
    .some(({ scan }) => scan.text.length < 60 && DATE.test(scan.text));
  const absent = (code: PolicyDefectCode) => found.push({ code, subject: null, quote: null, at: locate(0) });
  if (!dated && !plainDate) absent('no-date');
  const reachable = texts.some(
    ({ scan }) =>
      EMAIL_OR_PHONE.test(scan.text) ||
      termsOf(scan, 'contact-label').some((span) => ADDRESS.test(scan.text.slice(span.end, span.end + 60))),
  );
  if (!reachable) absent('no-contact');
  return found;
}

const DATE =
  /(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2}|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s+(?:19|20)\d{2}/i;
const EMAIL_OR_PHONE =
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|(?:\+?86[- ]?)?(?:1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8}|400[- ]?\d{3,4}[- ]?\d{3,4})/;
const ADDRESS = /https?:|省|市|区|路|号|在线|客服|street|road|avenue|suite|form/i;

function around(text: string, start: number, end: number, at: number): string {
  const from = end - start <= MAX_QUOTE ? start : Math.max(start, Math.min(at - MAX_QUOTE / 2, end - MAX_QUOTE));
  return text.slice(from, Math.min(end, from + MAX_QUOTE)).trim();
}

/** In the order of the text. */
export function inOrder(defects: readonly PolicyDefect[]): PolicyDefect[] {
  return [...defects].sort(
    (a, b) =>
      (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0) || (a.code < b.code ? -1 : 1),
  );
}
