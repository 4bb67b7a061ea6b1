import type * as t from '@babel/types';
import type { HermesLiteral } from '../../../formats/hermes/hermes-file.ts';
import { type Held, THIS, UNKNOWN } from './held.ts';
import * as make from './node.ts';
import { ValueBuilder } from './value-builder.ts';

/** Makes objects and arrays, and writes their members. */
export class ObjectBuilder extends ValueBuilder {
  protected write(name: string, operands: number[]): void {
    const [a = 0, b = 0, c = 0] = operands;
    const object = this.held(a);
    const { file } = this.around;
    if (name.endsWith('BySlotIdx')) {
      const key = object.kind === 'name' ? object.keys?.[c] : undefined;
      if (key !== undefined) this.writeMember(object, key, this.held(b), true);
    } else if (name.includes('GetterSetter')) {
      this.writeGetter(object, this.held(b), this.held(c));
    } else if (/ById(?:Loose|Strict)?$/.test(name)) {
      this.writeMember(object, file.string(operands.at(-1) as number), this.held(b), /Own/.test(name));
    } else if (/ByIndex$|InDenseArray$/.test(name)) this.writeElement(object, c, this.held(b));
    else {
      const isOwn = name.includes('Own');
      const key = this.held(isOwn ? c : b);
      const value = this.held(isOwn ? b : c);
      if (key.kind === 'constant' && typeof key.value === 'string') this.writeMember(object, key.value, value, isOwn);
      else {
        const left = make.element(this.use(object), this.use(key), this.offset);
        this.statements.push(make.assignment(left, this.use(value), this.offset));
      }
    }
  }

  private writeGetter(object: Held, key: Held, getter: Held): void {
    const { offset } = this;
    const literal = object.kind === 'name' ? object.literal : undefined;
    if (literal?.type === 'ObjectExpression' && key.kind === 'constant' && getter.kind === 'closure') {
      const node = this.around.embed(getter.id, getter.environment);
      if (node !== null) literal.properties.push(make.getter(String(key.value), node, offset));
      return;
    }
    const descriptor = make.object(offset);
    descriptor.properties.push(make.property('get', this.argument(getter), offset));
    const define = make.member(make.identifier('Object', offset), 'defineProperty', offset);
    const args = [this.use(object), this.use(key), descriptor];
    this.statements.push(make.statement(make.call(define, args, offset), offset));
  }

  private writeMember(object: Held, name: string, value: Held, isOwn: boolean): void {
    const { offset } = this;
    if (object.kind === 'global') {
      this.statements.push(make.assignment(make.identifier(name, offset), this.use(value), offset));
    } else if (isOwn && object.kind === 'name' && object.literal?.type === 'ObjectExpression') {
      object.literal.properties.push(make.property(name, this.use(value), offset));
    } else {
      // Where a method of a class stands, `this` in it is known.
      const node = object.kind === 'prototype' ? this.argument(value) : this.use(value);
      this.statements.push(make.assignment(make.member(this.use(object), name, offset), node, offset));
    }
  }

  /** An object whose prototype is given is an instance where that is a class's. */
  protected objectWithParent(register: number, parent: Held): void {
    if (parent.kind !== 'prototype') this.emitLiteral(register, make.object(this.offset), []);
    else if (parent.of.kind === 'new-target') this.set(register, THIS);
    else this.emit(register, make.construction(this.use(parent.of), [], this.offset));
  }

  /** Members that only a class's own code can name, which their keys in variables stand for. */
  protected privateMember(name: string, operands: number[]): void {
    const [a = 0, b = 0] = operands;
    const key = this.held(operands.at(-1) as number);
    const member = key.kind === 'private-name' ? key.name : null;
    if (name.startsWith('Get')) this.set(a, member === null ? UNKNOWN : this.member(this.held(b), member));
    else if (member !== null) this.writeMember(this.held(a), member, this.held(b), false);
  }

  private writeElement(object: Held, index: number, value: Held): void {
    const literal = object.kind === 'name' ? object.literal : undefined;
    if (literal?.type === 'ArrayExpression' && index <= literal.elements.length) {
      literal.elements[index] = this.use(value);
      return;
    }
    const left = make.element(this.use(object), make.constant(index, this.offset), this.offset);
    this.statements.push(make.assignment(left, this.use(value), this.offset));
  }

  protected bufferedObject(target: number, operands: number[]): void {
    const { file } = this.around;
    const literal = make.object(this.offset);
    let keys: HermesLiteral[];
    let values: HermesLiteral[];
    if (file.layout.version < 97) {
      const [, , count = 0, keyOffset = 0, valueOffset = 0] = operands;
      keys = file.objectKeys(keyOffset, count);
      values = file.objectValues(valueOffset, count);
    } else {
      // With a parent object, its register stands before the shape.
      const [shapeId = 0, valueOffset = 0] = operands.slice(-2);
      const shape = file.shape(shapeId);
      keys = file.objectKeys(shape.keys, shape.count);
      values = file.objectValues(valueOffset, shape.count);
    }
    for (const [index, key] of keys.entries()) {
      literal.properties.push(make.property(String(key), make.constant(values[index], this.offset), this.offset));
    }
    this.emitLiteral(target, literal, keys.map(String));
  }

  protected emitLiteral(
    register: number,
    literal: t.ObjectExpression | t.ArrayExpression,
    keys?: readonly string[],
  ): void {
    const held: Held = { kind: 'name', name: this.declare(literal), literal };
    this.set(register, keys === undefined ? held : { ...held, keys });
  }
}

/** The value of a member in an object that is written out. */
export function propertyIn({ properties }: t.ObjectExpression, name: string): t.Expression | null {
  const found = properties.findLast(
    (each) => each.type === 'ObjectProperty' && each.key.type === 'Identifier' && each.key.name === name,
  );
  return found?.type === 'ObjectProperty' ? (found.value as t.Expression) : null;
}
