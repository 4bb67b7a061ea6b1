import { ArrayObject, concat, MAX_TEXT, MemberName, NameTest, STRING, textOf, Unknown, type Value } from '../value.ts';
import {
  arrayOf,
  bounded,
  charsToText,
  type FrameworkCall,
  isNumber,
  isString,
  type Models,
  numbersOf,
  rangeOf,
  unknownResult,
} from './framework-call.ts';

const REGEX_SIGNS = /[\\^$.|?*+()[\]{}]/;
const MAX_REPEAT = 4096;

/** Text that an argument is turned into: chars by their parameter's type, what is no constant stays unknown. */
export function argumentText(value: Value | undefined, type: string | undefined) {
  if (value === undefined) return new Unknown(STRING);
  if (isNumber(value)) {
    if (type === 'C') return String.fromCharCode(value & 0xffff);
    if (type === 'Z') return value === 0 ? 'false' : 'true';
    if (type === 'I' || type === 'S' || type === 'B') return String(value);
    return value === 0 && type !== 'F' ? 'null' : new Unknown(STRING);
  }
  if (typeof value === 'bigint') return type === 'J' ? String(value) : new Unknown(STRING);
  if (value instanceof ArrayObject) {
    const chars = value.type === '[C' ? numbersOf(value) : null;
    return chars === null ? new Unknown(STRING) : charsToText(chars);
  }
  return textOf(value);
}

/** True where a pattern of java.util.regex stands for nothing but itself. */
function isLiteral(pattern: string): boolean {
  return pattern.length > 0 && !REGEX_SIGNS.test(pattern);
}

/** A char or a string argument as text. */
function part(call: FrameworkCall, position: number): string | null {
  const text = argumentText(call.args[position], call.reference.parameters[position - 1]);
  return typeof text === 'string' ? text : null;
}

function position(value: number, call: FrameworkCall): Value {
  call.charge(1);
  return value;
}

/** Whether the name of a member that may be any of a class is a text. */
export function nameTest(name: Value | undefined, text: Value | undefined): Value | undefined {
  return name instanceof MemberName && isString(text) ? new NameTest(name.member, text) : undefined;
}

/** Methods of the name of a member that may be any of a class. */
export const NAME_METHODS: Models = {
  startsWith: ({ args: [self, start, from] }) =>
    self instanceof MemberName && isString(start) && from === undefined
      ? new NameTest(self.member, new Unknown(STRING, null, start))
      : undefined,
  equals: ({ args: [self, other] }) => nameTest(self, other),
  equalsIgnoreCase: ({ args: [self, other] }) => nameTest(self, other),
  contentEquals: ({ args: [self, other] }) => nameTest(self, other),
};

/** Methods of a string that is known. */
export const STRING_METHODS: Models = {
  toString: ({ args: [self] }: FrameworkCall) => self,
  intern: ({ args: [self] }) => self,
  length: ({ args: [self] }) => (isString(self) ? self.length : undefined),
  isEmpty: ({ args: [self] }) => (self === '' ? 1 : 0),
  charAt: ({ args: [self, index] }) =>
    isString(self) && isNumber(index) && index >= 0 && index < self.length ? self.charCodeAt(index) : undefined,
  codePointAt: ({ args: [self, index] }) =>
    isString(self) && isNumber(index) && index >= 0 && index < self.length ? self.codePointAt(index) : undefined,
  hashCode: (call) => {
    const self = call.args[0];
    if (!isString(self)) return undefined;
    call.charge(self.length >> 3);
    let hash = 0;
    for (let i = 0; i < self.length; i++) hash = (Math.imul(31, hash) + self.charCodeAt(i)) | 0;
    return hash;
  },
  concat: ({ args: [self, other] }) => concat(textOf(self ?? 0), textOf(other ?? 0)),
  substring: (call) => {
    const [self, start, end] = call.args;
    if (!isString(self)) return undefined;
    if (!isNumber(start) || (end !== undefined && !isNumber(end))) return unknownResult(call);
    const last = end ?? self.length;
    return start < 0 || last > self.length || start > last ? undefined : bounded(self.slice(start, last), call);
  },
  subSequence: (call) => STRING_METHODS.substring?.(call),
  trim: (call) => bounded(String(call.args[0]).trim(), call),
  strip: (call) => bounded(String(call.args[0]).trim(), call),
  toLowerCase: (call) => bounded(String(call.args[0]).toLowerCase(), call),
  toUpperCase: (call) => bounded(String(call.args[0]).toUpperCase(), call),
  repeat: (call) => {
    const [self, count] = call.args;
    if (!isString(self) || !isNumber(count) || count < 0 || count > MAX_REPEAT) return undefined;
    return self.length * count > MAX_TEXT ? undefined : bounded(self.repeat(count), call);
  },
  replace: (call) => {
    const [self] = call.args;
    const from = part(call, 1);
    const to = part(call, 2);
    if (!isString(self)) return undefined;
    if (from === null || to === null) return unknownResult(call);
    if (self.length * (to.length + 1) > 16 * MAX_TEXT) return undefined;
    return bounded(
      self.replaceAll(from, () => to),
      call,
    );
  },
  replaceAll: (call) => {
    const pattern = call.args[1];
    const to = call.args[2];
    if (!isString(pattern) || !isLiteral(pattern) || !isString(to) || REGEX_SIGNS.test(to)) return unknownResult(call);
    return STRING_METHODS.replace?.(call);
  },
  replaceFirst: (call) => {
    const [self, pattern, to] = call.args;
    if (!isString(self) || !isString(pattern) || !isLiteral(pattern)) return unknownResult(call);
    if (!isString(to) || REGEX_SIGNS.test(to)) return unknownResult(call);
    return bounded(
      self.replace(pattern, () => to),
      call,
    );
  },
  split: (call) => {
    const [self, pattern, limit] = call.args;
    if (!isString(self) || !isString(pattern) || limit !== undefined) return undefined;
    const escaped = /^\\[^a-zA-Z0-9]$/.test(pattern);
    const separator = escaped ? pattern.slice(1) : pattern;
    if (!escaped && !isLiteral(pattern)) return undefined;
    const parts = self.split(separator);
    while (parts.length > 1 && parts.at(-1) === '') parts.pop();
    return arrayOf(`[${STRING}`, parts, call);
  },
  equals: ({ args: [self, other] }) =>
    isString(other) ? Number(self === other) : isString(self) ? nameTest(other, self) : undefined,
  contentEquals: ({ args: [self, other] }) => (isString(other) ? Number(self === other) : undefined),
  equalsIgnoreCase: ({ args: [self, other] }) =>
    isString(self) && isString(other) ? Number(self.toLowerCase() === other.toLowerCase()) : undefined,
  startsWith: ({ args: [self, other, from] }) =>
    isString(self) && isString(other) && from === undefined ? Number(self.startsWith(other)) : undefined,
  endsWith: ({ args: [self, other] }) => (isString(self) && isString(other) ? Number(self.endsWith(other)) : undefined),
  contains: ({ args: [self, other] }) => (isString(self) && isString(other) ? Number(self.includes(other)) : undefined),
  indexOf: (call) => {
    const [self, wanted, from] = call.args;
    // The int parameter of indexOf is a char.
    const text = isNumber(wanted) ? String.fromCharCode(wanted & 0xffff) : wanted;
    if (!isString(self) || !isString(text) || (from !== undefined && !isNumber(from))) return undefined;
    return position(self.indexOf(text, from), call);
  },
  lastIndexOf: (call) => {
    const [self, wanted, from] = call.args;
    const text = isNumber(wanted) ? String.fromCharCode(wanted & 0xffff) : wanted;
    if (!isString(self) || !isString(text) || from !== undefined) return undefined;
    return position(self.lastIndexOf(text), call);
  },
  toCharArray: (call) => {
    const [self] = call.args;
    if (!isString(self)) return undefined;
    return arrayOf(
      '[C',
      Array.from({ length: self.length }, (_, i) => self.charCodeAt(i)),
      call,
    );
  },
  getBytes: (call) => {
    const [self] = call.args;
    return isString(self) ? bytesOf(Buffer.from(self, 'utf8'), call) : undefined;
  },
};

export function bytesOf(bytes: Uint8Array, call: FrameworkCall): Value {
  return arrayOf(
    '[B',
    Array.from(bytes, (byte) => (byte << 24) >> 24),
    call,
  );
}

/** `new String(…)` and the factories that take the same. */
export function newString(call: FrameworkCall, args: readonly Value[]): Value | undefined {
  const [source, second, third] = args;
  if (source === undefined) return '';
  if (isString(source)) return source;
  if (source instanceof ArrayObject) {
    const range = isNumber(second) && args.length > 2 ? rangeOf(numbersOf(source), second, third) : numbersOf(source);
    if (range === null) return unknownResult(call);
    if (source.type === '[C') return bounded(charsToText(range), call);
    if (source.type !== '[B') return undefined;
    return bounded(Buffer.from(range.map((byte) => byte & 0xff)).toString('utf8'), call);
  }
  return textOf(source);
}

/** Static methods that make strings. */
export const STRING_FACTORIES: Models = {
  valueOf: (call: FrameworkCall) => {
    const { args } = call;
    if (args[0] instanceof ArrayObject && args[0].type === '[C') return newString(call, args);
    return argumentText(args[0], call.reference.parameters[0]);
  },
  copyValueOf: (call) => newString(call, call.args),
  format: (call) => {
    const [first, second] = call.args;
    return isString(first) ? format(call, first, second) : format(call, second, call.args[2]);
  },
  join: (call) => {
    const [separator, parts] = call.args;
    if (!isString(separator) || !(parts instanceof ArrayObject) || parts.elements === null) return undefined;
    return parts.elements.every(isString) ? bounded(parts.elements.join(separator), call) : unknownResult(call);
  },
};

/** String.format with strings and whole numbers; text before anything else is kept as the known beginning. */
export function format(call: FrameworkCall, pattern: Value | undefined, list: Value | undefined): Value | undefined {
  if (!isString(pattern)) return undefined;
  const values = list instanceof ArrayObject && list.elements !== null ? list.elements : [];
  let text: string | Unknown = '';
  let next = 0;
  for (const [piece, index, width, conversion] of pattern.matchAll(/%(?:(\d{1,2})\$)?(0\d)?([a-zA-Z%])|%|[^%]+/g)) {
    if (piece === '%') return concat(text, unknownResult(call));
    if (!piece.startsWith('%')) {
      text = concat(text, piece);
      continue;
    }
    if (conversion === '%' || conversion === 'n') {
      text = concat(text, conversion === '%' ? '%' : '\n');
      continue;
    }
    const value = values[index === undefined ? next++ : Number(index) - 1];
    let shown: string | Unknown = unknownResult(call);
    if (conversion === 's' && value !== undefined && !isNumber(value)) shown = textOf(value);
    else if ((conversion === 'd' || conversion === 'x') && isNumber(value)) {
      shown = (conversion === 'd' ? value : value >>> 0).toString(conversion === 'd' ? 10 : 16);
      if (width !== undefined) shown = shown.padStart(Number(width), '0');
    } else if (conversion === 'c' && isNumber(value)) shown = String.fromCharCode(value & 0xffff);
    text = concat(text, shown);
  }
  return text;
}
