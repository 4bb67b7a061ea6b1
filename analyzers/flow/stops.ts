import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { CONTENT } from './access-path.ts';
import { FIRST_CAPTURE } from './captures.ts';
import type { MethodBody } from './method-body.ts';
import type { Holding } from './trace.ts';
import type { ValueTrace } from './value-trace.ts';

const NONE = -1;

/** Where a value does not go on holding what is traced. */
export interface Stops {
  /** Instructions behind which it does not. */
  between: readonly number[];
  /** Blocks that are not entered while it does. */
  closed: readonly number[];
}

/**
 * Where a value stops holding what is traced: something else is put where the path begins, or the way is only gone by
 * objects of another class. Null for nowhere.
 */
export function stopsOf(trace: ValueTrace, body: MethodBody, { value, path, moment, context }: Holding): Stops | null {
  const head = trace.paths.head(path);
  const isStep = head !== CONTENT && head < FIRST_CAPTURE;
  const type = typeHeld(trace, path);
  if (!isStep && type < 0) return null;
  const method = trace.methodOf(context);
  const { program } = trace;
  const between: number[] = [];
  const closed: number[] = [];
  for (const { index, position } of body.uses[value] ?? []) {
    const { kind, id } = body.code.instructions[index] as FlowInstruction;
    if (kind === FlowKind.CAST) {
      if (trace.narrowings.exclude(type, program.localType(method, id))) between.push(index);
    } else if (kind === FlowKind.TEST) {
      const block = closedBy(trace, body, index, type, program.localType(method, id));
      if (block >= 0) closed.push(block);
    } else if (!isStep || index === moment >> 1) continue;
    else if (head >= 0) {
      if (kind === FlowKind.IPUT && position === 1 && program.fieldOf(method, id) === head) between.push(index);
    } else if (kind === FlowKind.INVOKE && position === 0) {
      const { keyed } = trace.members.of(method, id).transfer;
      if (keyed === 'put' && trace.keyAt(method, body, index) === head) between.push(index);
    }
  }
  return between.length === 0 && closed.length === 0 ? null : { between, closed };
}

/** Type of an object that holds what is traced, or is that itself; -1 where nothing is known. */
function typeHeld(trace: ValueTrace, path: number): number {
  if (trace.paths.isWhole(path)) return trace.paths.typeOf(path);
  const head = trace.paths.head(path);
  return head < FIRST_CAPTURE && trace.isOwn(head) ? trace.program.hierarchy.fields.ownerOf(head) : NONE;
}

/** The block that no object of a type gets to when its class is asked for, -1 for none. @param index of the question */
function closedBy(trace: ValueTrace, body: MethodBody, index: number, type: number, asked: number): number {
  const branch = body.code.instructions[index + 1];
  if (branch?.kind !== FlowKind.BRANCH || branch.from.length === 0) return NONE;
  const isNever = trace.narrowings.exclude(type, asked);
  if (!isNever && !trace.narrowings.isBelow(type, asked)) return NONE;
  // What is found to be no is led on by a branch of the first kind, and by what stands behind one of the other.
  const leadsOn = isNever === (branch.id === 0);
  const target = leadsOn ? branch.targets[0] : index + 2;
  const block = body.graph.blockOf[target ?? NONE] ?? NONE;
  return body.graph.singleOf[block] === body.graph.blockOf[index + 1] ? block : NONE;
}
