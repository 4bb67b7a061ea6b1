import type { HermesFunction } from '../../../formats/hermes/hermes-file.ts';
import type { HermesInstruction } from '../../../formats/hermes/hermes-instructions.ts';
import { type Environment, type Held, slotName, UNKNOWN } from './held.ts';
import { definesFirst } from './instruction-effects.ts';
import * as make from './node.ts';
import { ObjectBuilder } from './object-builder.ts';
import type { Surroundings } from './value-builder.ts';

/** What functions of the engine are called, which compiled code calls for spreads and the like. */
export const BUILTIN = '%builtin';

/** Makes functions and classes, and follows the environments of variables that they share. */
export class ClosureBuilder extends ObjectBuilder {
  /** @param closure the environment in which the function was created */
  constructor(
    id: number,
    header: HermesFunction,
    private readonly closure: Environment | null,
    around: Surroundings,
  ) {
    super(id, header, around);
  }

  /** A state of a generator can stand before the one that fills the variable, so that these are looked for first. */
  protected findKeptEnvironments(instructions: readonly HermesInstruction[]): void {
    for (const { form, operands, offset } of instructions) {
      this.offset = offset;
      const [a = 0, b = 0, c = 0] = operands;
      if (/^Store(?:NP)?ToEnvironment/.test(form.name)) {
        const environment = this.environmentIn(a);
        const kept = this.environmentIn(c);
        if (environment !== null && kept !== null) this.around.keptEnvironments.set(slotName(environment, b), kept);
      } else if (form.name.includes('Environment')) this.environment(form.name.replace(/L$/, ''), operands);
      else if (form.name.startsWith('Mov')) this.set(a, this.held(b));
      else if (definesFirst(form.name) && !form.name.startsWith('Put')) this.set(a, UNKNOWN);
    }
    this.registers = [];
  }

  protected environment(name: string, [a = 0, b = 0, c = 0]: number[]): void {
    const isNew = this.around.file.layout.version >= 98;
    const set = (environment: Environment | null): void => this.set(a, { kind: 'environment', environment });
    const above = (from: Environment | null, steps: number): Environment | null => {
      let environment = from;
      for (let step = 0; step < steps && environment !== null; step++) environment = environment.parent;
      return environment;
    };
    switch (name) {
      case 'CreateFunctionEnvironment':
        set(this.newEnvironment(this.closure, this.id));
        break;
      case 'CreateTopLevelEnvironment':
        set(this.newEnvironment(null, this.id));
        break;
      case 'CreateInnerEnvironment':
        set(this.newEnvironment(this.environmentIn(b), this.id));
        break;
      case 'CreateEnvironment':
        set(this.newEnvironment(isNew ? this.environmentIn(b) : this.closure, this.id));
        break;
      case 'GetParentEnvironment':
        set(above(this.closure, b));
        break;
      case 'GetEnvironment':
        set(isNew ? above(this.environmentIn(b), c) : above(this.closure, b));
        break;
      case 'GetClosureEnvironment': {
        const held = this.held(b);
        set(held.kind === 'closure' ? held.environment : null);
        break;
      }
      case 'LoadFromEnvironment': {
        const environment = this.environmentIn(b);
        const kept = environment === null ? undefined : this.around.keptEnvironments.get(slotName(environment, c));
        const privateName = environment === null ? undefined : this.around.privateNames.get(slotName(environment, c));
        if (kept !== undefined) set(kept);
        else if (privateName !== undefined) this.set(a, privateName);
        else this.set(a, environment === null ? UNKNOWN : { kind: 'name', name: slotName(environment, c) });
        break;
      }
      default:
        this.store(this.environmentIn(a), b, this.held(c));
        break;
    }
  }

  private newEnvironment(parent: Environment | null, owner: number): Environment {
    return this.around.environmentAt(this.offset, parent, owner);
  }

  private store(environment: Environment | null, slot: number, value: Held): void {
    if (environment === null || value.kind === 'environment') return;
    const name = slotName(environment, slot);
    if (value.kind === 'private-name') {
      this.around.privateNames.set(name, value);
      return;
    }
    const parent = this.parentOf(value);
    if (parent !== UNKNOWN) this.around.parents.set(name, parent);
    const fresh = value.kind === 'name' && value.literal !== undefined;
    const node = fresh ? this.use(value) : this.argument(value);
    if (value.kind === 'closure') value.variable ??= name;
    else if (fresh) {
      // What functions put into it is there for all who use it.
      value.name = name;
      value.shared = true;
    }
    if (environment.owner === this.id) this.statements.push(make.variable(name, node, this.offset));
    else this.statements.push(make.assignment(make.identifier(name, this.offset), node, this.offset));
  }

  protected environmentIn(register: number): Environment | null {
    const held = this.held(register);
    return held.kind === 'environment' ? held.environment : null;
  }

  protected create(name: string, operands: number[]): void {
    const [target = 0, second = 0] = operands;
    const environment = this.environmentIn(/Class$/.test(name) ? (operands[2] as number) : second);
    const held: Held & { kind: 'closure' } = {
      kind: 'closure',
      id: operands.at(-1) as number,
      environment,
      variable: null,
    };
    if (name !== 'CreateGenerator') {
      this.set(target, held);
      if (/Class$/.test(name))
        this.createClass(held, second, name.includes('Derived') ? this.held(operands[3] ?? 0) : null);
      return;
    }
    // The generator gets what the function that makes it gets.
    this.around.markGenerator(this.id, operands.at(-1) as number);
    const args = this.around.parametersOf(this.id).map((name) => make.identifier(name, this.offset));
    this.emit(target, make.call(this.use(held), args, this.offset));
  }

  /** A class has its prototype beside it. */
  private createClass(held: Held & { kind: 'closure' }, prototype: number, parent: Held | null): void {
    this.set(prototype, { kind: 'prototype', of: held });
    if (parent === null) return;
    held.parent = parent;
    const extend = make.identifier(BUILTIN, this.offset);
    const call = make.call(extend, [this.use(held), this.use(parent)], this.offset);
    this.statements.push(make.statement(call, this.offset));
  }

  /** The class that a class extends, or the prototype of that for its prototype. */
  protected parentOf(held: Held): Held {
    switch (held.kind) {
      case 'closure':
        return held.parent ?? UNKNOWN;
      case 'name':
        return this.around.parents.get(held.name) ?? UNKNOWN;
      case 'prototype': {
        const parent = this.parentOf(held.of);
        return parent === UNKNOWN ? UNKNOWN : { kind: 'prototype', of: parent };
      }
      default:
        return UNKNOWN;
    }
  }
}
