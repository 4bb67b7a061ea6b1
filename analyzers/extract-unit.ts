import { compileDexWatch, type DexExtraction, extractDex } from './extract/dex/extract-dex.ts';
import { compileNativeWatch, extractNative, type NativeExtraction } from './extract/native/extract-native.ts';
import {
  compileScriptWatch,
  extractScripts,
  type ScriptExtraction,
  type ScriptSource,
} from './extract/script/extract-script.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { Extraction } from './model/fact.ts';
import type { Limits } from './model/limits.ts';

/** Code that is extracted on its own, in this thread or in a worker: a DEX file, a native library, or scripts that can see each other. */
export type CodeUnit =
  | {
      kind: 'dex' | 'native';
      /** Path inside the build. */
      file: string;
      bytes: Uint8Array;
    }
  | { kind: 'script'; sources: ScriptSource[] };

export type UnitExtraction = Extraction &
  Partial<Pick<DexExtraction, 'classCount' | 'classNames' | 'codeLoaders'>> &
  Partial<Pick<NativeExtraction, 'embedded' | 'jniNames'>> &
  Partial<Pick<ScriptExtraction, 'bridgeCalls' | 'isStackSpent'>>;

/** Compiles what the extractors watch for, once, when the first unit of a kind comes. */
export function compileUnitExtractor(catalogue: Catalogue, limits: Limits): (unit: CodeUnit) => UnitExtraction {
  let dexWatch: ReturnType<typeof compileDexWatch> | undefined;
  let nativeWatch: ReturnType<typeof compileNativeWatch> | undefined;
  let scriptWatch: ReturnType<typeof compileScriptWatch> | undefined;
  return (unit) => {
    if (unit.kind === 'script') {
      scriptWatch ??= compileScriptWatch(catalogue);
      return extractScripts(unit.sources, scriptWatch, limits.syntaxDepth);
    }
    if (unit.kind === 'native') {
      nativeWatch ??= compileNativeWatch(catalogue);
      return extractNative(unit.file, unit.bytes, nativeWatch);
    }
    dexWatch ??= compileDexWatch(catalogue);
    return extractDex(unit.file, unit.bytes, dexWatch, limits);
  };
}
