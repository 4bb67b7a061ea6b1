/**
 * Scores the recognition of SDKs on real binaries: `npm run eval:sdks [-- --renamed] [--left-out] [--only TEXT]`.
 *
 * Every binary of sdk-binaries.json is fetched from npm, made into a test build, and scanned; then the apps, which hold
 * none of the SDKs but those named with them. `sdks` are those in the binary; `also` are parts of others that it brings
 * along, which may be reported or not. With --renamed, ProGuard first gives new names to all classes and packages but
 * those that the manifest or native code binds. With --left-out the marks for each binary are learned from all others,
 * and only SDKs that another binary holds as well are counted: the honest figure for versions nobody has seen. Needs a JDK and the Debian packages aapt, zip, unzip,
 * android-framework-res and proguard-cli.
 */
import { parseArgs } from 'node:util';
import { compileCatalogue } from '../analyzers/catalogue/compile.ts';
import { writeMarks } from '../analyzers/extract/dex/mark-facts.ts';
import type { Catalogue } from '../analyzers/model/catalogue.ts';
import { facts } from '../analyzers/pipeline.ts';
import { learnMarks } from './learn-marks.ts';
import { knownCorpus, vendorsIn } from './sdk-corpus.ts';
import { fetchFile } from './sdk-files.ts';
import { SUBJECTS, type Subject, shortName, testBuild } from './sdk-subjects.ts';
import { readSignatureFiles } from './signature-files.ts';

const { values } = parseArgs({
  options: { renamed: { type: 'boolean' }, 'left-out': { type: 'boolean' }, only: { type: 'string' } },
});
const catalogue = compileCatalogue(readSignatureFiles());
const chosen = (subject: Subject): boolean => `${subject.package} ${subject.path}`.includes(values.only ?? '');

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const corpus = values['left-out'] === true ? knownCorpus(catalogue) : null;

/** The signatures as they would be had nobody seen a binary; those of SDKs that no other binary holds have no marks. */
function without(binary: number): { catalogue: Catalogue; known: ReadonlySet<string> } {
  if (corpus === null) return { catalogue, known: new Set(Object.keys(catalogue.sdks)) };
  const learned = learnMarks(corpus, vendorsIn(catalogue), { without: binary });
  const others = SUBJECTS.binaries.flatMap(({ sdks }, number) => (number === binary ? [] : sdks));
  const sdks = Object.entries(catalogue.sdks).map(([id, { marks: _, ...sdk }]) => {
    return [id, { ...sdk, marks: (learned.get(id) ?? []).map(writeMarks) }] as const;
  });
  return { catalogue: { ...catalogue, sdks: Object.fromEntries(sdks) }, known: new Set(others) };
}

let expected = 0;
let right = 0;
let wrong = 0;
for (const [kind, subjects] of Object.entries(SUBJECTS)) {
  for (const subject of subjects.filter(chosen)) {
    const build = kind === 'apps' ? fetchFile(subject) : testBuild(subject, values.renamed === true ? 'new' : 'kept');
    const left = without(kind === 'apps' ? -1 : SUBJECTS.binaries.indexOf(subject));
    const asked = subject.sdks.filter((id) => left.known.has(id));
    const { sdks, gaps } = await facts(build, { jobs: 1, catalogue: left.catalogue });
    const found = sdks.map(({ id }) => id);
    const missed = asked.filter((id) => !found.includes(id));
    const false_ = found.filter((id) => !subject.sdks.includes(id) && !(subject.also ?? []).includes(id));
    expected += asked.length;
    right += asked.length - missed.length;
    wrong += false_.length;
    const ways = sdks.map(
      ({ id, version, found }) =>
        `${id}${version === undefined ? '' : ` ${version}`} by ${[...new Set(found.map(({ how }) => how))].join(', ')}`,
    );
    const notes = [
      ...(missed.length > 0 ? [`missed: ${missed.join(' ')}`] : []),
      ...(false_.length > 0 ? [`wrong: ${false_.join(' ')}`] : []),
      ...gaps.filter(({ material }) => material).map(({ code, detail }) => `gap: ${code} ${detail}`),
    ];
    print(`${missed.length + false_.length === 0 ? 'ok  ' : 'BAD '} ${shortName(subject)}: ${ways.join('; ')}`);
    for (const note of notes) print(`       ${note}`);
  }
}
print(
  `\n${values.renamed === true ? 'renamed' : 'names kept'}: ${right} of ${expected} found (${(right / expected).toFixed(3)}), ${wrong} wrong`,
);
