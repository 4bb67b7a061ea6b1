import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPolicy } from '../../analyzers/policy/read-policy.ts';
import { type Gold, scoresOf } from '../../scripts/eval-policies.ts';
import { GOLD, POLICIES } from '../outside-material.ts';
import { policyReader } from './reading.ts';

/** F1 that every policy must reach. */
const WANTED: Record<string, number> = { exact: 0.95, broad: 0.9, sdks: 0.95, 'sdk data': 0.9, permissions: 0.95 };

const files = GOLD === undefined ? [] : readdirSync(GOLD).filter((file) => file.endsWith('.json'));

test.skipIf(GOLD === undefined || POLICIES === undefined)(
  'readings by people (skipped where they are not beside the repository): scores',
  () => {
    for (const file of files) {
      const gold = JSON.parse(readFileSync(join(GOLD ?? '', file), 'utf8')) as Gold;
      const bytes = readFileSync(join(POLICIES ?? '', gold.policy));
      const scores = scoresOf(readPolicy(gold.policy, bytes, policyReader()), gold);
      for (const [name, least] of Object.entries(WANTED)) {
        const { f1, missed, wrong } = scores[name] ?? { f1: 0, missed: [], wrong: [] };
        expect(f1, `${gold.policy} ${name}: missed ${missed}; false ${wrong}`).toBeGreaterThanOrEqual(least);
      }
    }
  },
);
