import { CodeEvent, type CodeEvents } from '../model/program.ts';
import { WRITES } from './writing-events.ts';

/** Rounds over the code: a value may go around a loop before a branch asks for it. */
const ROUNDS = 2;

/** What the present block wrote into a register. */
const NOTHING = 0;
const OTHER = 1;
const FLAG = 2;

/**
 * Whether a branch of a method may depend on a flag: on a number that is copied or turned around, but not worked out of
 * others. Cheaper than to run through the method, and never false where that would find a branch which is decided.
 * @param isFlag whether a flag is read or given at a position of the events (SGET, INVOKE)
 */
export function branchesOnFlag(events: CodeEvents, isFlag: (at: number) => boolean): boolean {
  const { data, length, targets, registers } = events;
  const here = new Uint8Array(registers);
  /** By register: 1 where any block may leave a flag in it. */
  const before = new Uint8Array(registers);
  const holds = (register: number): boolean =>
    here[register] === NOTHING ? before[register] === 1 : here[register] === FLAG;
  for (let round = 0; round < ROUNDS; round++) {
    let given = false;
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const kind = data[at] as number;
      const a = data[at + 3] as number;
      const b = data[at + 4] as number;
      if (targets[data[at + 2] as number] === 1) here.fill(NOTHING);
      if (kind === CodeEvent.IF) {
        if (holds(b) || holds(data[at + 5] as number)) return true;
      } else if (kind === CodeEvent.SWITCH) {
        if (holds(a)) return true;
      } else if (kind === CodeEvent.INVOKE || kind === CodeEvent.CUSTOM)
        given = kind === CodeEvent.INVOKE && isFlag(at);
      else if (WRITES[kind] === 1 && a >= 0 && a < registers) {
        let flag = false;
        if (kind === CodeEvent.SGET) flag = isFlag(at);
        else if (kind === CodeEvent.RESULT) flag = given && b === 0;
        else if (kind === CodeEvent.COPY || kind === CodeEvent.MOVE || kind === CodeEvent.XOR) flag = holds(b);
        here[a] = flag ? FLAG : OTHER;
        if (flag) before[a] = 1;
      }
    }
  }
  return false;
}
