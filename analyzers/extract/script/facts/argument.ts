import type * as t from '@babel/types';
import { heldNode } from '../binding/held-node.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import { FunctionValue, LiteralValue, type Value } from '../binding/value.ts';
import { begunUrls } from '../resolve/begun-url.ts';
import { enumConstants } from '../resolve/enum-constant.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { keyName } from '../syntax/pattern.ts';

const MAX_ARGUMENTS = 8;
const MAX_ITEMS = 32;
const MAX_NESTING = 4;
const MAX_STRING = 200;
/** Constants looked at for one call, over all its arguments. */
const MAX_CONSTANTS = 300;

type Known = string | number | boolean | null | Known[] | { [key: string]: Known };

/**
 * The arguments of a call as text, one each: a string constant as it is; a number, boolean or null in JavaScript's
 * spelling, undefined as null; an object or array literal as JSON, keys sorted, with `"?"` for every part that is not constant; `?` for
 * everything else, trailing ones left out; a URL of which only the beginning is constant ends with `?`. A member of an enumeration that only its library knows is its two names,
 * `PictureSourceType.PHOTOLIBRARY`. Where a condition, the callers or a table by an unknown key choose between constants,
 * or between lists of them, the JSON array of the choices.
 */
export function argumentTexts(nodes: readonly t.Node[], scope: Scope, resolver: Resolver): string[] {
  const texts: string[] = [];
  const reader = new ConstantReader(resolver);
  for (const node of nodes.slice(0, MAX_ARGUMENTS)) {
    if (node.type === 'SpreadElement') break;
    texts.push(textOf(reader.read(node, scope, 0)));
  }
  while (texts.at(-1) === '?') texts.pop();
  return texts;
}

/** The attributes of an element as an object literal's text, for conditions that a signature puts on them. */
export function attributeTexts(attributes: readonly t.Node[], scope: Scope, resolver: Resolver): string[] {
  const reader = new ConstantReader(resolver);
  const entries = attributes.slice(0, MAX_ITEMS).flatMap((attribute): [string, Known][] => {
    if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return [];
    const { value } = attribute;
    if (!value) return [[attribute.name.name, true]];
    const node = value.type === 'JSXExpressionContainer' ? value.expression : value;
    return [[attribute.name.name, reader.read(node, scope, 1)]];
  });
  return entries.length === 0 ? [] : [JSON.stringify(Object.fromEntries(sortedEntries(Object.fromEntries(entries))))];
}

function textOf(value: Known): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

class ConstantReader {
  private left = MAX_CONSTANTS;

  constructor(private readonly resolver: Resolver) {}

  read(node: t.Node, scope: Scope, nesting: number): Known {
    if (this.left-- <= 0) return '?';
    if (isUndefined(node, scope)) return null;
    const assigned = this.assigned(node, scope, nesting);
    if (assigned !== undefined) return assigned;
    const values = this.resolver.valuesOf(node, scope);
    const begun = begunUrls(this.resolver, node, scope);
    if (begun.length > 0) {
      const whole = values.filter((value) => typeof value === 'string' && value !== '');
      return whole.length === 0 && begun.length === 1 ? (begun[0] as string) : ([...whole, ...begun] as string[]);
    }
    const parts = values.map((value) => this.constant(value, nesting));
    if (parts.length === 0 || parts.every((part) => part === '?')) {
      const made = this.madeList(node, scope, nesting);
      if (made !== undefined) return made;
      const constants = enumConstants(node, scope, this.resolver);
      const only = constants?.length === 1 ? constants[0] : constants?.slice(0, MAX_ITEMS);
      return only ?? this.chosen(node, scope, nesting) ?? '?';
    }
    // Also lists of constants between which callers choose (of permissions, of sources): any item of them.
    if (parts.every((part) => Array.isArray(part))) {
      return [...parts.flat(), ...this.putInto(node, scope, nesting)].slice(0, MAX_ITEMS);
    }
    if (parts.length === 1) return parts[0] ?? null;
    const isChoice = parts.length > 0 && parts.every((part) => typeof part !== 'object' && part !== '?');
    if (isChoice) return parts;
    return '?';
  }

  /** `new Array()`, `Array('a', 'b')`: its items and what is put into it; undefined where nothing is known of them. */
  private madeList(node: t.Node, scope: Scope, nesting: number): Known[] | undefined {
    const held = heldNode(node, scope);
    const made = held?.node;
    if (held === undefined || (made?.type !== 'NewExpression' && made?.type !== 'CallExpression')) return undefined;
    if (made.callee.type !== 'Identifier' || made.callee.name !== 'Array' || held.scope.lookup('Array') !== undefined)
      return undefined;
    // `Array(2)` has a length and no items.
    const given = made.arguments.filter(({ type }) => type !== 'NumericLiteral');
    const items = given.flatMap((item) => this.item(item, held.scope, nesting + 1));
    const known = [...items, ...this.putInto(node, scope, nesting)].slice(0, MAX_ITEMS);
    return known.length === 0 ? undefined : known;
  }

  /** What is put into the list in a variable after it was made. */
  private putInto(node: t.Node, scope: Scope, nesting: number): Known[] {
    const binding = node.type === 'Identifier' ? scope.lookup(node.name) : undefined;
    const items = binding === undefined ? [] : this.resolver.filled.into(binding);
    return items.flatMap((item) => this.item(item.node, item.scope, nesting + 1));
  }

  /** What an item of a list is; of a list that is spread out there, its items; of one that callers choose, all that it may be. */
  private item(node: t.Node, scope: Scope, nesting: number): Known[] {
    const known = this.read(node.type === 'SpreadElement' ? node.argument : node, scope, nesting);
    return node.type !== 'ArrayExpression' && Array.isArray(known) ? known : [known];
  }

  /** `Object.assign({ video: true }, others)`: what is known of its parts. */
  private assigned(node: t.Node, scope: Scope, nesting: number): Known | undefined {
    if (node.type !== 'CallExpression' || nesting >= MAX_NESTING) return undefined;
    const { callee, arguments: parts } = node;
    const isAssign =
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      callee.object.name === 'Object' &&
      keyName({ key: callee.property, computed: callee.computed }) === 'assign';
    if (!isAssign) return undefined;
    const known = parts.map((part) => this.read(part, scope, nesting + 1));
    const objects = known.filter((part) => typeof part === 'object' && part !== null && !Array.isArray(part));
    return objects.length === 0 ? undefined : Object.fromEntries(sortedEntries(Object.assign({}, ...objects)));
  }

  /** `TABLE[name]`, `Object.values(TABLE)`, `names.map((name) => TABLE[name])`: any value of the table; any item of a list. */
  private chosen(node: t.Node, scope: Scope, nesting: number): Known | undefined {
    if (nesting >= MAX_NESTING) return undefined;
    if (node.type === 'Identifier') return this.itemOfList(scope.lookup(node.name), nesting);
    if (node.type === 'MemberExpression' && node.computed) return this.anyOf(node.object, scope, nesting);
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
    const { object, property, computed } = node.callee;
    const [first] = node.arguments;
    const name = keyName({ key: property, computed });
    if (first === undefined) return undefined;
    if (name === 'values' && object.type === 'Identifier' && object.name === 'Object') {
      return this.anyOf(first, scope, nesting);
    }
    if (name !== 'map') return undefined;
    const returned = this.resolver
      .valuesOf(first, scope)
      .flatMap((value) => (value instanceof FunctionValue ? value.returns : []));
    const known = returned
      .slice(0, MAX_ITEMS)
      .map(({ expression, scope: inner }) => this.read(expression, inner, nesting + 1));
    const items = known.flat().filter((item) => item !== '?');
    return items.length === 0 ? undefined : items.slice(0, MAX_ITEMS);
  }

  /** What a variable holds that is given the items of a list one by one, by a loop or by a method of the list. */
  private itemOfList(binding: Binding | undefined, nesting: number): Known | undefined {
    const items = listsOf(binding, this.resolver).flatMap(({ node, scope, path }) => {
      const list = this.listOf(node, scope, nesting + 1);
      return list.map((item) => path.reduce<Known | undefined>(partOf, item));
    });
    const known = items.flat().filter((item) => item !== undefined && item !== '?');
    return known.length === 0 ? undefined : (known.slice(0, MAX_ITEMS) as Known[]);
  }

  /** The items of a list; also of `Object.entries(TABLE)`. */
  private listOf(node: t.Node, scope: Scope, nesting: number): Known[] {
    const table = tableOfEntries(node);
    if (table === undefined) {
      const list = this.read(node, scope, nesting);
      return Array.isArray(list) ? list : [];
    }
    const known = this.read(table, scope, nesting);
    return typeof known === 'object' && known !== null ? Object.entries(known) : [];
  }

  /** The constants that are values of an object, where all of its values are constants. */
  private anyOf(object: t.Node, scope: Scope, nesting: number): Known | undefined {
    const tables = this.resolver.valuesOf(object, scope);
    if (tables.length === 0) return undefined;
    const items = tables.flatMap((table) => {
      const known = this.constant(table, nesting);
      return typeof known === 'object' && known !== null ? Object.values(known) : ['?'];
    });
    const isPlain = items.length > 0 && items.every((item) => typeof item === 'string' && item !== '?');
    return isPlain ? [...new Set(items)].slice(0, MAX_ITEMS) : undefined;
  }

  private constant(value: Value, nesting: number): Known {
    if (typeof value === 'string') return value.slice(0, MAX_STRING);
    if (typeof value !== 'object' || value === null) return value;
    if (!(value instanceof LiteralValue) || nesting >= MAX_NESTING) return '?';
    const { node, scope } = value;
    if (node.type === 'ArrayExpression') {
      const elements = node.elements.slice(0, MAX_ITEMS);
      return elements
        .flatMap((element) => (element === null ? [null] : this.item(element, scope, nesting + 1)))
        .slice(0, MAX_ITEMS);
    }
    // A map first: of a key that stands twice the last one counts.
    const entries = new Map<string, Known>();
    for (const property of node.properties.slice(0, MAX_ITEMS)) {
      if (property.type === 'SpreadElement') continue;
      const name = keyName(property);
      if (name === null) continue;
      entries.set(name, property.type === 'ObjectProperty' ? this.read(property.value, scope, nesting + 1) : '?');
    }
    return Object.fromEntries(sortedEntries(Object.fromEntries(entries)));
  }
}

/** A list, and where in each of its items something stands. */
interface ListPlace {
  node: t.Node;
  scope: Scope;
  path: readonly (string | null)[];
}

/** The lists whose items a variable is given, or a part of each. */
function listsOf(binding: Binding | undefined, resolver: Resolver): ListPlace[] {
  const { parameter, sources } = binding ?? { parameter: null, sources: [] };
  if (parameter !== null) {
    const list = parameter.index === 0 ? resolver.listCallbacks.of(parameter.of) : undefined;
    return list === undefined ? [] : [{ ...list, path: parameter.path }];
  }
  return sources.flatMap((source): ListPlace[] => {
    if (source.kind !== 'expression' || source.path[0] !== null) return [];
    return [{ node: source.expression, scope: source.scope, path: source.path.slice(1) }];
  });
}

function partOf(whole: Known | undefined, name: string | null): Known | undefined {
  if (typeof whole !== 'object' || whole === null || name === null) return undefined;
  return Object.hasOwn(whole, name) ? (whole as { [key: string]: Known })[name] : undefined;
}

/** `TABLE` of `Object.entries(TABLE)`. */
function tableOfEntries(node: t.Node): t.Node | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node.callee;
  const isEntries =
    object.type === 'Identifier' && object.name === 'Object' && keyName({ key: property, computed }) === 'entries';
  return isEntries ? node.arguments[0] : undefined;
}

function isUndefined(node: t.Node, scope: Scope): boolean {
  if (node.type === 'UnaryExpression') return node.operator === 'void';
  return node.type === 'Identifier' && node.name === 'undefined' && scope.lookup('undefined') === undefined;
}

function sortedEntries(object: { [key: string]: Known }): [string, Known][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}
