import type { Evidence } from '../../analyzers/index.ts';

/** What the names around a sensitive call say about it; null where they do not say. */
export interface Expectation {
  grade: 'reachable' | 'bundled';
  beforeConsent: boolean | null;
  background: boolean | null;
}

/**
 * Read off the innermost name that tells: the method's, then the class names from the inside out. `Reached` and
 * `Unreached` give the grade; `Early` and `Late` say whether it runs before consent, `Behind` and `Ahead` whether it runs
 * (also) in the background.
 */
export function expectationOf(at: Evidence['at']): Expectation | null {
  const method = at.method?.split('(')[0] ?? '';
  const telling = /^(?:un)?reached/.test(method)
    ? method
    : (at.class ?? '')
        .split(/[.$]/)
        .reverse()
        .find((name) => /(?:Unr|R)eached/.test(name));
  if (telling === undefined) return null;
  return {
    grade: /^unreached|Unreached/.test(telling) ? 'bundled' : 'reachable',
    beforeConsent: /Early/.test(telling) ? true : /Late/.test(telling) ? false : null,
    background: /Behind/.test(telling) ? true : /Ahead/.test(telling) ? false : null,
  };
}

/** What differs between expectation and evidence, in words; null when it is as expected. */
export function missOf(expected: Expectation, evidence: Evidence): string | null {
  const wrong: string[] = [];
  const reached = evidence.grade === 'reachable' || evidence.grade === 'sent';
  if (reached !== (expected.grade === 'reachable')) wrong.push(`expected ${expected.grade}, got ${evidence.grade}`);
  const last = evidence.path.at(-1);
  if (
    reached &&
    (evidence.entry === null || last?.class !== evidence.at.class || last?.method !== evidence.at.method)
  ) {
    wrong.push('reached without an entry and a path to it');
  }
  if (reached && expected.beforeConsent !== null && evidence.beforeConsent !== expected.beforeConsent) {
    wrong.push(`expected beforeConsent ${expected.beforeConsent}`);
  }
  if (reached && expected.background !== null && evidence.background !== expected.background) {
    wrong.push(`expected background ${expected.background}`);
  }
  return wrong.length === 0 ? null : wrong.join('; ');
}
