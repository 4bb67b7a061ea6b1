import type { Build, BuildFile } from '../../model/build.ts';
import type { Gap } from '../../model/gap.ts';

/** The native libraries of a build that are worth reading, and what is left unread. */
export interface NativeLibraries {
  /** One file for each name, sorted by path. */
  files: BuildFile[];
  gaps: Gap[];
}

/** 64-bit ARM is what most phones run; the same library for another ABI is the same code compiled once more. */
const ABIS = ['arm64-v8a', 'armeabi-v7a', 'armeabi', 'x86_64', 'x86', 'riscv64', 'mips64', 'mips'];

/** `lib/<abi>/x.so`, in an app bundle `<module>/lib/<abi>/x.so`; the ABI folder tells it from an asset of that name. */
const NATIVE_LIBRARY =
  /(?:^|\/)(?:lib|jniLibs|libs)\/(armeabi|armeabi-v7a|arm64-v8a|x86|x86_64|mips|mips64|riscv64)\/([^/]+\.so)$/;

/** Base name of the library that a path is of, undefined where it is of none. */
export function libraryName(path: string): string | undefined {
  return NATIVE_LIBRARY.exec(path.slice(path.lastIndexOf('!') + 1))?.[2];
}

/** Chooses one file for each library name. The gap says that machine code is not followed, whatever is read of it. */
export function nativeLibraries(build: Build): NativeLibraries {
  const chosen = new Map<string, { file: BuildFile; rank: number }>();
  for (const file of build.files) {
    const parts = NATIVE_LIBRARY.exec(file.path.slice(file.path.lastIndexOf('!') + 1));
    if (parts === null) continue;
    const [, abi = '', name = ''] = parts;
    const rank = ABIS.indexOf(abi);
    const other = chosen.get(name);
    if (other === undefined || rank < other.rank) chosen.set(name, { file, rank });
  }
  const files = [...chosen.values()].map(({ file }) => file).sort((a, b) => (a.path < b.path ? -1 : 1));
  const [first] = files;
  if (first === undefined) return { files, gaps: [] };
  const detail = `${files.length} native libraries are read for symbols and strings only, their machine code is not followed`;
  return { files, gaps: [{ stage: 'native', file: first.path, code: 'unsupported', detail, material: false }] };
}
