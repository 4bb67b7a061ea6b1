import { existsSync, readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { compileDexWatch, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import type { Catalogue } from '../../../analyzers/model/catalogue.ts';
import { catalogueWith } from '../../empty-catalogue.ts';

const APK = 'node_modules/android-apidemos/apks/ApiDemos-debug.apk';
const sites: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('apidemos-call-sites.json', import.meta.url), 'utf8'),
);

test.skipIf(!existsSync(APK))('finds in ApiDemos exactly the call sites and field reads of dexdump', async () => {
  const androidApis: Catalogue['androidApis'] = {};
  for (const member of Object.keys(sites)) {
    const border = member.lastIndexOf('.');
    const owner = member.slice(0, border);
    const name = member.slice(border + 1);
    androidApis[owner] ??= {};
    androidApis[owner][name] = { kind: /^[A-Z]/.test(name) ? 'field' : 'method', data: [] };
  }
  const watch = compileDexWatch(catalogueWith({ androidApis }));

  const found: Record<string, string[]> = Object.fromEntries(Object.keys(sites).map((member) => [member, []]));
  const apk = await JSZip.loadAsync(readFileSync(APK));
  for (const name of Object.keys(apk.files).filter((path) => /^classes\d*\.dex$/.test(path))) {
    const bytes = (await apk.file(name)?.async('uint8array')) ?? new Uint8Array(0);
    const { facts, gaps } = extractDex(name, bytes, watch);
    expect(gaps).toEqual([]);
    for (const { value, at } of facts) {
      found[value]?.push(`${at.file} ${at.class}.${at.method?.replace(/\(.*/, '')}@${at.offset}`);
    }
  }
  for (const list of Object.values(found)) list.sort();
  expect(Object.keys(found).length).toBeGreaterThanOrEqual(40);
  expect(found).toEqual(sites);
});
