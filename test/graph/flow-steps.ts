import type { Location } from '../../analyzers/model/location.ts';
import type { Sink } from '../../analyzers/model/sink.ts';
import type { StepChecker } from './step-checker.ts';

/** Kinds of instructions that a value can go over, by the tables of the DEX format. */
const CARRIES: readonly (readonly [first: number, last: number])[] = [
  [0x01, 0x0d], // move, move-result, move-exception
  [0x0f, 0x11], // return
  [0x24, 0x25], // filled-new-array
  [0x27, 0x27], // throw
  [0x44, 0x6d], // elements and fields
  [0x6e, 0x78], // invoke
  [0x7b, 0xe2], // arithmetic
  [0xfa, 0xfd], // invoke-polymorphic, invoke-custom
];

/** What is wrong with the way of a value from where it is read to a sink; nothing when all is well. */
export function wrongFlow(checker: StepChecker, { api, at, path }: Sink): string[] {
  const wrong: string[] = [];
  for (const step of path) {
    const opcode = checker.opcodeAt(step);
    if (opcode === null) wrong.push(`${placeOf(step)}: no instruction begins there`);
    else if (!CARRIES.some(([first, last]) => opcode >= first && opcode <= last)) {
      wrong.push(`${placeOf(step)}: opcode ${opcode} carries no value`);
    }
  }
  const last = path.at(-1);
  if (last === undefined || placeOf(last) !== placeOf(at)) wrong.push('ends elsewhere than at the sink');
  if (!checker.calls(at, api)) wrong.push(`${placeOf(at)}: ${api} is not called there`);
  return wrong;
}

function placeOf({ file, class: owner, method, offset }: Location): string {
  return `${file} ${owner}.${method}@${offset}`;
}
