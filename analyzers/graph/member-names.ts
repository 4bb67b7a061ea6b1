/** `name` or `name(descriptor)` as signatures write members; `*` stands for all public ones. */
export type MemberSpecs = readonly string[];

/** A signature's list of members. */
export interface Members {
  /** It has `*`. */
  all: boolean;
  /** Number of a name -> the descriptors to which it is limited, null for all. */
  byName: ReadonlyMap<number, ReadonlySet<string> | null>;
}

/** Signatures' lists of members, taken apart once each. */
export class MemberNames {
  private readonly known = new Map<MemberSpecs, Members>();

  constructor(private readonly numberOf: (name: string) => number) {}

  of(specs: MemberSpecs): Members {
    const known = this.known.get(specs);
    if (known !== undefined) return known;
    const byName = new Map<number, Set<string> | null>();
    for (const spec of specs) {
      const open = spec.indexOf('(');
      const name = this.numberOf(open < 0 ? spec : spec.slice(0, open));
      const limits = byName.get(name);
      if (open < 0) byName.set(name, null);
      else if (limits === undefined) byName.set(name, new Set([spec.slice(open)]));
      else limits?.add(spec.slice(open));
    }
    const members = { all: specs.includes('*'), byName };
    this.known.set(specs, members);
    return members;
  }
}
