import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Evidence, scan } from '../../analyzers/index.ts';
import { expectationOf, missOf } from './expectation.ts';
import { Retrace } from './retrace.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const apps = readdirSync(HERE).filter((name) => name.endsWith('.apk'));

/** App -> site -> what the analysis does not tell apart. */
const knownMisses = JSON.parse(readFileSync(join(HERE, 'known-misses.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

const SENSITIVE = 'android.telephony.TelephonyManager.getDeviceId';

/** Where evidence stood before the app was shrunk, where it was. */
function tracedBack(app: string): (evidence: Evidence) => Evidence['at'] {
  const mapping = join(HERE, `${basename(app, '.apk')}.mapping`);
  if (!existsSync(mapping)) return ({ at }) => at;
  const retrace = new Retrace(readFileSync(mapping, 'utf8'));
  return ({ at }) => ({ ...at, ...retrace.original(at.class ?? '', at.method?.split('(')[0] ?? '', at.line ?? 0) });
}

function siteOf(at: Evidence['at']): string {
  return `${at.class?.replace(/^org\.example\.\w+\./, '')}.${at.method?.split('(')[0]}`;
}

test('every app has its misses listed, be it as none', () => {
  expect(Object.keys(knownMisses).sort()).toEqual(apps.map((app) => basename(app, '.apk')).sort());
});

describe.each(apps)('%s', (app) => {
  test('every marked call is graded as its name says, but for the known misses', async () => {
    const { evidence } = await scan(join(HERE, app));
    const sites = evidence.filter(({ api, grade }) => api === SENSITIVE && grade !== 'requested');
    const placeOf = tracedBack(app);
    const places = sites.map(placeOf);
    expect(places.filter((at) => expectationOf(at) === null).map(siteOf)).toEqual([]);
    expect(places.some((at) => expectationOf(at)?.grade === 'reachable')).toBe(true);
    const misses: Record<string, string> = {};
    for (const site of sites) {
      const expected = expectationOf(placeOf(site));
      const miss = expected === null ? null : missOf(expected, site);
      if (miss !== null) misses[siteOf(placeOf(site))] = miss;
    }
    // Listed with what comes out, so that a failure is a table to work through.
    const known = knownMisses[basename(app, '.apk')] ?? {};
    const unexpected = Object.entries(misses).filter(([site]) => !Object.hasOwn(known, site));
    const better = Object.keys(known).filter((site) => !Object.hasOwn(misses, site));
    expect({ unexpected, better }).toEqual({ unexpected: [], better: [] });
  });
});
