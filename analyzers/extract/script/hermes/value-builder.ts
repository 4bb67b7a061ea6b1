import type * as t from '@babel/types';
import type { HermesFile, HermesFunction } from '../../../formats/hermes/hermes-file.ts';
import { type Environment, type Held, UNKNOWN } from './held.ts';
import * as make from './node.ts';

/** What the translation of a function needs of the whole file. */
export interface Surroundings {
  file: HermesFile;
  globalFunction: number;
  /** The node of a function that is created here; null where it stands elsewhere already. */
  embed(id: number, environment: Environment | null): t.FunctionExpression | null;
  /** Says that a function is a generator, and which function has its steps. */
  markGenerator(id: number, steps: number): void;
  /** Names of a function's parameters. */
  parametersOf(id: number): string[];
  /** The environment that the instruction at an offset makes. */
  environmentAt(offset: number, parent: Environment | null, owner: number): Environment;
  /** Environments that lie in a variable of another, as generators keep them from version 98 on; by the variable's name. */
  keptEnvironments: Map<string, Environment>;
  /** By the name of a variable that holds a class or its prototype: the same of the class that it extends. */
  parents: Map<string, Held>;
  /** Names of private members, by the variables that hold their keys. */
  privateNames: Map<string, Held>;
}

/** Chains of properties longer than this are cut by a variable. */
const MAX_CHAIN = 32;
/** Turns what registers hold into expressions, and collects the statements of one function. */
export class ValueBuilder {
  protected readonly statements: t.Statement[] = [];
  /** Of the present instruction, bytes from the start of the file. */
  protected offset = 0;
  private variables = 0;

  protected registers: (Held | undefined)[] = [];

  constructor(
    protected readonly id: number,
    protected readonly header: HermesFunction,
    protected readonly around: Surroundings,
  ) {}

  protected setConstant(register: number, value: string | number | boolean | null | undefined): void {
    this.set(register, { kind: 'constant', value });
  }

  protected set(register: number, held: Held): void {
    // Registers beyond the frame are of no valid file.
    if (register < this.header.frameSize) this.registers[register] = held;
  }

  protected held(register: number): Held {
    return this.registers[register] ?? UNKNOWN;
  }

  protected emit(register: number, node: t.Expression): void {
    this.set(register, { kind: 'name', name: this.declare(node) });
  }

  /** Functions and lists of constants stand where they are passed, as bundlers write them. */
  protected argument(held: Held): t.Expression {
    if (held.kind === 'closure' && held.variable === null) {
      const node = this.around.embed(held.id, held.environment);
      if (node !== null) return node;
    }
    if (held.kind === 'name' && held.literal?.type === 'ArrayExpression' && held.shared !== true) {
      const { elements } = held.literal;
      if (elements.every((item) => item?.type === 'NumericLiteral'))
        return make.array([...elements] as t.Expression[], this.offset);
    }
    return this.use(held);
  }

  protected member(object: Held, key: string | Held): Held {
    const name =
      typeof key === 'string' ? key : key.kind === 'constant' && typeof key.value === 'string' ? key.value : null;
    if (name === 'prototype') return { kind: 'prototype', of: object };
    if (object.kind === 'global' && name !== null) return { kind: 'name', name };
    const depth = object.kind === 'member' ? object.depth + 1 : 0;
    const base: Held = depth > MAX_CHAIN ? { kind: 'name', name: this.declare(this.use(object)) } : object;
    return {
      kind: 'member',
      object: base,
      key: name ?? key,
      offset: this.offset,
      depth: depth > MAX_CHAIN ? 0 : depth,
      uses: 0,
      variable: null,
    };
  }

  /** The expression of a value, where it is used. */
  protected use(held: Held): t.Expression {
    const { offset } = this;
    switch (held.kind) {
      case 'name':
        return make.identifier(held.name, offset);
      case 'constant':
        return make.constant(held.value, offset);
      case 'this':
        return make.thisExpression(offset);
      case 'global':
        return make.identifier('globalThis', offset);
      case 'member':
        // Put in place once, and from the second time on behind a variable.
        if (held.variable === null && held.uses++ > 0) held.variable = this.declare(this.memberNode(held));
        return held.variable === null ? this.memberNode(held) : make.identifier(held.variable, offset);
      case 'prototype':
        return make.member(this.use(held.of), 'prototype', offset);
      case 'choice':
        held.variable ??= this.declare(
          make.choice(
            held.options.map((option) => this.use(option)),
            offset,
          ),
        );
        return make.identifier(held.variable, offset);
      case 'closure': {
        if (held.variable === null) {
          const node = this.around.embed(held.id, held.environment);
          if (node === null) return make.identifier('%unknown', offset);
          held.variable = this.declare(node);
        }
        return make.identifier(held.variable, offset);
      }
      default:
        return make.identifier('%unknown', offset);
    }
  }

  protected memberNode({ object, key, offset }: Held & { kind: 'member' }): t.Expression {
    const base = this.use(object);
    return typeof key === 'string' ? make.member(base, key, offset) : make.element(base, this.use(key), offset);
  }

  protected declare(node: t.Expression): string {
    const name = `%v${this.id}_${this.variables++}`;
    this.statements.push(make.variable(name, node, this.offset));
    return name;
  }
}
