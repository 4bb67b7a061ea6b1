import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Fact, facts, type Gap } from '../../analyzers/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A path for a file that lives as long as the tests of one file. */
export function scratch(name: string): string {
  return join(folder, name);
}

export function written(name: string, bytes: Uint8Array): string {
  const path = scratch(name);
  writeFileSync(path, bytes);
  return path;
}

export interface Judged {
  /** Everything but the tricks. */
  facts: (Fact & { data: string[] })[];
  gaps: Gap[];
  /** Codes of the tricks with the file each is in, sorted. */
  tricks: string[];
  head: unknown;
}

/** What `candor facts` tells of bytes. */
export async function judge(bytes: Uint8Array, name = 'app.apk'): Promise<Judged> {
  const report = await facts(written(name, bytes), { jobs: 1 });
  const { sha256, size, ...input } = report.input;
  return {
    facts: report.facts.filter(({ kind }) => kind !== 'anti-analysis'),
    gaps: report.gaps,
    tricks: report.facts
      .flatMap(({ kind, value, at }) => (kind === 'anti-analysis' ? [`${value} ${at.file}`] : []))
      .sort(),
    head: { input, permissions: report.permissions, sdks: report.sdks, missing: report.missingPermissions },
  };
}

/** Facts without the file that holds them, sorted: for code that was moved. */
export function anywhere(all: Judged['facts']): string[] {
  return all.map(({ at, ...fact }) => JSON.stringify([fact, at.class, at.method, at.offset])).sort();
}
