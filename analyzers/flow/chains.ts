import { IntList } from '../graph/program/int-list.ts';

const NONE = -1;

/** A list of numbers for each of many keys, in the order in which they were added; all lists together are three arrays. */
export class Chains {
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly values = new IntList();
  private readonly next = new IntList();

  /** @param keys how many there are; they are numbers from 0 on */
  constructor(readonly keys: number) {
    this.first = new Int32Array(keys).fill(NONE);
    this.last = new Int32Array(keys).fill(NONE);
  }

  /** @returns how many were added before, whatever their keys */
  add(key: number, value: number): number {
    const link = this.values.push(value);
    this.next.push(NONE);
    const last = this.last[key] as number;
    if (last === NONE) this.first[key] = link;
    else this.next.data[last] = link;
    this.last[key] = link;
    return link;
  }

  has(key: number): boolean {
    return this.first[key] !== NONE;
  }

  /** The value that was added last, -1 where there is none. */
  lastOf(key: number): number {
    const last = this.last[key] as number;
    return last === NONE ? NONE : this.values.at(last);
  }

  /** What `add` returned for each value of a key. */
  linksOf(key: number): number[] {
    const links: number[] = [];
    for (let link = this.first[key] ?? NONE; link !== NONE; link = this.next.at(link)) links.push(link);
    return links;
  }

  valueAt(link: number): number {
    return this.values.at(link);
  }

  of(key: number): number[] {
    return this.linksOf(key).map((link) => this.values.at(link));
  }
}
