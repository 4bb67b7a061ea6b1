/**
 * Scores the recognition of SDKs on real binaries: `npm run eval:sdks [-- --renamed] [--left-out | --unlearned] [--merged]
 * [--only TEXT] [--binaries FILE]`.
 *
 * Every binary of sdk-binaries.json is fetched from npm, made into a test build, and scanned; then the apps, which hold
 * none of the SDKs but those named with them. `sdks` are those in the binary; `also` are parts of others that it brings
 * along, which may be reported or not. With --renamed, ProGuard first gives new names to all classes and packages but
 * those that the manifest or native code binds. With --left-out the marks for each binary are learned from all others,
 * and only SDKs that another binary holds as well are counted: the honest figure for versions nobody has seen. With
 * --unlearned there are no marks at all: the figure for SDKs of which nobody had a binary. With
 * --merged the binaries of a package are in one build, as an app has them; --binaries names a list of the same form in
 * place of sdk-binaries.json. Needs a JDK and the Debian packages aapt, zip, unzip,
 * android-framework-res and proguard-cli.
 */
import { parseArgs } from 'node:util';
import { compileCatalogue } from '../analyzers/catalogue/compile.ts';
import { writeMarks } from '../analyzers/extract/dex/mark-facts.ts';
import type { Catalogue } from '../analyzers/model/catalogue.ts';
import { facts } from '../analyzers/pipeline.ts';
import { learnMarks } from './learn-marks.ts';
import { foreignIn, knownCorpus, vendorsIn } from './sdk-corpus.ts';
import { fetchFile } from './sdk-files.ts';
import { mergePackages, readSubjects, SUBJECTS, type Subject, shortName, testBuild } from './sdk-subjects.ts';
import { readSignatureFiles } from './signature-files.ts';

const { values } = parseArgs({
  options: {
    renamed: { type: 'boolean' },
    'left-out': { type: 'boolean' },
    unlearned: { type: 'boolean' },
    merged: { type: 'boolean' },
    only: { type: 'string' },
    binaries: { type: 'string' },
  },
});
const known = compileCatalogue(readSignatureFiles());
const catalogue = values.unlearned === true ? withoutMarks(known) : known;
const listed = values.binaries === undefined ? SUBJECTS : readSubjects(values.binaries);
const subjects = values.merged === true ? { ...listed, binaries: mergePackages(listed.binaries) } : listed;
const chosen = (subject: Subject): boolean => `${subject.package} ${subject.path}`.includes(values.only ?? '');

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const corpus = values['left-out'] === true ? knownCorpus(catalogue) : null;

function withoutMarks(all: Catalogue): Catalogue {
  const sdks = Object.entries(all.sdks).map(([id, { marks: _, ...sdk }]) => [id, sdk] as const);
  return { ...all, sdks: Object.fromEntries(sdks) };
}

/** The signatures as they would be had nobody seen a binary; those of SDKs that no other binary holds have no marks. */
function without(left: readonly Subject[]): { catalogue: Catalogue; known: ReadonlySet<string> } {
  if (corpus === null) return { catalogue, known: new Set(Object.keys(catalogue.sdks)) };
  const numbers = new Set(left.map((subject) => SUBJECTS.binaries.indexOf(subject)));
  const learned = learnMarks(corpus, vendorsIn(catalogue), { without: numbers, isForeign: foreignIn(catalogue) });
  const others = SUBJECTS.binaries.flatMap(({ sdks }, number) => (numbers.has(number) ? [] : sdks));
  const sdks = Object.entries(catalogue.sdks).map(([id, { marks: _, ...sdk }]) => {
    return [id, { ...sdk, marks: (learned.get(id) ?? []).map(writeMarks) }] as const;
  });
  return { catalogue: { ...catalogue, sdks: Object.fromEntries(sdks) }, known: new Set(others) };
}

let expected = 0;
let right = 0;
let wrong = 0;
for (const [kind, list] of Object.entries(subjects)) {
  for (const subject of list.filter(chosen)) {
    const build = kind === 'apps' ? fetchFile(subject) : testBuild(subject, values.renamed === true ? 'new' : 'kept');
    const left = without(kind === 'apps' ? [] : (subject.parts ?? [subject]));
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
