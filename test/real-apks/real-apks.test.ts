import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { facts, scan } from '../../analyzers/index.ts';
import { candor } from '../cli/candor.ts';
import { POLICIES } from '../outside-material.ts';
import { validatorFor } from '../report-schema.ts';

interface Badging {
  package: string;
  versionCode: string | null;
  versionName: string | null;
  label: string | null;
  minSdk: number;
  targetSdk: number;
  permissions: Record<string, number | null>;
}

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
/** Recorded by record-aapt.sh. */
const recorded: Record<string, Badging> = JSON.parse(readFileSync(pathOf('aapt.json'), 'utf8'));
const apks = Object.keys(recorded).map((name) => ({ name, path: pathOf(`../../node_modules/${name}`) }));

describe.each(apks)('$name', ({ name, path }) => {
  test('manifest values are those of aapt', async () => {
    const { input, permissions } = await facts(path);
    const { package: id, versionCode, versionName, label, minSdk, targetSdk } = input;
    const seen = Object.fromEntries(permissions.map((permission) => [permission.name, permission.maxSdkVersion]));
    expect({ package: id, versionCode, versionName, label, minSdk, targetSdk, permissions: seen }).toEqual(
      recorded[name],
    );
  });
});

const policies = (POLICIES === undefined ? [] : readdirSync(POLICIES)).map((name) => ({
  name,
  policy: `${POLICIES}/${name}`,
}));
const withCode = apks.filter(({ name }) => !name.includes('androidTest'));

describe.skipIf(policies.length === 0)('with real policies (skipped where they are not beside the repository)', () => {
  describe.each(withCode)('$name', ({ path }) => {
    test.each(policies)('and $name: a whole report, the same from the command line', async ({ policy }) => {
      const report = await scan(path, { policies: [policy] });
      const validate = validatorFor('report');
      expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
      expect(report.gaps.filter((gap) => gap.material)).toEqual([]);
      expect(report.evidence.length).toBeGreaterThan(20);
      expect(report.claims.length).toBeGreaterThan(10);
      expect(report.discrepancies.length).toBeGreaterThan(3);
      const grave = report.discrepancies.some(({ severity }) => severity === 'high');
      const run = candor('scan', path, '--policy', policy, '--format', 'json');
      expect(run.code).toBe(grave ? 1 : 0);
      const { gate, ...written } = JSON.parse(run.out);
      expect(JSON.stringify(written)).toBe(JSON.stringify(report));
      expect(gate.failing.length > 0).toBe(grave);
      expect(validate({ ...written, gate }), JSON.stringify(validate.errors)).toBe(true);
    });
  });
});
