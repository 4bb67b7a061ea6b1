/** `name` or `name(descriptor)` as signatures write members; `*` stands for all public ones. */
export type MemberSpecs = readonly string[];

/** Signatures' lists of members, taken apart once each. */
export class MemberNames {
  private readonly known = new Map<MemberSpecs, ReadonlyMap<string, ReadonlySet<string> | null>>();

  /** Names of a signature's list -> the descriptors to which each is limited, null for all. */
  of(specs: MemberSpecs): ReadonlyMap<string, ReadonlySet<string> | null> {
    const known = this.known.get(specs);
    if (known !== undefined) return known;
    const names = new Map<string, Set<string> | null>();
    for (const spec of specs) {
      const open = spec.indexOf('(');
      const name = open < 0 ? spec : spec.slice(0, open);
      const limits = names.get(name);
      if (open < 0) names.set(name, null);
      else if (limits === undefined) names.set(name, new Set([spec.slice(open)]));
      else limits?.add(spec.slice(open));
    }
    this.known.set(specs, names);
    return names;
  }
}
