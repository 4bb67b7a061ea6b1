import { WHOLE } from './access-path.ts';
import { ANYTHING, type Narrowing, nameOfNarrowing } from './narrowing.ts';

const NONE = -1;

/** In place of a parameter: an exception holds it. */
export const THROWN = -2;

const MOST_MOMENTS = 4;
/** Callers of a method whose objects are told apart. */
const MOST_NARROWINGS = 8;
/** Holdings that are shown of one way. */
const MOST_WAY = 1_000;
const FIRST_RETURN = -2;
/** More than a method has values. */
const VALUES = 2 ** 26;
/** More than a method has. */
const PARAMETERS = 2 ** 16;
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
  /** The holding that it came from, -1 for the first, below that a return, see `returned`. */
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
  /** The holding that was handed over, -1 for none. */
  holding: number;
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
  narrowing: Narrowing;
  callers: Caller[];
  /** The holding with which it begins, -1 for none. */
  entry: number;
  effects: Effect[];
}

/** Something given back to a caller. */
interface Return {
  holding: number;
  context: number;
  caller: Caller;
}

/** All that one value that is traced got to. */
export class Trace {
  readonly holdings: Holding[] = [];
  readonly contexts: Context[] = [];
  /** By method: the place where it is entered, with what is known of its parameters where something is -> context. */
  private readonly contextIds = new Map<number, Map<number | string, number>>();
  /** By context and value: path -> moments from which on it is held there. */
  private readonly held = new Map<number, Map<number, number[]>>();
  private readonly returns: Return[] = [];
  private readonly narrowings = new Map<string, Set<string>>();
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
  context(method: number, parameter: number, path: number, told: Narrowing = ANYTHING): { id: number; fresh: boolean } {
    let ids = this.contextIds.get(method);
    if (ids === undefined) {
      ids = new Map();
      this.contextIds.set(method, ids);
    }
    const place = parameter < 0 ? NONE : path * PARAMETERS + parameter;
    const narrowing = told.size === 0 ? ANYTHING : this.narrowed(`${method}/${place}`, told);
    const name = narrowing.size === 0 ? place : `${place}${nameOfNarrowing(narrowing)}`;
    const known = ids.get(name);
    if (known !== undefined) return { id: known, fresh: false };
    // Apart, as engines are slow at making an object with others in it.
    const callers: Context['callers'] = [];
    const effects: Context['effects'] = [];
    const id = this.contexts.push({ method, parameter, narrowing, callers, effects, entry: NONE }) - 1;
    ids.set(name, id);
    return { id, fresh: true };
  }

  /**
   * Something that a method gives back to one of its callers, to stand as the parent of what that holds then: the way there
   * leads into the method from this caller, whoever else calls it.
   * @param holding what is given back, in this context of the method
   */
  returned(holding: number, context: number, caller: Caller): number {
    return FIRST_RETURN + 1 - this.returns.push({ holding, context, caller });
  }

  /** The holdings that one came of, the last one first, each with where it was. @param last a holding or a return */
  wayTo(last: number): { holding: Holding; number: number; at: Step }[] {
    const way: { holding: Holding; number: number; at: Step }[] = [];
    const pending: Return[] = [];
    for (let at = last; at !== NONE && way.length < MOST_WAY; ) {
      if (at < NONE) {
        const back = this.returns[FIRST_RETURN - at] as Return;
        pending.push(back);
        at = back.holding;
        continue;
      }
      const holding = this.holdings[at] as Holding;
      const caller = this.contexts[holding.context]?.entry === at ? pending.at(-1) : undefined;
      if (caller?.context === holding.context) {
        const { context, index, holding: given } = caller.caller;
        way.push({ holding, number: at, at: { method: this.contexts[context]?.method ?? NONE, index } });
        pending.pop();
        at = given;
      } else {
        way.push({ holding, number: at, at: holding });
        at = holding.parent;
      }
    }
    return way;
  }

  /** What is known of parameters, as long as it is not known in too many ways of one method. */
  private narrowed(place: string, narrowing: Narrowing): Narrowing {
    const name = nameOfNarrowing(narrowing);
    let ways = this.narrowings.get(place);
    if (ways === undefined) {
      ways = new Set();
      this.narrowings.set(place, ways);
    }
    if (ways.has(name)) return narrowing;
    if (ways.size >= MOST_NARROWINGS) return ANYTHING;
    ways.add(name);
    return narrowing;
  }

  /** True the first time that something is said. */
  first(saying: string): boolean {
    if (this.said.has(saying)) return false;
    this.said.add(saying);
    return true;
  }
}
