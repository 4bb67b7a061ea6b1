import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { findSdks } from '../../analyzers/match/sdks.ts';
import type { Fact } from '../../analyzers/model/fact.ts';
import { policy } from '../../analyzers/pipeline.ts';
import { POLICIES } from '../outside-material.ts';
import { readSignatureFiles } from '../signatures/signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());

/** What of a build shows an SDK of the catalogue: a class, else a library, a component or a setting. */
function signOf(id: string): Fact | undefined {
  const sdk = catalogue.sdks[id];
  const at = { file: 'classes.dex' };
  const signs: [Fact['kind'], string | undefined][] = [
    ['class', sdk?.packages[0]],
    ['library', sdk?.libraries[0]],
    ['component', sdk?.components[0]],
    ['setting', sdk?.settings[0]],
    ['module', sdk?.modules[0]],
  ];
  const [kind, value] = signs.find(([, name]) => name !== undefined) ?? [];
  return kind === undefined || value === undefined ? undefined : { kind, value, at };
}

const policies = POLICIES === undefined ? [] : readdirSync(POLICIES).filter((name) => name.endsWith('.txt'));

test.skipIf(policies.length === 0).each(policies)(
  'every SDK that %s names has one id, by which code knows it too',
  async (name) => {
    const { declaredSdks } = await policy([join(POLICIES ?? '', name)], { catalogue });
    expect(declaredSdks.filter(({ id }) => id === null)).toEqual([]);
    for (const id of new Set(declaredSdks.flatMap(({ id }) => id ?? []))) {
      const sign = signOf(id);
      expect(sign, id).toBeDefined();
      const found = sign === undefined ? [] : findSdks([sign], catalogue);
      expect(found.map((sdk) => sdk.id)).toEqual([id]);
    }
  },
);
