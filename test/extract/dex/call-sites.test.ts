import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../../analyzers/catalogue/compile.ts';
import type { Catalogue } from '../../../analyzers/model/catalogue.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { readSignatureFiles } from '../../signatures/signature-files.ts';
import { APKS, digestsOf, EXPECTATION, sitesFound } from './call-sites.ts';

const recorded: Record<string, Record<string, string>> = JSON.parse(readFileSync(EXPECTATION, 'utf8'));
const { androidApis, classHierarchy } = compileCatalogue(readSignatureFiles());

/** The members of the catalogue that were recorded, as they are there. */
function catalogueOf(values: string[]): Catalogue {
  const apis: Catalogue['androidApis'] = {};
  for (const value of values) {
    const dot = value.lastIndexOf('.');
    const [owner, name] = [value.slice(0, dot), value.slice(dot + 1)];
    const member = androidApis[owner]?.[name];
    if (member === undefined) continue;
    apis[owner] ??= {};
    apis[owner][name] = member;
  }
  return catalogueWith({ androidApis: apis, classHierarchy });
}

test.each(Object.entries(APKS))('finds in %s exactly the calls and field reads that dexdump sees', (name, path) => {
  const expected = recorded[name] ?? {};
  const { sites, gaps } = sitesFound(path, catalogueOf(Object.keys(expected)));
  expect(gaps).toEqual([]);
  expect(Object.keys(expected).length).toBeGreaterThanOrEqual(name === 'uiautomator2-test' ? 5 : 80);
  expect(digestsOf(sites)).toEqual(expected);
});
