import type { Actor } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { Meanings } from './meaning.ts';
import type { Owners } from './owner.ts';

/**
 * Which string constants of compiled code are known to be arguments of calls that they tell about, and which can be none:
 * where all such calls of the same owner are known by their arguments, a constant that is none of these is only a text.
 */
export class GivenStrings {
  private known: { given: ReadonlySet<string>; open: ReadonlySet<string> } | null = null;

  constructor(
    private readonly facts: readonly Fact[],
    private readonly meanings: Meanings,
    private readonly owners: Owners,
  ) {}

  /** A call of the same owner gets the string, and tells by it what it reads. */
  isGiven({ value, at }: Fact, actor: Actor): boolean {
    return at.class !== undefined && this.read().given.has(`${actor} ${value}`);
  }

  /** A call of the same owner may get it: of one of the kind that it tells about the argument is not known. */
  mayBeGiven({ value, at }: Fact, actor: Actor): boolean {
    if (at.class === undefined) return true;
    const { open } = this.read();
    return this.meanings.groupsOf(value).some((group) => open.has(`${actor} ${group}`));
  }

  private read(): { given: ReadonlySet<string>; open: ReadonlySet<string> } {
    if (this.known !== null) return this.known;
    const given = new Set<string>();
    const open = new Set<string>();
    for (const fact of this.facts) {
      if ((fact.kind !== 'call' && fact.kind !== 'field') || fact.at.class === undefined) continue;
      const meaning = this.meanings.of(fact);
      if (meaning === undefined || (meaning.argument === null && meaning.awaits === null)) continue;
      const actor = this.owners.actorAt(fact.at, fact.module);
      if (meaning.awaits !== null) open.add(`${actor} ${meaning.awaits}`);
      if (meaning.argument !== null) for (const text of fact.args ?? []) given.add(`${actor} ${text}`);
    }
    this.known = { given, open };
    return this.known;
  }
}
