/**
 * `npm run fuzz:corpus -- --count N [--seed S]`: makes mutated copies of real APKs, scans each and holds it to what must
 * be so: a report that keeps to the schema or one clear line, and unchanged facts for every file that was left as it was.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Fact, type FactsReport, facts, InputError, type Report, scan } from '../../analyzers/index.ts';
import { apk, partsOf } from '../hostile/apk-parts.ts';
import { validatorFor } from '../report-schema.ts';
import { mutated } from './mutate.ts';
import { Random, seedOf } from './random.ts';

const SOURCES = [
  '../../samples/native-java/app.apk',
  '../unpack/fixtures/minimal.apk',
  '../../samples/cordova/app.apk',
  '../reach-apps/reflection.apk',
  '../reach-apps/components.apk',
  '../../node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-debug-androidTest.apk',
  // Real and large: once for every seven of the others.
  '../../node_modules/io.appium.settings/apks/settings_apk-debug.apk',
].map((path) => readFileSync(fileURLToPath(new URL(path, import.meta.url))));
const LARGE = SOURCES.length - 1;

export interface CorpusFile {
  source: number;
  bytes: Buffer;
  /** Names of the entries that were changed, null where the bytes of the archive itself were. */
  changed: string[] | null;
}

/** The n-th file of the corpus: contents of a few entries mutated, or the archive around them, or its end cut off. */
export function corpusFile(seed: number, index: number): CorpusFile {
  const random = new Random(seedOf(seed, 'corpus', index));
  const source = random.once(8) ? LARGE : random.below(LARGE);
  const original = SOURCES[source] ?? Buffer.alloc(0);
  if (random.once(4)) {
    const other = SOURCES[random.below(LARGE)] ?? original;
    return { source, bytes: mutated(original, other, [], random), changed: null };
  }
  const parts = partsOf(original);
  const changed: string[] = [];
  const telling = parts.filter(({ name }) => /\.dex$|\.xml$|\.arsc$|\.so$|\.js$|\.html$/.test(String(name)));
  for (let count = 1 + random.below(3); count > 0; count--) {
    const entry = random.pick(random.once(4) ? parts : telling.length > 0 ? telling : parts);
    entry.contents = mutated(entry.contents, random.pick(parts).contents, [], random);
    delete entry.data;
    changed.push(String(entry.name));
  }
  return { source, bytes: apk(parts), changed };
}

export type Verdict = { ended: 'report' | 'incomplete' | 'refused'; wrong: string | null };

const validate = validatorFor('report');
const unchanged = new Map<number, FactsReport>();

/** Scans a file of the corpus. @param path where it may be written */
export async function judgeCorpusFile({ source, bytes, changed }: CorpusFile, path: string): Promise<Verdict> {
  writeFileSync(path, bytes);
  let report: Report;
  let seen: FactsReport;
  try {
    report = await scan(path, { jobs: 1 });
    seen = await facts(path, { jobs: 1 });
  } catch (error) {
    if (!(error instanceof InputError))
      return { ended: 'refused', wrong: String(error instanceof Error ? error.stack : error) };
    const clear = !error.message.includes('\n') && error.message.startsWith(path) && changed === null;
    return { ended: 'refused', wrong: clear ? null : `refused with: ${error.message}` };
  }
  const ended = report.gaps.some(({ material }) => material) ? 'incomplete' : 'report';
  if (!validate(report)) return { ended, wrong: JSON.stringify(validate.errors?.[0]) };
  if (changed === null) return { ended, wrong: null };
  const before = await original(source, path);
  const [lost] = difference(inOthers(before, changed), inOthers(seen, changed));
  const [gained] = difference(inOthers(seen, changed), inOthers(before, changed));
  if (lost !== undefined) return { ended, wrong: `lost ${lost}` };
  return { ended, wrong: gained === undefined ? null : `gained ${gained}` };
}

async function original(source: number, path: string): Promise<FactsReport> {
  const known = unchanged.get(source);
  if (known !== undefined) return known;
  writeFileSync(path, apk(partsOf(SOURCES[source] ?? Buffer.alloc(0))));
  const made = await facts(path, { jobs: 1 });
  unchanged.set(source, made);
  return made;
}

/** Facts of the files that were not changed. What follows from several files (values, labels, reflection) is left aside. */
function inOthers(report: FactsReport, changed: string[]): Set<string> {
  const own = (fact: Fact): boolean =>
    !changed.includes(fact.at.file) &&
    fact.kind !== 'anti-analysis' &&
    fact.kind !== 'setting' &&
    !fact.args?.includes('reflection');
  return new Set(
    report.facts
      .filter(own)
      .map(({ kind, value, at }) => JSON.stringify([kind, value, at.file, at.class, at.method, at.offset, at.line])),
  );
}

function difference(all: Set<string>, known: Set<string>): string[] {
  return [...all].filter((one) => !known.has(one));
}
