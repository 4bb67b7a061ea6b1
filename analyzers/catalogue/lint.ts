import { lintMarks } from './lint-marks.ts';
import { lintMeanings } from './lint-meanings.ts';
import type { LintProblem } from './lint-problem.ts';
import { type ExampleReaders, runExamples } from './run-examples.ts';
import { ShapeError } from './shape.ts';
import { parseSignature, type SignatureFile } from './signature-file.ts';

export type { LintProblem, LintRule } from './lint-problem.ts';
export type { ExampleReaders } from './run-examples.ts';

/**
 * Checks all signatures together: shapes, sources, what they refer to, patterns that are too wide or claimed twice, and
 * that every example hits or misses as it says. Pure; problems come sorted by file.
 * @param files path below signatures/ -> JSON text
 * @param readers run the examples that need a policy reader or a script extractor; without one its examples are skipped
 */
export function lintSignatures(files: ReadonlyMap<string, string>, readers: ExampleReaders = {}): LintProblem[] {
  const problems: LintProblem[] = [];
  const parsed: SignatureFile[] = [];
  for (const [path, source] of files) {
    try {
      parsed.push(parseSignature(path, source));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      problems.push({ file: path, rule: 'shape', detail: error.message });
      continue;
    }
    // JSON.parse keeps the last of two equal keys; written out again, the text differs.
    if (`${JSON.stringify(JSON.parse(source), null, 2)}\n` !== source) {
      problems.push({
        file: path,
        rule: 'format',
        detail: 'not as JSON.stringify writes it with two spaces, or a key stands twice',
      });
    }
  }
  problems.push(
    ...parsed.flatMap(lintSources),
    ...parsed.flatMap(lintWeakSources),
    ...lintMeanings(parsed),
    ...lintMarks(parsed),
    ...runExamples(parsed, readers),
  );
  return problems.sort((a, b) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1));
}

/** Policy terms are the project's own words; they need neither sources nor examples. */
function lintSources(file: SignatureFile): LintProblem[] {
  if (file.folder === 'policy-terms') return [];
  const { references, examples } = file.signature;
  const problems: LintProblem[] = [];
  if (references.length === 0) problems.push({ file: file.path, rule: 'references', detail: 'no reference' });
  if (examples.hit.length === 0)
    problems.push({ file: file.path, rule: 'examples', detail: 'no example that must hit' });
  if (examples.miss.length === 0)
    problems.push({ file: file.path, rule: 'examples', detail: 'no example that must miss' });
  return problems;
}

/** Sources that nobody can look up. */
const WEAK = /\b(?:general knowledge|memory)\b/;

/**
 * What rests on nothing that can be looked up must not raise a finding by itself: an SDK needs another source, and the
 * members of an API mean little without an argument or a flow.
 */
function lintWeakSources(file: SignatureFile): LintProblem[] {
  if (file.folder === 'policy-terms') return [];
  const { references } = file.signature;
  if (references.length === 0 || !references.every((reference) => WEAK.test(reference))) return [];
  const problem = (detail: string): LintProblem => ({ file: file.path, rule: 'weak-source', detail });
  if (file.folder === 'sdks') return [problem('no source but general knowledge')];
  if (file.folder !== 'apis/android') return [];
  return Object.entries(file.signature.members)
    .filter(([, { data, signal }]) => data.length > 0 && signal !== 'low')
    .map(([name]) => problem(`${name} rests on general knowledge and is not of low signal`));
}
