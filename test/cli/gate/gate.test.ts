import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Baseline, readBaseline } from '../../../cli/gate/baseline.ts';
import { applyGate, type GateSettings, isIncomplete } from '../../../cli/gate/gate.ts';
import { gateNotes } from '../../../cli/gate/notes.ts';
import { madeUpReport } from '../made-up-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-gate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings: GateSettings = {
  failOn: 'high',
  kinds: {},
  allowIncomplete: false,
  suppressions: [],
  baseline: null,
  today: '2026-06-15',
};

function judged(parts: Partial<GateSettings>, report = madeUpReport()) {
  const result = applyGate(report, { ...settings, ...parts });
  if (result.gate === undefined) throw new Error('no verdict');
  return { ...result, gate: result.gate };
}

function baselineOf(report = madeUpReport()): Baseline {
  const path = join(folder, 'old.json');
  writeFileSync(path, JSON.stringify(report));
  return readBaseline(path);
}

const kindsThatFail = ({ gate, discrepancies }: ReturnType<typeof judged>) =>
  discrepancies.filter(({ id }) => gate.failing.includes(id)).map(({ kind }) => kind);

test('the threshold decides; what could not be read does not count', () => {
  const high = ['contradicted', 'before-consent', 'undisclosed', 'undisclosed-sdk', 'sdk-exceeds'];
  const medium = ['vague', 'background', 'undeclared-permission', 'policy-defect'];
  expect(kindsThatFail(judged({}))).toEqual(high);
  expect(kindsThatFail(judged({ failOn: 'medium' }))).toEqual([...high, ...medium]);
  expect(kindsThatFail(judged({ failOn: 'low' }))).toEqual([...high, ...medium, 'unused-permission', 'unevidenced']);
  expect(kindsThatFail(judged({ failOn: 'none' }))).toEqual([]);
});

test('a kind has its own threshold', () => {
  const kinds = { contradicted: 'none', vague: 'medium', 'incomplete-analysis': 'low' } as const;
  expect(kindsThatFail(judged({ kinds }))).toEqual([
    ...['before-consent', 'undisclosed', 'undisclosed-sdk', 'sdk-exceeds', 'vague', 'incomplete-analysis'],
  ]);
});

test('a suppression by id, by patterns, and one that does not fit', () => {
  const suppressions = [
    { id: 'd000000000000001', reason: 'checked', owner: 'team', expires: '2026-06-15' },
    { kind: 'sdk-exceeds', actor: 'sdk:umeng-*', reason: 'agreed' } as const,
    { data: 'loc*n', actor: 'app', reason: 'map' },
    { data: 'location', actor: 'sdk:*', reason: 'another actor' },
    { subject: 'bugl', reason: 'not the whole subject' },
  ];
  const result = judged({ suppressions });
  expect(kindsThatFail(result)).toEqual(['before-consent', 'undisclosed-sdk']);
  expect(result.discrepancies[0]?.suppressed).toEqual({ reason: 'checked', owner: 'team', expires: '2026-06-15' });
  expect(result.gate.idle).toEqual(suppressions.slice(3));
  expect(gateNotes(result.gate, false)).toEqual([
    'candor: a suppression covers nothing: location sdk:* (another actor)',
    'candor: a suppression covers nothing: bugl (not the whole subject)',
  ]);
  expect(result.summary.discrepancies.contradicted).toBeUndefined();
});

test('an ended suppression fails whatever the severity, and is named', () => {
  const expired = { id: 'd000000000000006', reason: 'soon', owner: 'Li', expires: '2026-06-14' };
  const result = judged({ suppressions: [expired] });
  expect(kindsThatFail(result)).toContain('vague');
  expect(result.discrepancies.find(({ kind }) => kind === 'vague')?.suppressed).toBeNull();
  expect(gateNotes(result.gate, true)).toEqual([
    'candor: a suppression ended on 2026-06-14 and fails: d000000000000006 (Li: soon); it covered d000000000000006',
  ]);
  const again = { ...expired, expires: '2026-07-01' };
  expect(judged({ suppressions: [expired, again] }).gate.expired).toEqual([]);
  expect(kindsThatFail(judged({ suppressions: [expired], failOn: 'none' }))).toEqual([]);
});

test('a baseline lets pass what it knows, and nothing that a person suppressed for a time', () => {
  const same = judged({ baseline: baselineOf(), failOn: 'low' });
  expect(kindsThatFail(same)).toEqual(['unused-permission']);
  expect(same.gate.baseline).toMatchObject({ known: 10, gone: [], grown: {} });
  const old = madeUpReport();
  old.discrepancies = old.discrepancies.map((item) => ({ ...item, suppressed: { reason: 'for a time' } }));
  expect(kindsThatFail(judged({ baseline: baselineOf(old) }))).toHaveLength(5);
});

test('what is new beside a baseline fails, and what is gone is told', () => {
  const old = madeUpReport();
  old.discrepancies = old.discrepancies.filter(({ kind }) => kind !== 'undisclosed');
  old.discrepancies.push({ ...madeUpReport().discrepancies[2], id: 'fixed' } as (typeof old.discrepancies)[number]);
  const result = judged({ baseline: baselineOf(old) });
  expect(kindsThatFail(result)).toEqual(['undisclosed']);
  expect(result.gate.baseline?.gone).toEqual(['fixed']);
});

test('one more place of a known practice fails; a renamed place does not', () => {
  const baseline = baselineOf();
  const more = madeUpReport();
  const [first] = more.evidence;
  if (first === undefined) throw new Error('no evidence');
  more.evidence.push({ ...first, id: 'new', at: { ...first.at, method: 'again()' } });
  more.discrepancies[0]?.evidence.push('new');
  const result = judged({ baseline }, more);
  expect(kindsThatFail(result)).toEqual(['contradicted']);
  expect(result.gate.baseline?.grown).toEqual({ d000000000000001: ['new'] });

  const renamed = madeUpReport();
  renamed.evidence[0] = { ...first, id: 'renamed', at: { ...first.at, class: 'a.b' } };
  for (const item of renamed.discrepancies) {
    item.evidence = item.evidence.map((id) => (id === first.id ? 'renamed' : id));
  }
  expect(kindsThatFail(judged({ baseline }, renamed))).toEqual([]);
});

test('code that was not read is accepted by a suppression or by option, never by a baseline', () => {
  const open = judged({ baseline: baselineOf() });
  expect(isIncomplete(open.discrepancies, open.gate)).toBe(true);
  expect(open.summary.passed).toBe(false);
  const accepted = judged({
    baseline: baselineOf(),
    suppressions: [{ subject: 'dex packed', reason: 'known packer' }],
  });
  expect(isIncomplete(accepted.discrepancies, accepted.gate)).toBe(false);
  expect(accepted.summary.passed).toBe(true);
  expect(judged({ baseline: baselineOf(), allowIncomplete: true }).summary.passed).toBe(true);
});

test.each([
  ['no JSON', '{', 'not valid JSON'],
  ['another JSON', '{"schema":1}', 'is not a JSON report of candor scan'],
  ['a list', '[]', 'is not a JSON report of candor scan'],
  ['an entry without id', '{"schema":1,"discrepancies":[{}],"evidence":[]}', 'an entry has no id'],
])('a baseline that is %s is refused', (_, text, reason) => {
  const path = join(folder, 'old.json');
  writeFileSync(path, text);
  expect(() => readBaseline(path)).toThrow(reason);
});
