import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue, InstanceValue, LiteralValue, type Value } from '../binding/value.ts';
import { ComponentTags } from '../source/shown-components.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { plainName } from '../syntax/template-links.ts';
import type { CallNode } from './call-sites.ts';
import type { Resolver } from './resolve.ts';

/** What hears an event of a component: a function of the page or component that shows it. */
export interface Hearing {
  callee: FunctionValue;
  parameter: number;
  /** Whether it gets the event, in which the value lies as its `detail`. */
  isEvent: boolean;
}

/** A property of a component that gets what lies below a name of the page or component that shows it. */
export interface Handed {
  script: number;
  name: string;
  /** The steps below that name. */
  steps: readonly string[];
}

/** Calls that are given a page or component. */
const COMPONENT = /^(?:Page|Component|defineComponent|createPage|createComponent|extend)$/;
/** Longer names are no property's. */
const LONGEST_NAME = 60;
/** `placeName` and `placename`: ways to write one name. */
const MAX_SPELLINGS = 4;
/** Links of one name that are followed. */
const MAX_LINKS = 32;

/** What passes between components by the templates that show them. */
export class ComponentLinks {
  private heard: Map<string, Hearing[]> | null = null;
  private handed: Map<string, Handed[]> | null = null;
  private readonly owners = new Map<t.Node, string>();
  private readonly components = new Map<BoundScript, readonly (LiteralValue | InstanceValue)[]>();
  private readonly definitions = new Map<BoundScript, readonly number[]>();
  private readonly spelled = new Map<number, Map<string, string[]>>();

  constructor(private readonly resolver: Resolver) {}

  /** What hears an event that a component in a file sends. */
  heardFrom(file: string, event: string): readonly Hearing[] {
    this.read();
    return this.heard?.get(`${file} ${plainName(event)}`) ?? [];
  }

  /** Whether templates of the program show components of its own. */
  get any(): boolean {
    return this.resolver.program.templateLinks.size > 0;
  }

  /** The file of the page or component that an object is. */
  fileOf(owner: LiteralValue): string | undefined {
    this.read();
    return this.owners.get(owner.node);
  }

  /** The components that get what a page or component has under a name. */
  givenFrom(file: string, name: string): readonly Handed[] {
    this.read();
    return this.handed?.get(`${file} ${name}`) ?? [];
  }

  /** How a script writes a name that templates write without case and with dashes. */
  spellings(script: number, name: string): readonly string[] {
    let spelled = this.spelled.get(script);
    if (spelled === undefined) {
      spelled = new Map();
      for (const node of this.resolver.program.scripts[script]?.nodes ?? []) {
        const text = nameIn(node);
        if (text === null || text.length > LONGEST_NAME) continue;
        const plain = plainName(text);
        const known = spelled.get(plain);
        if (known === undefined) spelled.set(plain, [text]);
        else if (!known.includes(text) && known.length < MAX_SPELLINGS) known.push(text);
      }
      this.spelled.set(script, spelled);
    }
    return spelled.get(name) ?? [];
  }

  /** The objects, or instances, that a file gives its framework as its page or component. */
  componentsIn(script: BoundScript): readonly (LiteralValue | InstanceValue)[] {
    let components = this.components.get(script);
    if (components === undefined) {
      components = this.findComponents(script);
      this.components.set(script, components);
    }
    return components;
  }

  /** Calls by which a setup takes its properties, by their nodes. */
  propertyCalls(script: BoundScript): readonly number[] {
    let calls = this.definitions.get(script);
    if (calls === undefined) {
      calls = [...script.calls.at, ...script.bareCalls.at].filter(
        (at) => calledName(script.nodes[at] as CallNode) === 'defineProps',
      );
      this.definitions.set(script, calls);
    }
    return calls;
  }

  private findComponents(script: BoundScript): readonly (LiteralValue | InstanceValue)[] {
    const found = new Set<LiteralValue | InstanceValue>();
    const add = (value: Value): void => {
      if (value instanceof LiteralValue || value instanceof InstanceValue) found.add(value);
      else if (value instanceof ClassValue) found.add(value.instance);
    };
    for (const value of this.resolver.propertyOfAll([script.module], 'default')) add(value);
    for (const [order, at] of script.calls.at.entries()) {
      const node = script.nodes[at] as CallNode;
      const [given] = node.arguments;
      if (given === undefined || !COMPONENT.test(calledName(node) ?? '')) continue;
      for (const value of this.resolver.valuesOf(given, script.calls.scopes[order] as Scope)) add(value);
    }
    return [...found];
  }

  private read(): void {
    if (this.heard !== null) return;
    this.heard = new Map();
    this.handed = new Map();
    const { program } = this.resolver;
    if (program.templateLinks.size === 0) return;
    const tags = new ComponentTags(program);
    const numbers = new Map(program.scripts.map(({ module }, number) => [module.file, number]));
    const linksOf = new Map([...program.templateLinks].map(([path, links]) => [stemOf(path), links]));
    for (const script of program.scripts) {
      const links = linksOf.get(stemOf(script.module.file)) ?? [];
      const components =
        links.length === 0 && !linksOf.has(stemOf(script.module.file)) ? [] : this.componentsIn(script);
      for (const component of components)
        if (component instanceof LiteralValue) this.owners.set(component.node, script.module.file);
      for (const link of links) {
        const files = tags.filesOf(script, link.tag).slice(0, MAX_LINKS);
        const handlers = link.kind === 'event' && files.length > 0 ? link.handlers : [];
        const hearing = handlers.flatMap(({ name, parameter, isEvent }) =>
          this.functionsNamed(script, components, name).map((callee) => ({ callee, parameter, isEvent })),
        );
        for (const file of files) {
          const child = numbers.get(file);
          if (child === undefined || file === script.module.file) continue;
          if (link.kind === 'event') keep(this.heard, `${file} ${link.name}`, hearing);
          else {
            const [name = '', ...steps] = link.steps;
            keep(this.handed, `${script.module.file} ${name}`, [{ script: child, name: link.name, steps }]);
          }
        }
      }
    }
  }

  private functionsNamed(script: BoundScript, components: readonly Value[], name: string): FunctionValue[] {
    const binding = script.program.lookup(name);
    const values = [
      ...this.resolver.propertyOfAll(components, name),
      ...(binding === undefined ? [] : this.resolver.valuesOfBinding(binding)),
    ];
    return values.filter((value) => value instanceof FunctionValue);
  }
}

/** The name that a node is, or by which it takes or has a property. */
function nameIn(node: t.Node): string | null {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'StringLiteral':
      return node.value;
    case 'ObjectProperty':
      return keyName(node);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return keyName({ key: node.property, computed: node.computed });
    default:
      return null;
  }
}

function keep<T>(lists: Map<string, T[]>, key: string, items: readonly T[]): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, items.slice(0, MAX_LINKS));
  else for (const item of items) if (known.length < MAX_LINKS) known.push(item);
}

function stemOf(path: string): string {
  return path.replace(/\.\w+$/, '');
}
