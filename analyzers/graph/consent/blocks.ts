import { EdgeMode, type GraphEdges } from '../calls/graph-edges.ts';
import type { Hierarchy } from '../program/hierarchy.ts';

/** Functions of Kotlin's coroutines that run a block and give back what it gives (kotlinx.coroutines, API reference). */
const OWNERS =
  /^kotlinx\.coroutines\.(?:BuildersKt(?:__\w+)?|CoroutineScopeKt|SupervisorKt|TimeoutKt|InterruptibleKt)$/;
const NAMES =
  /^(?:withContext|runBlocking|runBlocking\$default|coroutineScope|supervisorScope|withTimeout|withTimeoutOrNull|runInterruptible)$/;
/** How the compiler names what a block does, and what calls that. */
const BLOCK = 'invokeSuspend';
const STARTS = new Set([BLOCK, 'invoke']);

/** How the compiler names the field in which it stands how far a block or a function that waits has got. */
const PROGRESS = 'label';

/** Whether a field says how far such code has got, which is nowhere when it begins. */
export function isProgress(field: number, hierarchy: Hierarchy): boolean {
  if (hierarchy.fields.nameOf(field) !== PROGRESS) return false;
  const cls = hierarchy.classOfType[hierarchy.fields.ownerOf(field)] ?? -1;
  return cls >= 0 && hierarchy.definedByName(cls, BLOCK) >= 0;
}

/** @param owner binary name of the class that a call names */
export function givesBlock(owner: string, name: string): boolean {
  return NAMES.test(name) && OWNERS.test(owner);
}

/** The blocks that a method hands over to be run, and where. */
export function* blocksIn(
  method: number,
  edges: GraphEdges,
  hierarchy: Hierarchy,
): Generator<readonly [offset: number, block: number]> {
  for (const [offset, target, mode] of edges.laterOf(method)) {
    if (mode !== EdgeMode.SYNC && mode !== EdgeMode.ASYNC) continue;
    const name = hierarchy.selectorName(hierarchy.selectorOf(target, hierarchy.fileOfMethod(target)));
    if (!STARTS.has(name)) continue;
    const block = hierarchy.definedByName(hierarchy.classOfMethod[target] as number, BLOCK);
    yield [offset, block < 0 ? target : block];
  }
}
