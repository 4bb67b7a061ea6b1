import type * as t from '@babel/types';
import { ApiNode, FOREIGN, NATIVE_GETTER } from './api-node.ts';
import { keyName } from './pattern.ts';
import { permissionConstant } from './permission-constant.ts';
import { isInteropHelper, requireSpecifier } from './require-call.ts';
import type { Binding, Scope, Source } from './scope.ts';
import { LiteralValue, NO_VALUES, type Value } from './value.ts';
import { isGlobalObjectName, moduleOf, type ScriptWatch } from './watch.ts';

/** Nesting of expressions and bindings that is followed; deeper ones are taken as not known. */
const MAX_DEPTH = 48;
/** Expressions looked at for one question, so that no shape of code makes the work explode. */
const MAX_STEPS = 4000;
/** Values kept of one expression. */
const MAX_VALUES = 8;
/** UTF-16 units of a string that is put together from constants. */
const MAX_STRING = 1000;

/** Works out what expressions of one script stand for: APIs, constants, literals. Bindings are worked out once. */
export class Resolver {
  private steps = 0;
  private depth = 0;
  /** Set when a limit was met: what was found until then is not kept for others. */
  private cut = false;

  constructor(private readonly watch: ScriptWatch) {}

  /** Every value that the expression is known to have; the order of execution is not looked at. */
  valuesOf(expression: t.Node, scope: Scope): readonly Value[] {
    return this.limited(() => this.evaluate(expression, scope));
  }

  private limited(work: () => readonly Value[]): readonly Value[] {
    if (this.depth === 0) this.start();
    if (this.depth >= MAX_DEPTH || this.steps >= MAX_STEPS) {
      this.cut = true;
      return NO_VALUES;
    }
    this.steps++;
    this.depth++;
    try {
      return work();
    } finally {
      this.depth--;
    }
  }

  valuesOfBinding(binding: Binding): readonly Value[] {
    if (binding.values === 'pending') return binding.global ? this.globalNamed(binding.name) : NO_VALUES;
    if (binding.values !== null) return binding.values;
    if (binding.sources.length === 0) {
      binding.values = NO_VALUES;
      return NO_VALUES;
    }
    if (this.depth === 0) this.start();
    binding.values = 'pending';
    let values: readonly Value[] = NO_VALUES;
    for (const source of binding.sources) values = union(values, this.valuesOfSource(source));
    binding.values = this.cut ? null : values;
    return values;
  }

  private start(): void {
    this.steps = 0;
    this.cut = false;
  }

  /** Whether `require` here is the loader: the free one, or the one that a bundler hands to a module. */
  loadsModules(call: t.CallExpression | t.OptionalCallExpression, scope: Scope): boolean {
    if (call.callee.type !== 'Identifier') return true;
    const binding = scope.lookup(call.callee.name);
    return binding === undefined || binding.kind === 'parameter';
  }

  private valuesOfSource(source: Source): readonly Value[] {
    if (source.kind === 'import') {
      const module = moduleOf(this.watch, source.specifier);
      return only(source.name === null ? module : module.property(source.name));
    }
    let values = this.valuesOf(source.expression, source.scope);
    for (const name of source.path) {
      if (name === null || values.length === 0) return NO_VALUES;
      values = this.propertyOfAll(values, name);
    }
    return values;
  }

  private evaluate(node: t.Node, scope: Scope): readonly Value[] {
    switch (node.type) {
      case 'Identifier':
      case 'JSXIdentifier':
        return this.named(node.name, scope);
      case 'StringLiteral':
      case 'NumericLiteral':
      case 'BooleanLiteral':
        return [node.value];
      case 'NullLiteral':
        return [null];
      case 'ObjectExpression':
      case 'ArrayExpression':
        return [new LiteralValue(node, scope)];
      case 'MemberExpression':
      case 'OptionalMemberExpression':
      case 'JSXMemberExpression':
        return this.member(node, scope);
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        return this.call(node, scope);
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'TypeCastExpression':
        return this.valuesOf(node.expression, scope);
      case 'AwaitExpression':
        return this.valuesOf(node.argument, scope);
      case 'AssignmentExpression':
        return this.valuesOf(node.right, scope);
      case 'SequenceExpression': {
        const last = node.expressions.at(-1);
        return last === undefined ? NO_VALUES : this.valuesOf(last, scope);
      }
      case 'ConditionalExpression':
        return union(this.valuesOf(node.consequent, scope), this.valuesOf(node.alternate, scope));
      case 'LogicalExpression': {
        const right = this.valuesOf(node.right, scope);
        return node.operator === '&&' ? right : union(this.valuesOf(node.left, scope), right);
      }
      case 'BinaryExpression':
        return node.operator === '+' ? this.joined([node.left, node.right], scope) : NO_VALUES;
      case 'TemplateLiteral':
        return this.template(node, scope);
      case 'UnaryExpression':
        return this.unary(node, scope);
      default:
        return NO_VALUES;
    }
  }

  private named(name: string, scope: Scope): readonly Value[] {
    const binding = scope.lookup(name);
    return binding === undefined ? this.globalNamed(name) : this.valuesOfBinding(binding);
  }

  private globalNamed(name: string): readonly Value[] {
    if (isGlobalObjectName(name)) return [this.watch.globals];
    const known = this.watch.globals.property(name);
    if (known !== undefined) return [known];
    return name === 'NativeModules' ? [this.watch.nativeModules] : NO_VALUES;
  }

  private member(
    node: t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression,
    scope: Scope,
  ): readonly Value[] {
    const names = this.propertyNames(node, scope);
    let values: readonly Value[] = NO_VALUES;
    const objects = this.valuesOf(node.object, scope);
    for (const name of names) {
      values = union(values, this.propertyOfAll(objects, name));
      values = union(values, this.assignedMember(node.object, name, scope));
      if (objects.length === 0) values = union(values, this.propertyOfUnknown(name));
    }
    if (values.length > 0 || node.type === 'JSXMemberExpression') return values;
    return only(permissionConstant(node));
  }

  /** The names that a member access can go by. */
  propertyNames(
    node: t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression,
    scope: Scope,
  ): readonly string[] {
    if (node.type === 'JSXMemberExpression') return [node.property.name];
    const name = keyName({ key: node.property, computed: node.computed });
    if (name !== null) return [name];
    if (!node.computed) return [];
    return this.valuesOf(node.property, scope).filter((value) => typeof value === 'string');
  }

  /** `shim.Geo`, where something was assigned to it. */
  private assignedMember(object: t.Node, name: string, scope: Scope): readonly Value[] {
    if (object.type !== 'Identifier') return NO_VALUES;
    const sources = scope.lookup(object.name)?.members?.get(name);
    if (sources === undefined || this.depth >= MAX_DEPTH) return NO_VALUES;
    let values: readonly Value[] = NO_VALUES;
    for (const source of sources.slice(0, MAX_VALUES)) values = union(values, this.valuesOfSource(source));
    return values;
  }

  /** Names that bundling keeps, on an object that is not known: `r(d[1]).NativeModules`. */
  private propertyOfUnknown(name: string): readonly Value[] {
    switch (name) {
      case 'NativeModules':
      case 'NativeModulesProxy':
        return [this.watch.nativeModules];
      case 'TurboModuleRegistry':
        return only(this.watch.modules.get('react-native')?.property(name));
      case 'requireNativeModule':
      case 'requireOptionalNativeModule':
        return [NATIVE_GETTER];
      default:
        return NO_VALUES;
    }
  }

  private propertyOfAll(objects: readonly Value[], name: string): readonly Value[] {
    let values: readonly Value[] = NO_VALUES;
    for (const object of objects) {
      if (object instanceof ApiNode) values = union(values, this.propertyOfApi(object, name));
      else if (object instanceof LiteralValue) {
        // `x = { ...x }` would never end.
        values = union(
          values,
          this.limited(() => this.propertyOfLiteral(object, name)),
        );
      }
    }
    return values;
  }

  private propertyOfApi(object: ApiNode, name: string): readonly Value[] {
    if (object.kind === 'global') return this.globalNamed(name);
    const property = object.property(name);
    return property === undefined ? NO_VALUES : [property];
  }

  private propertyOfLiteral({ node, scope }: LiteralValue, name: string): readonly Value[] {
    if (node.type === 'ArrayExpression') {
      const element = node.elements[Number(name)];
      return element === null || element === undefined ? NO_VALUES : this.valuesOf(element, scope);
    }
    let values: readonly Value[] = NO_VALUES;
    for (const property of node.properties) {
      if (property.type === 'SpreadElement') {
        values = union(values, this.propertyOfAll(this.valuesOf(property.argument, scope), name));
      } else if (property.type === 'ObjectProperty' && keyName(property) === name) {
        values = this.valuesOf(property.value, scope);
      }
    }
    return values;
  }

  private call(node: t.CallExpression | t.OptionalCallExpression | t.NewExpression, scope: Scope): readonly Value[] {
    const { callee } = node;
    const [first] = node.arguments;
    if (node.type !== 'NewExpression') {
      const specifier = requireSpecifier(node);
      if (specifier !== undefined) {
        return this.loadsModules(node, scope) ? [moduleOf(this.watch, specifier)] : NO_VALUES;
      }
      if (first !== undefined && this.returnsItsArgument(node, first, scope)) return this.valuesOf(first, scope);
      if (
        callee.type === 'MemberExpression' &&
        keyName({ key: callee.property, computed: callee.computed }) === 'bind'
      ) {
        return this.valuesOf(callee.object, scope);
      }
    } else if (callee.type === 'Identifier' && callee.name === 'Proxy' && first !== undefined) {
      return this.valuesOf(first, scope);
    }
    let values: readonly Value[] = NO_VALUES;
    for (const value of this.valuesOf(callee, scope)) {
      if (value instanceof ApiNode) values = union(values, this.result(value, node, scope));
    }
    return values.length === 0 ? this.nativeByName(callee, first, scope) : values;
  }

  private result(callee: ApiNode, node: t.CallExpression | t.OptionalCallExpression | t.NewExpression, scope: Scope) {
    if (callee.kind === 'foreign') return [FOREIGN];
    if (callee.kind === 'native-getter') return this.nativeModulesNamed(node.arguments[0], scope);
    const result = callee.children.get('()');
    if (result !== undefined) return [result];
    // Signatures list what instances have beside what the class has.
    return node.type === 'NewExpression' ? [callee] : NO_VALUES;
  }

  private nativeModulesNamed(argument: t.Node | undefined, scope: Scope): readonly Value[] {
    if (argument === undefined) return NO_VALUES;
    let values: readonly Value[] = NO_VALUES;
    for (const name of this.valuesOf(argument, scope)) {
      if (typeof name === 'string') values = union(values, only(this.watch.nativeModules.property(name)));
    }
    return values;
  }

  /** `requireNativeModule('X')`, imported from whichever of the Expo packages. */
  private nativeByName(callee: t.Node, argument: t.Node | undefined, scope: Scope): readonly Value[] {
    if (callee.type !== 'Identifier' || !/^require(?:Optional)?NativeModule$/.test(callee.name)) return NO_VALUES;
    const binding = scope.lookup(callee.name);
    return binding === undefined || binding.kind === 'import' ? this.nativeModulesNamed(argument, scope) : NO_VALUES;
  }

  /** Interop helpers by name or, where they are renamed, by what they are given: a module that was just loaded. */
  private returnsItsArgument(node: t.CallExpression | t.OptionalCallExpression, first: t.Node, scope: Scope): boolean {
    const { callee } = node;
    if (callee.type !== 'Identifier') return false;
    if (isInteropHelper(callee.name)) return true;
    if (callee.name === 'Object' && scope.lookup('Object') === undefined) return true;
    return first.type === 'CallExpression' && first.callee.type !== 'Import' && requireSpecifier(first) !== undefined;
  }

  /** Minifiers write `!0` for true. */
  private unary({ operator, argument }: t.UnaryExpression, scope: Scope): readonly Value[] {
    const values = this.valuesOf(argument, scope);
    const [value] = values;
    if (values.length !== 1 || value instanceof ApiNode || value instanceof LiteralValue) return NO_VALUES;
    if (operator === '!') return [!value];
    return operator === '-' && typeof value === 'number' ? [-value] : NO_VALUES;
  }

  private template(node: t.TemplateLiteral, scope: Scope): readonly Value[] {
    const parts: (t.Node | string)[] = [];
    for (const [at, quasi] of node.quasis.entries()) {
      parts.push(quasi.value.cooked ?? '');
      const expression = node.expressions[at];
      if (expression !== undefined) parts.push(expression);
    }
    return this.joined(parts, scope);
  }

  private joined(parts: readonly (t.Node | string)[], scope: Scope): readonly Value[] {
    let texts = [''];
    for (const part of parts) {
      const values = typeof part === 'string' ? [part] : this.valuesOf(part, scope);
      const next: string[] = [];
      for (const text of texts) {
        for (const value of values) {
          if (typeof value !== 'string' && typeof value !== 'number') return NO_VALUES;
          if (text.length + String(value).length > MAX_STRING) return NO_VALUES;
          next.push(text + value);
        }
      }
      if (next.length === 0 || next.length > MAX_VALUES) return NO_VALUES;
      texts = next;
    }
    return texts;
  }
}

function only(value: Value | undefined): readonly Value[] {
  return value === undefined ? NO_VALUES : [value];
}

function union(a: readonly Value[], b: readonly Value[]): readonly Value[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const result = [...a];
  for (const value of b) if (!result.includes(value) && result.length < MAX_VALUES) result.push(value);
  return result;
}
