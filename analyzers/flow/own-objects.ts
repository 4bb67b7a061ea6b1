import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { InvokeKind } from '../model/program.ts';
import { indexAt } from './code-order.ts';
import type { FlowProgram } from './flow-program.ts';
import { isForOwnComponent } from './intents.ts';
import type { Members } from './members.ts';

const NONE = -1;
/** Classes of the platform whose objects an app can make for itself, and which then hold what it puts there. */
const HOLDER =
  /^android\.(?:location\.(?:Location|Address)|content\.ClipData|content\.pm\.(?:PackageInfo|ApplicationInfo))$/;
/** Types from which such an object can be filled. */
const COPIED = /^android\.(?:os\.Parcel|location\.|content\.)/;
/** Members of the package manager that find what would answer an intent. */
const FINDS = /^(?:queryIntent\w+|queryBroadcastReceivers|resolve(?:Activity|Service|ContentProvider))$/;
const PACKAGES = 'android.content.pm.PackageManager';

/**
 * Whether the call at an offset reads nothing but what the app itself put there: an object that the method made and that
 * nothing else is given, or the answer to an intent for the app alone.
 */
export function readsOwn(program: FlowProgram, members: Members, method: number, offset: number): boolean {
  const body = program.body(method);
  const index = body === null ? NONE : indexAt(body, offset);
  const call = body?.code.instructions[index];
  if (body == null || call === undefined || call.kind !== FlowKind.INVOKE || call.invoke === InvokeKind.STATIC) {
    return false;
  }
  const { api, name } = members.of(method, call.id);
  const owner = api.slice(0, api.lastIndexOf('.'));
  const [receiver = NONE, first = NONE] = body.reads[index] ?? [];
  if (owner === PACKAGES && FINDS.test(name)) return isForOwnComponent({ program, members, method, body }, first);
  const definition = body.definitions[receiver];
  if (!HOLDER.test(owner) || definition?.kind !== 'instruction') return false;
  if ((body.code.instructions[definition.index] as FlowInstruction).kind !== FlowKind.NEW) return false;
  if ((body.joins[receiver] ?? []).length > 0) return false;
  return (body.uses[receiver] ?? []).every((use) => {
    const { kind, id } = body.code.instructions[use.index] as FlowInstruction;
    if (kind === FlowKind.RETURN) return true;
    if (kind !== FlowKind.INVOKE || use.position !== 0) return false;
    // Nothing is copied into it.
    return members
      .of(method, id)
      .parameters.every((type) => type < 0 || !COPIED.test(program.hierarchy.nameOfType(type)));
  });
}
