import type * as t from '@babel/types';
import { ApiNode } from '../apis/api-node.ts';
import { isGlobalObjectName, moduleOf, type ScriptWatch } from '../apis/watch.ts';
import type { BoundScript, MemberWrite } from '../binding/bound-script.ts';
import { loadsPlugin } from '../binding/require-call.ts';
import type { Binding, Scope, Source } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { type ClassValue, type FunctionValue, LiteralValue, NO_VALUES, type Value } from '../binding/value.ts';
import { ScriptProgram } from '../source/script-program.ts';
import { AngularServices } from './angular-services.ts';
import { appObjects } from './app-object.ts';
import { resultOfCall } from './call-result.ts';
import { type CallNode, CallSites } from './call-sites.ts';
import { ComponentLinks } from './component-links.ts';
import { joinedTexts, templateTexts, unaryValue } from './constant-value.ts';
import { DeclaredTypes } from './declared-types.ts';
import { FilledLists } from './filled-lists.ts';
import { ForwardedCalls } from './forwarded-calls.ts';
import { GlobalMixins } from './global-mixins.ts';
import { Handovers } from './handovers.ts';
import { HookStates } from './hook-states.ts';
import { InjectedNames } from './injected-names.ts';
import { ListCallbacks } from './list-callbacks.ts';
import { elementsOf } from './list-elements.ts';
import { memberValues } from './member-values.ts';
import { propertyOf } from './property-of.ts';
import { serviceNamed } from './service-names.ts';

/** Nesting of expressions and bindings that is followed; deeper ones are taken as not known. */
const MAX_DEPTH = 160;
/** Expressions looked at for one question, so that no shape of code makes the work explode. */
const MAX_STEPS = 20_000;
/** Values kept of one expression. */
export const MAX_VALUES = 8;

/** Works out what expressions of a program stand for: APIs, constants, literals, code of the app's own. */
export class Resolver {
  private steps = 0;
  private depth = 0;
  private readonly literals = new Map<t.Node, LiteralValue>();
  private readonly functions = new Map<t.Node, FunctionValue>();
  private readonly classes = new Map<t.Node, ClassValue>();
  private readonly returned = new Map<FunctionValue, readonly Value[] | 'pending'>();
  private readonly faces = new Map<t.Node, string>();
  /** Calls that make a class of a function -> the function. */
  readonly madeBy = new Map<t.Node, FunctionValue>();
  private readonly written = new Map<MemberWrite, readonly Value[] | 'pending'>();
  /** How often the limits cut something off, so that what came of it is not kept. */
  private cuts = 0;
  /** How often something was asked for that was being worked out, so that what came of it is kept for one question only. */
  private circles = 0;
  private readonly openSources = new Set<Source>();
  /** What properties of objects are, as far as one question has found out. */
  private readonly propertiesOfQuestion = new Map<Value, Map<string, readonly Value[] | 'pending'>>();
  private readonly settledSources = new Map<Source, readonly Value[]>();
  private readonly sourcesOfQuestion = new Map<Source, readonly Value[]>();
  private appValues: readonly Value[] | null = null;
  readonly callSites: CallSites;
  private readonly forwarded: ForwardedCalls;
  readonly handovers: Handovers;
  readonly filled: FilledLists;
  readonly globalMixins: GlobalMixins;
  readonly componentLinks = new ComponentLinks(this);
  private readonly services: AngularServices;
  readonly types = new DeclaredTypes(this);
  readonly listCallbacks = new ListCallbacks(this);
  private readonly injectedNames = new InjectedNames(this);
  readonly hookStates = new HookStates(this);

  constructor(
    readonly watch: ScriptWatch,
    readonly program: ScriptProgram,
  ) {
    for (const { functions, classes, literals, faces, classCalls } of program.scripts) {
      for (const [node, value] of classCalls) this.madeBy.set(node, value);
      for (const [node, name] of faces) this.faces.set(node, name);
      for (const [node, value] of functions) this.functions.set(node, value);
      for (const [node, value] of classes) this.classes.set(node, value);
      for (const [node, value] of literals) this.literals.set(node, value);
    }
    this.globalMixins = new GlobalMixins(this, program.scripts);
    this.services = new AngularServices(program.scripts);
    this.filled = new FilledLists(program.scripts);
    this.callSites = new CallSites(program.scripts, (expression, scope) => this.calledValues(expression, scope));
    this.forwarded = new ForwardedCalls(this.callSites);
    this.handovers = new Handovers(this);
    this.handovers.find(program.scripts);
  }

  /** How often something was not followed to its end, because it leads through more than is followed. */
  get timesCut(): number {
    return this.cuts;
  }

  /** What `getApp()` gives. */
  apps(): readonly Value[] {
    if (this.appValues === null) {
      // Asked again while it is being worked out, there is none.
      this.appValues = NO_VALUES;
      this.appValues = appObjects(this);
    }
    return this.appValues;
  }

  /** A resolver for one script that sees no others. */
  static ofOne(watch: ScriptWatch, script: BoundScript): Resolver {
    return new Resolver(watch, new ScriptProgram([script], () => []));
  }

  /** Every value that the expression is known to have; the order of execution is not looked at. */
  valuesOf(expression: t.Node, scope: Scope): readonly Value[] {
    return this.limited(() => this.evaluate(expression, scope));
  }

  /** What a call calls: a module that is loaded as a whole stands for what it exports so. */
  calledValues(callee: t.Node, scope: Scope): readonly Value[] {
    const values = this.valuesOf(callee, scope);
    if (!values.some((value) => value instanceof ScriptModule)) return values;
    return values.flatMap((value) =>
      value instanceof ScriptModule ? this.propertyOfAll([value], 'default') : [value],
    );
  }

  limited(work: () => readonly Value[]): readonly Value[] {
    if (this.depth === 0) this.start();
    if (this.depth >= MAX_DEPTH || this.steps >= MAX_STEPS) {
      this.cuts++;
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

  /** The objects that an assignment to a property may be about. */
  writtenObject(write: MemberWrite): readonly Value[] {
    const known = this.written.get(write);
    if (known === 'pending') this.circles++;
    if (known !== undefined) return known === 'pending' ? NO_VALUES : known;
    // Asked again while it is being worked out, it is about nothing yet.
    this.written.set(write, 'pending');
    const { cuts } = this;
    const values = this.valuesOf(write.object, write.scope);
    if (this.cuts === cuts) this.written.set(write, values);
    else this.written.delete(write);
    return values;
  }

  valuesOfBinding(binding: Binding): readonly Value[] {
    if (binding.values === 'pending') {
      this.circles++;
      return binding.global ? this.globalNamed(binding.name) : NO_VALUES;
    }
    if (binding.values !== null) return binding.values;
    if (binding.role !== null) return this.valuesOfRole(binding);
    if (binding.sources.length === 0 && binding.parameter === null) {
      binding.values = NO_VALUES;
      return NO_VALUES;
    }
    if (this.depth === 0) this.start();
    binding.values = 'pending';
    let values = this.valuesOfSources(binding.sources);
    const held = this.hookStates.heldBy(binding);
    if (held.length > 0) values = union(held, values);
    if (binding.parameter !== null) {
      values = union(
        values,
        this.limited(() => this.valuesOfArguments(binding)),
      );
      const { of, index, path } = binding.parameter;
      const name = (path.length === 0 ? this.injectedNames.of(of, index) : undefined) ?? binding.name;
      if (values.length === 0) values = serviceNamed(name, this.watch);
      if (values.length === 0) values = this.services.named(name, this);
    }
    binding.values = values;
    return values;
  }

  /** What the calls that are known give to a parameter. */
  private valuesOfArguments({ parameter }: Binding): readonly Value[] {
    if (parameter === null) return NO_VALUES;
    const { handovers } = this;
    let values =
      parameter.index === 0
        ? union(handovers.states.givenTo(parameter.of), handovers.propsOf(parameter.of))
        : NO_VALUES;
    for (const name of values.length > 0 ? parameter.path : []) {
      values = name === null ? NO_VALUES : this.propertyOfAll(values, name);
    }
    const list = parameter.index === 0 ? this.listCallbacks.standingAt(parameter.of) : undefined;
    if (list !== undefined) {
      values = union(values, this.below(elementsOf(this, list.node, list.scope), parameter.path));
    }
    const callees = [parameter.of, ...this.forwarded.to(parameter.of)];
    for (const { given, scope } of callees.flatMap((callee) => this.callSites.of(callee))) {
      const argument = given[parameter.index];
      if (argument === undefined || given.some((each) => each?.type === 'SpreadElement')) continue;
      values = union(
        values,
        this.valuesOfSource({ kind: 'expression', expression: argument, scope, path: parameter.path }),
      );
    }
    return values;
  }

  private valuesOfRole({ role }: Binding): readonly Value[] {
    if (role?.kind === 'global') return [this.watch.globals];
    return role?.kind === 'exports' ? [role.module] : NO_VALUES;
  }

  private start(): void {
    this.steps = 0;
    this.sourcesOfQuestion.clear();
    this.propertiesOfQuestion.clear();
  }

  /** Whether `require` here is the loader: the free one, or the one that a bundler hands to a module; of a page its window's. */
  loadsModules(call: t.CallExpression | t.OptionalCallExpression, scope: Scope): boolean {
    const { callee } = call;
    if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier') {
      const { name } = callee.object;
      if (loadsPlugin(callee)) return true;
      return name === 'remote' || name === 'module' || scope.lookup(name) === undefined;
    }
    if (callee.type !== 'Identifier') return true;
    const binding = scope.lookup(callee.name);
    return binding === undefined || binding.kind === 'parameter';
  }

  /** What an import names: a module that a signature knows, else files of the build, else somebody else's module. */
  moduleNamed(specifier: string, from: ScriptModule | null): readonly Value[] {
    const known = this.watch.modules.get(specifier);
    if (known !== undefined) return [known];
    const own = from === null ? [] : this.program.link(specifier, from);
    return own.length > 0 ? own : [moduleOf(this.watch, specifier)];
  }

  valuesOfSources(sources: readonly Source[]): readonly Value[] {
    let values: readonly Value[] = NO_VALUES;
    for (const source of sources) values = union(values, this.valuesOfSource(source));
    return values;
  }

  private valuesOfSource(source: Source): readonly Value[] {
    if (source.kind === 'value') return [source.value];
    const known = this.settledSources.get(source) ?? this.sourcesOfQuestion.get(source);
    if (known !== undefined) return known;
    // `this.name = this.name.trim()` would go round and round.
    if (this.openSources.has(source)) {
      this.circles++;
      return NO_VALUES;
    }
    const { lacks } = this;
    this.openSources.add(source);
    const values = this.workedOut(source);
    this.openSources.delete(source);
    if (this.lacks === lacks) this.settledSources.set(source, values);
    else this.sourcesOfQuestion.set(source, values);
    return values;
  }

  /** How often a part of an answer was left out. */
  private get lacks(): number {
    return this.cuts + this.circles + this.callSites.circles;
  }

  private workedOut(source: Exclude<Source, { kind: 'value' }>): readonly Value[] {
    switch (source.kind) {
      case 'type':
        return this.below(this.types.heldBy(source.annotation, source.scope), source.path);
      case 'import': {
        const modules = this.moduleNamed(source.specifier, source.module);
        return source.name === null ? modules : this.propertyOfAll(modules, source.name);
      }
      case 'callback':
      case 'expression': {
        if (source.kind === 'expression' && source.path[0] === null) {
          return this.below(elementsOf(this, source.expression, source.scope), source.path.slice(1));
        }
        const values =
          source.kind === 'callback'
            ? this.handedOver(source.call as CallNode, source.scope)
            : this.valuesOf(source.expression, source.scope);
        return this.below(values, source.path);
      }
    }
  }

  /** What is found at the end of a way of properties. */
  private below(found: readonly Value[], path: readonly (string | null)[]): readonly Value[] {
    let values = found;
    for (const name of path) {
      if (name === null || values.length === 0) return NO_VALUES;
      values = this.propertyOfAll(values, name);
    }
    return values;
  }

  /** What a call of somebody else's function hands to a callback: what it would give itself. */
  private handedOver({ callee }: CallNode, scope: Scope): readonly Value[] {
    return this.valuesOf(callee, scope).flatMap((value) =>
      value instanceof ApiNode ? only(value.children.get('()')) : [],
    );
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
        return [this.literal(node, scope)];
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ObjectMethod':
        return only(this.functions.get(node));
      case 'ClassMethod':
      case 'ClassPrivateMethod':
        return this.returnsOf(node);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return only(this.classes.get(node));
      case 'ThisExpression':
        return only(scope.enclosingSelf());
      case 'MemberExpression':
      case 'OptionalMemberExpression':
      case 'JSXMemberExpression':
        return memberValues(this, node, scope);
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        return resultOfCall(this, node, scope);
      case 'TSAsExpression':
      case 'TSTypeAssertion': {
        const values = this.valuesOf(node.expression, scope);
        return values.length > 0 ? values : this.types.heldBy(node.typeAnnotation, scope);
      }
      case 'ParenthesizedExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
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
        return node.operator === '+' ? joinedTexts(this, [node.left, node.right], scope) : NO_VALUES;
      case 'TemplateLiteral':
        return templateTexts(this, node, scope);
      case 'UnaryExpression':
        return unaryValue(this, node, scope);
      default:
        return NO_VALUES;
    }
  }

  named(name: string, scope: Scope): readonly Value[] {
    const binding = scope.lookup(name);
    return binding === undefined ? this.globalNamed(name) : this.valuesOfBinding(binding);
  }

  globalNamed(name: string): readonly Value[] {
    if (isGlobalObjectName(name)) return [this.watch.globals];
    const known = this.watch.globals.property(name);
    if (known !== undefined) return [known];
    if (name === 'NativeModules' || name === 'nativeModuleProxy') return [this.watch.nativeModules];
    return this.limited(() => this.ownGlobal(name));
  }

  /** What scripts of the same page declare at their top, or hang on the global object. */
  private ownGlobal(name: string): readonly Value[] {
    let values: readonly Value[] = NO_VALUES;
    for (const binding of this.program.globalsNamed(name)) {
      if (binding.values !== 'pending') values = union(values, this.valuesOfBinding(binding));
    }
    for (const { object, scope, source } of this.program.writesTo(name)) {
      const isGlobal =
        object.type === 'Identifier' && isGlobalObjectName(object.name) && scope.lookup(object.name) === undefined;
      if (isGlobal) values = union(values, this.valuesOfSource(source));
    }
    return values;
  }

  private literal(node: t.ObjectExpression | t.ArrayExpression, scope: Scope): LiteralValue {
    let value = this.literals.get(node);
    if (value === undefined) {
      value = new LiteralValue(node, scope);
      this.literals.set(node, value);
    }
    return value;
  }

  /** The package that an object literal inside a bundle is the face of. */
  faceOf({ node }: LiteralValue): ApiNode | undefined {
    const name = this.faces.get(node);
    return name === undefined ? undefined : this.watch.modules.get(name);
  }

  /** What a function can return. */
  returnsOf(node: t.Node): readonly Value[] {
    const callee = this.functions.get(node);
    if (callee === undefined) return NO_VALUES;
    const known = this.returned.get(callee);
    if (known === 'pending') this.circles++;
    if (known !== undefined) return known === 'pending' ? NO_VALUES : known;
    // Asked again while it is being worked out, a function returns nothing yet.
    this.returned.set(callee, 'pending');
    if (this.depth === 0) this.start();
    let values: readonly Value[] = NO_VALUES;
    for (const { expression, scope } of callee.returns.slice(0, MAX_VALUES)) {
      values = union(values, this.valuesOf(expression, scope));
    }
    this.returned.set(callee, values);
    return values;
  }

  propertyOfAll(objects: readonly Value[], name: string): readonly Value[] {
    let values: readonly Value[] = NO_VALUES;
    for (const object of objects) {
      values = union(
        values,
        object instanceof ApiNode ? propertyOf(this, object, name) : this.propertyOfOwn(object, name),
      );
    }
    return values;
  }

  private propertyOfOwn(object: Value, name: string): readonly Value[] {
    const known = this.propertiesOfQuestion.get(object)?.get(name);
    // `x = { ...x }`: a state is made of the one before, which has what whoever asks first finds out.
    if (known === 'pending') this.circles++;
    if (known !== undefined) return known === 'pending' ? NO_VALUES : known;
    return this.limited(() => {
      const names = this.propertiesOfQuestion.get(object) ?? new Map<string, readonly Value[] | 'pending'>();
      this.propertiesOfQuestion.set(object, names);
      names.set(name, 'pending');
      const values = propertyOf(this, object, name);
      names.set(name, values);
      return values;
    });
  }
}

export function only(value: Value | undefined): readonly Value[] {
  return value === undefined ? NO_VALUES : [value];
}

export function union(a: readonly Value[], b: readonly Value[]): readonly Value[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const result = [...a];
  for (const value of b) if (!result.includes(value) && result.length < MAX_VALUES) result.push(value);
  return result;
}
