import type { Catalogue } from '../model/catalogue.ts';
import type { Fact } from '../model/fact.ts';
import type { Gap } from '../model/gap.ts';
import { DEFAULT_LIMITS, type Limits } from '../model/limits.ts';
import type { Manifest } from '../model/manifest.ts';
import type { ProgramFile } from '../model/program.ts';
import type { LayoutNames, NamedElsewhere, Reach } from '../model/reach.ts';
import type { ScriptBridge } from '../model/script-bridge.ts';
import { DeadBranches } from './branches/dead-branches.ts';
import { CallGraph } from './calls/call-graph.ts';
import { EdgeMode } from './calls/graph-edges.ts';
import { ServiceProviders } from './calls/service-providers.ts';
import { ConsentGuards } from './consent/consent-guards.ts';
import { Constructed, classesMadeByCode, isConstructor } from './constructed.ts';
import { type EntryPoint, findEntryPoints, findLayoutEntryPoints } from './entry-points.ts';
import { findNativeCallbacks } from './native-callbacks.ts';
import { Hierarchy } from './program/hierarchy.ts';
import { MethodLocations } from './program/method-locations.ts';
import { compilePlatform } from './program/platform.ts';
import { addReflected, type Reflected } from './reflected.ts';
import { findListedEntryPoints, findScriptEntryPoints, listedClasses } from './script-bridge.ts';
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
  reflected: readonly Reflected[] = [],
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
  addReflected(graph, reflected, locations);
  graph.complete();

  const methods = facts.map((fact) => locations.findReached(fact.at));
  const guards = new ConsentGuards(graph);
  const dead = new DeadBranches(graph, guards.uses);
  const everywhere = pathsThatRun(graph, entries, dead, methods);
  const atStart = pathsAtStart(graph, entries, guards, dead, methods);
  const behind = [
    ...entries.filter(({ background }) => background),
    ...graph.members
      .runInBackground()
      .filter(({ method }) => everywhere.reaches(method))
      .map(({ cls, method }): EntryPoint => ({ kind: 'worker', cls, method, start: null, background: true })),
  ];
  const inBackground = waysThatRun(graph, dead, methods, (goes) => new ShortestPaths(graph, behind, goes));
  let places = reportSize / CHARACTERS_OF_PLACE;
  const reaches = facts.map((fact, index): Reach | null => {
    const method = methods[index] as number;
    if (method < 0 || !everywhere.reaches(method) || dead.isDead(method, fact.at.offset ?? 0)) return null;
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

/** Finds ways, over edges that one may go. */
type Search = (runs: (method: number, offset: number) => boolean) => ShortestPaths;

/**
 * Ways as far as nothing decides beforehand that they are not gone. That is asked along the ways to what matters only;
 * where one of these is off, others are looked for, as often as that helps, and then on all ways.
 * @param wanted methods that matter
 */
function waysThatRun(graph: CallGraph, dead: DeadBranches, wanted: readonly number[], search: Search): ShortestPaths {
  const asked = new Set(wanted.filter((method) => method >= 0));
  const off = new Set<number>();
  let paths = search(() => true);
  for (let round = 0; ; ) {
    const steps = paths.stepsTo([...asked].filter((method) => paths.reaches(method)));
    const found = steps.filter(([method, offset]) => !off.has(method) && dead.isDead(method, offset));
    for (const [method] of found) off.add(method);
    if (found.length > 0) {
      const all = round++ === MOST_ROUNDS;
      paths = search((method, offset) => !(all || off.has(method)) || !dead.isDead(method, offset));
      if (all) return paths;
    } else {
      // What objects do is off, too, where none is made.
      const known = asked.size;
      if (off.size > 0) for (const maker of constructorsOf(graph, [...asked, ...targets(steps)])) asked.add(maker);
      if (asked.size === known) return paths;
    }
  }
}

function targets(steps: readonly (readonly [method: number, offset: number, target: number])[]): number[] {
  return steps.map(([, , target]) => target);
}

/** Constructors of the classes that have some methods. */
function constructorsOf({ hierarchy }: CallGraph, methods: readonly number[]): number[] {
  const classes = new Set(methods.map((method) => hierarchy.classOfMethod[method] as number));
  const found: number[] = [];
  hierarchy.accessOf.forEach((access, method) => {
    if (isConstructor(access) && classes.has(hierarchy.classOfMethod[method] as number)) found.push(method);
  });
  return found;
}

/** Ways to all that is reached. What only objects do that are never made is not on them, where flags turn something off. */
function pathsThatRun(
  graph: CallGraph,
  entries: readonly EntryPoint[],
  dead: DeadBranches,
  wanted: readonly number[],
): ShortestPaths {
  let madeByCode: Uint8Array | null = null;
  return waysThatRun(graph, dead, wanted, (runs) => {
    const constructed = madeByCode === null ? null : new Constructed(graph, madeByCode, madeByLayouts(entries));
    const paths = new ShortestPaths(graph, entries, runs, constructed);
    madeByCode ??= classesMadeByCode(graph, (method) => paths.reaches(method));
    return paths;
  });
}

/** Classes of which resources tell that objects are made where they are read, which no edge tells. */
function madeByLayouts(entries: readonly EntryPoint[]): number[] {
  return entries.filter(({ kind }) => kind === 'layout').map(({ cls }) => cls);
}

/**
 * Ways from what runs at the start, as far as they do not lead past an answer of the user. What only objects do that are
 * made later is not on them.
 * @param wanted methods that matter
 */
function pathsAtStart(
  graph: CallGraph,
  entries: readonly EntryPoint[],
  guards: ConsentGuards,
  dead: DeadBranches,
  wanted: readonly number[],
): ShortestPaths {
  const starts = entries.filter(({ start }) => start !== null);
  // What is made only where nothing runs is not there either.
  const madeByCode = classesMadeByCode(graph, (method) => graph.reached[method] === 1);
  for (let round = 0; ; round++) {
    const paths = waysThatRun(
      graph,
      dead,
      wanted,
      (goes) =>
        new ShortestPaths(
          graph,
          starts,
          (method, offset, mode, target) =>
            mode !== EdgeMode.USER && goes(method, offset) && !guards.isGuarded(method, offset, target),
          new Constructed(graph, madeByCode, madeByLayouts(entries)),
        ),
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
