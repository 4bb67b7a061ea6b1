/**
 * Where inside an object a value is: a chain of steps, each a field, a key, or the content of a container. A path is a
 * number; WHOLE is the object itself, or something worked out of it. Beside it there is an end of paths for each type
 * that what is traced had where it was read, as long as it is still that object. What lies deeper than a bound counts as the
 * whole of what is there.
 */
export const WHOLE = 0;
/** The step into any element of a container. */
export const CONTENT = -1;
const NO_TYPE = -1;

const MOST_STEPS = 4;

/** Steps are numbers: fields from 0 on, CONTENT, and keys below. */
export class AccessPaths {
  private readonly heads: number[] = [CONTENT];
  private readonly tails: number[] = [WHOLE];
  private readonly lengths: number[] = [0];
  private readonly known = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  /** By path that is an end: the type of the object, NO_TYPE for WHOLE. */
  private readonly types = new Map<number, number>([[WHOLE, NO_TYPE]]);
  private readonly ends = new Map<number, number>();

  /** The end of a path at the very object that was read. @param type its number, below 0 for an unknown one */
  object(type: number): number {
    if (type < 0) return WHOLE;
    let end = this.ends.get(type);
    if (end === undefined) {
      end = this.heads.push(CONTENT) - 1;
      this.tails.push(WHOLE);
      this.lengths.push(0);
      this.types.set(end, type);
      this.ends.set(type, end);
    }
    return end;
  }

  /** Whether a path is that of an object itself, of a known type or not. */
  isWhole(path: number): boolean {
    return this.lengths[path] === 0;
  }

  /** Type of the object that a path leads to at once, -1 where it is unknown or something else. */
  typeOf(path: number): number {
    return this.types.get(path) ?? NO_TYPE;
  }

  /** The same path to something that was worked out of the object. */
  derived(path: number): number {
    if (this.isWhole(path)) return WHOLE;
    const tail = this.tails[path] as number;
    const rest = this.derived(tail);
    return rest === tail ? path : this.behind(this.heads[path] as number, rest);
  }

  /** The step by a constant key. */
  key(text: string): number {
    let key = this.keys.get(text);
    if (key === undefined) {
      key = CONTENT - 1 - this.keys.size;
      this.keys.set(text, key);
    }
    return key;
  }

  head(path: number): number {
    return this.heads[path] as number;
  }

  tail(path: number): number {
    return this.tails[path] as number;
  }

  /** A path behind one more step; steps into contents one after the other are one. */
  behind(step: number, path: number): number {
    // Of what is in a container within another it is not known whether it is the inner one.
    if (step === CONTENT && !this.isWhole(path) && this.head(path) === CONTENT) return this.derived(path);
    const rest = (this.lengths[path] as number) >= MOST_STEPS ? this.cut(path) : path;
    const name = `${step}/${rest}`;
    let made = this.known.get(name);
    if (made === undefined) {
      made = this.heads.push(step) - 1;
      this.tails.push(rest);
      this.lengths.push((this.lengths[rest] as number) + 1);
      this.known.set(name, made);
    }
    return made;
  }

  private cut(path: number): number {
    const steps: number[] = [];
    for (let at = path; !this.isWhole(at) && steps.length < MOST_STEPS - 1; at = this.tail(at))
      steps.push(this.head(at));
    return steps.reduceRight((rest, step) => this.behind(step, rest), WHOLE);
  }

  /** What is left behind the steps into containers: the path of an element. */
  element(path: number): number {
    let at = path;
    while (!this.isWhole(at) && this.head(at) < 0) at = this.tail(at);
    return at;
  }

  /** What a step out of an object gives, -1 for nothing. A key comes out by itself and by what is not known. */
  after(path: number, step: number): number {
    if (this.isWhole(path)) return WHOLE;
    const head = this.head(path);
    if (head === step || (head < 0 && step === CONTENT)) return this.tail(path);
    if (step < 0) return head === CONTENT ? this.tail(path) : -1;
    // What holds the object may stand for it.
    const inner = head < 0 ? this.element(path) : -1;
    return inner >= 0 && !this.isWhole(inner) && this.head(inner) === step ? this.tail(inner) : -1;
  }
}
