import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { InvokeKind } from '../model/program.ts';
import type { FlowProgram } from './flow-program.ts';
import type { Members } from './members.ts';
import type { MethodBody } from './method-body.ts';

const NONE = -1;
const CLASS = 'Ljava/lang/Class;';
const CONTEXT = 'Landroid/content/Context;';
const NAMES_CLASS = /^setClass(?:Name)?$/;

/** Calls that one intent is followed back through, each of which gives the intent back. */
const MOST_CALLS = 64;

/** A method, and what is asked of it. */
export interface Place {
  program: FlowProgram;
  members: Members;
  method: number;
  body: MethodBody;
}

/** Whether an intent names a class of the app, or the app itself, as its receiver, so that it does not leave the app. */
export function isForOwnComponent(place: Place, value: number): boolean {
  const { body } = place;
  let intent = value;
  for (let i = 0; i < MOST_CALLS; i++) {
    if (namesOwn(place, intent)) return true;
    const definition = body.definitions[intent];
    if (definition?.kind !== 'instruction') return false;
    const { kind, invoke } = body.code.instructions[definition.index] as FlowInstruction;
    if (kind !== FlowKind.INVOKE || invoke === InvokeKind.STATIC) return false;
    intent = body.reads[definition.index]?.[0] ?? NONE;
  }
  return false;
}

function namesOwn(place: Place, value: number): boolean {
  const { program, members, method, body } = place;
  const { descriptors } = program.hierarchy;
  for (const { index, position } of body.uses[value] ?? []) {
    const { kind, id } = body.code.instructions[index] as FlowInstruction;
    if (kind !== FlowKind.INVOKE || position !== 0) continue;
    const { name, parameters } = members.of(method, id);
    // With a context a class is named by itself, or by its name within the app.
    if (NAMES_CLASS.test(name) && descriptors[parameters[0] ?? NONE] === CONTEXT) return true;
    if (name === '<init>' && parameters.some((type) => descriptors[type] === CLASS)) return true;
    if (name === 'setPackage' && isOwnPackage(place, body.reads[index]?.[1] ?? NONE)) return true;
  }
  return false;
}

/** Whether a value is the name of the app's package, asked for or written out. */
function isOwnPackage({ program, members, method, body }: Place, value: number): boolean {
  const definition = body.definitions[value];
  if (definition?.kind !== 'instruction') return false;
  const { kind, id } = body.code.instructions[definition.index] as FlowInstruction;
  if (kind === FlowKind.TEXT) return program.fileOf(method).text(id) === members.ownPackage;
  return kind === FlowKind.INVOKE && members.of(method, id).name === 'getPackageName';
}
