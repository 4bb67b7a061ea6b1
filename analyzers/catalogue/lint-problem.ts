/** What the linter checks; each rule has its name, so that a message can be looked up. */
export type LintRule =
  | 'shape'
  | 'format'
  | 'references'
  | 'weak-source'
  | 'examples'
  | 'hit-missed'
  | 'miss-hit'
  | 'data-type-unknown'
  | 'parent-unknown'
  | 'parent-cycle'
  | 'says-nothing'
  | 'permission-unknown'
  | 'package-form'
  | 'platform-pattern'
  | 'wide-pattern'
  | 'shared-mark'
  | 'kind-unknown';

/** Something wrong with one signature file. */
export interface LintProblem {
  /** Path below signatures/. */
  file: string;
  rule: LintRule;
  /** One clause that names the field or the example. */
  detail: string;
}
