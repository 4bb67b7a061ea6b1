import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { sarif } from '../../../cli/reports/sarif/sarif.ts';
import { hostileReport } from '../hostile-report.ts';
import { madeUpReport } from '../made-up-report.ts';

/** The schema of SARIF 2.1.0 as OASIS published it in the end, in the copy that Microsoft's SARIF SDK ships. */
const schema = JSON.parse(readFileSync(new URL('sarif-schema-2.1.0.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);

const style = { language: 'en', colour: false, detail: 'usual', columns: 100 } as const;

describe.each([
  ['made up', madeUpReport()],
  ['hostile', hostileReport()],
  ['of a folder', { ...madeUpReport(), input: { ...madeUpReport().input, kind: 'folder' as const } }],
  ['empty', { ...madeUpReport(), discrepancies: [], evidence: [], claims: [], gaps: [], policies: [] }],
])('a report %s', (_, report) => {
  test.each(['zh', 'en'] as const)('keeps to the schema in %s', (language) => {
    const log = JSON.parse(sarif(report, { ...style, language }));
    expect(validate(log), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
  });
});

test('the schema sees a mistake', () => {
  const log = JSON.parse(sarif(madeUpReport(), style));
  log.runs[0].results[0].level = 'fatal';
  expect(validate(log)).toBe(false);
});

test('code in DEX has a logical place and its way; scripts, the manifest and the policy a physical one', () => {
  const { results, tool } = JSON.parse(sarif(madeUpReport(), style)).runs[0];
  const of = (ruleId: string) => results.find((result: { ruleId: string }) => result.ruleId === ruleId);
  const contradicted = of('contradicted');
  expect(contradicted.locations[0]).toEqual({
    physicalLocation: { artifactLocation: { uri: 'classes.dex', uriBaseId: 'BUILD' }, region: { startLine: 1 } },
    logicalLocations: [
      {
        name: 'readClipboard()',
        fullyQualifiedName: 'com.example.Main.readClipboard()',
        decoratedName: 'com.example.Main.readClipboard()+0x8',
        kind: 'function',
        properties: { line: 43 },
      },
    ],
  });
  expect(contradicted.codeFlows[0].threadFlows[0].locations).toHaveLength(2);
  expect(contradicted.relatedLocations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'policy.txt', uriBaseId: 'POLICY' },
    region: { startLine: 12, startColumn: 7 },
  });
  expect(of('undisclosed').locations[0].physicalLocation.region).toEqual({ startLine: 3, startColumn: 1201 });
  expect(of('unused-permission').suppressions).toEqual([{ kind: 'external', justification: '下个版本移除' }]);
  for (const result of results) {
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.partialFingerprints['candorDiscrepancy/v1']).toMatch(/^d\d+$/);
  }
});

test('files of a folder are told from the root of the sources; beside a baseline results are new or unchanged', () => {
  const report = madeUpReport();
  report.input.kind = 'folder';
  const [first] = report.discrepancies;
  if (first === undefined || report.gate === undefined) throw new Error('no discrepancy');
  first.suppressed = { reason: 'baseline' };
  report.gate.baseline = { name: 'b.json', known: 1, gone: [], grown: {} };
  const { results } = JSON.parse(sarif(report, style)).runs[0];
  expect(results[2].locations[0].physicalLocation.artifactLocation.uriBaseId).toBe('%SRCROOT%');
  expect(results.map((result: { baselineState: string }) => result.baselineState)).toContain('unchanged');
  expect(results[1].baselineState).toBe('new');
});
