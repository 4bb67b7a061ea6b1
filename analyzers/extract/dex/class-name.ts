import { javaType } from '../../formats/dex/descriptor.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';

/** Binary name of a class that the file defines, `?` where its name lies outside the file. */
export function definedClassName(dex: DexFile, classDef: number): string {
  const type = dex.classType(classDef);
  return dex.typeStart(type) < 0 ? '?' : javaType(dex.typeDescriptor(type));
}
