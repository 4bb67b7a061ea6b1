import type { MemberSpecs } from '../program/member-names.ts';
import type { CallGraph } from './call-graph.ts';
import type { TriggerConsumer } from './consumers.ts';
import { EdgeMode } from './graph-edges.ts';

const NONE = -1;
const CONSTRUCTORS: MemberSpecs = ['<init>'];

/** The platform makes an object of a class that it is given, or of those that stand for it in service files. */
export function makeOfConstant(graph: CallGraph, consumer: TriggerConsumer, object: number, mode: number): void {
  const { trigger, from, offset, nodes, made } = consumer;
  const constant = graph.objects.constantType(object);
  if (constant < 0 || !graph.hierarchy.isSubtype(constant, trigger.target)) return;
  const classes =
    trigger.gives === 'providers' ? graph.providers.of(constant) : [graph.hierarchy.classOfType[constant] as number];
  for (const cls of classes) {
    if (cls < 0) continue;
    if (trigger.gives === 'constants') {
      giveConstants(graph, cls, consumer);
      continue;
    }
    graph.make(cls, from, offset);
    if (made >= 0) graph.flow.add(made, cls);
    graph.arrivals.run(cls, trigger.members, from, offset, mode);
    const constructors = trigger.members.some((member) => member.startsWith('<init>')) ? trigger.members : CONSTRUCTORS;
    for (const method of [...graph.initialisers.of(cls), ...graph.hierarchy.membersOf(cls, constructors)]) {
      graph.edges.later(from, offset, method, mode);
      graph.runOn(cls, method);
      if (trigger.gives === null) continue;
      for (const parameter of graph.signatureOf(method).parameters.slice(1))
        graph.flow.load(nodes[1] ?? NONE, parameter);
    }
  }
}

/** The objects that a class has in static fields of its own type. */
function giveConstants(graph: CallGraph, cls: number, { from, offset, made }: TriggerConsumer): void {
  for (const method of graph.initialisers.of(cls)) {
    graph.edges.later(from, offset, method, EdgeMode.SYNC);
    graph.reach(method);
  }
  if (made < 0) return;
  const file = graph.hierarchy.fileOfClass[cls] as number;
  for (const field of graph.hierarchy.fields.of(cls).values()) {
    if (graph.fields.typeOf(field, file) === graph.hierarchy.typeOfClass[cls]) {
      graph.flow.edge(graph.fields.of(field, file), made);
    }
  }
}
