import { classDescriptor, javaType, methodSignature } from '../../../formats/dex/descriptor.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import { readU2 } from '../../../formats/dex/little-endian.ts';
import type { Catalogue } from '../../../model/catalogue.ts';
import type { Fact } from '../../../model/fact.ts';
import type { AndroidMember, ArgumentKind } from '../../../model/signatures.ts';
import { descriptorOfName } from './models/reflection.ts';
import type { ClassInfo, MethodCode, Program } from './program.ts';

/** Of what libraries are full for reasons of their own; where a library is known, these say nothing. */
const IN_ALL_LIBRARIES: ReadonlySet<ArgumentKind> = new Set(['reflection', 'file-path', 'content-uri', 'package-name']);
const UNKNOWN = '?';
const FOR_NAME = 'java.lang.Class.forName';
const STRING = 'Ljava/lang/String;';
const TEXT_TYPES: Readonly<Record<ArgumentKind, readonly string[]>> = {
  'content-uri': ['Landroid/net/Uri;', STRING],
  'settings-key': [STRING],
  'system-property': [STRING],
  'file-path': [STRING, 'Ljava/io/File;'],
  'shell-command': [STRING, `[${STRING}`, 'Ljava/util/List;'],
  reflection: [STRING],
  'java-property': [STRING],
  'web-address': [STRING],
  'package-name': [STRING],
};

/** A call whose meaning rests on an argument that is to be worked out. */
export interface OpenCall {
  /** Position among the facts. */
  fact: number;
  method: MethodCode;
  /** Code units from the start of the method's instructions. */
  address: number;
  group: ArgumentKind;
  /** Descriptors of the parameters without receiver. */
  parameters: readonly string[];
  /** Position of the argument that tells among the parameters, -1 for none; File has two that belong together. */
  position: number;
}

export function memberOf(catalogue: Catalogue, className: string, name: string): AndroidMember | undefined {
  const { androidApis } = catalogue;
  const members = Object.hasOwn(androidApis, className) ? androidApis[className] : undefined;
  return members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
}

/** The calls among the facts that a second look may tell more about, in the order of the facts. */
export function findOpenCalls(program: Program, facts: readonly Fact[], catalogue: Catalogue): OpenCall[] {
  const files = new Set(program.parts.map(({ file }) => file));
  const signatures = new Map<ClassInfo, Map<string, MethodCode[]>>();
  return facts.flatMap((fact, index) => {
    const { at, kind, value } = fact;
    if (kind !== 'call' || at.class === undefined || at.offset === undefined || !files.has(at.file)) return [];
    const dot = value.lastIndexOf('.');
    const group = memberOf(catalogue, value.slice(0, dot), value.slice(dot + 1))?.argument;
    if (group === undefined || (IN_ALL_LIBRARIES.has(group) && inLibrary(at.class, catalogue))) return [];
    const info = program.classOf(classDescriptor(at.class));
    if (info === null || info.file !== at.file) return [];
    let methods = signatures.get(info);
    if (methods === undefined) {
      methods = bySignature(info);
      signatures.set(info, methods);
    }
    for (const method of methods.get(at.method ?? '') ?? []) {
      const parameters = parametersAt(program, method, at.offset, value);
      const position = parameters?.findIndex((type) => TEXT_TYPES[group].includes(type)) ?? -1;
      // All members of a class are asked for: which of them is meant shows later.
      const all = group === 'reflection' && parameters?.length === 0;
      if (parameters === null || (position < 0 && !all) || !isOpen(fact, group, parameters, position, program))
        continue;
      return [{ fact: index, method, address: at.offset, group, parameters, position }];
    }
    return [];
  });
}

/** Whether a class lies in a package of the known libraries. */
function inLibrary(className: string, { libraries }: Catalogue): boolean {
  for (let end = className.lastIndexOf('.'); end > 0; end = className.lastIndexOf('.', end - 1)) {
    if (Object.hasOwn(libraries.packages, className.slice(0, end))) return true;
  }
  return false;
}

/** The members of a class by name and Java parameter types; bridges share theirs with what they lead to. */
function bySignature(info: ClassInfo): Map<string, MethodCode[]> {
  const methods = new Map<string, MethodCode[]>();
  for (const method of info.methods.values()) {
    const signature = signatureOf(method);
    const others = methods.get(signature);
    if (others === undefined) methods.set(signature, [method]);
    else others.push(method);
  }
  return methods;
}

/** `name(java.lang.String,int)`. */
export function signatureOf({ dex, method }: MethodCode): string {
  try {
    return methodSignature(dex, method);
  } catch (error) {
    if (error instanceof DexError) return UNKNOWN;
    throw error;
  }
}

/** Parameters of the call at an address, null where another method or none is called there. */
function parametersAt(program: Program, method: MethodCode, address: number, value: string): readonly string[] | null {
  if (address + 3 > method.insnsSize) return null;
  const { bytes } = method.dex;
  const offset = method.insnsOffset + 2 * address;
  const opcode = bytes[offset] as number;
  if (opcode < 0x6e || opcode > 0x78) return null;
  const reference = program.methodReference(method.dex, readU2(bytes, offset + 2));
  if (reference === null || `${javaType(reference.owner)}.${reference.name}` !== value) return null;
  return reference.parameters;
}

/** Reflection is followed further where the name is known, unless it is that of a class outside. */
function isOpen(
  { args, value }: Fact,
  group: ArgumentKind,
  parameters: readonly string[],
  position: number,
  program: Program,
): boolean {
  const text = args?.[position];
  if (text === undefined || text === UNKNOWN) return true;
  if (group === 'reflection') return value !== FOR_NAME || program.classOf(descriptorOfName(text)) !== null;
  return group === 'file-path' && parameters.length > 1;
}
