/**
 * Learns the marks by which an SDK is known when its code is renamed.
 *
 *   npm run learn -- some-sdk.aar                 what the signatures know of the binary, and what they could
 *   npm run learn -- some-sdk.aar --write some    writes its marks into signatures/sdks/some.json as well
 *   npm run learn -- --all                        learns all binaries of sdk-binaries.json anew
 *
 * Marks are taken that nothing else in sdk-binaries.json has, neither SDK nor app. Needs what eval-sdks.ts needs.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileCatalogue } from '../analyzers/catalogue/compile.ts';
import { writeMarks } from '../analyzers/extract/dex/mark-facts.ts';
import { PrefixIndex } from '../analyzers/match/prefix-index.ts';
import type { SdkSignature } from '../analyzers/model/signatures.ts';
import { type LearnedBuild, learnMarks } from './learn-marks.ts';
import { buildAround, openLibrary } from './sdk-build.ts';
import { readClasses } from './sdk-code.ts';
import { foreignIn, knownCorpus, vendorsIn } from './sdk-corpus.ts';
import { CACHE } from './sdk-files.ts';
import { repack } from './sdk-repack.ts';
import { readSignatureFiles, SIGNATURES } from './signature-files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean' }, write: { type: 'string' } },
});
const catalogue = compileCatalogue(readSignatureFiles());
function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const vendorsOf = vendorsIn(catalogue);
const isForeign = foreignIn(catalogue);

function write(id: string, sets: number[][]): void {
  const path = join(SIGNATURES, 'sdks', `${id}.json`);
  const { references, examples, ...signature } = JSON.parse(readFileSync(path, 'utf8')) as SdkSignature;
  const marks = sets.map(writeMarks);
  writeFileSync(path, `${JSON.stringify({ ...signature, marks, references, examples }, null, 2)}\n`);
  print(`${id}: ${sets.map((set) => set.length).join(' + ')} marks`);
}

function learnOne(file: string): void {
  const prefixes = new PrefixIndex(
    Object.entries(catalogue.sdks).flatMap(([id, sdk]) => sdk.packages.map((prefix) => [prefix, id] as const)),
  );
  const ownerOf = (name: string): string | null => prefixes.find(name)?.value ?? null;
  const name = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
  const apk = buildAround(name, () => {
    const library = openLibrary(file, join(CACHE, 'opened', name));
    return { library, jar: repack(library, 'kept') };
  });
  const classes = readClasses(apk);
  const counts = new Map<string, number>();
  for (const { name } of classes) {
    const known = ownerOf(name);
    const key = known === null ? `unknown: ${name.split('.').slice(0, 3).join('.')}` : `sdk: ${known}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of [...counts].sort(([, a], [, b]) => b - a)) print(`${String(count).padStart(6)}  ${key}`);
  const id = values.write;
  if (id === undefined) return;
  // What no other signature owns is the SDK's.
  const own: LearnedBuild = { classes, ownerOf: (name) => ownerOf(name) ?? id, sdks: [id] };
  write(id, learnMarks(knownCorpus(catalogue, [own]), vendorsOf, { only: [id], isForeign }).get(id) ?? []);
}

if (values.all === true) {
  const learned = learnMarks(knownCorpus(catalogue), vendorsOf, { isForeign });
  for (const [id, sets] of [...learned].sort(([a], [b]) => (a < b ? -1 : 1))) write(id, sets);
} else if (positionals.length === 1 && positionals[0] !== undefined) {
  learnOne(positionals[0]);
} else {
  process.stderr.write('usage: npm run learn -- SDK.aar [--write ID] | --all\n');
  process.exitCode = 2;
}
