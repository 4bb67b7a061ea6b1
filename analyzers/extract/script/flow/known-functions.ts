/**
 * What functions of the language and of wide-spread libraries do with a value, by their names.
 * Source: ECMAScript 2024, the DOM and URL standards, the documentation of React and Vue.
 */

/** Methods whose result says nothing of the value: counts, comparisons, places. */
const TELLS_NOTHING =
  /^(?:is|has|can|should|check|valid|test|match(?:es)?$|compare|equals?$|includes$|contains$|indexOf|lastIndexOf|findIndex|startsWith|endsWith|assert|expect|some$|every$|charCodeAt|localeCompare|hasOwnProperty|forEach$|addEventListener|removeEventListener|unsubscribe|remove$|subscribe$|clear|close$)/;

export function tellsNothing(name: string): boolean {
  return TELLS_NOTHING.test(name);
}

/** Methods of a text that give the parts of it that an expression finds; functions of these names say only whether. */
export function givesParts(method: string): boolean {
  return method === 'match' || method === 'matchAll';
}

/** Methods of lists that call their first argument with each element; the number is the parameter that gets it. */
const PER_ELEMENT: Readonly<Record<string, number>> = {
  map: 0,
  flatMap: 0,
  forEach: 0,
  filter: 0,
  find: 0,
  findLast: 0,
  some: 0,
  every: 0,
  reduce: 1,
  reduceRight: 1,
};

export function elementParameter(method: string): number | undefined {
  return Object.hasOwn(PER_ELEMENT, method) ? PER_ELEMENT[method] : undefined;
}

/** What a method of a value that is, or holds, the collected part gives. */
export type MethodResult = 'same' | 'element' | 'whole' | 'nothing' | 'callback' | 'keyed';

export function methodResult(method: string): MethodResult | undefined {
  switch (method) {
    case 'then':
    case 'map':
    case 'flatMap':
    case 'reduce':
    case 'reduceRight':
      return 'callback';
    case 'catch':
    case 'finally':
    case 'filter':
    case 'slice':
    case 'concat':
    case 'reverse':
    case 'sort':
    case 'flat':
    case 'toSorted':
    case 'toReversed':
    case 'values':
    case 'toArray':
      return 'same';
    case 'find':
    case 'findLast':
    case 'pop':
    case 'shift':
    case 'at':
      return 'element';
    case 'join':
    case 'toString':
    case 'toJSON':
    case 'text':
      return 'whole';
    case 'get':
    case 'getAll':
      return 'keyed';
    case 'forEach':
      return 'nothing';
    default:
      return undefined;
  }
}

/** Methods that put an argument into their object: the first argument that is put, and under which key. */
export function mutation(method: string): { from: number; keyed: boolean } | undefined {
  switch (method) {
    case 'push':
    case 'unshift':
    case 'add':
    case 'enqueue':
    case 'next':
      return { from: 0, keyed: false };
    case 'set':
    case 'append':
    case 'put':
    case 'setItem':
    case 'setHeader':
      return { from: 1, keyed: true };
    default:
      return undefined;
  }
}

/** What a function of the language gives for an argument. */
export type Passing = 'text' | 'same' | 'element' | 'list' | 'assign' | 'nothing';

const OF_LANGUAGE: Readonly<Record<string, Passing>> = {
  'JSON.stringify': 'text',
  'JSON.parse': 'same',
  'Object.assign': 'assign',
  'Object.freeze': 'same',
  'Object.seal': 'same',
  'Object.create': 'same',
  'Object.fromEntries': 'same',
  'Object.entries': 'list',
  'Object.values': 'list',
  'Object.keys': 'nothing',
  'Object.defineProperty': 'nothing',
  'Array.from': 'same',
  'Array.of': 'list',
  'Array.isArray': 'nothing',
  'Promise.all': 'same',
  'Promise.allSettled': 'same',
  'Promise.race': 'element',
  'Promise.any': 'element',
  'Promise.resolve': 'same',
  'Promise.reject': 'nothing',
  // Of Hermes: copies the properties or elements of the others into the first.
  '%builtin': 'assign',
  Boolean: 'nothing',
  isNaN: 'nothing',
  isFinite: 'nothing',
  structuredClone: 'same',
  toRaw: 'same',
  unref: 'same',
  markRaw: 'same',
  readonly: 'same',
  reactive: 'same',
  shallowReactive: 'same',
  useCallback: 'same',
  firstValueFrom: 'same',
  lastValueFrom: 'same',
  from: 'same',
  of: 'same',
  storeToRefs: 'same',
  toRefs: 'same',
  useDeferredValue: 'same',
};

/** By the name of a global, or of a member of one; undefined where it is none of these. */
export function passingOf(name: string): Passing | undefined {
  return Object.hasOwn(OF_LANGUAGE, name) ? OF_LANGUAGE[name] : undefined;
}
