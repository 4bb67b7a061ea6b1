import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { FACTS } from '../outside-material.ts';
import { readSignatureFiles } from '../signatures/signature-files.ts';
import { edgeRows, entryRows, Shown } from './table-rows.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Why no compiled app shows rows of the tables of entry points and implicit edges -> those rows. */
const notShown = JSON.parse(readFileSync(join(HERE, 'rows-not-shown.json'), 'utf8')) as Record<string, string[]>;

test.skipIf(FACTS === undefined)(
  'every row of both tables is compiled and graded right, reached and not, or there is a reason why it cannot be',
  { timeout: 200_000 },
  async () => {
    const catalogue = compileCatalogue(readSignatureFiles());
    const shown = new Shown();
    const apps = readdirSync(HERE).filter((each) => each.endsWith('.apk') && !each.endsWith('-shrunk.apk'));
    for (const name of apps) await shown.add(join(HERE, name), catalogue);
    const rows = [
      ...entryRows(readFileSync(join(FACTS ?? '', 'entry-points.tsv'), 'utf8')),
      ...edgeRows(readFileSync(join(FACTS ?? '', 'implicit-edges.tsv'), 'utf8')),
    ];
    const missing = rows.filter((row) => !shown.isReached(row) || !shown.isUnreached(row)).map(({ key }) => key);
    expect(missing.sort()).toEqual(Object.values(notShown).flat().sort());
    expect(rows.length - missing.length).toBeGreaterThanOrEqual(1042);
  },
);
