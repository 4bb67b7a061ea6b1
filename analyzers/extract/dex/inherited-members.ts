/** Supertypes of one class that are looked at. */
const MAX_ANCESTORS = 64;

/**
 * What classes of the platform have from watched superclasses: `Inet4Address.getHostAddress` is
 * `InetAddress.getHostAddress`.
 * @param own positions of watched members by class and name  @param hierarchy supertypes by class
 * @returns the same for each class that inherits one, with its own members before those of nearer ancestors
 */
export function inheritedMembers(
  own: ReadonlyMap<string, ReadonlyMap<string, number>>,
  hierarchy: Readonly<Record<string, readonly string[]>>,
): Map<string, ReadonlyMap<string, number>> {
  const result = new Map<string, ReadonlyMap<string, number>>();
  for (const type of Object.keys(hierarchy)) {
    const members = new Map(own.get(type));
    const before = members.size;
    const ancestors = new Set(hierarchy[type]);
    for (const ancestor of ancestors) {
      for (const [name, position] of own.get(ancestor) ?? []) {
        if (isInherited(name) && !members.has(name)) members.set(name, position);
      }
      if (ancestors.size < MAX_ANCESTORS) for (const next of hierarchy[ancestor] ?? []) ancestors.add(next);
    }
    if (members.size > before) result.set(type, members);
  }
  return result;
}

/** Every class has constructors of its own. */
export function isInherited(name: string): boolean {
  return !name.startsWith('<');
}
