import type { MethodCode } from './program.ts';

/** What would have to be known for a value to be a constant. */
export type Source = { kind: 'parameter'; method: MethodCode; direct: boolean } | { kind: 'field'; key: string };

/** What has to be known of a value that is made of another: the same, only that it is not handed on as it is. */
export function derived(source: Source | null): Source | null {
  return source?.kind === 'parameter' && source.direct ? { ...source, direct: false } : source;
}

/** A value of which at most the type and, for texts, the beginning are known. */
export class Unknown {
  /** @param type descriptor of its static type, empty where that is not known either */
  constructor(
    readonly type: string,
    readonly from: Source | null = null,
    readonly prefix = '',
  ) {}
}

export const UNKNOWN = new Unknown('');
export const STRING = 'Ljava/lang/String;';

/** Text of a string-like value. */
export type Text = string | Unknown;

/** An immutable framework object that is its text: android.net.Uri, java.io.File. */
export class TextObject {
  constructor(
    readonly type: string,
    readonly text: Text,
  ) {}
}

/** A class object. */
export class ClassValue {
  constructor(readonly descriptor: string) {}
}

/** A java.lang.reflect.Method, Field or Constructor. */
export class MemberValue {
  /**
   * @param owner descriptor of the class that was asked, null where it is not known
   * @param site where it was asked for
   * @param parameters descriptors of its parameters, null where these are not known
   * @param among all members of which it is one, where not one alone was asked for; of those the name tells what is known
   */
  constructor(
    readonly kind: 'method' | 'field' | 'constructor',
    readonly owner: string | null,
    readonly name: Text,
    readonly site: CallSite,
    readonly parameters: string | null,
    readonly among: Among | null = null,
  ) {}
}

/** The members that a class declares, those that it inherits, too, or those of the declared ones that have an annotation. */
export type Among = 'declared' | 'inherited' | 'annotated';

/** The name of a member that may be any of a class. */
export class MemberName extends Unknown {
  constructor(readonly member: MemberValue) {
    super(STRING);
  }
}

/** Whether a member that may be any of a class is that of a name, or of one that begins so. */
export class NameTest extends Unknown {
  constructor(
    readonly member: MemberValue,
    readonly name: Text,
  ) {
    super('Z');
  }
}

/** Whether a member that may be any of a class has an annotation, or that annotation. */
export class AnnotationTest extends Unknown {
  constructor(
    readonly member: MemberValue,
    type: string,
  ) {
    super(type);
  }
}

/** A place in the code of a program. */
export interface CallSite {
  method: MethodCode;
  /** Code units from the start of the method's instructions. */
  address: number;
}

/** A string under construction: StringBuilder, StringBuffer, Uri.Builder. */
export class Builder {
  constructor(
    readonly type: string,
    public text: Text,
  ) {}
}

/** An array; `elements` is null once its contents are no longer known. */
export class ArrayObject {
  constructor(
    readonly type: string,
    public elements: Value[] | null,
  ) {}
}

/** A list or map of the framework; `entries` is null once its contents are no longer known. */
export class Collection {
  constructor(
    readonly type: string,
    public entries: Map<Value, Value> | null,
  ) {}
}

/** An object of a class of the program, with what its fields were seen to be given. */
export class Instance {
  readonly fields = new Map<string, Value>();
  constructor(readonly type: string) {}
}

export type Mutable = Builder | ArrayObject | Collection | Instance;

/**
 * What a register holds: 32-bit numbers (null is 0, boxes are what they hold), 64-bit numbers, strings, or an object.
 * Floating-point numbers are Unknown.
 */
export type Value = number | bigint | string | Unknown | TextObject | ClassValue | MemberValue | Mutable;

export function isMutable(value: Value): value is Mutable {
  return (
    value instanceof Builder || value instanceof ArrayObject || value instanceof Collection || value instanceof Instance
  );
}

/** Strings beyond this length are cut and no longer constants. */
export const MAX_TEXT = 8192;

/** Puts two texts together; what follows an unknown part is lost. */
export function concat(left: Text, right: Text): Text {
  if (left instanceof Unknown) {
    if (left.from !== null) return new Unknown(left.type, derived(left.from), left.prefix);
    if (!(right instanceof Unknown) || right.from === null) return left;
    return new Unknown(left.type, derived(right.from), left.prefix);
  }
  const prefix = left + (right instanceof Unknown ? right.prefix : right);
  if (prefix.length > MAX_TEXT) return new Unknown(STRING, null, prefix.slice(0, MAX_TEXT));
  return right instanceof Unknown ? new Unknown(STRING, derived(right.from), prefix) : prefix;
}

/** Text of a string, a builder, a Uri or a File, and of what String.valueOf makes of a number. */
export function textOf(value: Value): Text {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof TextObject || value instanceof Builder) return value.text;
  return value instanceof Unknown ? value : UNKNOWN;
}

/** Static or dynamic type of a value as a descriptor, empty where it is not known. */
export function typeOf(value: Value): string {
  if (typeof value === 'string') return STRING;
  if (typeof value === 'number' || typeof value === 'bigint') return '';
  if (value instanceof ClassValue) return 'Ljava/lang/Class;';
  if (value instanceof MemberValue) {
    return MEMBER_TYPES[value.kind];
  }
  return value.type;
}

const MEMBER_TYPES: Readonly<Record<MemberValue['kind'], string>> = {
  method: 'Ljava/lang/reflect/Method;',
  field: 'Ljava/lang/reflect/Field;',
  constructor: 'Ljava/lang/reflect/Constructor;',
};

/** First source in a value or, for arrays and lists, in what it holds. */
export function sourceOf(value: Value | undefined): Source | null {
  if (value instanceof Unknown) return value.from;
  if (value instanceof TextObject || value instanceof Builder) return sourceOf(value.text);
  if (value instanceof ArrayObject) return firstSource(value.elements ?? []);
  if (value instanceof Collection) return firstSource(value.entries?.values() ?? []);
  return value instanceof MemberValue ? sourceOf(value.name) : null;
}

function firstSource(values: Iterable<Value>): Source | null {
  for (const value of values) if (value instanceof Unknown && value.from !== null) return value.from;
  return null;
}

/**
 * Copies of mutable objects and all that they lead to, each object once; what is immutable is kept. Iterative, since
 * the chains are the input's.
 */
export class Copier {
  /** @param immutable what stands in place of an object that is not copied */
  constructor(private readonly immutable: (value: Value) => Value = (value) => value) {}

  /** Objects and elements copied so far. */
  cost = 0;
  private readonly copies = new Map<Mutable, Mutable>();
  private readonly pending: [from: Mutable, to: Mutable][] = [];

  copy(value: Value): Value {
    const result = this.shell(value);
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) this.fill(next[0], next[1]);
    return result;
  }

  private shell(value: Value): Value {
    if (!isMutable(value)) return this.immutable(value);
    const known = this.copies.get(value);
    if (known !== undefined) return known;
    const copy =
      value instanceof Builder
        ? new Builder(value.type, value.text)
        : value instanceof ArrayObject
          ? new ArrayObject(value.type, null)
          : value instanceof Collection
            ? new Collection(value.type, null)
            : new Instance(value.type);
    this.copies.set(value, copy);
    this.pending.push([value, copy]);
    this.cost++;
    return copy;
  }

  private fill(from: Mutable, to: Mutable): void {
    if (from instanceof ArrayObject && to instanceof ArrayObject && from.elements !== null) {
      this.cost += from.elements.length;
      to.elements = from.elements.map((element) => this.shell(element));
    } else if (from instanceof Collection && to instanceof Collection && from.entries !== null) {
      this.cost += from.entries.size;
      to.entries = new Map([...from.entries].map(([key, value]) => [this.shell(key), this.shell(value)]));
    } else if (from instanceof Instance && to instanceof Instance) {
      this.cost += from.fields.size;
      for (const [key, value] of from.fields) to.fields.set(key, this.shell(value));
    }
  }
}
