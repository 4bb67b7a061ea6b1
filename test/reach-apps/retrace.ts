/** Where code of a shrunk class came from, by ProGuard's mapping file. */
export class Retrace {
  /** By shrunk class: its name, and its methods in the order of the file. */
  private readonly classes = new Map<string, { name: string; methods: Mapped[] }>();

  constructor(mapping: string) {
    let methods: Mapped[] = [];
    for (const line of mapping.split('\n')) {
      const owner = /^(\S+) -> (\S+):$/.exec(line);
      if (owner !== null) {
        methods = [];
        this.classes.set(owner[2] ?? '', { name: owner[1] ?? '', methods });
      }
      const method = /^ {4}(?:(\d+):(\d+):)?\S+ (\S+)\(.*\)(?::\S*)? -> (\S+)$/.exec(line);
      if (method === null) continue;
      const [, from, to, name = '', shrunk = ''] = method;
      const lines: [number, number] = from === undefined ? [0, Number.POSITIVE_INFINITY] : [Number(from), Number(to)];
      methods.push({ name, shrunk, lines });
    }
  }

  /** Class and method in which a line stood before it was inlined and renamed; null for what is in no mapping. */
  original(owner: string, method: string, line: number): { class: string; method: string } | null {
    const known = this.classes.get(owner);
    const found = known?.methods.find(
      ({ shrunk, lines: [from, to] }) => shrunk === method && line >= from && line <= to,
    );
    if (known === undefined || found === undefined) return null;
    const dot = found.name.lastIndexOf('.');
    // What has lost a parameter has a hash behind its name.
    const name = found.name.slice(dot + 1).replace(/\$[0-9a-f]{5,8}$/, '');
    return { class: dot < 0 ? known.name : found.name.slice(0, dot), method: name };
  }
}

interface Mapped {
  /** With its class where it was inlined from another. */
  name: string;
  shrunk: string;
  /** First and last, both included. */
  lines: readonly [number, number];
}
