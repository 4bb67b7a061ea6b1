import type { CallGraph } from '../graph/calls/call-graph.ts';
import { LOADED, takesLoaded } from './transfer-rules.ts';

/** By class of a loader: the methods to which the platform hands what it gives, of the callbacks that make it. */
export function loaderCallbacks({ edges, hierarchy, reached }: CallGraph): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const takes = new Map<number, boolean>();
  const isTaker = (type: number): boolean => {
    const known = takes.get(type) ?? takesLoaded(hierarchy.nameOfType(type));
    takes.set(type, known);
    return known;
  };
  hierarchy.typeOfClass.forEach((type, cls) => {
    if (!hierarchy.supertypes(type).some(isTaker)) return;
    const targets = hierarchy.membersOf(cls, [LOADED.to]);
    const loaders = new Set<number>();
    for (const maker of hierarchy.membersOf(cls, [LOADED.maker])) {
      if (reached[maker] !== 1) continue;
      for (const [, made] of edges.callsOf(maker)) {
        const loader = hierarchy.classOfMethod[made] as number;
        // What gives the value can stand in a class above.
        for (const above of hierarchy.supertypes(hierarchy.typeOfClass[loader] as number)) {
          loaders.add(hierarchy.classOfType[above] as number);
        }
      }
    }
    for (const loader of loaders) found.set(loader, [...(found.get(loader) ?? []), ...targets]);
  });
  return found;
}
