import { IntList } from './int-list.ts';

const NONE = -1;
/** Pairs of node and object after which the flow is cut; real apps stay far below. */
const MOST_PAIRS = 1 << 23;

/** What is told when an object arrives at a node. */
export type Arrival = (consumer: number, object: number) => void;

/**
 * Which objects (classes, lambdas, class constants) can arrive where: subset constraints between nodes (Andersen), solved
 * by a work list as they come. A node is a local value, a parameter, a result or a field. What an array or a collection
 * holds is a node of its own, one for all nodes among which the container is handed on (Steensgaard).
 */
export class TypeFlow {
  /** True when the flow was cut short. */
  exhausted = false;
  /** By node: type that it admits, -1 for every type. */
  private readonly filters = new IntList();
  private readonly firstPair = new IntList();
  private readonly firstEdge = new IntList();
  private readonly firstConsumer = new IntList();
  /** Union-find over the nodes that share contents, and the node of the contents of each root. */
  private readonly containers = new IntList();
  private readonly contents = new IntList();

  private readonly pairNode = new IntList();
  private readonly pairObject = new IntList();
  private readonly nextPair = new IntList();
  private readonly edgeTarget = new IntList();
  private readonly nextEdge = new IntList();
  private readonly consumers = new IntList();
  private readonly nextConsumer = new IntList();
  private readonly joins = new IntList();

  private table = new Int32Array(1 << 16).fill(NONE);
  private done = 0;

  /**
   * @param admits whether an object may stand in a node of a type
   * @param holds whether a value of a type can contain others
   */
  constructor(
    private readonly admits: (type: number, object: number) => boolean,
    private readonly holds: (type: number) => boolean,
    private readonly arrive: Arrival,
  ) {}

  node(filter: number): number {
    const node = this.filters.push(filter);
    this.firstPair.push(NONE);
    this.firstEdge.push(NONE);
    this.firstConsumer.push(NONE);
    this.containers.push(node);
    this.contents.push(NONE);
    return node;
  }

  filterOf(node: number): number {
    return this.filters.at(node);
  }

  /** Puts an object into a node. */
  add(node: number, object: number): void {
    const filter = this.filters.at(node);
    if (filter >= 0 && !this.admits(filter, object)) return;
    if (!this.insert(node, object)) return;
    const pair = this.pairNode.push(node);
    this.pairObject.push(object);
    this.nextPair.push(this.firstPair.at(node));
    this.firstPair.data[node] = pair;
    if (pair > MOST_PAIRS) this.exhausted = true;
  }

  /** Everything in one node flows into the other, and what it contains is shared. */
  edge(from: number, to: number): void {
    if (from < 0 || to < 0 || from === to) return;
    this.subset(from, to);
    if (this.canHold(from) && this.canHold(to)) this.join(from, to);
  }

  /** Says that two nodes may hold the same container. */
  share(a: number, b: number): void {
    if (a >= 0 && b >= 0 && this.canHold(a) && this.canHold(b)) this.join(a, b);
  }

  canHold(node: number): boolean {
    const filter = this.filters.at(node);
    return filter < 0 || this.holds(filter);
  }

  /** The node of what a container in this node holds, -1 where it can hold nothing. */
  contentOf(node: number): number {
    if (node < 0 || !this.canHold(node)) return NONE;
    const root = this.root(node);
    let content = this.contents.at(root);
    if (content === NONE) {
      content = this.node(NONE);
      this.contents.data[root] = content;
    }
    return content;
  }

  /** Has `arrive` called for every object that is or comes into the node. */
  consume(node: number, consumer: number): void {
    const entry = this.consumers.push(consumer);
    this.nextConsumer.push(this.firstConsumer.at(node));
    this.firstConsumer.data[node] = entry;
    for (let pair = this.firstPair.at(node); pair !== NONE; pair = this.nextPair.at(pair)) {
      if (pair < this.done) this.arrive(consumer, this.pairObject.at(pair));
    }
  }

  get pending(): boolean {
    return this.done < this.pairNode.length;
  }

  /** Carries one object that arrived somewhere on. */
  step(): void {
    const pair = this.done++;
    const node = this.pairNode.at(pair);
    const object = this.pairObject.at(pair);
    for (let edge = this.firstEdge.at(node); edge !== NONE; edge = this.nextEdge.at(edge)) {
      this.add(this.edgeTarget.at(edge), object);
    }
    for (let entry = this.firstConsumer.at(node); entry !== NONE; entry = this.nextConsumer.at(entry)) {
      this.arrive(this.consumers.at(entry), object);
    }
  }

  private subset(from: number, to: number): void {
    const edge = this.edgeTarget.push(to);
    this.nextEdge.push(this.firstEdge.at(from));
    this.firstEdge.data[from] = edge;
    for (let pair = this.firstPair.at(from); pair !== NONE; pair = this.nextPair.at(pair)) {
      if (pair < this.done) this.add(to, this.pairObject.at(pair));
    }
  }

  private join(a: number, b: number): void {
    this.joins.push(a);
    this.joins.push(b);
    if (this.joins.length > 2) return;
    for (let i = 0; i < this.joins.length; i += 2) this.unite(this.joins.at(i), this.joins.at(i + 1));
    this.joins.length = 0;
  }

  private unite(a: number, b: number): void {
    const left = this.root(a);
    const right = this.root(b);
    if (left === right) return;
    const [root, other] = left < right ? [left, right] : [right, left];
    this.containers.data[other] = root;
    const kept = this.contents.at(root);
    const merged = this.contents.at(other);
    if (kept === NONE) this.contents.data[root] = merged;
    else if (merged !== NONE) {
      this.subset(kept, merged);
      this.subset(merged, kept);
      this.joins.push(kept);
      this.joins.push(merged);
    }
  }

  private root(node: number): number {
    const { data } = this.containers;
    let root = node;
    while (data[root] !== root) {
      data[root] = data[data[root] as number] as number;
      root = data[root] as number;
    }
    return root;
  }

  /** Takes note of a pair; false when it was known. The next pair pushed must be this one. */
  private insert(node: number, object: number): boolean {
    if (2 * this.pairNode.length > this.table.length) this.grow();
    const mask = this.table.length - 1;
    let slot = hash(node, object) & mask;
    for (let pair = this.table[slot] as number; pair !== NONE; pair = this.table[slot] as number) {
      if (this.pairNode.at(pair) === node && this.pairObject.at(pair) === object) return false;
      slot = (slot + 1) & mask;
    }
    this.table[slot] = this.pairNode.length;
    return true;
  }

  private grow(): void {
    const table = new Int32Array(2 * this.table.length).fill(NONE);
    const mask = table.length - 1;
    for (const pair of this.table) {
      if (pair === NONE) continue;
      place(table, mask, hash(this.pairNode.at(pair), this.pairObject.at(pair)), pair);
    }
    this.table = table;
  }
}

function place(table: Int32Array, mask: number, hashed: number, pair: number): void {
  let slot = hashed & mask;
  while (table[slot] !== NONE) slot = (slot + 1) & mask;
  table[slot] = pair;
}

function hash(node: number, object: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(object + 1, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
