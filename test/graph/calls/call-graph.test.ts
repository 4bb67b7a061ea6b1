import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../../analyzers/catalogue/compile.ts';
import { readProgram } from '../../../analyzers/extract/dex/program/read-program.ts';
import { extractManifest } from '../../../analyzers/extract/manifest/extract-manifest.ts';
import { CallGraph } from '../../../analyzers/graph/calls/call-graph.ts';
import { findEntryPoints } from '../../../analyzers/graph/entry-points.ts';
import { Hierarchy } from '../../../analyzers/graph/program/hierarchy.ts';
import { compilePlatform } from '../../../analyzers/graph/program/platform.ts';
import { unpack } from '../../../analyzers/unpack/unpack.ts';
import { readSignatureFiles } from '../../signatures/signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());
const build = unpack(fileURLToPath(new URL('../../reach-apps/threading.apk', import.meta.url)));

/** Numbers of the methods that are reached when objects are followed to a bound. */
function reachedWithin(mostArrivals?: number): { reached: Set<number>; exhausted: boolean } {
  const { manifest } = extractManifest(build);
  if (manifest === null) throw new Error('no manifest');
  const dex = build.files.filter(({ path }) => path.endsWith('.dex'));
  const hierarchy = new Hierarchy(
    dex.flatMap((file) => readProgram(file.path, file.read())),
    catalogue.classHierarchy,
  );
  const platform = compilePlatform(catalogue, hierarchy);
  const graph = new CallGraph(hierarchy, platform, { mostArrivals });
  for (const { cls, method } of findEntryPoints(manifest, hierarchy, platform)) graph.addRoot(cls, [method]);
  graph.complete();
  const reached = new Set<number>();
  graph.reached.forEach((is, method) => {
    if (is === 1) reached.add(method);
  });
  return { reached, exhausted: graph.flow.exhausted };
}

test.each([0, 10, 100, 400])('given up after %i arrivals, the flow loses nothing that is reached', (bound) => {
  const whole = reachedWithin();
  const cut = reachedWithin(bound);
  expect([whole.exhausted, cut.exhausted]).toEqual([false, true]);
  expect(whole.reached.size).toBeGreaterThan(100);
  expect([...whole.reached].filter((method) => !cut.reached.has(method))).toEqual([]);
});
