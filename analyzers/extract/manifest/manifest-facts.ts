import type { Fact } from '../../model/fact.ts';
import type { Location } from '../../model/location.ts';
import { joinPermissions } from './merge-manifests.ts';
import type { ManifestReading } from './read-manifest.ts';

/** Facts of one manifest file, in its order: permissions, components, settings. */
export function manifestFacts({ manifest, metaDataLines }: ManifestReading): Fact[] {
  const at = (line: number | undefined): Location =>
    line === undefined ? { file: manifest.file } : { file: manifest.file, line };
  const facts: Fact[] = [];
  for (const { name, maxSdkVersion, line } of joinPermissions(manifest.permissions)) {
    const args = maxSdkVersion === null ? {} : { args: [`maxSdkVersion=${maxSdkVersion}`] };
    facts.push({ kind: 'permission', value: name, ...args, at: at(line) });
  }
  for (const { name, type, intentFilters, line } of manifest.components) {
    const actions = new Set(intentFilters.flatMap((filter) => filter.actions));
    facts.push({ kind: 'component', value: name, args: [type, ...actions], at: at(line) });
  }
  for (const [index, { name, value }] of manifest.metaData.entries()) {
    const args = value === null ? {} : { args: [value] };
    facts.push({ kind: 'setting', value: name, ...args, at: at(metaDataLines[index]) });
  }
  return facts;
}
