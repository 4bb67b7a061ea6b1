import type { DexFile } from './dex-file.ts';

const PRIMITIVES: Readonly<Record<string, string>> = {
  B: 'byte',
  C: 'char',
  D: 'double',
  F: 'float',
  I: 'int',
  J: 'long',
  S: 'short',
  V: 'void',
  Z: 'boolean',
};

/** Java name of a type: `[Landroid/net/Uri;` is `android.net.Uri[]`. What is no descriptor stays as it is. */
export function javaType(descriptor: string): string {
  let dimensions = 0;
  while (descriptor[dimensions] === '[') dimensions++;
  const element = descriptor.slice(dimensions);
  const name =
    element.length > 2 && element.startsWith('L') && element.endsWith(';')
      ? element.slice(1, -1).replaceAll('/', '.')
      : (PRIMITIVES[element] ?? element);
  return name + '[]'.repeat(dimensions);
}

/** Descriptor of a class given by its binary name: `android.net.Uri` is `Landroid/net/Uri;`. */
export function classDescriptor(binaryName: string): string {
  return `L${binaryName.replaceAll('.', '/')};`;
}

/** Descriptor of a proto, such as `(Ljava/lang/String;I)V`. @throws DexError for a broken proto */
export function protoDescriptor(dex: DexFile, proto: number): string {
  const parameters = dex.protoParameters(proto).map((type) => dex.typeDescriptor(type));
  return `(${parameters.join('')})${dex.typeDescriptor(dex.protoReturnType(proto))}`;
}

/** `name(java.lang.String,int)`: a method's name and its Java parameter types. @throws DexError for a broken reference */
export function methodSignature(dex: DexFile, method: number): string {
  const parameters = dex.protoParameters(dex.methodProto(method)).map((type) => javaType(dex.typeDescriptor(type)));
  return `${dex.string(dex.methodName(method))}(${parameters.join(',')})`;
}
