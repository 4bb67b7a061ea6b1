import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const EDGES = fileURLToPath(new URL('../../signatures/implicit-edges', import.meta.url));

/** Callback types that no app can show -> why. */
const notShown = JSON.parse(readFileSync(join(HERE, 'callbacks-not-shown.json'), 'utf8')) as Record<string, string>;

interface Callbacks {
  callbacks: Record<string, string[]>;
  userCallbacks: Record<string, string[]>;
}

function callbackTypes(): string[] {
  return readdirSync(EDGES).flatMap((file) => {
    const { callbacks, userCallbacks } = JSON.parse(readFileSync(join(EDGES, file), 'utf8')) as Callbacks;
    return Object.keys({ ...callbacks, ...userCallbacks });
  });
}

test('what no app can show is a callback type, and has a reason', () => {
  const types = new Set(callbackTypes());
  for (const [type, reason] of Object.entries(notShown)) {
    expect(types.has(type), type).toBe(true);
    expect(reason.length, type).toBeGreaterThan(20);
  }
});

test('every case that was written by hand has a variant that is handed over and one that is not', () => {
  const folder = join(HERE, 'callbacks-by-hand/src/org/example/callbacksbyhand');
  const files = readdirSync(folder).filter((file) => file !== 'Main.java');
  expect(files.length).toBeGreaterThanOrEqual(35);
  const main = readFileSync(join(folder, 'Main.java'), 'utf8');
  for (const file of files) {
    const source = readFileSync(join(folder, file), 'utf8');
    expect(source, file).toMatch(/class Reached /);
    expect(source, file).toMatch(/class Unreached /);
    expect(main, file).toContain(`${file.replace('.java', '')}.drive(this)`);
  }
});
