/**
 * Scores the reading of policies against readings by people:
 * `npm run eval:policies -- --gold DIR --policies DIR`. Each `<name>.json` of the gold folder has `policy`, `clear`,
 * `clearEither`, `vague`, `vagueEither`, `permissions` and `sdks`. Prints a table for each policy, then every miss with
 * the quote that the people gave and every false hit with the sentence that was misread.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileCatalogue } from '../analyzers/catalogue/compile.ts';
import type { Catalogue } from '../analyzers/model/catalogue.ts';
import type { PolicyReading } from '../analyzers/model/claim.ts';
import { compilePolicyReader, readPolicy } from '../analyzers/policy/read-policy.ts';

export interface GoldSdk {
  clear: string[];
  clearEither: string[];
  vague: string[];
  vagueEither: string[];
  alternatives?: string[];
}

export interface Gold {
  policy: string;
  clear: Record<string, string>;
  clearEither: string[];
  vague: Record<string, string>;
  vagueEither: string[];
  permissions: Record<string, string>;
  sdks: Record<string, GoldSdk>;
}

const SIGNATURES = new URL('../signatures/', import.meta.url).pathname;
const READ_FOLDERS = ['data-types', 'sdks', 'permissions', 'policy-terms'];

/** The signatures that reading policies needs. */
export function loadPolicyCatalogue(): Catalogue {
  const files = new Map<string, string>();
  for (const folder of READ_FOLDERS) {
    for (const path of readdirSync(join(SIGNATURES, folder), { recursive: true, encoding: 'utf8' })) {
      if (path.endsWith('.json')) files.set(`${folder}/${path}`, readFileSync(join(SIGNATURES, folder, path), 'utf8'));
    }
  }
  return compileCatalogue(files);
}

export interface Score {
  precision: number;
  recall: number;
  f1: number;
  missed: string[];
  wrong: string[];
}

function score(found: Iterable<string>, wanted: Iterable<string>, either: Iterable<string> = []): Score {
  const wantedSet = new Set(wanted);
  const eitherSet = new Set(either);
  const foundSet = new Set([...found].filter((id) => wantedSet.has(id) || !eitherSet.has(id)));
  const missed = [...wantedSet].filter((id) => !foundSet.has(id)).sort();
  const wrong = [...foundSet].filter((id) => !wantedSet.has(id)).sort();
  const right = foundSet.size - wrong.length;
  const precision = foundSet.size === 0 ? 1 : right / foundSet.size;
  const recall = wantedSet.size === 0 ? 1 : right / wantedSet.size;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    missed,
    wrong,
  };
}

function line(name: string, result: Score): string {
  const numbers = [result.precision, result.recall, result.f1].map((value) => value.toFixed(3).padStart(7)).join('');
  const lists = [
    result.missed.length > 0 ? `  missed: ${result.missed.join(' ')}` : '',
    result.wrong.length > 0 ? `  false: ${result.wrong.join(' ')}` : '',
  ];
  return `  ${name.padEnd(16)}${numbers}${lists.join('')}`;
}

/** Precision, recall and F1 of each kind of thing that a policy declares. */
export function scoresOf(reading: PolicyReading, gold: Gold): Record<string, Score> {
  const app = reading.claims.filter((claim) => claim.actor === 'app' && claim.stance === 'affirmed');
  const of = (breadth: string) => app.filter((claim) => claim.breadth === breadth).map((claim) => claim.data);
  const goldIds = Object.entries(gold.sdks);
  const data = new Map<string, string[]>();
  for (const sdk of reading.sdks) {
    const right = goldIds.find(([id, row]) => id === sdk.id || (sdk.id !== null && row.alternatives?.includes(sdk.id)));
    const id = right?.[0] ?? sdk.id ?? `?${sdk.name}`;
    data.set(id, [...(data.get(id) ?? []), ...sdk.data.exact, ...sdk.data.broad.map((each) => `~${each}`)]);
  }
  const pairs = [...data].flatMap(([id, types]) => types.map((type) => `${id}:${type}`));
  const pairsOf = (clear: 'clear' | 'clearEither', vague: 'vague' | 'vagueEither') =>
    goldIds.flatMap(([id, row]) => [
      ...row[clear].map((each) => `${id}:${each}`),
      ...row[vague].map((each) => `${id}:~${each}`),
    ]);
  const permissions = reading.permissions.map(({ name }) => name.slice(name.lastIndexOf('.') + 1));
  return {
    exact: score(of('exact'), Object.keys(gold.clear), gold.clearEither),
    broad: score(of('broad'), Object.keys(gold.vague), gold.vagueEither),
    sdks: score(data.keys(), Object.keys(gold.sdks)),
    'sdk data': score(pairs, pairsOf('clear', 'vague'), pairsOf('clearEither', 'vagueEither')),
    permissions: score(permissions, Object.keys(gold.permissions)),
  };
}

/** What a person gave, or the reader took, as the place for an id. */
function evidenceOf(reading: PolicyReading, gold: Gold, id: string): string {
  const plain = id.replace(/^.*:/, '').replace(/^~/, '');
  const told = gold.clear[plain] ?? gold.vague[plain] ?? gold.permissions[plain];
  const claim = reading.claims.find((each) => each.data === plain && each.stance === 'affirmed');
  const permission = reading.permissions.find((each) => each.name.endsWith(`.${plain}`));
  const place = claim ?? permission;
  const quote = (text: string) => text.replace(/\s+/g, ' ').slice(0, 100);
  if (told !== undefined) return `stands at: ${quote(told)}`;
  return place === undefined ? '' : `taken from line ${place.at.line}: ${quote(place.quote)}`;
}

function main(): void {
  const { values } = parseArgs({ options: { gold: { type: 'string' }, policies: { type: 'string' } } });
  if (values.gold === undefined || values.policies === undefined) {
    process.stderr.write('usage: npm run eval:policies -- --gold DIR --policies DIR\n');
    process.exitCode = 2;
    return;
  }
  const reader = compilePolicyReader(loadPolicyCatalogue());
  const mistakes: string[] = [];
  for (const file of readdirSync(values.gold).sort()) {
    if (!file.endsWith('.json')) continue;
    const gold = JSON.parse(readFileSync(join(values.gold, file), 'utf8')) as Gold;
    const bytes = readFileSync(join(values.policies, gold.policy));
    const start = performance.now();
    const reading = readPolicy(gold.policy, bytes, reader);
    const took = performance.now() - start;
    const scores = Object.entries(scoresOf(reading, gold));
    const lines = scores.map(([name, result]) => line(name, result));
    process.stdout.write(`${gold.policy} (${took.toFixed(0)} ms)  precision recall F1\n${lines.join('\n')}\n\n`);
    for (const [name, { missed, wrong }] of scores) {
      for (const id of missed) mistakes.push(`${gold.policy} ${name} missed ${id}  ${evidenceOf(reading, gold, id)}`);
      for (const id of wrong) mistakes.push(`${gold.policy} ${name} false ${id}  ${evidenceOf(reading, gold, id)}`);
    }
  }
  process.stdout.write(`Misses and false hits: ${mistakes.length}\n${mistakes.map((each) => `  ${each}\n`).join('')}`);
}

if (process.argv[1]?.endsWith('eval-policies.ts')) main();
