import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scan } from '../../../analyzers/pipeline.ts';

const FOLDER = fileURLToPath(new URL('four-forms', import.meta.url));
const BUILT = readdirSync(join(FOLDER, 'built'));

/** Data type, actor, API and sinks of every piece of evidence, without places. */
async function evidenceOf(input: string): Promise<string[]> {
  const { evidence } = await scan(input);
  const lines = evidence.map(({ data, actor, api, grade, sinks }) =>
    [data, actor, api, grade, ...sinks.map(({ kind, api: sink }) => `${kind}:${sink}`).sort()].join(' '),
  );
  return [...new Set(lines)].sort();
}

const STORED = '@react-native-async-storage/async-storage.setItem';
const EXPECTED = [
  'android-id app react-native-device-info.getUniqueId sent network:fetch storage:' + STORED,
  'clipboard app @react-native-clipboard/clipboard.getString sent log:console.warn',
  'location app @react-native-community/geolocation.getCurrentPosition sent network:fetch',
  'phone-number app react-native-sim-data.phoneNumber0 sent network:fetch',
];

/** Data types with a suspicion that they are read at the start. */
async function earlyIn(input: string): Promise<string[]> {
  const { evidence } = await scan(input);
  return [...new Set(evidence.filter(({ beforeConsent }) => beforeConsent).map(({ data }) => data))].sort();
}

test.each(BUILT)('%s: reads at the start what the source reads then', async (name) => {
  expect(await earlyIn(join(FOLDER, 'built', name))).toEqual(await earlyIn(join(FOLDER, 'app')));
});

test('the source', async () => {
  expect(await evidenceOf(join(FOLDER, 'app'))).toEqual(EXPECTED);
});

test.each(BUILT)('%s', async (name) => {
  expect(await evidenceOf(join(FOLDER, 'built', name))).toEqual(EXPECTED);
});
