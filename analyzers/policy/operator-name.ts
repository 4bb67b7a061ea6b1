import { type Scan, type Span, termsOf } from './scan.ts';
import type { Part } from './sections.ts';

/** Words of the first person: a text that has them does not need another name for the app's operator. */
const FIRST_PERSON = /^(?:我们|我司|本公司|we|us|our|i|my)/i;
/** "… (hereinafter 'the developer')" right before the word that is defined. */
const DEFINES =
  /(?:以下|下)(?:简|统|合)?称(?:为|作|之?为)?\s*(?:[“”"「『‘’'《]\s*)?$|hereinafter(?: referred to as| called)?,?\s*["“'‘]?(?:the\s+)?$/i;
/** Words right in front that make the developer or operator somebody else. */
const ANOTHERS =
  /(?:第三方|其他|他人|这些|该等|此类|各|sdk|插件|服务|third[- ]party|other|these|sdk)(?:的|应用|平台|\s)*$/i;
const CLAUSE_BEFORE = 60;

/**
 * "Developer", "operator" and "mini-program" name a third party in most policies, and the app itself where the policy
 * says so ("以下简称“开发者”") or has no word of the first person, as the privacy notices of mini-programs, which are
 * filled in from the platform's form. Gives the parts with such words moved from the partners to the app.
 */
export function withOperatorNamed(parts: readonly Part[]): readonly Part[] {
  const defined = new Set<string>();
  let firstPerson = false;
  for (const { scan } of parts) {
    if (scan === null) continue;
    firstPerson ||= termsOf(scan, 'actor/app').some((span) => isFirstPerson(scan, span));
    for (const span of termsOf(scan, 'actor/operator')) if (isDefined(scan, span)) defined.add(wordAt(scan, span));
  }
  if (firstPerson && defined.size === 0) return parts;
  return parts.map((part) => {
    const { scan } = part;
    const own = scan === null ? [] : operators(scan, firstPerson ? defined : null);
    return scan === null || own.length === 0 ? part : { ...part, scan: withOwn(scan, own) };
  });
}

/** "Contact us" is a title that stands in texts of the third person, too. */
function isFirstPerson(scan: Scan, { start, end }: Span): boolean {
  const { text } = scan;
  return (
    FIRST_PERSON.test(text.slice(start, end)) &&
    !/(?:联系|关于|contact|about)\s*$/i.test(text.slice(Math.max(0, start - 12), start))
  );
}

function isDefined({ text }: Scan, { start }: Span): boolean {
  const before = text.slice(Math.max(0, start - CLAUSE_BEFORE), start);
  return (
    DEFINES.test(before) &&
    !/第三方|合作|third[- ]part/i.test(before.slice(Math.max(0, before.search(/[。；;][^。；;]*$/))))
  );
}

/** The spans that name the operator; `words` are those that do, null for all. */
function operators(scan: Scan, words: ReadonlySet<string> | null): Span[] {
  return termsOf(scan, 'actor/operator').filter(
    (span) =>
      (words === null || words.has(wordAt(scan, span))) &&
      !ANOTHERS.test(scan.text.slice(Math.max(0, span.start - CLAUSE_BEFORE), span.start)),
  );
}

function withOwn(scan: Scan, own: readonly Span[]): Scan {
  const starts = new Set(own.map(({ start }) => start));
  const terms = new Map(scan.terms);
  terms.set(
    'actor/partner',
    termsOf(scan, 'actor/partner').filter(({ start }) => !starts.has(start)),
  );
  const known = termsOf(scan, 'actor/app');
  const added = own.filter((span) => !known.some(({ start, end }) => start <= span.start && span.end <= end));
  terms.set(
    'actor/app',
    [...known, ...added].sort((a, b) => a.start - b.start),
  );
  return { ...scan, terms };
}

function wordAt({ text }: Scan, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase();
}
