/** An automaton that finds all occurrences of all its patterns in one pass over a text. */
export interface Automaton {
  /** Calls back with the pattern's index and the exclusive end of each occurrence, by end, longer ones first. */
  search(text: string, found: (pattern: number, end: number) => void): void;
}

/** Units are 16 bits wide, so `node * 2^16 + unit` is a unique key of an edge. */
const UNIT_RANGE = 65_536;

/** Builds the automaton of Aho and Corasick (1975) over UTF-16 units; patterns must not be empty, and be distinct. */
export function compileAutomaton(patterns: readonly string[]): Automaton {
  const edges = new Map<number, number>();
  const patternAt: number[] = [-1];
  const parents: number[] = [0];
  const units: number[] = [0];
  for (const [index, pattern] of patterns.entries()) {
    let node = 0;
    for (let i = 0; i < pattern.length; i++) {
      const key = node * UNIT_RANGE + pattern.charCodeAt(i);
      let next = edges.get(key);
      if (next === undefined) {
        next = patternAt.length;
        edges.set(key, next);
        patternAt.push(-1);
        parents.push(node);
        units.push(pattern.charCodeAt(i));
      }
      node = next;
    }
    patternAt[node] = index;
  }
  const { fail, output } = linkFailures(edges, patternAt, parents, units);
  return {
    search(text, found) {
      let node = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        let next = edges.get(node * UNIT_RANGE + unit);
        while (next === undefined && node !== 0) {
          node = fail[node] ?? 0;
          next = edges.get(node * UNIT_RANGE + unit);
        }
        node = next ?? 0;
        let hit = patternAt[node] === -1 ? (output[node] ?? 0) : node;
        while (hit !== 0) {
          found(patternAt[hit] ?? -1, i + 1);
          hit = output[hit] ?? 0;
        }
      }
    },
  };
}

/** `fail` is the longest proper suffix that is a node, `output` the longest proper suffix that ends a pattern. */
function linkFailures(edges: Map<number, number>, patternAt: number[], parents: number[], units: number[]) {
  const count = patternAt.length;
  const depth = new Int32Array(count);
  for (let node = 1; node < count; node++) depth[node] = (depth[parents[node] ?? 0] ?? 0) + 1;
  const order = Array.from({ length: count - 1 }, (_, i) => i + 1).sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0));
  const fail = new Int32Array(count);
  const output = new Int32Array(count);
  for (const node of order) {
    const unit = units[node] ?? 0;
    let suffix = parents[node] ?? 0;
    let target: number | undefined;
    while (suffix !== 0 && target === undefined) {
      suffix = fail[suffix] ?? 0;
      target = edges.get(suffix * UNIT_RANGE + unit);
    }
    fail[node] = target ?? 0;
    const failed = fail[node] ?? 0;
    output[node] = patternAt[failed] === -1 ? (output[failed] ?? 0) : failed;
  }
  return { fail, output };
}
