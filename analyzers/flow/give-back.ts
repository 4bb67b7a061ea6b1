import type { FlowInstruction } from '../model/flow-code.ts';
import { FlowKind } from '../model/flow-code.ts';
import { CONTENT, WHOLE } from './access-path.ts';
import { argumentOf, isLambdaCall } from './call-arguments.ts';
import { giveText } from './call-transfer.ts';
import { storeInto } from './heap-stores.ts';
import { type Caller, type Effect, THROWN } from './trace.ts';
import { collectsResults } from './transfer-rules.ts';
import type { ValueTrace } from './value-trace.ts';

const NONE = -1;

/** Has a caller get what a method that it called gives back, or leaves in a parameter. @param from the context of the method */
export function giveBack(trace: ValueTrace, caller: Caller, from: number, effect: Effect): void {
  const target = trace.methodOf(from);
  const { context, index, callback } = caller;
  const body = trace.body(context);
  const instruction = body?.code.instructions[index] as FlowInstruction | undefined;
  if (body == null || instruction === undefined) return;
  const { parameter, path } = effect;
  const holding = caller.holding < 0 ? effect.holding : trace.trace.returned(effect.holding, from, caller);
  if (caller.text !== undefined) {
    if (parameter === NONE && trace.isPlain(path)) giveText(trace, context, index, caller.text, holding);
    return;
  }
  if (parameter === NONE) {
    const result = body.makes[index] as number;
    if (!callback) trace.hold(context, result, path, index, holding);
    // What the platform gets from a method comes out of what it made for the call: a future, a stream.
    else if (instruction.kind === FlowKind.INVOKE && isReference(trace, context, instruction.id)) {
      const { paths } = trace;
      const inside = paths.derived(path);
      trace.hold(context, result, paths.isWhole(inside) ? WHOLE : paths.behind(CONTENT, inside), index, holding);
      const { owner } = trace.members.of(trace.methodOf(context), instruction.id);
      if (collectsResults(trace.program.hierarchy.nameOfType(owner))) {
        storeInto(trace, context, body.reads[index]?.[0] ?? NONE, paths.behind(CONTENT, path), holding, index, false);
      }
    } else if (instruction.kind === FlowKind.INVOKE && isConstructor(trace, context, instruction.id)) {
      const made = body.reads[index]?.[0] ?? NONE;
      storeInto(trace, context, made, trace.paths.behind(CONTENT, path), holding, index, false);
    }
    return;
  }
  if (parameter === THROWN) {
    if (!callback) trace.throwFrom(context, body, index, path, holding);
    return;
  }
  if (callback && instruction.kind === FlowKind.INVOKE && isFilledBy(trace, target, parameter)) {
    trace.hold(context, body.makes[index] as number, path, index, holding);
    return;
  }
  if (callback || instruction.kind !== FlowKind.INVOKE) return;
  const method = trace.methodOf(context);
  const member = trace.members.of(method, instruction.id);
  const shift = isLambdaCall(trace.program, member, target)
    ? trace.program.parametersOf(target).length - member.parameters.length - 1
    : 0;
  const position = parameter - shift;
  if (position < 0 || (shift !== 0 && position === 0)) return;
  const value = argumentOf(body, instruction, index, member, position);
  storeInto(trace, context, value, path, holding, index, false);
}

/** Whether the platform hands a parameter to a method for that to give it what comes out of the call. */
function isFilledBy(trace: ValueTrace, target: number, parameter: number): boolean {
  return trace.program.isEmitter(trace.program.parametersOf(target)[parameter] ?? NONE);
}

function isConstructor(trace: ValueTrace, context: number, local: number): boolean {
  return trace.members.of(trace.methodOf(context), local).name === '<init>';
}

function isReference(trace: ValueTrace, context: number, local: number): boolean {
  const { result } = trace.members.of(trace.methodOf(context), local);
  return result.startsWith('L') || result.startsWith('[');
}
