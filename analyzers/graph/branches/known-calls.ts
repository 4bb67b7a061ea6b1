import { UNKNOWN, type Value } from './first-run.ts';

/** Texts that a call may be asked to work out; longer ones are left alone. */
const LONGEST = 4096;

type Known = (values: readonly Value[]) => Value;

/**
 * What a member of the platform gives that tells nothing but what follows from its arguments, where these are constants.
 * @param owner binary name of the class that the call names
 * @param values receiver first
 */
export function valueOfKnownCall(owner: string, name: string, values: readonly Value[]): Value {
  return MEMBERS.get(owner)?.get(name)?.(values) ?? UNKNOWN;
}

/** True for classes of whose members `valueOfKnownCall` knows any. */
export function isKnownOwner(owner: string): boolean {
  return MEMBERS.has(owner);
}

function numberOf(number: number): Value {
  return { number, stored: false };
}

function textOf(text: string): Value {
  return text.length > LONGEST ? UNKNOWN : { number: Number.NaN, stored: false, text };
}

/** Of a text, that is null or not. */
function isNull({ text, number }: Value): boolean | null {
  return text === undefined ? (number === 0 ? true : null) : false;
}

function truth(is: boolean | null): Value {
  return is === null ? UNKNOWN : numberOf(Number(is));
}

/** Of one text and nothing else. */
function ofText(work: (text: string) => Value): Known {
  return ([value]) => (value?.text === undefined ? UNKNOWN : work(value.text));
}

/** Of two texts. */
function ofTexts(work: (text: string, other: string) => Value): Known {
  return ([value, other]) =>
    value?.text === undefined || other?.text === undefined ? UNKNOWN : work(value.text, other.text);
}

function ofNumbers(work: (...numbers: number[]) => number): Known {
  return (values) => {
    const numbers = values.map(({ number }) => number);
    return numbers.every(Number.isFinite) ? numberOf(work(...numbers)) : UNKNOWN;
  };
}

/** Equality of texts as null and other objects take part in it. */
const equals: Known = ([left, right]) => {
  if (left === undefined || right === undefined) return UNKNOWN;
  if (left.text !== undefined && right.text !== undefined) return numberOf(Number(left.text === right.text));
  return left.text !== undefined && right.number === 0 && right.boxed !== true ? numberOf(0) : UNKNOWN;
};

const isEmpty: Known = ([value]) => {
  const is = value === undefined ? null : isNull(value);
  return truth(is === false ? value?.text === '' : is);
};

const box: Known = ([value]) =>
  value === undefined || Number.isNaN(value.number) ? UNKNOWN : { number: value.number, stored: false, boxed: true };

const unbox: Known = ([value]) => (value?.boxed === true ? numberOf(value.number) : UNKNOWN);

/** A whole number in decimal digits, as Integer.parseInt takes it. */
const parseNumber: Known = (values) =>
  values.length === 1
    ? ofText((text) => (/^[-+]?\d{1,9}$/.test(text) ? numberOf(Number(text)) : UNKNOWN))(values)
    : UNKNOWN;

const parseTruth: Known = ofText((text) => numberOf(Number(text.toLowerCase() === 'true')));

const ofBoolean: Known = (values) => {
  const [value] = values;
  return value?.text === undefined ? box(values) : box([parseTruth(values)]);
};

const ofInteger: Known = (values) => (values[0]?.text === undefined ? box(values) : box([parseNumber(values)]));

const STRING = new Map<string, Known>([
  ['equals', equals],
  ['contentEquals', equals],
  ['equalsIgnoreCase', ofTexts((text, other) => numberOf(Number(text.toLowerCase() === other.toLowerCase())))],
  ['length', ofText((text) => numberOf(text.length))],
  ['isEmpty', ofText((text) => numberOf(Number(text === '')))],
  ['contains', ofTexts((text, part) => numberOf(Number(text.includes(part))))],
  ['endsWith', ofTexts((text, end) => numberOf(Number(text.endsWith(end))))],
  [
    'startsWith',
    (values) =>
      values.length === 2 ? ofTexts((text, start) => numberOf(Number(text.startsWith(start))))(values) : UNKNOWN,
  ],
  ['compareTo', ofTexts((text, other) => (text === other ? numberOf(0) : UNKNOWN))],
  ['hashCode', ofText((text) => numberOf(hashOf(text)))],
  ['trim', ofText((text) => textOf(text.trim()))],
  ['toLowerCase', (values) => (values.length === 1 ? ofText((text) => textOf(text.toLowerCase()))(values) : UNKNOWN)],
  ['toUpperCase', (values) => (values.length === 1 ? ofText((text) => textOf(text.toUpperCase()))(values) : UNKNOWN)],
  ['concat', ofTexts((text, other) => textOf(text + other))],
  ['toString', ofText(textOf)],
]);

/** As `String.hashCode` works it out; a switch on texts begins with it. */
function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

const MEMBERS = new Map<string, ReadonlyMap<string, Known>>([
  ['java.lang.String', STRING],
  ['java.lang.Object', new Map([['equals', equals]])],
  [
    'android.text.TextUtils',
    new Map<string, Known>([
      ['isEmpty', isEmpty],
      ['equals', equals],
    ]),
  ],
  [
    'java.lang.Boolean',
    new Map<string, Known>([
      ['valueOf', ofBoolean],
      ['booleanValue', unbox],
      ['parseBoolean', parseTruth],
    ]),
  ],
  [
    'java.lang.Integer',
    new Map<string, Known>([
      ['valueOf', ofInteger],
      ['intValue', unbox],
      ['parseInt', parseNumber],
    ]),
  ],
  [
    'java.lang.Math',
    new Map<string, Known>([
      ['max', (values) => (values.length === 2 ? ofNumbers(Math.max)(values) : UNKNOWN)],
      ['min', (values) => (values.length === 2 ? ofNumbers(Math.min)(values) : UNKNOWN)],
    ]),
  ],
]);
