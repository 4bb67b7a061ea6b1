import type { Value } from '../branches/first-run.ts';

/** Methods that give back the number that they are called on or given. */
const BOXING = new Set(['booleanValue', 'intValue', 'valueOf', 'boxBoolean', 'boxInt']);

/** Methods that tell whether two objects are equal. */
const EQUALITY = new Set(['equals', 'areEqual', 'contentEquals']);

/** Classes whose members ask texts. */
const TEXTS = new Set(['java.lang.String', 'java.lang.CharSequence', 'android.text.TextUtils']);

/**
 * What a call of the platform gives, as far as what it is called on and given tells it; undefined where that tells nothing.
 * @param owner class that the call names, with dots
 * @param values with the receiver first
 */
export function valueOfKnown(owner: string, name: string, values: readonly Value[]): Value | undefined {
  const [left, right] = values;
  if (left === undefined) return undefined;
  if (right === undefined) {
    if (BOXING.has(name)) return left;
    const number = TEXTS.has(owner) ? saidOfText(name, left) : Number.NaN;
    return Number.isNaN(number) ? undefined : { number, stored: left.stored };
  }
  if (values.length > 2 || !EQUALITY.has(name)) return undefined;
  return { number: areEqual(left, right), stored: left.stored || right.stored };
}

/** What members give that ask a text alone, NaN where that is not known. */
function saidOfText(name: string, { text, number }: Value): number {
  if (name === 'length') return text === undefined ? Number.NaN : text.length;
  if (name !== 'isEmpty') return Number.NaN;
  return text === undefined ? (number === 0 ? 1 : Number.NaN) : Number(text === '');
}

/** 1 for equal numbers or texts, 0 for others and for a text beside null, NaN where that is not known. */
function areEqual(left: Value, right: Value): number {
  if (left.text !== undefined && right.text !== undefined) return Number(left.text === right.text);
  if ((left.text !== undefined && right.number === 0) || (right.text !== undefined && left.number === 0)) return 0;
  return Number.isNaN(left.number + right.number) ? Number.NaN : Number(left.number === right.number);
}

/** What a call gives that leads to one of two methods. */
export function either(a: Value, b: Value): Value {
  const number = a.number === b.number ? a.number : Number.NaN;
  return {
    number,
    stored: a.stored && b.stored,
    ...(a.holder === b.holder && a.holder !== undefined ? { holder: a.holder } : {}),
  };
}
