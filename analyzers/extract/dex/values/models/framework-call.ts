import type { MethodReference } from '../program.ts';
import { ArrayObject, type CallSite, derived, MAX_TEXT, sourceOf, Unknown, type Value } from '../value.ts';

/** A call of a framework method that is to be carried out here. */
export interface FrameworkCall {
  reference: MethodReference;
  /** One for each parameter, first the receiver of calls that have one. */
  args: readonly Value[];
  site: CallSite;
  /** Takes steps away for work that grows with its operands. */
  charge(steps: number): void;
}

/** What a framework method returns; undefined where it is not known what it does. */
export type Model = (call: FrameworkCall) => Value | undefined;

/** By name of the method. */
export type Models = Readonly<Record<string, Model>>;

export function modelOf(models: Models, name: string): Model | undefined {
  return Object.hasOwn(models, name) ? models[name] : undefined;
}

/** A result of which only the type is known, and what would have to be known. */
export function unknownResult({ reference, args }: FrameworkCall, prefix = ''): Unknown {
  for (const arg of args) {
    const from = sourceOf(arg);
    if (from !== null) return new Unknown(reference.returns, derived(from), prefix);
  }
  return new Unknown(reference.returns, null, prefix);
}

export function isNumber(value: Value | undefined): value is number {
  return typeof value === 'number';
}

export function isString(value: Value | undefined): value is string {
  return typeof value === 'string';
}

/** A string, or Unknown where it is too long to be followed. */
export function bounded(text: string, call: FrameworkCall): Value {
  call.charge(text.length >> 4);
  return text.length > MAX_TEXT ? new Unknown(call.reference.returns, null, text.slice(0, MAX_TEXT)) : text;
}

export function arrayOf(type: string, elements: Value[], call: FrameworkCall): ArrayObject {
  call.charge(elements.length >> 2);
  return new ArrayObject(type, elements);
}

/** The numbers of an array of bytes or chars, null where one of them is not known. */
export function numbersOf(value: Value | undefined): number[] | null {
  if (!(value instanceof ArrayObject) || value.elements === null) return null;
  return value.elements.every(isNumber) ? value.elements : null;
}

/** `length` elements from `start`, the whole where both are absent; null where they lie outside. */
export function rangeOf(
  numbers: number[] | null,
  start: Value | undefined,
  length: Value | undefined,
): number[] | null {
  if (numbers === null || start === undefined) return numbers;
  if (!isNumber(start) || !isNumber(length)) return null;
  if (start < 0 || length < 0 || start + length > numbers.length) return null;
  return numbers.slice(start, start + length);
}

export function charsToText(numbers: readonly number[]): string {
  let text = '';
  for (const unit of numbers) text += String.fromCharCode(unit & 0xffff);
  return text;
}
