import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPolicy } from '../../analyzers/policy/read-policy.ts';
import { policyReader, shortClaim } from './reading.ts';

/**
 * Policies in many styles, written for this test, and what a careful reader takes from each, reviewed by hand: claims of
 * the app and of others, rows of SDKs, permissions. `vitest -u` rewrites the readings: look at every line that changes.
 */
const FOLDER = join(import.meta.dirname, 'styles');

test.each(readdirSync(FOLDER).filter((name) => !name.endsWith('.json')))('%s', async (name) => {
  const reading = readPolicy(name, readFileSync(join(FOLDER, name)), policyReader());
  const short = {
    claims: [...new Set(reading.claims.map(shortClaim))].sort(),
    sdks: reading.sdks.map(({ at, ...sdk }) => ({ ...sdk, line: at.line })),
    permissions: reading.permissions.map((permission) => permission.name).sort(),
    mentions: [...new Set(reading.mentions.map((mention) => mention.sdk))].sort(),
  };
  await expect(`${JSON.stringify(short, null, 2)}\n`).toMatchFileSnapshot(join(FOLDER, `${name}.json`));
});
