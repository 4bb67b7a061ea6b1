import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { normalisePhrase } from '../../analyzers/policy/normalise.ts';
import { scan } from '../../analyzers/policy/scan.ts';
import { policyReader } from './reading.ts';

const FOLDER = new URL('../../signatures/policy-terms/', import.meta.url).pathname;
/** Groups whose words are no terms of their own, but take away from others or add to them. */
/** Groups of names of SDKs, by id. */
const ALIASES = 'sdk-alias/';
const OTHER_MEANING = new Set(['false-friends', 'glued-letters']);

interface Terms {
  zh: string[];
  en: string[];
  references: string[];
  examples: { hit: string[]; miss: string[] };
}

const groups = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .map((path): [string, Terms] => [
    path.slice(0, -'.json'.length),
    JSON.parse(readFileSync(join(FOLDER, path), 'utf8')),
  ])
  .sort(([a], [b]) => (a < b ? -1 : 1));

test.each(groups)('%s: examples hit and miss, and nothing stands twice', (group, { zh, en, references, examples }) => {
  const words = [...zh, ...en].map(normalisePhrase);
  expect(words).not.toContain('');
  expect(references.length).toBeGreaterThan(0);
  expect(examples.hit.length).toBeGreaterThan(0);
  if (OTHER_MEANING.has(group)) return;
  const hits = (text: string) => {
    const found = scan(policyReader().lexicon, text);
    if (!group.startsWith(ALIASES)) return (found.terms.get(group) ?? []).length > 0;
    return found.sdks.some((hit) => hit.sdks.some((sdk) => sdk.id === group.slice(ALIASES.length)));
  };
  for (const text of examples.hit) expect(`${text}: ${hits(text)}`).toBe(`${text}: true`);
  for (const text of examples.miss) expect(`${text}: ${hits(text)}`).toBe(`${text}: false`);
});
