import { openDexContainer } from '../../../formats/dex/container.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import type { Catalogue } from '../../../model/catalogue.ts';
import type { Fact } from '../../../model/fact.ts';
import { DEFAULT_LIMITS } from '../../../model/limits.ts';
import { Explorer, type StepBudget } from './explorer.ts';
import { Findings } from './findings.ts';
import { findOpenCalls } from './open-calls.ts';
import { type MethodCode, Program } from './program.ts';
import { ReferenceFinder } from './references.ts';
import {
  type ReflectedAccess,
  type ReflectedCall,
  type ReflectedLookUp,
  reflectedAccesses,
  reflectedCalls,
  reflectedLookUps,
  withValues,
} from './resolved-facts.ts';
import { StaticInitialisers } from './static-initialisers.ts';
import { TellingStrings } from './telling-strings.ts';
import { wayTo } from './way-to.ts';

/** How many calls a constant may be away from where it is used. */
const ROUNDS = 3;
/** Methods that are explored in a round beyond the first. */
const MAX_CALLERS = 400;
/** Steps of all explorations together: so many, and so many for each open call. */
const STEPS = 30_000;
const STEPS_PER_CALL = 200;
const MAX_STEPS = 2_000_000;
/** Steps of one exploration; a step is an instruction, or a few elements of what one copies. */
const STEPS_PER_METHOD = 6_000;
const STEPS_PER_CALLER = 3_000;
const INITIALISER_STEPS = 5_000;

/** A DEX file, or a container of several. */
export interface DexBytes {
  /** Path inside the build. */
  file: string;
  bytes: Uint8Array;
}

export type { ReflectedAccess, ReflectedCall, ReflectedLookUp } from './resolved-facts.ts';

/** What code does by reflection with members of the program. */
export type Reflected = ReflectedCall | ReflectedAccess | ReflectedLookUp;

export interface ResolvedValues {
  facts: Fact[];
  /** Methods of the program that are run or looked up, and fields that are read or written, by reflection, for the call graph. */
  reflected: Reflected[];
}

/**
 * Works out the arguments on which the meaning of calls rests, where they are no constants of the method itself, and
 * what is called by reflection. Across methods, classes and files; bounded in steps, so that some stay unknown.
 *
 * A call has one fact. Its arguments stand in their order, and behind them what else the argument that tells may be,
 * and what it comes to (the joined path, the command that a shell runs). A member that is used by reflection is a call,
 * or the read of a field, at the place where it is invoked or read, else where it is looked up; the last of its
 * arguments is `reflection`.
 * @param resourceText text of a resource by its number, null where there is none
 * @param ownPackage the app's package as its manifest has it, null where that is not known
 * @param facts as the extraction of these files found them; others stay as they are
 */
export function resolveValues(
  files: readonly DexBytes[],
  facts: Fact[],
  catalogue: Catalogue,
  resourceText: (id: number) => string | null = () => null,
  ownPackage: string | null = null,
  stringSize = DEFAULT_LIMITS.stringSize,
): ResolvedValues {
  const telling = new TellingStrings(catalogue);
  const program = new Program(
    files.flatMap(({ file, bytes }) => openDex(file, bytes, stringSize)),
    resourceText,
    ownPackage,
  );
  const calls = findOpenCalls(program, facts, catalogue);
  if (calls.length === 0) return { facts, reflected: [] };
  const findings = new Findings(program, calls, catalogue, telling);
  const budget: StepBudget = { left: Math.min(MAX_STEPS, STEPS + STEPS_PER_CALL * calls.length) };
  const initialisers: StaticInitialisers = new StaticInitialisers(program, (info) => {
    const method = info.methods.get('<clinit>()V');
    if (method === undefined) return null;
    return new Explorer(program, findings.silent, initialisers, budget).explore(method, null, INITIALISER_STEPS);
  });
  const explorer = new Explorer(program, findings, initialisers, budget);
  const references = new ReferenceFinder(program);
  const explore = (methods: Iterable<MethodCode>, limit: number): void => {
    for (const method of methods) {
      if (budget.left <= 0) return;
      findings.begin(method);
      explorer.explore(method, wayTo(method, program.handlersOf(method), findings.useful(method)), limit);
    }
  };
  explore(new Set(calls.map(({ method }) => method)), STEPS_PER_METHOD);
  for (let round = 0; round < ROUNDS; round++) {
    const wanted = findings.takeWanted();
    if (wanted.methods.length === 0 && wanted.fields.size === 0) break;
    explore(references.find(wanted).slice(0, MAX_CALLERS), STEPS_PER_CALLER);
    explore(findings.takeReaders(), STEPS_PER_CALLER);
  }
  return {
    facts: withValues(facts, findings),
    reflected: [...reflectedCalls(findings), ...reflectedAccesses(findings), ...reflectedLookUps(findings)],
  };
}

function openDex(file: string, bytes: Uint8Array, stringSize: number) {
  try {
    return openDexContainer(bytes, stringSize).files.map((dex) => ({ file, dex }));
  } catch (error) {
    if (error instanceof DexError) return [];
    throw error;
  }
}
