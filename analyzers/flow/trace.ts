import { WHOLE } from './access-path.ts';

const NONE = -1;

/** In place of a parameter: an exception holds it. */
export const THROWN = -2;

const MOST_MOMENTS = 4;
/** More than a method has values. */
const VALUES = 2 ** 26;
/** Behind the first instruction of a method. */
const FROM_THE_FIRST = 1;

/** A place that a value came by: an instruction of a method. */
export interface Step {
  method: number;
  /** Index of the instruction, -1 for the beginning of the method. */
  index: number;
}

/** That at a moment in a method a value holds what is traced, or has it inside at a path. */
export interface Holding extends Step {
  context: number;
  value: number;
  path: number;
  /** From when on, see code-order.ts. */
  moment: number;
  /** The holding that it came from, -1 for the first. */
  parent: number;
  /** A member of the platform put it into the value here. */
  put: boolean;
}

/** What a method does for one who calls it with what is traced: gives it back, or leaves it in a parameter. */
export interface Effect {
  /** -1 for the result, THROWN for an exception. */
  parameter: number;
  path: number;
  holding: number;
}

/** Who waits for the effects of a method. */
export interface Caller {
  context: number;
  /** Index of the call. */
  index: number;
  /** The platform makes the call for it. */
  callback: boolean;
  /** The result is the text of what stands at this position of the call. */
  text?: number;
}

/** A method with what is traced in one of its parameters; or with it in whatever way, for all who call the method. */
export interface Context {
  method: number;
  /** -1 for whatever way. */
  parameter: number;
  callers: Caller[];
  effects: Effect[];
}

/** All that one value that is traced got to. */
export class Trace {
  readonly holdings: Holding[] = [];
  readonly contexts: Context[] = [];
  private readonly contextIds = new Map<string, number>();
  /** By context and value: path -> moments from which on it is held there. */
  private readonly held = new Map<number, Map<number, number[]>>();
  private readonly said = new Set<string>();

  /** @returns number of the holding, -1 where it was known */
  hold(holding: Holding): number {
    const { context, value, path } = holding;
    if (value < 0 || path < 0) return NONE;
    const place = context * VALUES + value;
    let paths = this.held.get(place);
    if (paths === undefined) {
      paths = new Map();
      this.held.set(place, paths);
    }
    const moments = paths.get(path);
    // What comes to be held at many moments counts as held from the first on.
    const moment = moments === undefined || moments.length < MOST_MOMENTS ? holding.moment : FROM_THE_FIRST;
    if (moments !== undefined && (moments.includes(moment) || moments.includes(FROM_THE_FIRST))) return NONE;
    // What is held as a whole is held at every path.
    if (path !== WHOLE && paths.get(WHOLE)?.includes(moment) === true) return NONE;
    if (moments === undefined) paths.set(path, [moment]);
    else moments.push(moment);
    return this.holdings.push(moment === holding.moment ? holding : { ...holding, moment }) - 1;
  }

  /** @returns number of the context, and whether it is new */
  context(method: number, parameter: number, path: number): { id: number; fresh: boolean } {
    const name = parameter < 0 ? `${method}` : `${method}/${parameter}/${path}`;
    const known = this.contextIds.get(name);
    if (known !== undefined) return { id: known, fresh: false };
    const id = this.contexts.push({ method, parameter, callers: [], effects: [] }) - 1;
    this.contextIds.set(name, id);
    return { id, fresh: true };
  }

  /** True the first time that something is said. */
  first(saying: string): boolean {
    if (this.said.has(saying)) return false;
    this.said.add(saying);
    return true;
  }
}
