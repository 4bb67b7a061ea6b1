import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scan } from '../analyzers/index.ts';
import { validatorFor } from './report-schema.ts';

const SAMPLES = fileURLToPath(new URL('../samples', import.meta.url));

/** A sample is a folder with a policy beside its input: `app.apk`, or a source folder `app`. */
const samples = readdirSync(SAMPLES).flatMap((name) => {
  const folder = join(SAMPLES, name);
  const input = ['app.apk', 'app'].map((file) => join(folder, file)).find((path) => existsSync(path));
  if (input === undefined) return [];
  const policies = readdirSync(folder).filter((file) => file.startsWith('policy.'));
  return [{ name, folder, input, policies: policies.map((file) => join(folder, file)) }];
});

test('there are samples of every kind', () => {
  expect(samples.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['native-java', 'react-native', 'uni-app', 'typescript-folder']),
  );
});

describe.each(samples)('$name', ({ folder, input, policies }) => {
  test('its report is the golden one, whole', async () => {
    const report = await scan(input, { policies });
    // The digest of the signatures changes with every signature; what they find here is what counts.
    const golden = { ...report, tool: { ...report.tool, signatures: 'any' } };
    await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'expected.json'));
  });

  test('its report keeps to the schema', async () => {
    const validate = validatorFor('report');
    expect(validate(await scan(input, { policies })), JSON.stringify(validate.errors)).toBe(true);
  });

  test('its report does not depend on workers, repetition, locale or time zone', async () => {
    const first = JSON.stringify(await scan(input, { policies, jobs: 1 }));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const second = JSON.stringify(await scan(input, { policies, jobs: 2 }));
    process.env.TZ = zone;
    expect(second).toBe(first);
  });
});
