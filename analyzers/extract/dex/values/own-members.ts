import type { ClassInfo, MethodCode, Program } from './program.ts';
import type { MemberValue } from './value.ts';

const MAX_ANCESTORS = 64;

/**
 * The methods of the program that a member stands for which was looked up: those of its name, or, of all that were asked
 * for, those whose name may be it. What has an annotation is left out: who runs that is told by the annotation.
 * @param owner class in which it is looked for; those above it have it, too, unless it is a constructor
 */
export function ownMembers(
  program: Program,
  owner: string,
  { name, parameters, among }: Pick<MemberValue, 'name' | 'parameters' | 'among'>,
): MethodCode[] {
  if (among === 'annotated' || (typeof name !== 'string' && among === null)) return [];
  const inherits = among === null ? typeof name === 'string' && !name.startsWith('<') : among === 'inherited';
  const fits = (method: MethodCode): boolean =>
    (typeof name === 'string' ? method.name === name : isNamed(method, name.prefix)) &&
    (parameters === null || method.proto.startsWith(`(${parameters})`));
  const found: MethodCode[] = [];
  let info: ClassInfo | null = program.classOf(owner);
  for (let depth = 0; info !== null && depth < MAX_ANCESTORS; depth++) {
    for (const method of info.methods.values()) if (fits(method)) found.push(method);
    info = !inherits || info.superclass === null ? null : program.classOf(info.superclass);
  }
  return found;
}

function isNamed({ name }: MethodCode, prefix: string): boolean {
  return name.startsWith(prefix) && !name.startsWith('<');
}
