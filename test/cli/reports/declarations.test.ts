import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataSafety } from '../../../cli/reports/declarations/data-safety.ts';
import { PLAY_TYPES, playLabels } from '../../../cli/reports/declarations/play-types.ts';
import { privacyManifest } from '../../../cli/reports/declarations/privacy-manifest.ts';
import { madeUpReport } from '../made-up-report.ts';
import { readCsv } from './read-csv.ts';

const STYLE = { language: 'en', colour: false, detail: 'usual', columns: 100 } as const;

test('every name of the taxonomy for Google Play stands for types of its form', () => {
  const files: Record<string, { standards?: { play: string | null } }> = JSON.parse(
    readFileSync(new URL('../../../dist/signatures.json', import.meta.url), 'utf8'),
  );
  const names = new Set(
    Object.entries(files).flatMap(([path, file]) =>
      path.startsWith('data-types/') && file.standards?.play ? [file.standards.play] : [],
    ),
  );
  expect(names.size).toBeGreaterThan(30);
  for (const name of names) expect([name, playLabels(name).length]).not.toEqual([name, 0]);
});

test('a name that leaves open which stands for each of them', () => {
  expect(playLabels('Location: Approximate/Precise location')).toEqual([
    'Location: Approximate location',
    'Location: Precise location',
  ]);
  expect(playLabels('Photos and videos: Photos|Videos')).toEqual([
    'Photos and videos: Photos',
    'Photos and videos: Videos',
  ]);
  expect(playLabels('Personal info: Name|User IDs')).toEqual(['Personal info: Name', 'Personal info: User IDs']);
});

test('what code was seen to read is ticked; a permission alone, and what everybody calls, is not', () => {
  const report = madeUpReport();
  const ticked = (changed = report) =>
    readCsv(dataSafety(changed, STYLE))
      .filter(([question, , value]) => question?.startsWith('PSL_DATA_TYPES_') && value === 'true')
      .map(([, response]) => response);
  expect(ticked()).toEqual(['PSL_APPROX_LOCATION', 'PSL_PRECISE_LOCATION', 'PSL_OTHER_APP_ACTIVITY', 'PSL_DEVICE_ID']);
  const requested = report.evidence.map((item) => ({ ...item, grade: 'requested' as const }));
  expect(ticked({ ...report, evidence: requested })).toEqual([]);
  const weak = report.evidence.map((item) => ({ ...item, lowSignal: true }));
  expect(ticked({ ...report, evidence: weak })).toEqual([]);
  expect(privacyManifest({ ...report, evidence: weak }, STYLE)).not.toContain('<string>');
});

test('ids of the form are single', () => {
  expect(new Set(PLAY_TYPES.map(([, response]) => response)).size).toBe(PLAY_TYPES.length);
  expect(new Set(PLAY_TYPES.map(([, , label]) => label)).size).toBe(PLAY_TYPES.length);
});
