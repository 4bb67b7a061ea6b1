import type { JarClass, JarMethod } from './android-jar.ts';

export type Jar = ReadonlyMap<string, JarClass>;

/** A class by its name in Java source. */
export function inSource(type: string): string {
  return type.replaceAll('$', '.');
}

/** An expression of the type that means nothing. */
export function zero(type: string): string {
  if (type === 'boolean') return 'false';
  if (['int', 'long', 'short', 'byte', 'char', 'float', 'double'].includes(type)) return `(${type}) 0`;
  return `(${inSource(type)}) null`;
}

export function isVisible(type: JarClass | undefined): type is JarClass {
  return type?.modifiers.has('public') === true;
}

/** The constructor of a class that asks for least; undefined for interfaces and where there is none to call. */
export function simplestConstructor(type: JarClass): JarMethod | undefined {
  return type.methods
    .filter((method) => method.name === '<init>')
    .sort((a, b) => a.parameters.length - b.parameters.length)[0];
}

/**
 * Java for the methods of a class that extends or implements `name`: those of `members` hold a sensitive call, and what
 * else is abstract does nothing.
 * @param members `name` or `name(descriptor)`, `*` for all
 */
export function overriding(jar: Jar, name: string, members: readonly string[]): string[] {
  const isMember = ({ name, descriptor }: JarMethod): boolean =>
    members.includes('*') || members.includes(name) || members.includes(name + descriptor);
  const chosen = new Map<string, JarMethod>();
  const settled = new Set<string>();
  for (const type of lineage(jar, name)) {
    for (const method of type.methods) {
      const key = `${method.name}(${method.parameters.join()})`;
      const fixed = method.modifiers.has('static') || method.modifiers.has('final') || method.name === '<init>';
      if (settled.has(key) || chosen.has(key)) continue;
      if (!fixed && (isMember(method) || method.modifiers.has('abstract'))) chosen.set(key, method);
      else settled.add(key);
    }
  }
  return [...chosen.values()].map((method) => {
    const access = method.modifiers.has('protected') ? 'protected' : 'public';
    const parameters = method.parameters.map((type, index) => `${inSource(type)} p${index}`).join(', ');
    const call = isMember(method) ? `${SENSITIVE} ` : '';
    const result = method.returns === 'void' ? '' : `return ${zero(method.returns)}; `;
    return `${access} ${inSource(method.returns)} ${method.name}(${parameters}) { ${call}${result}}`;
  });
}

export const SENSITIVE = 'org.example.reach.Phone.it.getDeviceId();';

/** The class and its supertypes, nearest first. */
export function lineage(jar: Jar, name: string): JarClass[] {
  const found: JarClass[] = [];
  for (const queue = [name]; queue.length > 0; ) {
    const type = jar.get(queue.shift() ?? '');
    if (type === undefined || found.includes(type)) continue;
    found.push(type);
    queue.push(...type.supertypes);
  }
  return found;
}
