import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding } from '../binding/scope.ts';
import type { LiteralValue } from '../binding/value.ts';
import type { Handed } from '../resolve/component-links.ts';
import { type AccessPath, headOf, inside, properties, tailOf } from './access-path.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/** What a page or component has goes to the components that its template hands it to: `:place="place"`, `place="{{place}}"`. */
export function intoShown(
  tracer: FlowTracer,
  owner: LiteralValue,
  name: string,
  path: AccessPath,
  from: ValueState,
): void {
  const { componentLinks: links } = tracer.resolver;
  if (!links.any) return;
  const file = links.fileOf(owner);
  if (file === undefined) return;
  // Data of mini-programs' pages lies below `data`.
  const head = name === 'data' ? headOf(path) : null;
  for (const handed of links.givenFrom(file, name)) intoComponent(tracer, handed, path, from);
  if (head !== null)
    for (const handed of links.givenFrom(file, head)) intoComponent(tracer, handed, tailOf(path), from);
}

/** The same for a variable of a component's setup. */
export function intoShownFromSetup(
  tracer: FlowTracer,
  script: number,
  binding: Binding,
  path: AccessPath,
  from: ValueState,
): void {
  const { componentLinks: links } = tracer.resolver;
  if (!links.any) return;
  const { module, program } = tracer.scripts[script] as BoundScript;
  const given = links.givenFrom(module.file, binding.name);
  if (given.length === 0 || program.lookup(binding.name) !== binding) return;
  // Templates take the value out of references.
  const value = headOf(path) === 'value' ? tailOf(path) : path;
  for (const handed of given) intoComponent(tracer, handed, value, from);
}

function intoComponent(tracer: FlowTracer, { script, name, steps }: Handed, path: AccessPath, from: ValueState): void {
  const value = properties(path, steps);
  if (value === null) return;
  const { componentLinks: links } = tracer.resolver;
  const child = tracer.scripts[script] as BoundScript;
  for (const at of links.propertyCalls(child)) {
    for (const property of links.spellings(script, name)) tracer.push(script, at, inside(property, value), from, null);
  }
  for (const component of links.componentsIn(child)) {
    for (const property of links.spellings(script, name)) {
      tracer.intoProperty(component, property, value, from);
      for (const group of ['properties', 'data', 'props'])
        tracer.intoProperty(component, group, inside(property, value), from);
    }
  }
}
