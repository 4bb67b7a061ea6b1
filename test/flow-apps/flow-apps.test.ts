import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Evidence, scan } from '../../analyzers/index.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SENSITIVE = 'android.telephony.TelephonyManager.getDeviceId';

/** App -> method -> why its value is told wrongly. */
const knownMisses = JSON.parse(readFileSync(join(HERE, 'known-misses.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** Callables without names of their own, in the order of the source. */
const CALLABLES: Record<string, string> = { '4': 'sentFuture', '5': 'keptFuture' };

/** The name that says what must come out: of the method, or of the class that stands for it. */
function labelOf({ at }: Evidence): string {
  const method = at.method?.split('(')[0] ?? '';
  if (/^(?:sent|kept)/.test(method)) return method;
  const inner = at.class?.split('$').at(-1) ?? '';
  return /^(?:Sent|Kept)/.test(inner)
    ? `${inner[0]?.toLowerCase()}${inner.slice(1)}`
    : method === 'call'
      ? (CALLABLES[inner] ?? inner)
      : method;
}

describe.each([
  ['values', 50, 45],
  ['requests', 33, 22],
  ['matching', 14, 12],
  ['carriers', 22, 17],
  ['coroutines', 2, 2],
])('%s.apk', (app, flows, twins) => {
  let sites: Evidence[] = [];
  beforeAll(async () => {
    const { evidence } = await scan(join(HERE, `${app}.apk`));
    sites = evidence.filter(({ api }) => api === SENSITIVE);
  });

  test('values are graded sent where the name of their method says so, and nowhere else, but for the known misses', () => {
    const wrong = sites
      .filter((site) => (site.grade === 'sent') !== labelOf(site).startsWith('sent'))
      .map((site) => `${labelOf(site)}: ${site.grade}`);
    expect(wrong.map((line) => line.split(':')[0]).sort()).toEqual(Object.keys(knownMisses[app] ?? {}).sort());
  });

  test('there are as many flows and twins as the sources hold', () => {
    expect(sites.filter((site) => labelOf(site).startsWith('sent')).length).toBeGreaterThanOrEqual(flows);
    expect(sites.filter((site) => labelOf(site).startsWith('kept')).length).toBeGreaterThanOrEqual(twins);
  });

  test('every way begins where the value is read, ends at its sink, and names class, method and offset of each step', () => {
    for (const { at, sinks } of sites) {
      for (const sink of sinks) {
        expect(sink.path[0]).toEqual(at);
        expect(sink.path.at(-1)).toEqual(sink.at);
        for (const step of sink.path) expect(step).toMatchObject({ file: 'classes.dex', offset: expect.any(Number) });
      }
    }
  });
});

describe('ways', () => {
  let evidence: Evidence[] = [];
  beforeAll(async () => {
    ({ evidence } = await scan(join(HERE, 'matching.apk')));
  });

  test('come out of a method that several call by the call by which they went in', () => {
    const getter = evidence.find(({ at }) => at.method === 'sentGetter()');
    const steps = getter?.sinks[0]?.path.map(({ method }) => method);
    expect(steps).toContain('value()');
    expect(steps).not.toContain('isLong(org.example.matching.Profiles$Holder)');
  });

  test('lead from an address to what is read there', () => {
    const grades = evidence
      .filter(({ data, at }) => data === 'contacts' && at.method?.startsWith('rows') === true)
      .map(({ at, grade }) => `${at.method?.split('(')[0]} ${grade}`);
    expect([...new Set(grades)].sort()).toEqual(['rowsKept reachable', 'rowsSent sent']);
  });

  test('are not told of what the app made for itself, or asks about itself', () => {
    const asked = evidence
      .filter(({ api }) => /\.(?:getLatitude|queryIntentActivities)$/.test(api))
      .map(({ at }) => at.method?.split('(')[0]);
    expect(asked.sort()).toEqual(['askOthers', 'placeCopied', 'placeGiven']);
  });

  test('do not begin at an intent by which the user is asked', () => {
    const [asked] = evidence.filter(({ api }) => api.endsWith('.createScreenCaptureIntent'));
    expect(asked).toMatchObject({ grade: 'reachable', sinks: [] });
  });
});
