import { CodeEvent, type CodeEvents, type ProgramFile } from '../../model/program.ts';
import type { CallGraph } from '../calls/call-graph.ts';
import { ConstantValues, isTold } from './constant-values.ts';
import { KnownRegisters, mayBeDecided } from './decided-branches.ts';
import type { FieldUses } from './field-uses.ts';
import { isKnownOwner } from './known-calls.ts';

/** Code units up to which a method is run through. */
const LARGE = 4_000;
/** Code units up to which a method is also run through for nothing but its own constants. */
const MEDIUM = 128;

/**
 * Which instructions never run, since what is known before decides the branch around them: constants and what is worked
 * out of them, fields that nothing sets to anything else than they begin with, and methods that give
 * one value for what they are called with.
 */
export class DeadBranches {
  /** By method: which of its addresses run, null for all. */
  private readonly runs = new Map<number, Uint8Array | null>();
  private readonly values: ConstantValues;

  constructor(
    private readonly graph: CallGraph,
    uses: FieldUses,
  ) {
    this.values = new ConstantValues(graph, uses);
  }

  /** True where the instruction at an address of a method never runs. */
  isDead(method: number, offset: number): boolean {
    let runs = this.runs.get(method);
    if (runs === undefined) {
      runs = this.find(method);
      this.runs.set(method, runs);
    }
    return runs !== null && runs[offset] === 0;
  }

  private find(method: number): Uint8Array | null {
    const { values } = this;
    const { hierarchy } = this.graph;
    const code = hierarchy.codeOf[method] as number;
    if (code <= 0) return null;
    const program = hierarchy.files[hierarchy.fileOfMethod(method)] as ProgramFile;
    const units = program.codeUnits(code);
    if (units === 0 || units > LARGE) return null;
    const targets = values.targetsOf(method);
    const stops = [...targets.values()].some((called) => called.every((target) => values.throws(target, 0)));
    const events = values.eventsOf(method, 0);
    if (!stops && !events.branches) return null;
    const isKnown = this.knowing(method, events, targets);
    const decides = stops || mayBeDecided(events, new KnownRegisters(events, units <= MEDIUM, isKnown));
    return decides ? values.run(method, 0).runs : null;
  }

  /** Whether what an instruction of a method reads or gives may be known. */
  private knowing(
    method: number,
    { data }: CodeEvents,
    targets: ReadonlyMap<number, readonly number[]>,
  ): (at: number, handed: number) => boolean {
    const { values } = this;
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    return (at, handed) => {
      const kind = data[at];
      if (kind !== CodeEvent.INVOKE) {
        const local = data[kind === CodeEvent.IGET ? at + 5 : at + 4] as number;
        return isTold(values.fieldOf(local, file, kind === CodeEvent.SGET, 0));
      }
      const called = targets.get(data[at + 2] as number);
      if (called !== undefined) return called.every((target) => values.mayGive(target, handed > 0));
      const local = data[at + 4] as number;
      const operands = (data[at + 1] as number) - 5;
      if (local >= program.methodCount || operands === 0 || handed < operands) return false;
      return isKnownOwner(hierarchy.nameOfType(hierarchy.localType(file, program.methodClasses[local] as number)));
    };
  }
}
