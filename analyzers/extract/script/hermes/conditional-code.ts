import type { HermesInstruction } from '../../../formats/hermes/hermes-instructions.ts';
import type { GeneratorState } from './generator-states.ts';

/** The parts of bytecode that a jump can leave out, by offsets in the file; functions are added one after the other. */
export class ConditionalCode {
  private readonly parts: { from: number; to: number }[] = [];
  private isSorted = true;

  /**
   * Notes what a function's jumps can leave out: what lies between a jump and its target, and all behind a return or a choice.
   * @param passed offsets of jumps and returns that are no conditions
   */
  add(instructions: readonly HermesInstruction[], passed: { has(offset: number): boolean } = new Set()): void {
    const last = instructions.at(-1);
    if (last === undefined) return;
    const end = last.offset + 1;
    let part = { from: 0, to: 0 };
    /** The register that tells a generator to end, which is no condition of its code. */
    let ending = -1;
    let isYielding = false;
    const leaveOut = (from: number, to: number): void => {
      if (from > part.to) {
        if (part.to > 0) this.parts.push(part);
        part = { from, to };
      } else part.to = Math.max(part.to, to);
    };
    for (const { form, operands, offset } of instructions) {
      const { name } = form;
      // Whether a function is the engine's own only decides how it is called.
      if (passed.has(offset) || name.startsWith('JmpBuiltinIs')) continue;
      if (name === 'SaveGenerator' || name === 'SaveGeneratorLong') isYielding = true;
      else if (name === 'ResumeGenerator') ending = operands[1] ?? -1;
      else if (name === 'Ret') {
        if (!isYielding && offset !== last.offset) leaveOut(offset + 1, end);
        isYielding = false;
      } else if (name.includes('Switch')) leaveOut(offset + 1, end);
      else if (name.startsWith('J')) {
        const at = form.operands.search(/[AD]/);
        const target = at < 0 ? -1 : (operands[at] ?? -1);
        const isEnding = /^JmpTrue/.test(name) && operands[1] === ending;
        if (isEnding) ending = -1;
        else if (target > offset && !/^Jmp(?:Long)?$/.test(name)) leaveOut(offset + 1, target);
      }
    }
    if (part.to > 0) this.parts.push(part);
    this.isSorted = false;
  }

  /** Notes what can be left out of a generator whose states are told apart: each of them is code of its own. */
  addStates(states: readonly GeneratorState[]): void {
    const noted = new Set<number>();
    /** States that go on after what is certain to run. */
    const certain = new Set<string>(['']);
    for (const { key, instructions, next, decided, isAside } of states) {
      const own = new ConditionalCode();
      own.add(instructions, { has: (offset) => decided.has(offset) || next.has(offset) });
      for (const { offset } of instructions) {
        const isConditional = isAside || !certain.has(key) || own.includes(offset);
        const after = next.get(offset);
        if (after !== undefined && !isConditional) certain.add(after);
        if (noted.has(offset)) continue;
        noted.add(offset);
        if (isConditional) this.parts.push({ from: offset, to: offset + 1 });
      }
    }
    this.isSorted = false;
  }

  /** Whether the instruction at an offset may be left out when its function runs. */
  includes(offset: number): boolean {
    if (!this.isSorted) {
      this.parts.sort((a, b) => a.from - b.from);
      this.isSorted = true;
    }
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.parts[middle]?.from ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const part = this.parts[low - 1];
    return part !== undefined && offset < part.to;
  }
}
