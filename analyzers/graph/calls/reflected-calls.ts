import type { CallGraph, ReflectedField } from './call-graph.ts';

const NONE = -1;

/**
 * What is made or called by reflection at an offset gives its result, and gets what the array of arguments holds.
 * @param reflected what a method runs by reflection
 * @param nodes of the call: receiver first, the array of arguments last
 * @param other node of what else the call gives
 */
export function givenByReflection(
  graph: CallGraph,
  reflected: readonly (readonly [offset: number, target: number])[],
  nodes: readonly number[],
  offset: number,
  other: number,
): number {
  const { hierarchy, flow } = graph;
  const targets = reflected.filter(([at]) => at === offset);
  if (targets.length === 0) return other;
  const given = flow.node(NONE);
  flow.edge(other, given);
  const array = nodes.at(-1) ?? NONE;
  for (const [, target] of targets) {
    const { parameters, result } = graph.signatureOf(target);
    const isStatic = graph.isStatic(target);
    for (const parameter of isStatic ? parameters : parameters.slice(1)) flow.load(array, parameter);
    const selector = hierarchy.selectorOf(target, hierarchy.fileOfMethod(target));
    if (hierarchy.selectorName(selector) === '<init>') flow.add(given, hierarchy.classOfMethod[target] as number);
    else {
      flow.edge(result, given);
      if (!isStatic && nodes.length === 3) flow.edge(nodes[1] ?? NONE, parameters[0] ?? NONE);
    }
  }
  return given;
}

/** `Field.get` gives what the field of the object that it is given holds; `Field.set` puts its second argument there. */
export function accessedByReflection(
  graph: CallGraph,
  accesses: readonly ReflectedField[],
  nodes: readonly number[],
  other: number,
): number {
  const { fields, flow, hierarchy } = graph;
  const [, object = NONE, value = NONE] = nodes;
  let given = NONE;
  for (const { field, writes } of accesses) {
    const file = hierarchy.fields.fileOf(field);
    const shared = fields.of(field, file);
    if (writes) {
      fields.write(object, field, file, value);
      if (shared >= 0) flow.edge(value, shared);
      continue;
    }
    if (given < 0) given = flow.node(NONE);
    for (const node of [other, shared, fields.read(object, field, file)]) if (node >= 0) flow.edge(node, given);
  }
  return given < 0 ? other : given;
}
