import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { InvokeKind } from '../model/program.ts';
import { CONTENT, WHOLE } from './access-path.ts';
import { argumentOf, isLambdaCall, parameterAt, positionOf, typeAt } from './call-arguments.ts';
import { storeInto } from './heap-stores.ts';
import { isForOwnComponent } from './intents.ts';
import { giveToKeyReaders, tagAt } from './kept-by-key.ts';
import type { Member } from './members.ts';
import type { MethodBody } from './method-body.ts';
import { giveToSubscribers } from './subscribers.ts';
import type { Caller, Holding } from './trace.ts';
import { HANDS_INTENT, isFilled, isSurroundings, MESSAGE } from './transfer-rules.ts';
import type { ValueTrace } from './value-trace.ts';

const NONE = -1;
const INTENT = 'Landroid/content/Intent;';
const URI = 'Landroid/net/Uri;';
const EDITOR = 'android.content.SharedPreferences$Editor';
/** Kinds of sinks behind which nothing more is asked. */
const ENDS: readonly string[] = ['network', 'sdk', 'script'];

/** A call to which something is given that is or holds what is traced. */
export interface Handing {
  number: number;
  context: number;
  value: number;
  path: number;
  body: MethodBody;
  instruction: FlowInstruction;
  index: number;
  /** Parameter, the receiver first if there is one. */
  position: number;
  member: Member;
}

/** Hands a value over to a call: to the sink that it is, to the methods that it leads to, through the platform. */
export function handOver(
  trace: ValueTrace,
  number: number,
  body: MethodBody,
  instruction: FlowInstruction,
  index: number,
  operand: number,
): void {
  const { context, value, path } = trace.trace.holdings[number] as Holding;
  const method = trace.methodOf(context);
  if (instruction.kind === FlowKind.CUSTOM) {
    bindLambda(trace, number, body, instruction, index, operand);
    return;
  }
  const member = trace.members.of(method, instruction.id);
  const position = positionOf(instruction, member, operand);
  if (position < 0) return;
  const handing: Handing = { number, context, value, path, body, instruction, index, position, member };
  if (takes(trace, handing)) {
    trace.arrive(number, { method, index }, member.sink?.kind ?? '', member.api);
    if (ENDS.includes(member.sink?.kind ?? '')) return;
  }
  if (carry(trace, handing)) return;
  const { calls, callbacks } = trace.program.targetsAt(method, instruction.offset);
  for (const target of trace.callsIn(context, body, index, calls)) enterCalled(trace, handing, target);
  if (member.outside || calls.length === 0) transfer(trace, handing, callbacks.length > 0);
  for (const target of callbacks) enterCallback(trace, handing, target);
}

/** Hands a value over to those that no call leads to. @returns false where the call is an ordinary one */
function carry(trace: ValueTrace, handing: Handing): boolean {
  const { number, context, path, body, index, position, member, instruction } = handing;
  const { carrier } = member;
  const isGiven = position > 0 || instruction.invoke === InvokeKind.STATIC;
  if (carrier === null || carrier === 'channel' || !isGiven) return false;
  const at = { method: trace.methodOf(context), index };
  if (carrier === 'post') giveToSubscribers(trace, path, number, at);
  else if (carrier === 'tag') {
    giveToKeyReaders(trace, carrier, trace.paths.behind(tagAt(trace, at.method, body, index), path), number, at);
  } else giveToKeyReaders(trace, carrier, path, number, at);
  return carrier === 'post';
}

/** Whether a call is a sink for the position. */
function takes(trace: ValueTrace, { member, instruction, position, path, body, context, value }: Handing): boolean {
  const { sink } = member;
  // What a request is made of is written out whole.
  if (sink?.annotates === true) return position > 0;
  const taken = instruction.invoke === InvokeKind.STATIC ? position + 1 : position;
  if (sink?.arguments?.includes(taken) !== true || !trace.isPlain(path)) return false;
  const { descriptors } = trace.program.hierarchy;
  const isIntent = descriptors[typeAt(instruction, member, position)] === INTENT;
  return (
    !isIntent ||
    sink.kind !== 'ipc' ||
    !isForOwnComponent({ program: trace.program, members: trace.members, method: trace.methodOf(context), body }, value)
  );
}

function bindLambda(
  trace: ValueTrace,
  number: number,
  body: MethodBody,
  instruction: FlowInstruction,
  index: number,
  operand: number,
): void {
  const { context, path } = trace.trace.holdings[number] as Holding;
  const made = trace.program.lambda(trace.methodOf(context), instruction.id);
  if (made === null) return;
  const parameter = parameterAt(trace.program, made.method, operand);
  if (parameter < 0) return;
  const step = trace.captures.step(made.method, parameter);
  trace.hold(context, body.makes[index] as number, trace.paths.behind(step, path), index, number);
}

/** The parameter in which something inside an object arrives when a method of the object runs, and the path there. */
function insideReceiver(trace: ValueTrace, path: number, target: number): { parameter: number; path: number } | null {
  const element = trace.paths.element(path);
  if (trace.paths.isWhole(element)) return null;
  const head = trace.paths.head(element);
  const captured = trace.captures.of(head);
  if (captured !== undefined) {
    return captured.method === target ? { parameter: captured.parameter, path: trace.paths.tail(element) } : null;
  }
  const { program } = trace;
  if (!trace.isOwn(head) || program.isStatic(target)) return null;
  const owner = program.hierarchy.fields.ownerOf(head);
  const type = program.typeOf(target);
  const { hierarchy } = program;
  const related = hierarchy.isSubtype(type, owner) || hierarchy.isSubtype(owner, type);
  return related ? { parameter: 0, path: element } : null;
}

function enterCalled(trace: ValueTrace, handing: Handing, target: number): void {
  const { number, context, path, index, position, member, instruction } = handing;
  const { program } = trace;
  const caller: Caller = { context, holding: number, index, callback: false };
  const at = { method: trace.methodOf(context), index };
  const parameters = program.parametersOf(target).length;
  if (member.name === 'invoke' && trace.program.hierarchy.nameOfType(member.owner) === 'java.lang.reflect.Method') {
    enterReflected(trace, handing, target);
    return;
  }
  const narrowing = trace.narrowings.into(at.method, trace.narrowingOf(context), handing.body, index, target);
  const lambda = isLambdaCall(program, member, target);
  if (position === 0 && instruction.invoke !== InvokeKind.STATIC) {
    if (lambda || trace.isOwn(trace.paths.head(path))) {
      const inside = insideReceiver(trace, path, target);
      if (inside !== null) trace.enter(target, inside.parameter, inside.path, caller, number, at, narrowing);
    } else if (!program.isStatic(target)) trace.enter(target, 0, path, caller, number, at, narrowing);
    return;
  }
  const shift = lambda ? parameters - member.parameters.length - 1 : 0;
  trace.enter(target, position + shift, path, caller, number, at, narrowing);
}

/** What is given by reflection stands in an array. */
function enterReflected(trace: ValueTrace, handing: Handing, target: number): void {
  const { number, context, path, index, position } = handing;
  const caller: Caller = { context, holding: number, index, callback: true };
  const at = { method: trace.methodOf(context), index };
  const first = trace.program.isStatic(target) ? 0 : 1;
  if (position === 1 && first === 1) trace.enter(target, 0, path, caller, number, at);
  if (position !== 2) return;
  const inside = trace.paths.after(path, CONTENT);
  for (let i = first; i < trace.program.parametersOf(target).length; i++) {
    trace.enter(target, i, inside, caller, number, at);
  }
}

/** What the platform calls for a call gets what was given, where that fits. */
function enterCallback(trace: ValueTrace, handing: Handing, target: number): void {
  const { number, context, path, index, position, member, instruction } = handing;
  const { program, captures, paths } = trace;
  const { hierarchy } = program;
  const caller: Caller = { context, holding: number, index, callback: true };
  const at = { method: trace.methodOf(context), index };
  const inside = insideReceiver(trace, path, target);
  if (inside !== null) {
    trace.enter(target, inside.parameter, inside.path, caller, number, at);
    return;
  }
  if (!trace.isPlain(path) && captures.of(paths.head(paths.element(path))) !== undefined) return;
  const given = typeAt(instruction, member, position);
  const isReceiver = position === 0 && instruction.invoke !== InvokeKind.STATIC;
  if (isReceiver && member.transfer.apart) return;
  program.parametersOf(target).forEach((type, parameter) => {
    if (type < 0 || given < 0 || (parameter === 0 && !program.isStatic(target))) return;
    const fits = type === hierarchy.objectType || hierarchy.isSubtype(given, type) || hierarchy.isSubtype(type, given);
    if (!fits && !(isReceiver && trace.isPlain(path))) return;
    const isElement = !fits || (type === hierarchy.objectType && given !== hierarchy.objectType && isReceiver);
    const taken = paths.derived(path);
    trace.enter(target, parameter, isElement ? paths.after(taken, CONTENT) : taken, caller, number, at);
  });
}

/**
 * What a call makes of the text that an object of the build says of itself, as of one that it is given there.
 * @param number the holding that the text comes from
 */
export function giveText(trace: ValueTrace, context: number, index: number, position: number, number: number): void {
  const body = trace.body(context);
  const instruction = body?.code.instructions[index];
  if (body == null || instruction === undefined) return;
  const member = trace.members.of(trace.methodOf(context), instruction.id);
  const handing = { number, context, value: NONE, path: WHOLE, body, instruction, index, position, member };
  if (takes(trace, handing)) {
    trace.arrive(number, { method: trace.methodOf(context), index }, member.sink?.kind ?? '', member.api);
  }
  transfer(trace, handing, false);
}

/** Has an object of the build say what it is, where its text is asked for. */
function enterOwnText(trace: ValueTrace, { number, context, path, index, position }: Handing): void {
  const { program, paths } = trace;
  const element = paths.element(path);
  const owner = program.hierarchy.fields.ownerOf(paths.head(element));
  const caller: Caller = { context, holding: number, index, callback: false, text: position };
  const at = { method: trace.methodOf(context), index };
  for (const target of program.textsOf(owner)) trace.enter(target, 0, element, caller, number, at);
}

/**
 * What the platform does with the values that it gets: see transfer-rules.ts.
 * @param calledBack methods of the build run for the call
 */
function transfer(trace: ValueTrace, handing: Handing, calledBack: boolean): void {
  const { number, context, path, body, instruction, index, position, member } = handing;
  const { paths, program } = trace;
  const { hierarchy } = program;
  const rules = member.transfer;
  const result = body.makes[index] as number;
  const given = typeAt(instruction, member, position);
  // A context or a view is not handed over for what it holds.
  if (given >= 0 && !trace.isPlain(path) && isSurroundings(hierarchy.nameOfType(given))) return;
  const isStatic = instruction.invoke === InvokeKind.STATIC;
  const isReceiver = position === 0 && !isStatic;
  const receiver = isStatic ? NONE : argumentOf(body, instruction, index, member, 0);
  if (isReceiver && rules.apart) return;
  if (rules.makesMessage) {
    trace.hold(context, result, inMessage(trace, handing), index, number);
    return;
  }
  if (rules.copiesArray) {
    if (position === 0) {
      const to = argumentOf(body, instruction, index, member, 2);
      storeInto(
        trace,
        context,
        to,
        paths.isWhole(path) ? WHOLE : paths.behind(CONTENT, paths.tail(path)),
        number,
        index,
        true,
      );
    }
    return;
  }
  const descriptor = hierarchy.descriptors[given] ?? '';
  if (
    HANDS_INTENT.test(member.name) &&
    (descriptor === INTENT || descriptor === `[${INTENT}` || descriptor === 'Landroid/os/Bundle;')
  ) {
    giveToKeyReaders(trace, 'extra', path, number, { method: trace.methodOf(context), index });
    return;
  }
  if (rules.readsAt && descriptor === URI) {
    trace.hold(context, result, WHOLE, index, number);
    return;
  }
  if (rules.keyed === 'get' && isReceiver) {
    const inside = rules.converts ? paths.derived(path) : path;
    trace.hold(context, result, paths.after(inside, trace.keyAt(trace.methodOf(context), body, index)), index, number);
    return;
  }
  if (rules.keyed === 'put' && !isReceiver) {
    const step = position === 1 ? CONTENT : trace.keyAt(trace.methodOf(context), body, index);
    storeInto(trace, context, receiver, paths.behind(step, path), number, index, true);
    if (position === 2 && hierarchy.supertypes(member.owner).some((type) => hierarchy.nameOfType(type) === EDITOR)) {
      giveToKeyReaders(trace, 'preference', paths.behind(step, path), number, {
        method: trace.methodOf(context),
        index,
      });
    }
    if (member.result.startsWith('L')) trace.hold(context, result, paths.behind(step, path), index, number);
    return;
  }
  if (rules.says && !trace.isPlain(path)) {
    enterOwnText(trace, handing);
    return;
  }
  const kept = rules.holds && !rules.pairs ? path : paths.derived(path);
  const serialised = rules.serialises && !trace.isPlain(path) ? WHOLE : kept;
  if (rules.puts && !isReceiver && receiver >= 0) {
    storeInto(trace, context, receiver, carried(trace, serialised, rules.holds), number, index, true);
  }
  if (rules.fills) fillArguments(trace, handing, carried(trace, kept, false));
  if (!rules.gives || result < 0 || (rules.maps && isReceiver && calledBack)) return;
  const builds = isReceiver && hierarchy.descriptors[member.owner] === member.result;
  if (builds) trace.hold(context, result, path, index, number);
  else if (isReceiver && rules.holds && member.result === 'Ljava/lang/Object;') {
    trace.hold(context, result, paths.after(path, CONTENT), index, number);
  } else trace.hold(context, result, carried(trace, serialised, false), index, number);
}

/** What a member copies gets into the arrays and buffers that it is given. @param path what of it */
function fillArguments(trace: ValueTrace, handing: Handing, path: number): void {
  const { number, context, body, instruction, index, position, member } = handing;
  const first = instruction.invoke === InvokeKind.STATIC ? 0 : 1;
  const { descriptors } = trace.program.hierarchy;
  member.parameters.forEach((type, parameter) => {
    if (parameter + first === position || !isFilled(descriptors[type] ?? '')) return;
    const filled = argumentOf(body, instruction, index, member, parameter + first);
    storeInto(trace, context, filled, path, number, index, true);
  });
}

/**
 * The path to what a message is made of: numbers stand in its fields in their order, and an object in a field of its own.
 * -1 for what it does not hold; one message is copied from another.
 */
function inMessage({ paths, program }: ValueTrace, { path, instruction, member, position }: Handing): number {
  const at = position - (instruction.invoke === InvokeKind.STATIC ? 0 : 1);
  const type = member.parameters[at] ?? NONE;
  if (type === program.hierarchy.objectType) return paths.behind(paths.key(`${MESSAGE}.obj`), path);
  if (type >= 0) return program.hierarchy.nameOfType(type) === MESSAGE ? path : NONE;
  const number = member.parameters.slice(0, at).filter((each) => each < 0).length;
  return paths.behind(paths.key(`${MESSAGE}.${['what', 'arg1', 'arg2'][number] ?? ''}`), path);
}

/** A path inside something that was given, as what was made of it has it. */
function carried(trace: ValueTrace, path: number, holds: boolean): number {
  const { paths } = trace;
  if (paths.isWhole(path)) return holds ? paths.behind(CONTENT, path) : WHOLE;
  return paths.head(path) < 0 ? path : paths.behind(CONTENT, path);
}
