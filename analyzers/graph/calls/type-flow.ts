import { IntList } from '../program/int-list.ts';

const NONE = -1;
const SMALLEST = 1 << 14;
/**
 * Arrivals after which the flow is given up: sample apps of some thousand reached methods take a hundred thousand, but
 * in big apps with much library code collections of everything make it grow without end.
 */
export const MOST_ARRIVALS = 1 << 21;

/** Objects in a node of which it is asked whether they may stand in another. */
const MOST_ASKED = 16;

/** What is told when an object arrives at a node. */
export type Arrival = (consumer: number, object: number) => void;

/** What a node's consumers do with an object that arrives: the kind stands in the low bits, a number above. */
const Consume = { ARRIVE: 0, STORE: 1, LOAD: 2, LOAD_FIELD: 3, STORE_FIELD: 4, STORE_PART: 5, LOAD_PART: 6 } as const;
const KIND_BITS = 3;
/** Keys stay below this. */
const MOST_KEYS = 2 ** 24;
const ANSWER_BITS = 14;

/**
 * Which objects can arrive where: subset constraints between nodes (Andersen), solved by a work list as they come. A node
 * is a local value, a parameter, a result, a field, or what an object holds: an array, a collection, anything of the
 * platform that is given objects and gives them back.
 */
export class TypeFlow {
  private arrivals = 0;
  /** By node: type that it admits, -1 for every type; the first of its pairs, edges and consumers. */
  private nodes = 0;
  private filters = new Int32Array(SMALLEST);
  private firstPair = new Int32Array(SMALLEST).fill(NONE);
  private firstEdge = new Int32Array(SMALLEST).fill(NONE);
  private firstConsumer = new Int32Array(SMALLEST).fill(NONE);
  /** By object: node of what it holds. */
  private contents = new Int32Array(SMALLEST).fill(NONE);

  /** By object: the last value that was put into it under no key that is known, with those before. */
  private lastLoose = new Int32Array(SMALLEST).fill(NONE);
  private readonly looseValue = new IntList();
  private readonly nextLoose = new IntList();
  /** Object -> node of what it holds under no key that is known; object and key -> node of what it holds there. */
  private readonly looseNodes = new Map<number, number>();
  private readonly partNodes = new Map<number, number>();
  /** Uses of what is held under a key: the key, and the node of the value. */
  private readonly partKey = new IntList();
  private readonly partValue = new IntList();

  /** Pairs of a node and an object in it, each with the next one of its node; edges and consumers likewise. */
  private pairs = 0;
  private pairNode = new Int32Array(SMALLEST);
  private pairObject = new Int32Array(SMALLEST);
  private nextPair = new Int32Array(SMALLEST);
  private edges = 0;
  private edgeTarget = new Int32Array(SMALLEST);
  private nextEdge = new Int32Array(SMALLEST);
  private readonly consumers = new IntList();
  private readonly nextConsumer = new IntList();

  private table = new Int32Array(1 << 16).fill(NONE);
  /** The last answers to whether an object may stand in a node of a type: the object itself, or `~object` where it may not. */
  private readonly askedTypes = new Int32Array(1 << ANSWER_BITS).fill(NONE);
  private readonly answers = new Int32Array(1 << ANSWER_BITS);
  private done = 0;

  /**
   * @param anything the type that admits every object
   * @param unknown the object of which nothing is known: it may stand anywhere, and hold anything of its kind
   * @param admits whether an object may stand in a node of a type
   * @param holds whether an object can hold others
   * @param reachField carries an access to a field on to an object
   * @param mostArrivals after which the flow is given up
   */
  constructor(
    private readonly anything: number,
    private readonly unknown: number,
    private readonly admits: (type: number, object: number) => boolean,
    private readonly holds: (object: number) => boolean,
    private readonly arrive: Arrival,
    private readonly reachField: (access: number, object: number, stores: boolean) => void,
    private readonly mostArrivals: number,
  ) {}

  node(filter: number): number {
    const node = this.nodes++;
    if (node === this.filters.length) {
      this.filters = doubled(this.filters);
      this.firstPair = doubled(this.firstPair, NONE);
      this.firstEdge = doubled(this.firstEdge, NONE);
      this.firstConsumer = doubled(this.firstConsumer, NONE);
    }
    this.filters[node] = filter;
    return node;
  }

  filterOf(node: number): number {
    return this.filters[node] as number;
  }

  /** True once the flow was given up; nothing moves any more then. */
  get exhausted(): boolean {
    return this.arrivals > this.mostArrivals;
  }

  /** A node that holds one object. */
  holding(object: number): number {
    const node = this.node(NONE);
    this.add(node, object);
    return node;
  }

  /** Puts an object into a node. */
  add(node: number, object: number): void {
    if (++this.arrivals > this.mostArrivals) return;
    const filter = this.filters[node] as number;
    if (filter >= 0 && filter !== this.anything && !this.isAdmitted(filter, object)) return;
    if (!this.insert(node, object)) return;
    const pair = this.pairs++;
    if (pair === this.pairNode.length) {
      this.pairNode = doubled(this.pairNode);
      this.pairObject = doubled(this.pairObject);
      this.nextPair = doubled(this.nextPair);
    }
    this.pairNode[pair] = node;
    this.pairObject[pair] = object;
    this.nextPair[pair] = this.firstPair[node] as number;
    this.firstPair[node] = pair;
  }

  /** As `admits`, which is asked for the same types and objects over and over. */
  private isAdmitted(type: number, object: number): boolean {
    const slot = (Math.imul(type, 0x9e3779b1) ^ Math.imul(object, 0x85ebca6b)) >>> (32 - ANSWER_BITS);
    if (this.askedTypes[slot] === type) {
      const answer = this.answers[slot] as number;
      if (answer === object) return true;
      if (answer === ~object) return false;
    }
    const admitted = this.admits(type, object);
    this.askedTypes[slot] = type;
    this.answers[slot] = admitted ? object : ~object;
    return admitted;
  }

  /** Everything in one node flows into the other. */
  edge(from: number, to: number): void {
    if (from < 0 || to < 0 || from === to || this.arrivals > this.mostArrivals) return;
    const edge = this.edges++;
    if (edge === this.edgeTarget.length) {
      this.edgeTarget = doubled(this.edgeTarget);
      this.nextEdge = doubled(this.nextEdge);
    }
    this.edgeTarget[edge] = to;
    this.nextEdge[edge] = this.firstEdge[from] as number;
    this.firstEdge[from] = edge;
    // Lists are read anew at every turn: what is added can make them grow into others.
    for (let pair = this.firstPair[from] as number; pair !== NONE; pair = this.nextPair[pair] as number) {
      if (pair < this.done) this.add(to, this.pairObject[pair] as number);
    }
  }

  /** Whatever is in the value's node is put into all objects in the container's node. */
  store(container: number, value: number): void {
    if (container >= 0 && value >= 0) this.consumeAs(container, value, Consume.STORE);
  }

  /** Whatever is held by the objects in the container's node flows into a node. */
  load(container: number, to: number): void {
    if (container >= 0 && to >= 0) this.consumeAs(container, to, Consume.LOAD);
  }

  /** As `store`, under a key. What is put there does not come out under another. */
  storePart(container: number, key: number, value: number): void {
    if (container >= 0 && value >= 0) this.consumeAs(container, this.partUse(key, value), Consume.STORE_PART);
  }

  /** As `load`, under a key: what was put there, or under a key that is not known. */
  loadPart(container: number, key: number, to: number): void {
    if (container >= 0 && to >= 0) this.consumeAs(container, this.partUse(key, to), Consume.LOAD_PART);
  }

  private partUse(key: number, value: number): number {
    this.partKey.push(key);
    return this.partValue.push(value);
  }

  /** Has `reachField` called for every object that is or comes into the node, to read or to write a field of it. */
  loadField(node: number, access: number): void {
    this.consumeAs(node, access, Consume.LOAD_FIELD);
  }

  storeField(node: number, access: number): void {
    this.consumeAs(node, access, Consume.STORE_FIELD);
  }

  /** Whether one of the first objects in a node may stand in another. */
  canPass(from: number, to: number): boolean {
    const filter = this.filters[to] as number;
    let pair = this.firstPair[from] as number;
    for (let asked = 0; pair !== NONE && asked < MOST_ASKED; asked++, pair = this.nextPair[pair] as number) {
      if (filter < 0 || filter === this.anything || this.isAdmitted(filter, this.pairObject[pair] as number))
        return true;
    }
    return false;
  }

  /** The node of what an object holds. */
  contentOf(object: number): number {
    while (object >= this.contents.length) this.contents = doubled(this.contents, NONE);
    let content = this.contents[object] as number;
    if (content === NONE) {
      content = this.node(NONE);
      this.contents[object] = content;
    }
    return content;
  }

  /** Puts whatever comes into a node into an object, under no key that is known. */
  putInto(object: number, value: number): void {
    if (value < 0) return;
    while (object >= this.lastLoose.length) this.lastLoose = doubled(this.lastLoose, NONE);
    const entry = this.looseValue.push(value);
    this.nextLoose.push(this.lastLoose[object] as number);
    this.lastLoose[object] = entry;
    this.edge(value, this.contentOf(object));
    const loose = this.looseNodes.size === 0 ? undefined : this.looseNodes.get(object);
    if (loose !== undefined) this.edge(value, loose);
  }

  private looseOf(object: number): number {
    let loose = this.looseNodes.get(object);
    if (loose !== undefined) return loose;
    loose = this.node(NONE);
    this.looseNodes.set(object, loose);
    if (object >= this.lastLoose.length) return loose;
    for (let at = this.lastLoose[object] as number; at !== NONE; at = this.nextLoose.at(at)) {
      this.edge(this.looseValue.at(at), loose);
    }
    return loose;
  }

  private partOf(object: number, key: number): number {
    const name = object * MOST_KEYS + key;
    let part = this.partNodes.get(name);
    if (part === undefined) {
      part = this.node(NONE);
      this.partNodes.set(name, part);
      this.edge(part, this.contentOf(object));
    }
    return part;
  }

  private usePart(use: number, object: number, stores: boolean): void {
    const value = this.partValue.at(use);
    const part = this.partOf(object, this.partKey.at(use));
    if (stores) {
      this.edge(value, part);
      return;
    }
    this.edge(part, value);
    this.edge(this.looseOf(object), value);
  }

  /** Has `arrive` called for every object that is or comes into the node. */
  consume(node: number, consumer: number): void {
    this.consumeAs(node, consumer, Consume.ARRIVE);
  }

  private consumeAs(node: number, number: number, kind: number): void {
    const consumer = (number << KIND_BITS) | kind;
    const entry = this.consumers.push(consumer);
    this.nextConsumer.push(this.firstConsumer[node] as number);
    this.firstConsumer[node] = entry;
    for (let pair = this.firstPair[node] as number; pair !== NONE; pair = this.nextPair[pair] as number) {
      if (pair < this.done) this.hand(consumer, this.pairObject[pair] as number);
    }
  }

  private hand(consumer: number, object: number): void {
    const number = consumer >> KIND_BITS;
    const kind = consumer & ((1 << KIND_BITS) - 1);
    if (kind === Consume.ARRIVE) this.arrive(number, object);
    else if (kind === Consume.LOAD_FIELD || kind === Consume.STORE_FIELD)
      this.reachField(number, object, kind === Consume.STORE_FIELD);
    else if (object === this.unknown) {
      if (kind === Consume.LOAD) this.add(number, object);
      else if (kind === Consume.LOAD_PART) this.add(this.partValue.at(number), object);
    } else if (this.holds(object)) {
      if (kind >= Consume.STORE_PART) this.usePart(number, object, kind === Consume.STORE_PART);
      else if (kind === Consume.STORE) this.putInto(object, number);
      else this.edge(this.contentOf(object), number);
    }
  }

  get pending(): boolean {
    return this.done < this.pairs && this.arrivals <= this.mostArrivals;
  }

  /** Carries objects that arrived somewhere on, one by one, until something else is to be done first or none is left. */
  run(isInterrupted: () => boolean): void {
    while (this.done < this.pairs && this.arrivals <= this.mostArrivals && !isInterrupted()) this.step();
  }

  private step(): void {
    const pair = this.done++;
    const node = this.pairNode[pair] as number;
    const object = this.pairObject[pair] as number;
    for (let edge = this.firstEdge[node] as number; edge !== NONE; edge = this.nextEdge[edge] as number) {
      this.add(this.edgeTarget[edge] as number, object);
    }
    for (
      let entry = this.firstConsumer[node] as number;
      entry !== NONE;
      entry = this.nextConsumer.data[entry] as number
    ) {
      this.hand(this.consumers.data[entry] as number, object);
    }
  }

  /** Takes note of a pair; false when it was known. The next pair pushed must be this one. */
  private insert(node: number, object: number): boolean {
    if (2 * this.pairs > this.table.length) this.grow();
    const { table, pairNode, pairObject } = this;
    const mask = table.length - 1;
    // As `hash`, written out: this is asked for whatever goes anywhere.
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(object + 1, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (let pair = table[slot] as number; pair !== NONE; pair = table[slot] as number) {
      if (pairNode[pair] === node && pairObject[pair] === object) return false;
      slot = (slot + 1) & mask;
    }
    table[slot] = this.pairs;
    return true;
  }

  private grow(): void {
    const table = new Int32Array(2 * this.table.length).fill(NONE);
    const mask = table.length - 1;
    for (let pair = 0; pair < this.pairs; pair++) {
      place(table, mask, hash(this.pairNode[pair] as number, this.pairObject[pair] as number), pair);
    }
    this.table = table;
  }
}

/** @param rest what stands in the new half */
function doubled(list: Int32Array<ArrayBuffer>, rest = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length);
  if (rest !== 0) larger.fill(rest, list.length);
  larger.set(list);
  return larger;
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
