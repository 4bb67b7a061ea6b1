import { MethodLocations } from '../graph/program/method-locations.ts';
import type { Reached } from '../graph/reach-facts.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Fact } from '../model/fact.ts';
import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import type { Gap } from '../model/gap.ts';
import type { Location } from '../model/location.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Sink, SinkKind } from '../model/sink.ts';
import { AccessPaths, WHOLE } from './access-path.ts';
import { Captures } from './captures.ts';
import { indexAt } from './code-order.ts';
import { FlowProgram } from './flow-program.ts';
import { KeyReaders } from './kept-by-key.ts';
import { Members } from './members.ts';
import { Narrowings } from './narrowing.ts';
import { Openers } from './openers.ts';
import { readsOwn } from './own-objects.ts';
import type { Step } from './trace.ts';
import { ASKS_FOR, PLAIN_CALLBACKS } from './transfer-rules.ts';
import { type Arrival, ValueTrace } from './value-trace.ts';

const NONE = -1;
/** Sinks that are told of one place; the nearest. */
const MOST_SINKS = 10;
/** Steps of the flow from one place. */
const MOST_STEPS_OF_PLACE = 1_000;
/** The same for members that everybody calls. */
const MOST_STEPS_OF_USUAL = 600;
/** Parameters of callbacks that hold no data. */
const NO_DATA =
  /^(?:Ljava\/lang\/String;|Landroid\/(?:view|widget|app|content\/Context|content\/DialogInterface|os\/Looper|hardware\/(?:Sensor;|Camera;|camera2)))/;

export interface TracedSinks {
  /** The same facts, with the sinks to which their values get, or that they read only what the app itself put there. */
  facts: Fact[];
  gaps: Gap[];
}

/**
 * Where the values that facts read in compiled code flow to: forward from each reachable place, through calls, fields
 * and the platform.
 * @param mostSteps over all facts together  @param manifest tells which components other apps can reach
 */
export function traceSinks(
  facts: Fact[],
  { graph, reaches }: Pick<Reached, 'graph' | 'reaches'>,
  catalogue: Catalogue,
  mostSteps: number,
  manifest: Manifest | null = null,
): TracedSinks {
  if (graph === null) return { facts, gaps: [] };
  const program = new FlowProgram(graph);
  const members = new Members(
    program,
    catalogue.androidSinks,
    manifest?.components.filter(({ exported }) => exported).map(({ name }) => name),
    manifest?.package,
  );
  const locations = new MethodLocations(graph.hierarchy);
  const paths = new AccessPaths();
  const captures = new Captures();
  const narrowings = new Narrowings(program, members);
  const openers = new Openers(program, members);
  const keyReaders = new KeyReaders(program, members);
  const stepsOf = allowedSteps(catalogue);
  let left = mostSteps;
  let cut: Location | null = null;
  const traced = facts.map((fact, index): Fact => {
    const allowed = fact.sinks !== undefined || reaches[index] == null ? 0 : stepsOf(fact);
    if (allowed === 0) return fact;
    const method = locations.find(fact.at);
    if (method < 0) return fact;
    if (fact.kind === 'call' && readsOwn(program, members, method, fact.at.offset ?? 0)) return { ...fact, own: true };
    const trace = new ValueTrace(program, members, narrowings, openers, paths, captures, keyReaders);
    begin(trace, method, fact.at.offset ?? 0);
    left -= trace.run(Math.min(left, allowed));
    if (!trace.done) cut ??= fact.at;
    if (trace.arrivals.length === 0) return fact;
    const sinks = trace.arrivals.slice(0, MOST_SINKS).map((arrival) => sinkAt(trace, arrival, fact.at, locations));
    return { ...fact, sinks };
  });
  return { facts: traced, gaps: cut === null ? [] : [cutShort(cut)] };
}

/**
 * How far the value of a fact is followed: not at all where it reads no data but finds members, and nowhere in libraries
 * that collect nothing on their own account.
 */
function allowedSteps({ androidApis, libraries }: Catalogue): (fact: Fact) => number {
  return ({ kind, value, args = [], at }) => {
    if (kind !== 'call' && kind !== 'field') return 0;
    const dot = value.lastIndexOf('.');
    const members = Object.hasOwn(androidApis, value.slice(0, dot)) ? androidApis[value.slice(0, dot)] : undefined;
    const member = members?.[value.slice(dot + 1)];
    if (member === undefined || isBelow(at.class ?? '', libraries.packages)) return 0;
    if (member.data.length === 0 && member.argument === 'reflection' && !args.includes('reflection')) return 0;
    return member.signal === 'low' ? MOST_STEPS_OF_USUAL : MOST_STEPS_OF_PLACE;
  };
}

function isBelow(name: string, packages: Readonly<Record<string, string>>): boolean {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    if (Object.hasOwn(packages, name.slice(0, dot))) return true;
  }
  return false;
}

/** The values that a place gives: the result of a call, a field's content, and what callbacks get that are registered there. */
function begin(trace: ValueTrace, method: number, offset: number): void {
  const { program, paths } = trace;
  const body = program.body(method);
  const index = body === null ? NONE : indexAt(body, offset);
  const instruction = body?.code.instructions[index];
  if (body == null || instruction === undefined) return;
  const isCall = instruction.kind === FlowKind.INVOKE;
  if (isCall && ASKS_FOR.test(trace.members.of(method, instruction.id).name)) return;
  trace.hold(
    trace.anyway(method),
    body.makes[index] as number,
    paths.object(typeRead(trace, method, instruction)),
    index,
    NONE,
  );
  if (!isCall) return;
  for (const target of program.targetsAt(method, offset).callbacks) {
    if (PLAIN_CALLBACKS.has(program.nameOf(target))) continue;
    program.parametersOf(target).forEach((type, parameter) => {
      if (type < 0 || (parameter === 0 && !program.isStatic(target))) return;
      if (NO_DATA.test(program.hierarchy.descriptors[type] ?? '')) return;
      const given = type === program.hierarchy.objectType ? WHOLE : paths.object(type);
      trace.enter(target, parameter, given, null, NONE, { method, index });
    });
  }
}

/** Type of the object that a place gives, -1 for none. */
function typeRead({ members, program }: ValueTrace, method: number, { kind, id }: FlowInstruction): number {
  if (kind === FlowKind.SGET || kind === FlowKind.IGET) {
    return program.hierarchy.fields.typeOf(program.fieldOf(method, id));
  }
  if (kind !== FlowKind.INVOKE) return NONE;
  const { result } = members.of(method, id);
  return result.startsWith('L') ? program.hierarchy.findType(result.slice(1, -1).replaceAll('/', '.')) : NONE;
}

function sinkAt(
  trace: ValueTrace,
  { holding, method, index, kind, api }: Arrival,
  from: Location,
  locations: MethodLocations,
): Sink {
  const steps: Step[] = [{ method, index }];
  for (const { at } of trace.trace.wayTo(holding)) steps.push(at);
  const path: Location[] = [from];
  for (const step of steps.reverse()) {
    const place = locationOf(trace, step, locations);
    const last = path.at(-1);
    if (last?.class !== place.class || last?.method !== place.method || last?.offset !== place.offset) path.push(place);
  }
  return { kind: kind as SinkKind, api, at: path.at(-1) as Location, path };
}

function locationOf(trace: ValueTrace, { method, index }: Step, locations: MethodLocations): Location {
  const offset = trace.program.body(method)?.code.instructions[index]?.offset ?? 0;
  return locations.of(method, offset);
}

function cutShort({ file }: Location): Gap {
  const detail = 'values were followed only to a bound; some may leave the app without being told';
  return { stage: 'dex', file, code: 'over-budget', detail, material: false };
}
