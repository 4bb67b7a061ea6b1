/**
 * Where inside an object a value is: a chain of steps, each a field, a key, or the content of a container. A path is a
 * number; WHOLE is the object itself. What lies deeper than a bound counts as the whole of what is there.
 */
export const WHOLE = 0;
/** The step into any element of a container. */
export const CONTENT = -1;

const MOST_STEPS = 4;

/** Steps are numbers: fields from 0 on, CONTENT, and keys below. */
export class AccessPaths {
  private readonly heads: number[] = [CONTENT];
  private readonly tails: number[] = [WHOLE];
  private readonly lengths: number[] = [0];
  private readonly known = new Map<string, number>();
  private readonly keys = new Map<string, number>();

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
    if (step === CONTENT && path !== WHOLE && this.head(path) === CONTENT) return path;
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
    for (let at = path; at !== WHOLE && steps.length < MOST_STEPS - 1; at = this.tail(at)) steps.push(this.head(at));
    return steps.reduceRight((rest, step) => this.behind(step, rest), WHOLE);
  }

  /** What is left behind the steps into containers: the path of an element. */
  element(path: number): number {
    let at = path;
    while (at !== WHOLE && this.head(at) < 0) at = this.tail(at);
    return at;
  }

  /** What a step out of an object gives, -1 for nothing. A key comes out by itself and by what is not known. */
  after(path: number, step: number): number {
    if (path === WHOLE) return WHOLE;
    const head = this.head(path);
    if (head === step || (head < 0 && step === CONTENT)) return this.tail(path);
    if (step < 0) return head === CONTENT ? this.tail(path) : -1;
    // What holds the object may stand for it.
    const inner = head < 0 ? this.element(path) : -1;
    return inner > 0 && this.head(inner) === step ? this.tail(inner) : -1;
  }
}
