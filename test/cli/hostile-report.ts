import type { Report } from '../../analyzers/model/report.ts';
import { madeUpReport } from './made-up-report.ts';

const BEFORE = '=HYPERLINK("http://evil.example","';
const AFTER = [
  '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  "'onmouseover='alert(1)",
  '\u001b[31m\u009b31m\u0000\u0007\r\n',
  '\u202e\u2066\u200f\ufeff\u2028',
  '](javascript:alert(1)) [x](javascript:alert(2)) ![y](http://evil.example/p.png)',
  '``` `` ` ~~~ <!-- --> ]]> </testcase> </failure>',
  '@everyone #1 !2 $x$ http://evil.example www.evil.example',
  '\ud800 \uffff & | * _',
].join(' ');

/** Members whose values are words of the report's own, or refer to each other. */
const OWN = new Set([
  ...['kind', 'severity', 'grade', 'stance', 'breadth', 'scope', 'stage', 'code', 'id', 'how', 'parent', 'sensitivity'],
  ...['language', 'clauses', 'failing', 'failOn', 'kinds', 'tool', 'summary', 'sha256', 'consentBasis'],
  ...[
    'data',
    'frameworks',
    'versionCode',
    'expires',
    'category',
    'url',
    'policyUrl',
    'declared',
    'exact',
    'broad',
    'play',
    'apple',
  ],
]);

/** The made-up report with hostile text wherever text comes from a build or a policy. */
export function hostileReport(): Report {
  const report = madeUpReport();
  const clauses = report.terms.clauses;
  const hostile = made(report, '') as Report;
  // A quote stands in its passage as it is quoted, however hostile.
  for (const [at, policy] of hostile.policies.entries()) {
    const plain = report.policies[at]?.passages ?? [];
    policy.passages = plain.map((passage) => ({
      ...passage,
      texts: passage.texts.map((text) => quoting(text, report)),
    }));
  }
  // `code` is also a word of gaps, which stays.
  hostile.code = report.code.map((excerpt) => made(excerpt, 'excerpt') as (typeof report.code)[number]);
  return { ...hostile, terms: { ...hostile.terms, clauses } };
}

function quoting(text: string, { claims }: Report): string {
  let quoted = text;
  for (const { quote } of claims) quoted = quoted.replace(quote, () => `${BEFORE}${quote}${AFTER}`);
  return quoted === text ? `${BEFORE}${text}${AFTER}` : quoted;
}

function made(value: unknown, key: string): unknown {
  if (typeof value === 'string') {
    if (key === 'actor') return value.startsWith('library:') ? `${value}${AFTER}` : value;
    return `${BEFORE}${value}${AFTER}`;
  }
  if (Array.isArray(value)) return value.map((item) => made(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const nested = typeof item === 'object' && item !== null && !Array.isArray(item);
      const ids = ['evidence', 'claims'].includes(name) && Array.isArray(item) && typeof item[0] === 'string';
      return [name, (OWN.has(name) && !(nested && name === 'data')) || ids ? item : made(item, name)];
    }),
  );
}
