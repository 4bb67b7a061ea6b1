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

/** `lib/<abi>/x.so`, in an app bundle `<module>/lib/<abi>/x.so`; the ABI folder tells it from an asset of that name. */
const NATIVE_LIBRARY =
  /(?:^|\/)(?:lib|jniLibs|libs)\/(?:armeabi|armeabi-v7a|arm64-v8a|x86|x86_64|mips|mips64|riscv64)\/([^/]+\.so)$/;

/**
 * What the names of files alone tell: native libraries, each name once, and paths that a signature knows. Native code
 * itself is not read; a gap says how much of it there is.
 */
export function extractFiles(build: Build, watch: FileWatch): Extraction {
  const facts: Fact[] = [];
  const libraries = new Map<string, string>();
  for (const file of build.files) {
    const inner = file.path.slice(file.path.lastIndexOf('!') + 1);
    const library = NATIVE_LIBRARY.exec(inner)?.[1];
    if (library !== undefined && !libraries.has(library)) libraries.set(library, file.path);
    const known = watch.exact.has(inner) || watch.patterns.some((pattern) => fitsWildcard(pattern, inner));
    if (known) facts.push({ kind: 'asset', value: inner, at: { file: file.path } });
  }
  for (const [library, path] of libraries) facts.push({ kind: 'library', value: library, at: { file: path } });
  const first = libraries.values().next().value;
  if (first === undefined) return { facts, gaps: [] };
  const detail = `${libraries.size} native libraries are known by name only, their code is not read`;
  return { facts, gaps: [{ stage: 'native', file: first, code: 'unsupported', detail, material: false }] };
}
