import type { Location } from '../model/location.ts';
import type { CallGraph } from './calls/call-graph.ts';
import type { Hierarchy } from './program/hierarchy.ts';
import type { MethodLocations } from './program/method-locations.ts';

/** A method of the build that an instruction of another runs by reflection: where, and which. */
interface ReflectedCall {
  from: Location;
  to: Location;
}

/** A field of the build that an instruction reads or writes by reflection. */
interface ReflectedAccess {
  from: Location;
  /** Binary name of the class that is asked for it. */
  owner: string;
  name: string;
  writes: boolean;
}

/** A method or constructor that is looked up by reflection: where, and which methods of the build it may be. */
interface ReflectedLookUp {
  from: Location;
  /** Binary name of the class that is asked. */
  asked: string;
  name: string;
  /** Descriptors of its parameters, null where these are not known. */
  parameters: string | null;
  members: readonly Location[];
}

/** What code does by reflection with members of the build. */
export type Reflected = ReflectedCall | ReflectedAccess | ReflectedLookUp;

/** Look-ups of members for which all classes are gone through; what others look up counts as of the build. */
const MOST_SEARCHES = 256;

/** Tells a call graph what code does by reflection, before it is made. */
export function addReflected(graph: CallGraph, reflected: readonly Reflected[], locations: MethodLocations): void {
  const { hierarchy } = graph;
  let searches = 0;
  for (const each of reflected) {
    const caller = locations.find(each.from);
    const offset = each.from.offset ?? 0;
    if (caller < 0) continue;
    if ('to' in each) {
      const target = locations.find(each.to);
      if (target >= 0) graph.addReflected(caller, offset, target);
    } else if ('writes' in each) {
      const field = hierarchy.fields.named(each.owner, each.name);
      if (field >= 0) graph.addReflectedField(caller, { offset, field, writes: each.writes });
    } else {
      const targets = each.members.map((member) => locations.find(member)).filter((target) => target >= 0);
      // What is declared alone, or by the platform, is of the build where one of its classes has it in its place.
      const isOwn = targets.length > 0 || searches++ >= MOST_SEARCHES || isDefinedBelow(hierarchy, each);
      if (isOwn) addLookUp(graph, caller, offset, each, targets);
    }
  }
}

function addLookUp(
  graph: CallGraph,
  caller: number,
  offset: number,
  { name, parameters, members }: ReflectedLookUp,
  targets: readonly number[],
): void {
  const { hierarchy } = graph;
  const names: [string] = [name];
  if (targets.length === 0 || members.every(({ method }) => method?.split('(')[0] === name)) {
    graph.addLookedUp(caller, offset, { targets, names, parameters }, name !== '<init>');
    return;
  }
  // One of several, of which each has a name of its own.
  for (const target of targets) {
    const selector = hierarchy.selectorOf(target, hierarchy.fileOfMethod(target));
    const member = { targets: [target], names: [hierarchy.selectorName(selector)] as const, parameters };
    graph.addLookedUp(caller, offset, member, true);
  }
}

function isDefinedBelow(hierarchy: Hierarchy, { asked, name }: ReflectedLookUp): boolean {
  const type = hierarchy.findType(asked);
  if (type < 0) return false;
  return hierarchy.typeOfClass.some(
    (each, cls) => hierarchy.isSubtype(each, type) && hierarchy.definedByName(cls, name) >= 0,
  );
}
