import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scan } from '../../analyzers/index.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Methods whose names do not say what they read: what is told is where their parameters are used. */
const BESIDE: Record<string, string[]> = {
  // Either of two keys.
  android_id__chosen: ['android-id', 'device-name'],
  airplane: ['network-type'],
  invoke: ['imei'],
  setting: ['android-id'],
  // Asked for where it is kept, and where it is used.
  events: ['calendar'],
  ask: ['call-log'],
};

test('calls tell what they read by values that are put together, kept, passed, decoded or looked up', async () => {
  const source = readFileSync(here('told/src/org/example/told/Main.java'), 'utf8');
  const expected: Record<string, string[]> = {};
  for (const [, name = '', data = ''] of source.matchAll(/ void ((\w+?)__\w+)\(/g)) {
    if (data !== 'none') expected[name] = [data.replaceAll('_', '-')];
  }
  Object.assign(expected, BESIDE);
  const { evidence } = await scan(here('told.apk'));
  const told: Record<string, string[]> = {};
  for (const { at, data, grade } of evidence) {
    // A text that no call gets is there, and nothing more.
    if (grade === 'requested' || grade === 'bundled') continue;
    const method = at.method?.split('(')[0] ?? '';
    told[method] = [...new Set([...(told[method] ?? []), data])].sort();
  }
  expect(Object.keys(expected).length).toBeGreaterThanOrEqual(40);
  expect(told).toEqual(expected);
});

test('code has the owner that its names tell, and a call of a wrapper is the caller’s as well', async () => {
  const { evidence } = await scan(here('owners.apk'));
  const told = evidence
    .filter(({ grade }) => grade !== 'requested')
    .map(
      ({ at, data, actor, path }) =>
        `${at.method?.split('(')[0]} ${data} ${actor} ${path[0]?.class?.split('.').at(-1)}`,
    );
  expect(told.sort()).toEqual([
    'app__itself phone-number app Main',
    'app__wrapperOfLibrary mac app Main',
    'app__wrapperOfSdk oaid app Main',
    'library__inside mac library:com.blankj Main',
    'library__inside wifi-info library:com.blankj Main',
    'sdk__helper imei sdk:umeng-analytics Main',
    'sdk__inside imsi sdk:umeng-analytics Main',
    'stranger__inside iccid library:net.strangers.kit Main',
  ]);
});
