import { ArrayObject, Collection, type Value } from '../value.ts';
import { type FrameworkCall, isNumber, isString, type Models } from './framework-call.ts';

/** Elements beyond which a collection is no longer followed. */
const MAX_ENTRIES = 1024;
const ITERATOR = 'Ljava/util/Iterator;';

/** Classes whose objects are followed as lists, and as maps. */
export const LIST_TYPES: ReadonlySet<string> = new Set([
  'Ljava/util/ArrayList;',
  'Ljava/util/LinkedList;',
  'Ljava/util/Vector;',
  'Ljava/util/concurrent/CopyOnWriteArrayList;',
]);
export const MAP_TYPES: ReadonlySet<string> = new Set([
  'Ljava/util/HashMap;',
  'Ljava/util/LinkedHashMap;',
  'Ljava/util/TreeMap;',
  'Ljava/util/Hashtable;',
  'Ljava/util/Properties;',
  'Ljava/util/concurrent/ConcurrentHashMap;',
  'Landroid/util/ArrayMap;',
]);

export function listOf(values: readonly Value[], type = 'Ljava/util/ArrayList;'): Collection {
  return new Collection(type, new Map(values.map((value, index) => [index, value])));
}

/** The elements of an array or a list in order, null where they are not known. */
export function elementsOf(value: Value | undefined): readonly Value[] | null {
  if (value instanceof ArrayObject) return value.elements;
  if (!(value instanceof Collection) || value.entries === null) return null;
  return [...value.entries.values()];
}

function self(call: FrameworkCall): { collection: Collection; entries: Map<Value, Value> } | null {
  const collection = call.args[0];
  return collection instanceof Collection && collection.entries !== null
    ? { collection, entries: collection.entries }
    : null;
}

function put(call: FrameworkCall, key: Value, value: Value): void {
  const known = self(call);
  if (known === null) return;
  known.entries.set(key, value);
  if (known.entries.size > MAX_ENTRIES) known.collection.entries = null;
}

/** Methods of lists, maps and iterators; a method that is not here makes the contents unknown. */
export const COLLECTION_METHODS: Models = {
  size: (call) => self(call)?.entries.size,
  isEmpty: (call) => {
    const known = self(call);
    return known === null ? undefined : Number(known.entries.size === 0);
  },
  add: (call) => {
    const known = self(call);
    const [, value, second] = call.args;
    if (known === null || value === undefined) return undefined;
    if (second !== undefined) known.collection.entries = null;
    else put(call, known.entries.size, value);
    return 1;
  },
  addAll: (call) => {
    const known = self(call);
    const values = elementsOf(call.args[1]);
    if (known === null || values === null || call.args.length !== 2) return undefined;
    call.charge(values.length);
    for (const value of values) put(call, known.entries.size, value);
    return 1;
  },
  get: (call) => {
    const key = call.args[1];
    const known = self(call);
    if (known === null || key === undefined) return undefined;
    return known.entries.get(key) ?? (typeof key === 'string' || isNumber(key) ? 0 : undefined);
  },
  put: (call) => {
    const [, key, value] = call.args;
    if (key === undefined || value === undefined) return undefined;
    put(call, key, value);
    return 0;
  },
  setProperty: (call) => {
    const [, key, value] = call.args;
    if (key === undefined || value === undefined) return undefined;
    put(call, key, value);
    return undefined;
  },
  getProperty: (call) => {
    const [, key, otherwise] = call.args;
    const known = self(call);
    return known === null || !isString(key) ? undefined : (known.entries.get(key) ?? otherwise ?? 0);
  },
  containsKey: (call) => {
    const key = call.args[1];
    return typeof key === 'string' ? Number(self(call)?.entries.has(key) ?? false) : undefined;
  },
  toArray: (call) => {
    const values = elementsOf(call.args[0]);
    if (values === null) return undefined;
    const model = call.args[1];
    return new ArrayObject(model instanceof ArrayObject ? model.type : '[Ljava/lang/Object;', [...values]);
  },
  iterator: (call) => {
    const values = elementsOf(call.args[0]);
    call.charge(values?.length ?? 0);
    return values === null ? undefined : listOf(values, ITERATOR);
  },
  values: (call) => {
    const values = elementsOf(call.args[0]);
    call.charge(values?.length ?? 0);
    return values === null ? undefined : listOf(values);
  },
  hasNext: (call) => {
    const known = self(call);
    return known === null ? undefined : Number(known.entries.size > 0);
  },
  next: (call) => {
    const known = self(call);
    const first = known?.entries.entries().next().value;
    if (first === undefined) return undefined;
    known?.entries.delete(first[0]);
    return first[1];
  },
};

/** Static methods that make lists, as `class name`. */
export const COLLECTION_FACTORIES: Models = {
  'java/util/Arrays asList': (call) => {
    const values = elementsOf(call.args[0]);
    call.charge(values?.length ?? 0);
    return values === null ? undefined : listOf(values);
  },
  'java/util/Collections singletonList': ({ args: [value] }) => (value === undefined ? undefined : listOf([value])),
  'java/util/Arrays copyOfRange': (call) => {
    const [array, from, to] = call.args;
    const values = elementsOf(array);
    if (values === null || !(array instanceof ArrayObject) || !isNumber(from) || !isNumber(to)) return undefined;
    if (from < 0 || to > values.length || from > to) return undefined;
    call.charge(to - from);
    return new ArrayObject(array.type, values.slice(from, to));
  },
  'java/lang/System arraycopy': (call) => {
    const [source, start, target, to, length] = call.args;
    if (!(target instanceof ArrayObject)) return 0;
    const values = source instanceof ArrayObject ? source.elements : null;
    const ranges = isNumber(start) && isNumber(to) && isNumber(length) && start >= 0 && to >= 0 && length >= 0;
    if (values === null || target.elements === null || !ranges) target.elements = null;
    else if (start + length <= values.length && to + length <= target.elements.length) {
      call.charge(length);
      target.elements.splice(to, length, ...values.slice(start, start + length));
    }
    return 0;
  },
};
