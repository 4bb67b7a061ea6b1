import type * as t from '@babel/types';
import type { Location } from '../../../model/location.ts';
import type { Sink } from '../../../model/sink.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding } from '../binding/scope.ts';
import type { FunctionValue, LiteralValue } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { type AccessPath, CALLED, inside } from './access-path.ts';
import { answerFlow } from './answer-flow.ts';
import { FlowTracer } from './flow-tracer.ts';
import { type Left, stepUp } from './step-up.ts';
import type { ValueState } from './value-state.ts';

/** Where something sensitive is read: the node that gives it, and how. */
export interface Origin {
  script: number;
  node: number;
  /** `value`: the expression is it; `called`: the call gives it, or what it calls back gets it; `function`: calling it gives it. */
  gives: 'value' | 'called' | 'function';
  /** The variable that a pattern fills with it, in place of an expression. */
  binding?: Binding;
  /** Where the framework puts it, in place of an expression: `node` is what stands for that place. */
  arrival?: Arrival;
}

/** Something that the platform hands over, by its path in what is handed over. */
export type Arrival = { path: AccessPath } & (
  | { kind: 'parameter'; callee: FunctionValue; position: number }
  | { kind: 'variable'; binding: Binding }
  | { kind: 'property'; owner: LiteralValue; name: string }
);

/** Places of a way that are told: the first ones and the last. */
const MAX_PLACES = 16;
const MAX_SINKS = 24;

/** Follows what the program reads to the members by which it leaves. */
export class SinkTracer {
  private readonly tracer: FlowTracer;
  /** Files with a value that was followed only to the bound, in the order in which they came. */
  readonly cutFiles = new Set<string>();

  constructor(resolver: Resolver) {
    this.tracer = new FlowTracer(resolver);
  }

  /** The sinks that what is read at these places reaches, in the order of their places. */
  sinksOf(origins: readonly Origin[]): readonly Sink[] {
    const { tracer } = this;
    tracer.begin();
    const found = new Map<string, Sink>();
    const add = (left: readonly Left[], state: ValueState): void => {
      for (const sink of left.map((one) => this.sinkAt(one, state))) {
        const key = `${sink.api} ${placeKey(sink.at)}`;
        if (!found.has(key) && found.size < MAX_SINKS) found.set(key, sink);
      }
    };
    for (const origin of origins) {
      add(this.start(origin), { script: origin.script, node: origin.node, path: '', entered: null, from: null });
    }
    let isFull = false;
    for (const state of tracer.arriving()) {
      // No more are told: what a thousand sites read and a thousand send would be followed a million times.
      isFull = found.size === MAX_SINKS;
      if (isFull) break;
      add(stepUp(tracer, state), state);
    }
    if (tracer.isCut || isFull) {
      for (const { script } of origins) this.cutFiles.add((tracer.scripts[script] as BoundScript).module.file);
    }
    return inOrder(found);
  }

  private start({ script, node, gives, binding, arrival }: Origin): Left[] {
    const { tracer } = this;
    if (arrival !== undefined) {
      this.arrive(arrival, { script, node, path: '', entered: null, from: null });
      return [];
    }
    if (binding !== undefined) {
      tracer.intoBinding(script, binding, '', { script, node, path: '', entered: null, from: null }, null);
      return [];
    }
    if (gives === 'function') tracer.push(script, node, inside(CALLED, ''), null, null);
    else tracer.push(script, node, '', null, null);
    return gives === 'called' ? answerFlow(tracer, { script, node, path: '', entered: null, from: null }, node) : [];
  }

  private arrive(arrival: Arrival, state: ValueState): void {
    const { tracer } = this;
    const { path } = arrival;
    switch (arrival.kind) {
      case 'parameter':
        tracer.intoParameter(arrival.callee, arrival.position, path, state, null);
        break;
      case 'variable':
        tracer.intoBinding(state.script, arrival.binding, path, state, null);
        break;
      case 'property':
        tracer.intoProperty(arrival.owner, arrival.name, path, state);
    }
  }

  private sinkAt({ outlet, node }: Left, state: ValueState): Sink {
    const script = this.tracer.scripts[state.script] as BoundScript;
    const at = locationOf(script, node);
    return { kind: outlet.sink.kind, api: outlet.api, at, path: [...this.wayTo(state), at] };
  }

  /** Places on the way, one for each line or far column. */
  private wayTo(last: ValueState): Location[] {
    const places: Location[] = [];
    for (let state: ValueState | null = last; state !== null; state = state.from) {
      const script = this.tracer.scripts[state.script] as BoundScript;
      const node = script.nodes[state.node];
      if (node?.loc === null || node?.loc === undefined) continue;
      const isTelling = state === last || state.from === null || TELLING.has(node.type);
      if (isTelling) places.push(locationOf(script, node));
    }
    places.reverse();
    const distinct = places.filter((place, order) => {
      const before = places[order - 1];
      return before === undefined || before.file !== place.file || before.line !== place.line;
    });
    if (distinct.length <= MAX_PLACES) return distinct;
    return [...distinct.slice(0, MAX_PLACES / 2), ...distinct.slice(-MAX_PLACES / 2)];
  }
}

/** Expressions by which a way is told. */
const TELLING = new Set<t.Node['type']>([
  'CallExpression',
  'OptionalCallExpression',
  'NewExpression',
  'Identifier',
  'MemberExpression',
]);

function locationOf({ module: { file }, bytecode }: BoundScript, node: t.Node): Location {
  const start = node.loc?.start ?? { line: 1, column: 0 };
  return bytecode ? { file, offset: start.column } : { file, line: start.line, column: start.column + 1 };
}

function placeKey({ file, line = 0, column = 0, offset = 0 }: Location): string {
  return `${file}:${line}:${column}:${offset}`;
}

function sortKey({ api, at }: Sink): string {
  const number = (value = 0): string => String(value).padStart(10, '0');
  return `${at.file}\u0000${number(at.line)}${number(at.column)}${number(at.offset)}${api}`;
}

function inOrder(sinks: ReadonlyMap<string, Sink>): Sink[] {
  return [...sinks.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** The sinks of two lists, each once. */
export function joinedSinks(first: readonly Sink[], second: readonly Sink[]): readonly Sink[] {
  if (second.length === 0) return first;
  const all = [...first, ...second].map((sink): [string, Sink] => [`${sink.api} ${placeKey(sink.at)}`, sink]);
  return inOrder(new Map(all.reverse())).slice(0, MAX_SINKS);
}
