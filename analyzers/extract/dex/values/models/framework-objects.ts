import { Builder, concat, type Text, TextObject, textOf, Unknown, type Value } from '../value.ts';
import {
  charsToText,
  type FrameworkCall,
  isNumber,
  isString,
  type Models,
  numbersOf,
  rangeOf,
  unknownResult,
} from './framework-call.ts';
import { bytesOf } from './strings.ts';

const URI = 'Landroid/net/Uri;';
const FILE = 'Ljava/io/File;';
const BASE64_DECODER = 'Ljava/util/Base64$Decoder;';

function join(parent: Text, child: Text): Text {
  if (parent instanceof Unknown) return parent;
  const slash = parent.endsWith('/') || (typeof child === 'string' && child.startsWith('/')) ? '' : '/';
  return concat(parent, concat(slash, child));
}

/** Static methods of android.net.Uri and android.content.ContentUris. */
export const URI_FACTORIES: Models = {
  parse: ({ args: [text] }) => (text === undefined ? undefined : new TextObject(URI, textOf(text))),
  withAppendedPath: ({ args: [base, path] }) =>
    base === undefined || path === undefined ? undefined : new TextObject(URI, join(textOf(base), textOf(path))),
  withAppendedId: ({ args: [base, id] }) => {
    if (base === undefined) return undefined;
    return new TextObject(URI, join(textOf(base), typeof id === 'bigint' ? String(id) : new Unknown('')));
  },
  fromFile: ({ args: [file] }) =>
    file === undefined ? undefined : new TextObject(URI, concat('file://', textOf(file))),
};

/** Methods of a Uri or a File of which the text is known. */
export const TEXT_OBJECT_METHODS: Models = {
  toString: ({ args: [self] }: FrameworkCall) => (self === undefined ? undefined : textOf(self)),
  getPath: ({ args: [self] }) => (self instanceof TextObject && self.type === FILE ? self.text : undefined),
  getAbsolutePath: ({ args: [self] }) => (self instanceof TextObject && self.type === FILE ? self.text : undefined),
  getCanonicalPath: ({ args: [self] }) => (self instanceof TextObject && self.type === FILE ? self.text : undefined),
  getAbsoluteFile: ({ args: [self] }) => self,
  getName: ({ args: [self] }) => {
    const text = self instanceof TextObject ? self.text : undefined;
    return typeof text === 'string' ? text.slice(text.lastIndexOf('/') + 1) : undefined;
  },
  buildUpon: ({ args: [self] }) =>
    self instanceof TextObject ? new Builder('Landroid/net/Uri$Builder;', self.text) : undefined,
  normalizeScheme: ({ args: [self] }) => self,
};

/** `new File(path)`, `new File(parent, child)`. */
export function newFile(args: readonly Value[]): Value | undefined {
  const [parent, child] = args;
  if (parent === undefined) return undefined;
  if (child === undefined) return new TextObject(FILE, textOf(parent));
  return new TextObject(FILE, parent === 0 ? textOf(child) : join(textOf(parent), textOf(child)));
}

function base64(call: FrameworkCall, source: Value | undefined): Value | undefined {
  const bytes = numbersOf(source);
  const text = isString(source) ? source : bytes === null ? null : charsToText(bytes);
  if (text === null) return unknownResult(call);
  // Both alphabets, line breaks and missing padding are taken as Android's decoder does by its flags.
  return bytesOf(Buffer.from(text, 'base64'), call);
}

function parseInteger(text: Value | undefined, radix: Value | undefined): number | undefined {
  if (!isString(text) || (radix !== undefined && !isNumber(radix))) return undefined;
  const base = radix ?? 10;
  if (base < 2 || base > 36 || !/^[+-]?[0-9a-zA-Z]{1,16}$/.test(text)) return undefined;
  const value = Number.parseInt(text, base);
  return Number.isSafeInteger(value) ? value : undefined;
}

function digit(char: Value | undefined, radix: Value | undefined): number | undefined {
  if (!isNumber(char) || !isNumber(radix) || radix < 2 || radix > 36) return undefined;
  const value = Number.parseInt(String.fromCharCode(char & 0xffff), radix);
  return Number.isNaN(value) ? -1 : value;
}

const unbox: Models[string] = ({ args: [self] }) => (isNumber(self) || typeof self === 'bigint' ? self : undefined);

/** Static and other methods that are told by the class that declares them, as `class name` without `L` and `;`. */
export const CLASS_METHODS: Models = {
  'android/util/Base64 decode': (call) => {
    const [source, second, third] = call.args;
    if (call.args.length < 4) return base64(call, source);
    const range = rangeOf(numbersOf(source), second, third);
    return range === null ? undefined : bytesOf(Buffer.from(charsToText(range), 'base64'), call);
  },
  'java/util/Base64 getDecoder': () => new Unknown(BASE64_DECODER),
  'java/util/Base64 getUrlDecoder': () => new Unknown(BASE64_DECODER),
  'java/util/Base64 getMimeDecoder': () => new Unknown(BASE64_DECODER),
  'java/util/Base64$Decoder decode': (call) => base64(call, call.args[1]),
  'java/lang/Integer parseInt': ({ args: [text, radix] }) => parseInteger(text, radix),
  'java/lang/Integer valueOf': ({ args: [value, radix] }) => (isNumber(value) ? value : parseInteger(value, radix)),
  'java/lang/Integer toString': ({ args: [value] }) => (isNumber(value) ? String(value) : undefined),
  'java/lang/Integer toHexString': ({ args: [value] }) => (isNumber(value) ? (value >>> 0).toString(16) : undefined),
  'java/lang/Byte parseByte': ({ args: [text, radix] }) => parseInteger(text, radix),
  'java/lang/Short parseShort': ({ args: [text, radix] }) => parseInteger(text, radix),
  'java/lang/Integer intValue': unbox,
  'java/lang/Byte valueOf': unbox,
  'java/lang/Byte byteValue': ({ args: [self] }) => (isNumber(self) ? (self << 24) >> 24 : undefined),
  'java/lang/Integer byteValue': ({ args: [self] }) => (isNumber(self) ? (self << 24) >> 24 : undefined),
  'java/lang/Short valueOf': unbox,
  'java/lang/Long valueOf': unbox,
  'java/lang/Long longValue': unbox,
  'java/lang/Boolean valueOf': unbox,
  'java/lang/Boolean booleanValue': unbox,
  'java/lang/Character charValue': unbox,
  'java/lang/Character digit': ({ args: [char, radix] }) => digit(char, radix),
  'java/lang/Character getNumericValue': ({ args: [char] }) => digit(char, 36),
  'java/lang/Math abs': ({ args: [value] }) => (isNumber(value) ? Math.abs(value) | 0 : undefined),
  'java/lang/Math min': ({ args: [a, b] }) => (isNumber(a) && isNumber(b) ? Math.min(a, b) : undefined),
  'java/lang/Math max': ({ args: [a, b] }) => (isNumber(a) && isNumber(b) ? Math.max(a, b) : undefined),
  'android/text/TextUtils isEmpty': ({ args: [text] }) =>
    isString(text) ? Number(text === '') : text === 0 ? 1 : undefined,
  'android/text/TextUtils equals': ({ args: [a, b] }) => (isString(a) && isString(b) ? Number(a === b) : undefined),
  'java/util/Objects requireNonNull': ({ args: [value] }) => value,
};
