import { Builder, concat, TextObject, Unknown } from '../value.ts';
import { bounded, type FrameworkCall, isNumber, isString, type Model, type Models } from './framework-call.ts';
import { argumentText, STRING_METHODS } from './strings.ts';

const URI = 'Landroid/net/Uri;';

function builderOf(call: FrameworkCall): Builder | null {
  const self = call.args[0];
  return self instanceof Builder ? self : null;
}

/** Makes the builder's text that of `change`, or unknown where it cannot tell. */
function changing(change: (text: string, call: FrameworkCall) => string | undefined): Model {
  return (call) => {
    const builder = builderOf(call);
    if (builder === null) return undefined;
    const { text } = builder;
    const changed = typeof text === 'string' ? change(text, call) : undefined;
    call.charge((changed?.length ?? 0) >> 4);
    builder.text = changed ?? new Unknown('');
    return builder;
  };
}

/** Answers as the string would that has been built so far. */
function reading(name: string): Model {
  return (call) => {
    const text = builderOf(call)?.text;
    if (typeof text !== 'string') return undefined;
    return STRING_METHODS[name]?.({ ...call, args: [text, ...call.args.slice(1)] });
  };
}

/** Methods of StringBuilder and StringBuffer. */
export const BUILDER_METHODS: Models = {
  append: (call) => {
    const builder = builderOf(call);
    const { args, reference } = call;
    if (builder === null) return undefined;
    let added = argumentText(args[1], reference.parameters[0]);
    if (args.length > 2) {
      const [, , start, end] = args;
      const whole = typeof added === 'string' && isNumber(start) && isNumber(end);
      // Of arrays the third parameter is a length, of character sequences the end.
      const last = reference.parameters[0] === '[C' ? Number(start) + Number(end) : Number(end);
      added = whole && typeof added === 'string' ? added.slice(Number(start), last) : new Unknown('');
    }
    if (typeof added === 'string') call.charge(added.length >> 4);
    builder.text = concat(builder.text, added);
    return builder;
  },
  appendCodePoint: changing((text, { args: [, point] }) =>
    isNumber(point) && point >= 0 && point <= 0x10ffff ? text + String.fromCodePoint(point) : undefined,
  ),
  insert: changing((text, { args: [, index, value], reference }) => {
    const added = argumentText(value, reference.parameters[1]);
    if (!isNumber(index) || typeof added !== 'string') return undefined;
    return text.slice(0, index) + added + text.slice(index);
  }),
  reverse: changing((text) => [...text].reverse().join('')),
  deleteCharAt: changing((text, { args: [, index] }) =>
    isNumber(index) ? text.slice(0, index) + text.slice(index + 1) : undefined,
  ),
  delete: changing((text, { args: [, start, end] }) =>
    isNumber(start) && isNumber(end) ? text.slice(0, start) + text.slice(end) : undefined,
  ),
  setLength: changing((text, { args: [, length] }) =>
    isNumber(length) && length >= 0 && length <= text.length ? text.slice(0, length) : undefined,
  ),
  setCharAt: changing((text, { args: [, index, char] }) =>
    isNumber(index) && isNumber(char)
      ? text.slice(0, index) + String.fromCharCode(char & 0xffff) + text.slice(index + 1)
      : undefined,
  ),
  replace: changing((text, { args: [, start, end, value] }) =>
    isNumber(start) && isNumber(end) && isString(value) ? text.slice(0, start) + value + text.slice(end) : undefined,
  ),
  toString: (call: FrameworkCall) => {
    const text = builderOf(call)?.text;
    return typeof text === 'string' ? bounded(text, call) : text;
  },
  length: reading('length'),
  charAt: reading('charAt'),
  substring: reading('substring'),
  subSequence: reading('substring'),
  indexOf: reading('indexOf'),
  lastIndexOf: reading('lastIndexOf'),
  isEmpty: reading('isEmpty'),
};

/** Puts one more piece behind what a Uri.Builder has. */
function piece(before: (text: string) => string, after = ''): Model {
  return (call) => {
    const builder = builderOf(call);
    const value = call.args[1];
    if (builder === null || value === undefined) return undefined;
    const lead = typeof builder.text === 'string' ? before(builder.text) : '';
    builder.text = concat(concat(concat(builder.text, lead), argumentText(value, call.reference.parameters[0])), after);
    return builder;
  };
}

const none = (): string => '';
const slash = (text: string): string => (text.endsWith('/') ? '' : '/');

/** Methods of android.net.Uri.Builder, called in the order of a Uri's parts as everybody does. */
export const URI_BUILDER_METHODS: Models = {
  scheme: piece(none, '://'),
  authority: piece(none),
  encodedAuthority: piece(none),
  path: piece(none),
  encodedPath: piece(none),
  appendPath: piece(slash),
  appendEncodedPath: piece(slash),
  appendQueryParameter: (call) => {
    const builder = builderOf(call);
    if (builder === null || typeof builder.text !== 'string') return builder ?? undefined;
    const lead = builder.text.includes('?') ? '&' : '?';
    builder.text = concat(builder.text, concat(lead, concat(argumentText(call.args[1], ''), '=')));
    builder.text = concat(builder.text, argumentText(call.args[2], ''));
    return builder;
  },
  build: (call) => {
    const builder = builderOf(call);
    return builder === null ? undefined : new TextObject(URI, builder.text);
  },
};
