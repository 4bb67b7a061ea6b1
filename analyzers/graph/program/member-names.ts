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
  /** By number of a name: 1 where a list has it; numbers beyond stand in none. */
  private marks = new Uint8Array(1 << 12);

  constructor(private readonly numberOf: (name: string) => number) {}

  of(specs: MemberSpecs): Members {
    const known = this.known.get(specs);
    if (known !== undefined) return known;
    const byName = new Map<number, Set<string> | null>();
    for (const spec of specs) {
      const open = spec.indexOf('(');
      const name = this.numberOf(open < 0 ? spec : spec.slice(0, open));
      this.mark(name);
      const limits = byName.get(name);
      if (open < 0) byName.set(name, null);
      else if (limits === undefined) byName.set(name, new Set([spec.slice(open)]));
      else limits?.add(spec.slice(open));
    }
    const members = { all: specs.includes('*'), byName };
    this.known.set(specs, members);
    return members;
  }

  /** False for names that stand in no list that was taken apart. */
  mayHave(name: number): boolean {
    return this.marks[name] === 1;
  }

  private mark(name: number): void {
    if (name >= this.marks.length) {
      const larger = new Uint8Array(2 * name);
      larger.set(this.marks);
      this.marks = larger;
    }
    this.marks[name] = 1;
  }
}
