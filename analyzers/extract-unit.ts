import { compileDexWatch, type DexExtraction, extractDex } from './extract/dex/extract-dex.ts';
import { compileScriptWatch, extractScript } from './extract/script/extract-script.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { Extraction } from './model/fact.ts';

/** One file's worth of code, extracted on its own, in this thread or in a worker. */
export interface CodeUnit {
  kind: 'dex' | 'script';
  /** Path inside the build. */
  file: string;
  bytes: Uint8Array;
}

export type UnitExtraction = Extraction & Partial<Pick<DexExtraction, 'classCount'>>;

/** Compiles what the extractors watch for, once, when the first unit of a kind comes. */
export function compileUnitExtractor(catalogue: Catalogue): (unit: CodeUnit) => UnitExtraction {
  let dexWatch: ReturnType<typeof compileDexWatch> | undefined;
  let scriptWatch: ReturnType<typeof compileScriptWatch> | undefined;
  return ({ kind, file, bytes }) => {
    if (kind === 'dex') {
      dexWatch ??= compileDexWatch(catalogue);
      return extractDex(file, bytes, dexWatch);
    }
    scriptWatch ??= compileScriptWatch(catalogue);
    return extractScript(file, bytes, scriptWatch);
  };
}
