import { openDexContainer } from '../../../formats/dex/container.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import { DEFAULT_LIMITS } from '../../../model/limits.ts';
import type { ProgramFile } from '../../../model/program.ts';
import { DexProgramFile } from './program-file.ts';

/**
 * The logical DEX files of one physical file, for the call graph; empty where nothing can be opened.
 * @param file path of the file inside the build, for locations
 */
export function readProgram(file: string, bytes: Uint8Array, stringSize = DEFAULT_LIMITS.stringSize): ProgramFile[] {
  try {
    return openDexContainer(bytes, stringSize).files.map((dex) => new DexProgramFile(file, dex));
  } catch (error) {
    if (error instanceof DexError) return [];
    throw error;
  }
}
