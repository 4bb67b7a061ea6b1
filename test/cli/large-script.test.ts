import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { candor } from './candor.ts';

test('a script that is parsed in a thread of its own, for which the built program loads modules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candor-large-'));
  try {
    const path = join(folder, 'app.bundle');
    writeFileSync(path, `navigator.geolocation.getCurrentPosition(keep);\n/*${'x'.repeat(7 * 1024 * 1024)}*/\n`);
    const { code, out, err } = candor('facts', path, '--format', 'json');
    expect(err).toEqual([]);
    expect(code).toBe(0);
    expect(JSON.parse(out).facts).toMatchObject([{ value: 'navigator.geolocation.getCurrentPosition' }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
