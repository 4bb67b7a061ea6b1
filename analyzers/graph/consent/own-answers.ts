import { CodeEvent, type CodeEvents, InvokeKind, type ProgramFile } from '../../model/program.ts';
import type { CallGraph } from '../calls/call-graph.ts';

/** Calls that are asked of one register; generated methods make thousands. What is not asked stays a suspicion. */
const MOST_ANSWERS = 16;

/** A call that is dispatched to its receiver. */
interface DispatchedCall {
  address: number;
  selector: number;
  /** Type that it names. */
  owner: number;
}

/** By address: what the call there gives. */
export type Answers = ReadonlyMap<number, number>;
export const NO_ANSWERS: Answers = new Map();

/** What objects say of themselves by members that give numbers and take nothing, in the methods that call them. */
export class OwnAnswers {
  private readonly dispatched = new Map<number, ReadonlyMap<number, readonly DispatchedCall[]>>();

  /**
   * @param numberOf the constant that a method of the build gives, NaN where it gives none
   */
  constructor(
    private readonly graph: CallGraph,
    private readonly eventsOf: (method: number) => CodeEvents,
    private readonly numberOf: (method: number) => number,
  ) {}

  /** What the object of a call, as one of a class, answers to the other calls on its register. */
  of(cls: number, method: number, offset: number): Answers {
    const calls = this.callsOnSame(method).get(offset);
    if (calls === undefined) return NO_ANSWERS;
    const { hierarchy } = this.graph;
    const answers = new Map<number, number>();
    for (const { address, selector, owner } of calls) {
      if (address === offset || !hierarchy.isSubtype(hierarchy.typeOfClass[cls] as number, owner)) continue;
      const target = hierarchy.lookup(cls, selector);
      const number = target < 0 || (hierarchy.codeOf[target] as number) <= 0 ? Number.NaN : this.numberOf(target);
      if (!Number.isNaN(number)) answers.set(address, number);
    }
    return answers;
  }

  /** By address of a dispatched call: the dispatched calls on the same register that give a number. */
  private callsOnSame(method: number): ReadonlyMap<number, readonly DispatchedCall[]> {
    let known = this.dispatched.get(method);
    if (known !== undefined) return known;
    const { hierarchy, references } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const { data, length } = this.eventsOf(method);
    const answers = new Map<number, DispatchedCall[]>();
    const registers = new Map<number, number>();
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const kind = data[at + 3] as number;
      const local = data[at + 4] as number;
      if (data[at] !== CodeEvent.INVOKE || local >= program.methodCount) continue;
      if (kind !== InvokeKind.VIRTUAL && kind !== InvokeKind.INTERFACE) continue;
      const address = data[at + 2] as number;
      const register = data[at + 5] as number;
      registers.set(address, register);
      const { owner, ownerClass, selector, parameters } = references.of(
        (hierarchy.methodBase[file] as number) + local,
        file,
      );
      if (ownerClass < 0 || selector < 0 || parameters.length > 0) continue;
      if (!/\)[ZI]$/.test(hierarchy.selectorDescriptor(selector))) continue;
      const others = answers.get(register);
      if (others === undefined) answers.set(register, [{ address, selector, owner }]);
      else if (others.length < MOST_ANSWERS) others.push({ address, selector, owner });
    }
    known = new Map(
      [...registers].flatMap(([address, register]) => {
        const calls = answers.get(register);
        return calls === undefined ? [] : [[address, calls] as const];
      }),
    );
    this.dispatched.set(method, known);
    return known;
  }
}
