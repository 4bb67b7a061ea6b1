import type * as t from '@babel/types';
import type { Fact } from '../../../model/fact.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { FunctionValue, LiteralValue } from '../binding/value.ts';
import { type AccessPath, inside } from '../flow/access-path.ts';
import type { Origin } from '../flow/trace-sinks.ts';
import { holdersOf } from '../reach/function-holders.ts';
import { keyName } from '../syntax/pattern.ts';
import type { TemplateFact } from '../syntax/template.ts';
import type { Answer } from '../syntax/template-answers.ts';
import { scriptsBeside } from './scripts-beside.ts';

/** Nodes above a function that tell under which name it is held. */
const NODES_ABOVE = 8;

/** For facts of templates the places at which the answers come into the scripts beside them. */
export function answersInScripts(
  templates: readonly TemplateFact[],
  scripts: readonly BoundScript[],
): { fact: Fact; origin: Origin }[] {
  const asking = templates.filter(({ answers }) => answers.length > 0);
  if (asking.length === 0) return [];
  const beside = scriptsBeside(scripts);
  const places = new Map<number, AnswerPlaces>();
  const placesIn = (number: number): AnswerPlaces => {
    const known = places.get(number) ?? new AnswerPlaces(scripts[number] as BoundScript, number);
    places.set(number, known);
    return known;
  };
  return asking.flatMap(({ fact, answers }) =>
    beside(fact.at.file).flatMap((number) =>
      answers.flatMap((answer) => placesIn(number).of(answer)).map((origin) => ({ fact, origin })),
    ),
  );
}

interface Named {
  /** Index of the function's node. */
  node: number;
  callee: FunctionValue;
}

/** Where answers come into one script. A template may ask thousands of times, so that the script is looked through once. */
class AnswerPlaces {
  private readonly functions = new Map<string, Named[]>();
  private readonly components: readonly { node: number; owner: LiteralValue }[];
  private readonly indexes = new Map<t.Node, number>();

  /** @param number of the script in the program */
  constructor(
    private readonly script: BoundScript,
    private readonly number: number,
  ) {
    for (const [index, node] of script.nodes.entries()) {
      this.indexes.set(node, index);
      const callee = script.functions.get(node);
      if (callee === undefined) continue;
      for (const name of new Set([...namesAbove(script, index), ...ownNames(node)])) {
        const known = this.functions.get(name);
        if (known === undefined) this.functions.set(name, [{ node: index, callee }]);
        else known.push({ node: index, callee });
      }
    }
    this.components = componentsOf(script);
  }

  of(answer: Answer): Origin[] {
    if (answer.kind === 'property') return this.ofProperty(answer.steps);
    const detail = inside('detail', '') ?? '';
    // mpvue and early uni-app put the platform's event below `mp` of theirs.
    const paths = answer.isEvent ? [detail, inside('mp', detail) ?? ''] : [''];
    return (this.functions.get(answer.name) ?? []).flatMap(({ node, callee }) =>
      paths.map((path): Origin => {
        const arrival = { kind: 'parameter' as const, callee, position: answer.parameter, path };
        return { script: this.number, node, gives: 'value', arrival };
      }),
    );
  }

  /** What a field of a template is bound to: data of the page or component, or a variable of its setup. */
  private ofProperty(steps: readonly string[]): Origin[] {
    const { script, number } = this;
    const [name = '', ...rest] = steps;
    const below = rest.reduceRight<AccessPath | null>((path, step) => (path === null ? null : inside(step, path)), '');
    if (below === null) return [];
    const origins: Origin[] = [];
    const binding = script.program.lookup(name);
    if (binding?.kind === 'variable') {
      const [source] = binding.sources;
      const node = (source?.kind === 'expression' ? this.indexes.get(source.expression) : undefined) ?? 0;
      for (const path of [below, inside('value', below)]) {
        if (path === null) continue;
        origins.push({ script: number, node, gives: 'value', arrival: { kind: 'variable', binding, path } });
      }
    }
    for (const { node, owner } of this.components) {
      const arrival = { kind: 'property' as const, owner, name, path: below };
      origins.push({ script: number, node, gives: 'value', arrival });
      const data = inside(name, below);
      if (data !== null) {
        origins.push({ script: number, node, gives: 'value', arrival: { ...arrival, name: 'data', path: data } });
      }
    }
    return origins;
  }
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
