import type { Catalogue } from '../model/catalogue.ts';
import type { Fact } from '../model/fact.ts';
import type { Gap } from '../model/gap.ts';
import { DEFAULT_LIMITS, type Limits } from '../model/limits.ts';
import type { Location } from '../model/location.ts';
import type { Manifest } from '../model/manifest.ts';
import type { ProgramFile } from '../model/program.ts';
import type { LayoutNames, NamedElsewhere, Reach } from '../model/reach.ts';
import type { ScriptBridge } from '../model/script-bridge.ts';
import { CallGraph } from './call-graph.ts';
import { ConsentGuards } from './consent-guards.ts';
import { Constructed, classesMadeByCode } from './constructed.ts';
import { type EntryPoint, findEntryPoints, findLayoutEntryPoints } from './entry-points.ts';
import { EdgeMode } from './graph-edges.ts';
import { Hierarchy } from './hierarchy.ts';
import { MethodLocations } from './method-locations.ts';
import { findNativeCallbacks } from './native-callbacks.ts';
import { compilePlatform } from './platform.ts';
import { findListedEntryPoints, findScriptEntryPoints, listedClasses } from './script-bridge.ts';
import { ServiceProviders } from './service-providers.ts';
import { ShortestPaths } from './shortest-paths.ts';

/** Steps of a path that are told, the last ones. */
const MOST_STEPS = 64;
/** Times that the ways from the start are looked for anew, once more is known of what holds nothing then. */
const MOST_ROUNDS = 6;
/** What a place on a path takes in a report at least. */
const CHARACTERS_OF_PLACE = 128;

export interface Reached {
  /** One for each fact, in their order; null where nothing leads to it. */
  reaches: (Reach | null)[];
  gaps: Gap[];
  /** The call graph that tells; null where nothing is known to be called. */
  graph: CallGraph | null;
}

/** A method of the build that an instruction of another runs by reflection: where, and which. */
export interface ReflectedCall {
  from: Location;
  to: Location;
}

/** A field of the build that an instruction reads or writes by reflection. */
export interface ReflectedAccess {
  from: Location;
  /** Binary name of the class that is asked for it. */
  owner: string;
  name: string;
  writes: boolean;
}

/**
 * How each fact of the DEX files is reached from what the manifest and the platform call. Without a manifest nothing is
 * known to be called.
 * @param limits on the work, and on what paths may take in a report
 */
export function reachFacts(
  facts: readonly Fact[],
  files: readonly ProgramFile[],
  manifest: Manifest | null,
  layouts: LayoutNames,
  catalogue: Catalogue,
  reflected: readonly (ReflectedCall | ReflectedAccess)[] = [],
  { services, libraries }: NamedElsewhere = { services: [], libraries: [] },
  bridge: ScriptBridge = { calls: [], listed: [] },
  { graphSteps, reportSize }: Pick<Limits, 'graphSteps' | 'reportSize'> = DEFAULT_LIMITS,
): Reached {
  if (manifest === null || files.length === 0) return { reaches: facts.map(() => null), gaps: [], graph: null };
  const hierarchy = new Hierarchy(files, catalogue.classHierarchy);
  const platform = compilePlatform(catalogue, hierarchy);
  const graph = new CallGraph(hierarchy, platform, {
    services: new ServiceProviders(hierarchy, services),
    mostSteps: graphSteps,
  });
  const listed = listedClasses(bridge);
  const entries = [
    // What a script calls is told from the script on, also where the framework leads there by itself.
    ...findScriptEntryPoints(bridge, hierarchy),
    ...findEntryPoints(manifest, hierarchy, platform, listed, (cls) => graph.members.annotatedMembers(cls)),
    ...findListedEntryPoints(listed, hierarchy, (cls) => graph.members.of(cls)),
    ...findNativeCallbacks(libraries, hierarchy),
    ...findLayoutEntryPoints(layouts, manifest, hierarchy, (cls) => graph.members.of(cls)),
  ];
  for (const { cls, method } of entries) graph.addRoot(cls, [method]);
  const locations = new MethodLocations(hierarchy);
  for (const each of reflected) {
    const caller = locations.find(each.from);
    const offset = each.from.offset ?? 0;
    if (caller < 0) continue;
    if ('to' in each) {
      const target = locations.find(each.to);
      if (target >= 0) graph.addReflected(caller, offset, target);
    } else {
      const field = hierarchy.fields.named(each.owner, each.name);
      if (field >= 0) graph.addReflectedField(caller, { offset, field, writes: each.writes });
    }
  }
  graph.complete();

  const methods = facts.map((fact) => locations.findReached(fact.at));
  const guards = new ConsentGuards(graph);
  const everywhere = new ShortestPaths(graph, entries, () => true);
  const atStart = pathsAtStart(graph, entries, guards, methods, (method) => everywhere.reaches(method));
  const inBackground = new ShortestPaths(
    graph,
    [
      ...entries.filter(({ background }) => background),
      ...graph.members
        .runInBackground()
        .filter(({ method }) => everywhere.reaches(method))
        .map(({ cls, method }): EntryPoint => ({ kind: 'worker', cls, method, start: null, background: true })),
    ],
    () => true,
  );
  let places = reportSize / CHARACTERS_OF_PLACE;
  const reaches = facts.map((fact, index): Reach | null => {
    const method = methods[index] as number;
    if (method < 0 || !everywhere.reaches(method)) return null;
    const early = atStart.reaches(method) && !guards.isGuarded(method, fact.at.offset ?? 0);
    const steps = (early ? atStart : everywhere).pathTo(method, places > 0 ? MOST_STEPS : 0);
    places -= steps.steps.length;
    const { kind, cls, calledBy } = steps.entry;
    const inScript = calledBy === undefined ? [] : (calledBy.reach?.path ?? [calledBy.at]);
    return {
      entry: calledBy?.reach?.entry ?? {
        kind,
        name: calledBy?.at.file ?? hierarchy.nameOfType(hierarchy.typeOfClass[cls] as number),
      },
      path: [...inScript, ...steps.steps.map(([at, offset]) => locations.of(at, offset)), fact.at],
      beforeConsent: early ? basisOf(steps.entry) : null,
      background: inBackground.reaches(method),
    };
  });
  return { reaches, gaps: [...gapsOf(graph, files), ...(places < 0 ? [withoutPaths(files)] : [])], graph };
}

/**
 * Ways from what runs at the start, as far as they do not lead past an answer of the user. What only objects do that are
 * made later is not on them.
 * @param wanted methods that matter
 * @param runs whether a method is reached at all
 */
function pathsAtStart(
  graph: CallGraph,
  entries: readonly EntryPoint[],
  guards: ConsentGuards,
  wanted: readonly number[],
  runs: (method: number) => boolean,
): ShortestPaths {
  const starts = entries.filter(({ start }) => start !== null);
  const madeByCode = classesMadeByCode(graph, runs);
  // Resources tell what is made where they are read, which no edge tells.
  const given = entries.filter(({ kind }) => kind === 'layout').map(({ cls }) => cls);
  for (let round = 0; ; round++) {
    const paths = new ShortestPaths(
      graph,
      starts,
      (method, offset, mode, target) => mode !== EdgeMode.USER && !guards.isGuarded(method, offset, target),
      new Constructed(graph, madeByCode, given),
    );
    const early = [...new Set(wanted)].filter((method) => method >= 0 && paths.reaches(method));
    const passed = new Set(
      early.flatMap((method) => [method, ...paths.pathTo(method, MOST_STEPS).steps.map(([at]) => at)]),
    );
    if (round === MOST_ROUNDS || !guards.learnUnset([...passed], (method) => paths.reaches(method))) return paths;
  }
}

function basisOf({ start }: EntryPoint): Reach['beforeConsent'] {
  return start === 'process' ? 'process-start' : 'launcher-start';
}

function withoutPaths(files: readonly ProgramFile[]): Gap {
  const detail = 'the paths to all places are more than a report may hold; of the last ones only the ends are told';
  return { stage: 'dex', file: files[0]?.file ?? '', code: 'over-budget', detail, material: false };
}

function gapsOf({ budget, flow, hierarchy }: CallGraph, files: readonly ProgramFile[]): Gap[] {
  const gap = { stage: 'dex', file: files[0]?.file ?? '', code: 'over-budget' } as const;
  if (budget.spent) {
    const detail = 'following its calls takes more work than its size explains; what the rest leads to is not known';
    return [{ ...gap, detail, material: true }];
  }
  if (hierarchy.isCut) {
    const detail = 'classes have more supertypes than are followed; what they get from the others is not known';
    return [{ ...gap, detail, material: true }];
  }
  if (!flow.exhausted) return [];
  const detail = 'objects were followed only to a bound; callbacks of every object that is made then count as reached';
  return [{ ...gap, detail, material: false }];
}
