import type { Build } from '../../model/build.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Extraction, Fact } from '../../model/fact.ts';
import { fitsWildcard } from '../../model/wildcard.ts';

/** Paths that signatures know: whole ones by hash, patterns one by one. */
export interface FileWatch {
  exact: ReadonlySet<string>;
  patterns: readonly string[];
}

export function compileFileWatch(catalogue: Catalogue): FileWatch {
  const all = [
    ...Object.values(catalogue.sdks).flatMap((sdk) => sdk.assets),
    ...Object.values(catalogue.frameworks).flatMap((framework) => framework.files),
    ...Object.values(catalogue.packers).flatMap((packer) => packer.files),
  ];
  return {
    exact: new Set(all.filter((path) => !path.includes('*'))),
    patterns: [...new Set(all.filter((path) => path.includes('*')))].sort(),
  };
}

/** What the names of files alone tell: paths that a signature knows. */
export function extractFiles(build: Build, watch: FileWatch): Extraction {
  const facts: Fact[] = [];
  for (const file of build.files) {
    const inner = file.path.slice(file.path.lastIndexOf('!') + 1);
    const known = watch.exact.has(inner) || watch.patterns.some((pattern) => fitsWildcard(pattern, inner));
    if (known) facts.push({ kind: 'asset', value: inner, at: { file: file.path } });
  }
  return { facts, gaps: [] };
}
