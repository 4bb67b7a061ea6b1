import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compileDexWatch, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import { readZip } from '../../../analyzers/formats/zip.ts';
import type { Catalogue } from '../../../analyzers/model/catalogue.ts';
import type { Gap } from '../../../analyzers/model/gap.ts';

/** The real APKs at hand, by a short name. */
export const APKS: Record<string, string> = {
  apidemos: 'node_modules/android-apidemos/apks/ApiDemos-debug.apk',
  settings: 'node_modules/io.appium.settings/apks/settings_apk-debug.apk',
  uiautomator2: 'node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk',
  'uiautomator2-test': 'node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-debug-androidTest.apk',
};
export const EXPECTATION = new URL('call-sites.json', import.meta.url);

/** `file class.method@offset` of every use, by member. */
export type Sites = Record<string, string[]>;

export function dexFilesOf(path: string): { name: string; bytes: Uint8Array }[] {
  if (path.endsWith('.dex')) return [{ name: 'classes.dex', bytes: readFileSync(path) }];
  return readZip(readFileSync(path))
    .entries.filter((entry) => /^classes\d*\.dex$/.test(entry.path))
    .map((entry) => ({ name: entry.path, bytes: entry.read() }));
}

export function sitesFound(path: string, catalogue: Catalogue): { sites: Sites; gaps: Gap[] } {
  const watch = compileDexWatch(catalogue);
  const sites: Sites = {};
  const gaps: Gap[] = [];
  for (const { name, bytes } of dexFilesOf(path)) {
    const extraction = extractDex(name, bytes, watch);
    gaps.push(...extraction.gaps);
    for (const { kind, value, at } of extraction.facts) {
      if (kind !== 'call' && kind !== 'field') continue;
      sites[value] ??= [];
      sites[value].push(`${at.file} ${at.class}.${at.method?.replace(/\(.*/, '')}@${at.offset}`);
    }
  }
  return { sites, gaps };
}

/** Number of sites of each member, and a digest of where they are. */
export function digestsOf(sites: Sites): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sites)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([value, at]) => {
        const digest = createHash('sha256')
          .update([...at].sort().join('\n'))
          .digest('hex');
        return [value, `${at.length} ${digest.slice(0, 12)}`];
      }),
  );
}
