import type * as t from '@babel/types';
import type { Fact } from '../../model/fact.ts';
import type { BoundScript } from './bound-script.ts';
import { type AccessPath, inside } from './flow/access-path.ts';
import type { Origin } from './flow/trace-sinks.ts';
import { holdersOf } from './function-holders.ts';
import { keyName } from './pattern.ts';
import type { TemplateFact } from './template.ts';
import type { Answer } from './template-answers.ts';
import type { FunctionValue, LiteralValue } from './value.ts';

/** Nodes above a function that tell under which name it is held. */
const NODES_ABOVE = 8;

/** For facts of templates the places at which the answers come into the scripts beside them. */
export function answersInScripts(
  templates: readonly TemplateFact[],
  scripts: readonly BoundScript[],
): { fact: Fact; origin: Origin }[] {
  const asking = templates.filter(({ answers }) => answers.length > 0);
  if (asking.length === 0) return [];
  const beside = new Map<string, number[]>();
  for (const [number, { module }] of scripts.entries()) {
    const stem = stemOf(module.file);
    beside.set(stem, [...(beside.get(stem) ?? []), number]);
  }
  return asking.flatMap(({ fact, answers }) =>
    (beside.get(stemOf(fact.at.file)) ?? []).flatMap((number) =>
      originsOfAnswers(answers, scripts[number] as BoundScript, number).map((origin) => ({ fact, origin })),
    ),
  );
}

/** A path without its ending, which a page's template and script share. */
function stemOf(path: string): string {
  return path.replace(/\.\w+$/, '');
}

/** @param number of the script in the program */
function originsOfAnswers(answers: readonly Answer[], script: BoundScript, number: number): Origin[] {
  const origins: Origin[] = [];
  const names = new Set(answers.flatMap((answer) => (answer.kind === 'handler' ? [answer.name] : [])));
  const handlers = names.size === 0 ? [] : functionsNamed(script, names);
  for (const answer of answers) {
    if (answer.kind === 'property') {
      for (const origin of originsOfProperty(answer.steps, script, number)) origins.push(origin);
      continue;
    }
    const path = (answer.isEvent ? inside('detail', '') : '') ?? '';
    for (const { node, callee, held } of handlers) {
      if (!held.has(answer.name)) continue;
      const arrival = { kind: 'parameter' as const, callee, position: answer.parameter, path };
      origins.push({ script: number, node, gives: 'value', arrival });
    }
  }
  return origins;
}

interface Named {
  /** Index of the function's node. */
  node: number;
  callee: FunctionValue;
  held: ReadonlySet<string>;
}

function functionsNamed(script: BoundScript, names: ReadonlySet<string>): Named[] {
  const found: Named[] = [];
  for (let index = 0; index < script.nodes.length; index++) {
    const node = script.nodes[index] as t.Node;
    const callee = script.functions.get(node);
    if (callee === undefined) continue;
    const held = new Set([...namesAbove(script, index), ...ownNames(node)].filter((name) => names.has(name)));
    if (held.size > 0) found.push({ node: index, callee, held });
  }
  return found;
}

function ownNames(node: t.Node): string[] {
  if (node.type === 'ObjectMethod' || node.type === 'ClassMethod') return [keyName(node) ?? ''];
  return node.type === 'FunctionDeclaration' && node.id ? [node.id.name] : [];
}

function namesAbove({ nodes, parents }: BoundScript, index: number): string[] {
  const way: t.Node[] = [];
  for (let at = index; at >= 0 && way.length < NODES_ABOVE; at = parents[at] ?? -1) way.push(nodes[at] as t.Node);
  const { variables, properties } = holdersOf(way.reverse());
  return [...variables, ...properties];
}

/** What a field of a template is bound to: data of the page or component, or a variable of its setup. */
function originsOfProperty(steps: readonly string[], script: BoundScript, number: number): Origin[] {
  const [name = '', ...rest] = steps;
  const below = rest.reduceRight<AccessPath | null>((path, step) => (path === null ? null : inside(step, path)), '');
  if (below === null) return [];
  const origins: Origin[] = [];
  for (const binding of script.bindings) {
    if (binding.name !== name || script.program.lookup(name) !== binding || binding.kind !== 'variable') continue;
    const node = script.nodes.indexOf(
      binding.sources[0]?.kind === 'expression' ? binding.sources[0].expression : (script.nodes[0] as t.Node),
    );
    for (const path of [below, inside('value', below)]) {
      if (path !== null)
        origins.push({ script: number, node, gives: 'value', arrival: { kind: 'variable', binding, path } });
    }
  }
  for (const { node, owner } of componentsOf(script)) {
    const arrival = { kind: 'property' as const, owner, name, path: below };
    origins.push({ script: number, node, gives: 'value', arrival });
    const data = inside(name, below);
    if (data !== null) {
      origins.push({ script: number, node, gives: 'value', arrival: { ...arrival, name: 'data', path: data } });
    }
  }
  return origins;
}

/** Objects that a file gives a framework as its page or component. */
function componentsOf({ literals, nodes, parents }: BoundScript): { node: number; owner: LiteralValue }[] {
  const found: { node: number; owner: LiteralValue }[] = [];
  for (let node = 0; node < nodes.length; node++) {
    const literal = nodes[node] as t.Node;
    const parent = nodes[parents[node] ?? -1];
    if (literal.type !== 'ObjectExpression' || parent === undefined) continue;
    const owner = isGivenToFramework(parent) ? literals.get(literal) : undefined;
    if (owner !== undefined) found.push({ node, owner });
  }
  return found;
}

function isGivenToFramework(parent: t.Node): boolean {
  if (parent.type === 'ExportDefaultDeclaration') return true;
  if (parent.type !== 'CallExpression' || parent.callee.type !== 'Identifier') return false;
  return /^(?:Page|Component|defineComponent|createPage|createComponent)$/.test(parent.callee.name);
}
