import type { HermesInstruction } from '../../../formats/hermes/hermes-instructions.ts';

/** The parts of bytecode that a jump can leave out, by offsets in the file; functions are added one after the other. */
export class ConditionalCode {
  private readonly parts: { from: number; to: number }[] = [];
  private isSorted = true;

  /** Notes what a function's jumps can leave out: what lies between a jump and its target, and all behind a return or a choice. */
  add(instructions: readonly HermesInstruction[]): void {
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
