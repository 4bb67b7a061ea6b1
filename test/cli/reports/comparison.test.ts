import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { compareReports } from '../../../analyzers/index.ts';
import { comparisonMarkdown } from '../../../cli/reports/markdown/comparison.ts';
import { comparisonText } from '../../../cli/reports/text/comparison.ts';
import { explanationText } from '../../../cli/reports/text/explanation.ts';
import { hostileReport } from '../hostile-report.ts';
import { madeUpReport } from '../made-up-report.ts';

const style = (language: 'zh' | 'en') => ({ language, colour: false, detail: 'usual' as const, columns: 100 });
const golden = (name: string) => fileURLToPath(new URL(`golden/${name}`, import.meta.url));
const UNSEEN = /(?!\n)[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069]/u;

/** An earlier build: no clipboard, no Bugly, one permission less, one that is gone since, another policy. */
function earlier() {
  const report = madeUpReport();
  report.input = { ...report.input, versionName: '1.1.0', versionCode: '11' };
  report.policies = report.policies.map((policy) => ({ ...policy, sha256: 'c'.repeat(64) }));
  report.evidence = report.evidence.filter(({ data }) => data !== 'clipboard');
  report.sdks = report.sdks.filter(({ id }) => id !== 'bugly');
  report.permissions = report.permissions.map((permission, index) =>
    index === 0 ? { ...permission, name: 'android.permission.RECORD_AUDIO', data: [] } : permission,
  );
  report.discrepancies = report.discrepancies.filter(({ data }) => data !== 'clipboard');
  return report;
}

test('a comparison keeps to its schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../dist/comparison.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ allErrors: true }).compile(schema);
  expect(validate(compareReports(earlier(), madeUpReport())), JSON.stringify(validate.errors)).toBe(true);
});

test('what is added one way is removed the other way, and nothing differs from itself', () => {
  const there = compareReports(earlier(), madeUpReport());
  const back = compareReports(madeUpReport(), earlier());
  expect(there.data).toEqual({ added: ['clipboard'], removed: [] });
  expect(there.sdks.added.map(({ id }) => id)).toEqual(['bugly']);
  for (const part of ['data', 'actors', 'practices', 'sdks', 'permissions', 'declared', 'discrepancies'] as const) {
    expect({ added: back[part].removed, removed: back[part].added }).toEqual(there[part]);
    expect(compareReports(madeUpReport(), madeUpReport())[part]).toEqual({ added: [], removed: [] });
  }
});

describe.each(['zh', 'en'] as const)('%s', (language) => {
  test('the comparison is the golden one, whole', async () => {
    const text = comparisonText(compareReports(earlier(), madeUpReport()), style(language));
    await expect(text).toMatchFileSnapshot(golden(`comparison.${language}.txt`));
  });

  test('the comparison as a comment is the golden one, whole, and ends before a comment must', async () => {
    const comparison = compareReports(earlier(), madeUpReport());
    const text = comparisonMarkdown(comparison, style(language));
    await expect(text).toMatchFileSnapshot(golden(`comparison.${language}.md`));
    const [practice] = comparison.practices.added;
    if (practice === undefined) throw new Error('no practice was added');
    const long = { ...comparison, practices: { added: new Array(2000).fill(practice), removed: [] } };
    expect(comparisonMarkdown(long, style(language)).length).toBeLessThan(33_000);
  });

  test('the explanations are the golden ones, whole', async () => {
    const report = madeUpReport();
    const texts = report.discrepancies.map((item) => explanationText(item, report, style(language)));
    await expect(texts.join('\n')).toMatchFileSnapshot(golden(`explanations.${language}.txt`));
  });

  test('hostile text shows nothing invisible in a comparison', () => {
    const empty = { ...hostileReport(), evidence: [], sdks: [], permissions: [], discrepancies: [], claims: [] };
    for (const [old, now] of [
      [empty, hostileReport()],
      [hostileReport(), empty],
    ] as const) {
      expect(comparisonText(compareReports(old, now), style(language))).not.toMatch(UNSEEN);
      expect(comparisonMarkdown(compareReports(old, now), style(language))).not.toMatch(UNSEEN);
    }
  });
});
