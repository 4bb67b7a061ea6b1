import { type LintProblem, lintSignatures } from './catalogue/lint.ts';
import { catalogueWith, readOwnSignatures, shippedSignatures } from './catalogue/own-signatures.ts';
import { compileScriptWatch, extractScript } from './extract/script/extract-script.ts';
import { scriptSinkApi } from './model/sink.ts';
import { compilePolicyReader, readPolicy } from './policy/read-policy.ts';

export { catalogueWith, readOwnSignatures, shippedSignatures } from './catalogue/own-signatures.ts';

/**
 * Lints the signatures of a folder together with those of the package, and runs their examples; problems of the folder's
 * own files only, sorted by file.
 * @throws InputError when the folder cannot be read
 */
export function testSignatures(folder: string): LintProblem[] {
  const own = readOwnSignatures(folder);
  const all = new Map([...shippedSignatures(), ...own]);
  const ofOwn = (problems: LintProblem[]): LintProblem[] => problems.filter(({ file }) => own.has(file));
  const shapes = ofOwn(lintSignatures(all));
  // The examples of policies and scripts need a catalogue, which bad files do not make.
  if (shapes.some(({ rule }) => rule === 'shape')) return shapes;
  const readers = exampleReaders(folder);
  return ofOwn(lintSignatures(new Map([...all].sort()), readers));
}

function exampleReaders(folder: string): Parameters<typeof lintSignatures>[1] {
  const catalogue = catalogueWith(folder);
  const watch = compileScriptWatch(catalogue);
  const reader = compilePolicyReader(catalogue);
  const utf8 = new TextEncoder();
  return {
    namesDataType: (id, sentence) =>
      readPolicy('example.txt', utf8.encode(sentence), reader).claims.some(
        ({ data, stance }) => data === id && stance === 'affirmed',
      ),
    namesSdk: (id, wording) =>
      readPolicy('example.txt', utf8.encode(wording), reader).mentions.some(({ sdk }) => sdk === id),
    touchesScriptApi: (id, script) => {
      const module = id.slice(id.indexOf('/') + 1);
      const members = Object.keys(catalogue.scriptApis[id]?.members ?? {});
      const values = new Set(members.map((member) => `${module}.${member}`));
      return extractScript('example.jsx', utf8.encode(script), watch).facts.some(
        ({ kind, value }) => (kind === 'call' || kind === 'field') && values.has(value),
      );
    },
    reachesScriptSink: (id, script) => {
      const module = id.slice(id.indexOf('/') + 1);
      const members = Object.keys(catalogue.scriptSinks[id]?.members ?? {});
      const apis = new Set(members.map((member) => scriptSinkApi(module, member)));
      const { facts } = extractScript('example.jsx', utf8.encode(script), watch);
      return facts.some(({ sinks = [] }) => sinks.some(({ api }) => apis.has(api)));
    },
  };
}
