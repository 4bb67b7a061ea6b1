/**
 * Scores the recognition of SDKs on real binaries: `npm run eval:sdks [-- --renamed] [--only TEXT]`.
 *
 * Every binary of sdk-binaries.json is fetched from npm, made into a test build, and scanned; then the apps, which hold
 * none of the SDKs but those named with them. `sdks` are those in the binary; `also` are parts of others that it brings
 * along, which may be reported or not. With --renamed, ProGuard first gives new names to all classes and packages but
 * those that the manifest or native code binds. Needs a JDK and the Debian packages aapt, zip, unzip,
 * android-framework-res and proguard-cli.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { compileCatalogue } from '../analyzers/catalogue/compile.ts';
import { facts } from '../analyzers/pipeline.ts';
import { buildAround, openLibrary } from './sdk-build.ts';
import { CACHE, fetchFile, type PackagedFile } from './sdk-files.ts';
import { repack } from './sdk-repack.ts';
import { readSignatureFiles } from './signature-files.ts';

interface Subject extends PackagedFile {
  sdks: string[];
  also?: string[];
}

const { binaries, apps } = JSON.parse(readFileSync(new URL('sdk-binaries.json', import.meta.url), 'utf8')) as Record<
  'binaries' | 'apps',
  Subject[]
>;

const { values } = parseArgs({ options: { renamed: { type: 'boolean' }, only: { type: 'string' } } });
const catalogue = compileCatalogue(readSignatureFiles());
const chosen = (subject: Subject): boolean => `${subject.package} ${subject.path}`.includes(values.only ?? '');

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function testBuild(subject: Subject): string {
  const file = fetchFile(subject);
  const name = `${subject.package}-${subject.path}`.replace(/[^\w.@-]+/g, '+');
  const folder = `${CACHE}/opened/${name}`;
  const names = values.renamed === true ? 'new' : 'kept';
  return buildAround(`${name}-${names}`, () => {
    const library = openLibrary(file, folder);
    return { library, jar: repack(library, names) };
  });
}

let expected = 0;
let right = 0;
let wrong = 0;
for (const [kind, subjects] of Object.entries({ binaries, apps })) {
  for (const subject of subjects.filter(chosen)) {
    const build = kind === 'apps' ? fetchFile(subject) : testBuild(subject);
    const { sdks, gaps } = await facts(build, { jobs: 1, catalogue });
    const found = sdks.map(({ id }) => id);
    const missed = subject.sdks.filter((id) => !found.includes(id));
    const false_ = found.filter((id) => !subject.sdks.includes(id) && !(subject.also ?? []).includes(id));
    expected += subject.sdks.length;
    right += subject.sdks.length - missed.length;
    wrong += false_.length;
    const ways = sdks.map(({ id, found }) => `${id} by ${[...new Set(found.map(({ how }) => how))].join(', ')}`);
    const notes = [
      ...(missed.length > 0 ? [`missed: ${missed.join(' ')}`] : []),
      ...(false_.length > 0 ? [`wrong: ${false_.join(' ')}`] : []),
      ...gaps.filter(({ material }) => material).map(({ code, detail }) => `gap: ${code} ${detail}`),
    ];
    print(`${notes.length === 0 ? 'ok  ' : 'BAD '} ${subject.package} ${shortName(subject.path)}: ${ways.join('; ')}`);
    for (const note of notes) print(`       ${note}`);
  }
}
print(
  `\n${values.renamed === true ? 'renamed' : 'names kept'}: ${right} of ${expected} found (${(right / expected).toFixed(3)}), ${wrong} wrong`,
);

/** What tells a binary apart, where its own name does not. */
function shortName(path: string): string {
  const name = basename(path);
  return name === 'classes.jar' ? path.split('/').slice(-4, -2).join(' ') : name;
}
