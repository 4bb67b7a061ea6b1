import type { Build, BuildFile } from '../../model/build.ts';
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

/** Google's libraries leave such files at the top of a build. */
const MOST_PROPERTIES = 4096;
const VERSION_LINE = /^version=([\w.+-]{1,40})\s*$/m;

function versionIn(file: BuildFile): string | undefined {
  if (file.size > MOST_PROPERTIES) return undefined;
  return VERSION_LINE.exec(Buffer.from(file.read()).toString('latin1'))?.[1];
}

/** What the names of files tell: paths that a signature knows; of properties also the version that they state. */
export function extractFiles(build: Build, watch: FileWatch): Extraction {
  const facts: Fact[] = [];
  for (const file of build.files) {
    const inner = file.path.slice(file.path.lastIndexOf('!') + 1);
    const known = watch.exact.has(inner) || watch.patterns.some((pattern) => fitsWildcard(pattern, inner));
    if (!known) continue;
    const version = inner.endsWith('.properties') ? versionIn(file) : undefined;
    facts.push({
      kind: 'asset',
      value: inner,
      ...(version === undefined ? {} : { args: [version] }),
      at: { file: file.path },
    });
  }
  return { facts, gaps: [] };
}
