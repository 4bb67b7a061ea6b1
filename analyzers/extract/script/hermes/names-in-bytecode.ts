import type { Fact } from '../../../model/fact.ts';
import type { ScriptWatch } from '../apis/watch.ts';

/** Names of members that have to be there beside that of the native module; fewer where a package has fewer. */
const LEAST_MEMBERS = 2;

/**
 * What can be told of bytecode whose instructions are not known: the npm packages whose native modules it names, together
 * with what they export. Names stand in one storage without anything between them, in Latin letters one byte each. That a
 * package is there says nothing of what is called.
 */
export function packagesNamedInBytecode(file: string, bytes: Uint8Array, { nativeOwners }: ScriptWatch): Fact[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const facts = new Map<string, Fact>();
  for (const [native, owners] of nativeOwners) {
    const offset = text.indexOf(native);
    if (offset < 0) continue;
    for (const { name, members } of owners) {
      let named = 0;
      for (const member of members) if (text.includes(member)) named++;
      if (named < Math.min(LEAST_MEMBERS, members.size) || facts.has(name)) continue;
      facts.set(name, { kind: 'module', value: name, at: { file, offset } });
    }
  }
  return [...facts.values()].sort((a, b) => (a.at.offset ?? 0) - (b.at.offset ?? 0) || (a.value < b.value ? -1 : 1));
}
