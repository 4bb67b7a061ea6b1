import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { CONTENT } from './access-path.ts';
import { argumentOf, parameterAt } from './call-arguments.ts';
import { behind, indexAt } from './code-order.ts';
import { giveToKeyReaders } from './kept-by-key.ts';
import type { Member } from './members.ts';
import type { MethodBody } from './method-body.ts';
import { ANYTHING } from './narrowing.ts';
import type { Opener } from './openers.ts';
import type { Effect, Step } from './trace.ts';
import { LOADED, RESULT_GIVEN_TO, writesInto } from './transfer-rules.ts';
import type { ValueTrace } from './value-trace.ts';

const NONE = -1;
const CONTEXT = 'android.content.Context';
/** Definitions that one store is followed back through. */
const MOST_ORIGINS = 64;

/**
 * Has a value hold what is traced inside, and everything that the value was taken from: the field, the container, the
 * stream below it. What was opened to take things out of the code has arrived.
 * @param put a member of the platform puts it there
 */
export function storeInto(
  trace: ValueTrace,
  context: number,
  value: number,
  path: number,
  parent: number,
  index: number,
  put: boolean,
): void {
  const body = trace.body(context);
  if (body === null || value < 0) return;
  const method = trace.methodOf(context);
  const pending: [value: number, path: number][] = [[value, path]];
  const isSeen = (last: number, of: number, inside: number): boolean => {
    for (let k = 0; k < last; k++) if (pending[k]?.[0] === of && pending[k]?.[1] === inside) return true;
    return false;
  };
  for (let i = 0; i < pending.length && i < MOST_ORIGINS; i++) {
    const [at, inside] = pending[i] as [number, number];
    if (at < 0 || isSeen(i, at, inside)) continue;
    const held = trace.trace.hold({
      context,
      value: at,
      path: inside,
      moment: behind(index),
      parent,
      method,
      index,
      put,
    });
    if (held < 0) continue;
    const definition = body.definitions[at];
    if (definition?.kind === 'join') for (const { value: from } of definition.from) pending.push([from, inside]);
    if (definition?.kind !== 'instruction') continue;
    const origins = originsOf(trace, context, body, definition.index, inside, held, { method, index });
    for (const origin of origins) pending.push(origin);
  }
}

/** Whether objects of a type are components, of which the platform runs the code and has one at a time. */
function isComponent({ program: { hierarchy } }: ValueTrace, type: number): boolean {
  return hierarchy.supertypes(type).some((each) => hierarchy.nameOfType(each) === CONTEXT);
}

/** What is given to an emitter that is kept in a field comes out where the emitter was put there. */
function emitFrom(trace: ValueTrace, field: number, path: number, held: number): void {
  if (trace.program.isOutsideField(field) || !trace.trace.first(`emitter ${field}/${path}`)) return;
  for (const [method, value] of trace.openers.putInto(field)) {
    storeInto(trace, trace.anyway(method), value, path, held, 0, false);
  }
}

/** What is left in the object around an inner one is there for all of its code, whoever has the inner one run. */
function giveToOuter(trace: ValueTrace, path: number, held: number, at: Step): void {
  const head = trace.paths.head(path);
  if (trace.paths.isWhole(path) || !trace.isOwn(head) || trace.captures.of(head) !== undefined) return;
  if (trace.trace.first(`field ${path}`)) readField(trace, head, trace.paths.tail(path), held, at, FlowKind.IGET);
}

/** What holds a value, by the instruction that made it, with the path to what is traced from there. */
function originsOf(
  trace: ValueTrace,
  context: number,
  body: MethodBody,
  origin: number,
  path: number,
  held: number,
  at: Step,
): [number, number][] {
  const { paths, program } = trace;
  const method = trace.methodOf(context);
  const instruction = body.code.instructions[origin] as FlowInstruction;
  const reads = body.reads[origin] as readonly number[];
  switch (instruction.kind) {
    case FlowKind.IGET: {
      const field = program.fieldOf(method, instruction.id);
      // Who waits at the other end may have come there before.
      if (program.isChannel(field) && trace.trace.first(`channel ${field}/${path}`)) {
        readField(trace, field, path, held, at, FlowKind.IGET, true);
      }
      arriveAtOpener(trace, held, path, trace.openers.ofField(field));
      if (program.isEmitter(program.hierarchy.fields.typeOf(field))) emitFrom(trace, field, path, held);
      if (program.isOuterObject(field)) giveToOuter(trace, path, held, at);
      return [[reads[0] ?? NONE, paths.behind(trace.stepInto(field), path)]];
    }
    case FlowKind.AGET:
      return [[reads[0] ?? NONE, paths.behind(CONTENT, path)]];
    case FlowKind.SGET: {
      const field = program.fieldOf(method, instruction.id);
      if (program.isOutsideField(field)) {
        const opened = trace.members.openedBy(field);
        if (opened !== null && trace.isPlain(path)) arriveAtWriter(trace, held, opened.sink.kind, opened.api);
      } else {
        giveToStaticReaders(trace, field, path, held, at);
        if (isComponent(trace, program.hierarchy.fields.typeOf(field))) giveToOuter(trace, path, held, at);
        arriveAtOpener(trace, held, path, trace.openers.ofField(field));
      }
      return [];
    }
    case FlowKind.NEW:
      return throughConstructor(trace, context, body, body.makes[origin] as number, path, held);
    case FlowKind.INVOKE:
      return throughCall(trace, context, body, instruction, origin, path, held, at);
    default:
      return [];
  }
}

function throughConstructor(
  trace: ValueTrace,
  context: number,
  body: MethodBody,
  value: number,
  path: number,
  held: number,
): [number, number][] {
  const method = trace.methodOf(context);
  for (const { index, position } of body.uses[value] ?? []) {
    const instruction = body.code.instructions[index] as FlowInstruction;
    if (instruction.kind !== FlowKind.INVOKE || position !== 0) continue;
    const member = trace.members.of(method, instruction.id);
    if (member.name !== '<init>') continue;
    if (member.sink?.opens === true && trace.isPlain(path)) {
      arriveAtWriter(trace, held, member.sink.kind, member.api);
      return [];
    }
    return member.outside ? streamsOf(trace, body, instruction, index, member, path, 1) : [];
  }
  return [];
}

function throughCall(
  trace: ValueTrace,
  context: number,
  body: MethodBody,
  instruction: FlowInstruction,
  index: number,
  path: number,
  held: number,
  at: Step,
): [number, number][] {
  const { program, paths } = trace;
  const member = trace.members.of(trace.methodOf(context), instruction.id);
  if (member.sink?.opens === true && trace.isPlain(path)) {
    arriveAtWriter(trace, held, member.sink.kind, member.api);
    return [];
  }
  if (member.carrier === 'channel') {
    giveToKeyReaders(trace, 'channel', paths.behind(trace.keyAt(trace.methodOf(context), body, index), path), held, at);
    return [];
  }
  if (!member.outside) {
    const { calls } = program.targetsAt(trace.methodOf(context), instruction.offset);
    const isStream = trace.openers.isStream(program.hierarchy.findType(classOf(member.result)));
    for (const target of isStream ? calls : []) arriveAtOpener(trace, held, path, trace.openers.ofResult(target));
    return trace
      .callsIn(context, body, index, calls)
      .flatMap((target) => returnedFrom(trace, context, body, index, target, path, held, at));
  }
  const { sharesResult, keyed, holds } = member.transfer;
  if (!sharesResult) return [];
  const streams = streamsOf(trace, body, instruction, index, member, path, 0);
  if (streams.length > 0) return streams;
  const receiver = instruction.invoke === 3 ? NONE : argumentOf(body, instruction, index, member, 0);
  if (receiver < 0) return [];
  if (keyed === 'get') return [[receiver, paths.behind(trace.keyAt(trace.methodOf(context), body, index), path)]];
  return [[receiver, holds ? paths.behind(CONTENT, path) : path]];
}

/** The arguments of a call that are streams and the like, which its result wraps. */
function streamsOf(
  trace: ValueTrace,
  body: MethodBody,
  instruction: FlowInstruction,
  index: number,
  member: Member,
  path: number,
  first: number,
): [number, number][] {
  const found: [number, number][] = [];
  member.parameters.forEach((type, i) => {
    if (type < 0) return;
    const { hierarchy } = trace.program;
    const wraps =
      trace.openers.isStream(type) || writesInto(hierarchy.nameOfType(member.owner), hierarchy.nameOfType(type));
    const position = i + (instruction.invoke === 3 ? 0 : 1);
    if (wraps && position >= first) found.push([argumentOf(body, instruction, index, member, position), path]);
  });
  return found;
}

/** What a method of the build gives back of its own: a parameter, a field of one, a static field. */
function returnedFrom(
  trace: ValueTrace,
  context: number,
  body: MethodBody,
  index: number,
  target: number,
  path: number,
  held: number,
  at: Step,
): [number, number][] {
  const { program, paths } = trace;
  const called = program.body(target);
  if (called === null) return [];
  const instruction = body.code.instructions[index] as FlowInstruction;
  const member = trace.members.of(trace.methodOf(context), instruction.id);
  const found: [number, number][] = [];
  called.code.instructions.forEach(({ kind }, end) => {
    if (kind !== FlowKind.RETURN) return;
    let value = called.reads[end]?.[0] ?? NONE;
    let inside = path;
    for (let depth = 0; depth < 4; depth++) {
      const definition = called.definitions[value];
      if (definition?.kind === 'parameter') {
        const position = parameterAt(program, target, definition.register);
        if (position >= 0) found.push([argumentOf(body, instruction, index, member, position), inside]);
      }
      if (definition?.kind !== 'instruction') return;
      const made = called.code.instructions[definition.index] as FlowInstruction;
      if (made.kind === FlowKind.SGET) {
        giveToStaticReaders(trace, program.fieldOf(target, made.id), inside, held, at);
        return;
      }
      if (made.kind !== FlowKind.IGET) return;
      inside = paths.behind(program.fieldOf(target, made.id), inside);
      value = called.reads[definition.index]?.[0] ?? NONE;
    }
  });
  return found;
}

/** Binary name of the class that a descriptor names. */
function classOf(descriptor: string): string {
  return descriptor.slice(1, -1).replaceAll('/', '.');
}

/** The same where the stream was opened elsewhere and kept. */
function arriveAtOpener(trace: ValueTrace, held: number, path: number, opener: Opener | null): void {
  if (opener !== null && trace.isPlain(path)) arriveAtWriter(trace, held, opener.kind, opener.api);
}

/** What takes a value out is the member that wrote it, wherever the stream was opened. */
function arriveAtWriter(trace: ValueTrace, held: number, kind: string, opener: string): void {
  for (const { holding, number } of trace.trace.wayTo(held)) {
    if (holding.put) {
      const instruction = trace.program.body(holding.method)?.code.instructions[holding.index];
      const isCall = instruction?.kind === FlowKind.INVOKE;
      const api = isCall ? trace.members.of(holding.method, instruction.id).api : opener;
      trace.arrive(number, { method: holding.method, index: holding.index }, kind, api);
      return;
    }
  }
}

/** Has all methods that read a static field get what it holds. */
export function giveToStaticReaders(trace: ValueTrace, field: number, path: number, parent: number, at: Step): void {
  if (trace.program.isOutsideField(field) || !trace.trace.first(`static ${field}/${path}`)) return;
  readField(trace, field, path, parent, at, FlowKind.SGET);
}

/**
 * Has everyone get what a method gives to the platform or leaves in an object that the platform has: the methods that
 * call it, those that read the field, and those to which the platform gives the result on.
 * @param upwards also to all who call the method
 */
export function giveToReaders(trace: ValueTrace, context: number, effect: Effect, upwards: boolean): void {
  const method = trace.methodOf(context);
  const { program, paths } = trace;
  const { parameter, path, holding } = effect;
  if (upwards) {
    for (const { method: from, offset, callback } of program.callersOf(method)) {
      const body = program.body(from);
      const index = body === null ? NONE : indexAt(body, offset);
      if (body === null || index < 0) continue;
      const narrowing = callback
        ? ANYTHING
        : trace.narrowings.outOf(from, body, index, method, trace.narrowingOf(context));
      if (narrowing === null) continue;
      trace.giveTo({ context: trace.anyway(from, narrowing), holding: NONE, index, callback }, context, effect);
    }
  }
  if (parameter === NONE) {
    const given = RESULT_GIVEN_TO.find(({ from }) => from === program.nameOf(method));
    if (given !== undefined) giveResultOn(trace, method, given.to, effect);
    if (program.nameOf(method) === LOADED.from) giveLoaded(trace, method, effect);
    return;
  }
  if (parameter < 0 || program.graph.platformCalls[method] !== 1) return;
  const head = paths.head(path);
  if (paths.isWhole(path) || head < 0 || !trace.isOwn(head) || trace.captures.of(head) !== undefined) return;
  if (!trace.trace.first(`field ${path}`)) return;
  const { method: from, index } = trace.trace.holdings[holding] as Step;
  readField(trace, head, paths.tail(path), holding, { method: from, index }, FlowKind.IGET);
}

function giveResultOn(trace: ValueTrace, method: number, name: string, { path, holding }: Effect): void {
  const { program } = trace;
  const { hierarchy } = program;
  const cls = hierarchy.classOfMethod[method] as number;
  const { method: at, index } = trace.trace.holdings[holding] as Step;
  for (const target of hierarchy.membersOf(cls, [name])) {
    const { length } = program.parametersOf(target);
    if (length > 1) trace.enter(target, 1, path, null, holding, { method: at, index });
  }
}

/** What a loader gives is handed to the callbacks that made the loader. */
function giveLoaded(trace: ValueTrace, method: number, { path, holding }: Effect): void {
  const { program } = trace;
  const { method: at, index } = trace.trace.holdings[holding] as Step;
  for (const target of program.loaded.get(program.hierarchy.classOfMethod[method] as number) ?? []) {
    if (program.parametersOf(target).length <= LOADED.parameter) continue;
    trace.enter(target, LOADED.parameter, path, null, holding, { method: at, index });
  }
}

function readField(
  trace: ValueTrace,
  field: number,
  path: number,
  parent: number,
  at: Step,
  wanted: number,
  everywhere = false,
): void {
  const { program } = trace;
  for (const method of program.readersOf(field)) {
    const body = program.body(method);
    if (body === null) continue;
    body.code.instructions.forEach(({ kind, id }, index) => {
      if (kind !== wanted || program.fieldOf(method, id) !== field) return;
      if (kind === FlowKind.IGET && !everywhere && isFresh(trace, method, body, body.reads[index]?.[0] ?? NONE)) return;
      trace.trace.hold({
        context: trace.anyway(method),
        value: body.makes[index] as number,
        path,
        moment: behind(index),
        parent,
        method: at.method,
        index: at.index,
        put: false,
      });
    });
  }
}

/** Whether an object was made in the method itself, or is only being made. */
function isFresh(trace: ValueTrace, method: number, body: MethodBody, value: number): boolean {
  const definition = body.definitions[value];
  if (definition?.kind === 'parameter') return definition.register === 0 && trace.program.isConstructor(method);
  return (
    definition?.kind === 'instruction' &&
    (body.code.instructions[definition.index] as FlowInstruction).kind === FlowKind.NEW
  );
}
