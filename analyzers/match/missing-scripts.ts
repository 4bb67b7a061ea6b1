import type { Build } from '../model/build.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Fact } from '../model/fact.ts';
import type { Gap } from '../model/gap.ts';
import { findFrameworks } from './frameworks.ts';

const APPS: readonly Build['kind'][] = ['apk', 'aab', 'apks', 'xapk', 'apkm'];

/**
 * A material gap for each framework by which an app keeps its code in scripts, where the build holds no script: a debug
 * build that gets them from a developer's machine, or an app that loads them later.
 * @param scripts number of script files in the build
 */
export function missingScripts(build: Build, facts: Fact[], scripts: number, catalogue: Catalogue): Gap[] {
  if (scripts > 0 || !APPS.includes(build.kind)) return [];
  return findFrameworks(facts, catalogue)
    .filter((id) => catalogue.frameworks[id]?.scripted === true)
    .map((id) => {
      const name = catalogue.frameworks[id]?.name ?? id;
      const detail = `made with ${name}, but no script of the app is in the build`;
      return { stage: 'script' as const, file: build.name, code: 'missing' as const, detail, material: true };
    });
}
