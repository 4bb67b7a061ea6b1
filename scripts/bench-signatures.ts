/**
 * What the signatures cost: `npm run bench:signatures`. The time that the catalogue takes to load, and the time that
 * matching takes on the facts of the APKs that the development packages bring, together; warm, medians of 15 runs.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileCatalogue } from '../analyzers/catalogue/compile.ts';
import { readDexContainer } from '../analyzers/formats/dex/container.ts';
import { match } from '../analyzers/match/match.ts';
import type { Catalogue } from '../analyzers/model/catalogue.ts';
import type { Fact } from '../analyzers/model/fact.ts';
import { facts } from '../analyzers/pipeline.ts';
import { unpack } from '../analyzers/unpack/unpack.ts';
import { readSignatureFiles } from './signature-files.ts';

const RUNS = 15;
const COMPILED = fileURLToPath(new URL('../dist/catalogue.json', import.meta.url));
const APKS = [
  'appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk',
  'android-apidemos/apks/ApiDemos-debug.apk',
  'io.appium.settings/apks/settings_apk-debug.apk',
].map((path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url)));

function median(run: () => unknown): string {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return (times.sort((a, b) => a - b)[RUNS >> 1] ?? 0).toFixed(1);
}

const load = median(() => JSON.parse(readFileSync(COMPILED, 'utf8')) as Catalogue);
const catalogue = compileCatalogue(readSignatureFiles());
const found: Fact[] = [];
let classes = 0;
for (const apk of APKS) {
  const report = await facts(apk, { jobs: 1, catalogue });
  found.push(...report.facts.map(({ data: _, ...fact }) => fact));
  classes += unpack(apk)
    .files.filter(({ path }) => /^classes\d*\.dex$/.test(path))
    .flatMap((file) => readDexContainer(file.read()).files)
    .reduce((sum, { classCount }) => sum + classCount, 0);
}
process.stdout.write(
  [
    `catalogue: ${load} ms to load (limit 60)`,
    `match: ${median(() => match(found, null, true, catalogue))} ms for ${found.length} facts of ${classes} classes (limit 150 for 15000)`,
    '',
  ].join('\n'),
);
