import type * as t from '@babel/types';
import { packageInPath } from '../apis/watch.ts';
import { dropArgumentHoles } from '../syntax/argument-holes.ts';
import { isFunctionNode, wrappedFunction } from '../syntax/function-nodes.ts';
import { keyName, patternTargets } from '../syntax/pattern.ts';
import { unfoldStateMachine } from '../syntax/state-machine.ts';
import { VISITOR_KEYS } from '../syntax/visitor-keys.ts';
import { type BoundScript, emptyScript, type Sites } from './bound-script.ts';
import { BundledModules } from './bundled-modules.ts';
import { declareMembers, declareParameterField, enumObject, fieldScope } from './class-members.ts';
import { type Construction, findConstructorFunctions, type HelperCall, mayMakeClass } from './constructor-functions.ts';
import { DeclaredNames } from './declared-names.ts';
import { evaluatedCode } from './evaluated-code.ts';
import { GivenArguments } from './given-arguments.ts';
import { ModuleDeclarations } from './module-declarations.ts';
import { nameLoaders } from './module-loaders.ts';
import {
  factoriesOfCall,
  factoriesOfObject,
  factoryOfHelper,
  rolesOfHelper,
  rolesOfInlined,
  startedModule,
} from './module-table.ts';
import { namesPackage } from './package-message.ts';
import { type Assignment, recordAssignment } from './record-assignment.ts';
import { mayExport, recordHelperCall } from './record-exports.ts';
import { requireSpecifier } from './require-call.ts';
import { blockScope, type RoleKind, Scope, type Source } from './scope.ts';
import { ScriptModule } from './script-module.ts';
import { classAround, selfIn } from './self-value.ts';
import { ClassValue, type LiteralValue } from './value.ts';

/**
 * Walks a program once, in a loop, and resolves no names yet: a use can stand before its declaration.
 * @param file path inside the build, where its modules say they are
 */
export function bindScript(program: t.Program, memberNames: ReadonlySet<string>, file = ''): BoundScript {
  return new Binder(memberNames, file).run(program);
}

/** A template without expressions is a text like any other: minifiers write all of them so. */
function plainText(node: t.TemplateLiteral, parent: t.Node | undefined): void {
  const cooked = node.quasis[0]?.value.cooked;
  if (node.expressions.length > 0 || typeof cooked !== 'string' || parent?.type === 'TaggedTemplateExpression') return;
  Object.assign(node, { type: 'StringLiteral', value: cooked });
}

/** How the names of Android's content providers begin. */

const ADDRESS = /^(?:content|https?):\/\//;

class Binder {
  private readonly program = new Scope(null, true);
  private readonly literals = new Map<t.Node, LiteralValue>();
  private readonly result: BoundScript;
  private readonly openNodes: t.Node[] = [];
  private readonly openParents: number[] = [];
  private readonly openScopes: Scope[] = [];
  private readonly assignments: Assignment[] = [];
  private readonly declarations: ModuleDeclarations;
  private readonly names: DeclaredNames;
  private readonly given: GivenArguments;
  private readonly modules: BundledModules;
  /** Variables that hold a bundler's helper for modules of CommonJS, with what it gives these. */
  private readonly commonJsHelpers = new Map<string, readonly RoleKind[]>();
  private readonly helperCalls: HelperCall[] = [];
  private readonly classCalls: HelperCall[] = [];
  private readonly constructions: Construction[] = [];

  constructor(memberNames: ReadonlySet<string>, file: string) {
    const module = new ScriptModule(file);
    module.packageName = packageInPath(file);
    this.program.module = module;
    this.result = emptyScript(module, this.program, this.literals);
    this.names = new DeclaredNames(this.result, this.program, memberNames);
    this.given = new GivenArguments(memberNames);
    this.modules = new BundledModules(file, this.result.bundled);
    this.declarations = new ModuleDeclarations(
      module,
      (node) => this.names.functionOf(node),
      (name, scope) => this.names.declare(name, 'import', scope),
    );
    this.result.imports = this.declarations.imports;
  }

  run(program: t.Program): BoundScript {
    const { nodes, parents } = this.result;
    this.push(program, -1, this.program);
    for (let node = this.openNodes.pop(); node !== undefined; node = this.openNodes.pop()) {
      const parent = this.openParents.pop() as number;
      const scope = this.openScopes.pop() as Scope;
      const index = nodes.length;
      nodes.push(node);
      parents.push(parent);
      this.visit(node, index, scope);
    }
    const record = (assignments: readonly Assignment[]): void => {
      for (const assignment of assignments) {
        recordAssignment(assignment, this.result, (name) => this.names.declare(name, 'variable', this.program, true));
      }
    };
    // What variables hold tells which functions are classes, and these what `this` is.
    record(this.assignments.filter(({ target }) => target.type === 'Identifier'));
    findConstructorFunctions(this.result, this.classCalls, this.assignments, this.constructions);
    nameLoaders(this.result);
    record(this.assignments.filter(({ target }) => target.type !== 'Identifier'));
    this.declarations.finish();
    for (const { node: call, scope } of this.helperCalls) {
      for (const write of recordHelperCall(call, scope, this.result.functions)) this.result.memberWrites.push(write);
    }
    return this.result;
  }

  private push(node: t.Node | null | undefined, parent: number, scope: Scope): void {
    if (node === null || node === undefined) return;
    if (node.type === 'TemplateLiteral') plainText(node, this.result.nodes[parent]);
    this.openNodes.push(node);
    this.openParents.push(parent);
    this.openScopes.push(scope);
  }

  private pushAll(nodes: readonly (t.Node | null)[] | null | undefined, parent: number, scope: Scope): void {
    if (nodes === null || nodes === undefined) return;
    for (let at = nodes.length - 1; at >= 0; at--) this.push(nodes[at], parent, scope);
  }

  private pushKeys(node: t.Node, index: number, scope: Scope): void {
    const keys = VISITOR_KEYS[node.type];
    if (keys === undefined) return;
    for (let at = keys.length - 1; at >= 0; at--) {
      const child = (node as unknown as Record<string, t.Node | t.Node[] | null | undefined>)[keys[at] as string];
      if (Array.isArray(child)) this.pushAll(child, index, scope);
      else this.push(child, index, scope);
    }
  }

  private visit(node: t.Node, index: number, scope: Scope): void {
    if (node.type === 'TemplateLiteral' && ADDRESS.test(node.quasis[0]?.value.cooked ?? ''))
      this.site(this.result.addresses, index, scope);
    switch (node.type) {
      case 'Identifier':
        this.site(this.result.identifiers, index, scope);
        return;
      case 'StringLiteral':
        if (ADDRESS.test(node.value)) this.site(this.result.addresses, index, scope);
        else if (namesPackage(node.value)) this.site(this.result.namingTexts, index, scope);
        return;
      case 'JSXIdentifier':
        this.result.hasElements = true;
        // Lower-case names are the platform's own elements, not bindings.
        if (!/^[a-z]/.test(node.name)) this.site(this.result.identifiers, index, scope);
        return;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (node.computed) this.push(node.property, index, scope);
        this.site(this.result.members, index, scope);
        this.push(node.object, index, scope);
        return;
      case 'JSXMemberExpression':
        this.result.hasElements = true;
        this.site(this.result.members, index, scope);
        this.push(node.object, index, scope);
        return;
      case 'JSXAttribute':
        if (asksPlatform(node)) this.site(this.result.openTypes, index, scope);
        this.push(node.value, index, scope);
        return;
      case 'NewExpression':
        dropArgumentHoles(node);
        this.site(node.arguments.length > 0 ? this.result.calls : this.result.bareCalls, index, scope);
        if (node.callee.type === 'Identifier') this.constructions.push({ callee: node.callee, scope });
        this.pushKeys(node, index, scope);
        return;
      case 'ReturnStatement':
        if (node.argument) scope.varScope().function?.addReturn({ expression: node.argument, scope });
        this.push(node.argument, index, scope);
        return;
      case 'ObjectExpression':
        this.modules.declare(factoriesOfObject(node));
        this.pushAll(node.properties, index, scope);
        return;
      case 'CallExpression':
      case 'OptionalCallExpression':
        this.visitCall(node, index, scope);
        return;
      case 'ObjectProperty':
      case 'ClassProperty':
      case 'ClassPrivateProperty':
      case 'ClassAccessorProperty':
        if (node.type !== 'ClassPrivateProperty' && 'computed' in node && node.computed === true) {
          this.push(node.key, index, scope);
        }
        if ('decorators' in node) this.pushAll(node.decorators, index, scope);
        if (node.type === 'ObjectProperty') this.visitProperty(node, index, scope);
        else this.visitField(node, index, scope);
        return;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ObjectMethod':
      case 'ClassMethod':
      case 'ClassPrivateMethod':
        this.visitFunction(node, index, scope);
        return;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.visitClass(node, index, scope);
        return;
      case 'VariableDeclaration':
        if (node.declare !== true) this.visitVariables(node, index, scope);
        return;
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier') {
          const roles = rolesOfHelper(node.init);
          if (roles !== undefined) this.commonJsHelpers.set(node.id.name, roles);
        }
        this.push(node.init, index, scope);
        return;
      case 'AssignmentExpression':
        this.visitAssignment(node, index, scope);
        return;
      case 'BlockStatement':
      case 'StaticBlock':
        this.pushAll(node.body, index, blockScope(node.body, scope, node.type === 'StaticBlock'));
        return;
      case 'SwitchStatement': {
        const inner = blockScope(
          node.cases.flatMap((choice) => choice.consequent),
          scope,
          false,
        );
        this.pushAll(node.cases, index, inner);
        this.push(node.discriminant, index, scope);
        return;
      }
      case 'ForStatement': {
        const inner = new Scope(scope, false);
        for (const part of [node.body, node.update, node.test, node.init]) this.push(part, index, inner);
        return;
      }
      case 'ForInStatement':
      case 'ForOfStatement':
        this.visitForEach(node, index, scope);
        return;
      case 'CatchClause': {
        const inner = new Scope(scope, false);
        if (node.param)
          this.pushAll(this.names.declarePattern(node.param, inner, inner, 'variable', null), index, inner);
        this.push(node.body, index, inner);
        return;
      }
      case 'ExportDefaultDeclaration':
        this.declarations.exportDefault(node, scope);
        this.push(node.declaration, index, scope);
        return;
      case 'TSExportAssignment':
        this.result.module.whole.push({ kind: 'expression', expression: node.expression, scope, path: [] });
        this.push(node.expression, index, scope);
        return;
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'TSImportEqualsDeclaration':
        this.pushAll(
          this.declarations.declare(node, scope).map((child) => child ?? null),
          index,
          scope,
        );
        return;
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        this.declarations.declareType(node, scope);
        return;
      case 'TSEnumDeclaration':
        if (node.declare === true) return;
        this.visitEnum(node, index, scope);
        return;
      case 'TSModuleDeclaration':
        if (node.declare === true || node.id.type !== 'Identifier') return;
        this.names.declare(node.id.name, 'variable', scope);
        this.push(node.body, index, new Scope(scope, true));
        return;
      default:
        this.pushKeys(node, index, scope);
        return;
    }
  }

  private site(sites: Sites, index: number, scope: Scope): void {
    sites.at.push(index);
    sites.scopes.push(scope);
  }

  private visitVariables(node: t.VariableDeclaration, index: number, scope: Scope): void {
    const home = node.kind === 'var' ? scope.varScope() : scope;
    for (const { id, init } of node.declarations) {
      this.pushAll(this.names.declarePattern(id, home, scope, 'variable', init ?? null), index, home);
    }
    this.pushAll(node.declarations, index, scope);
  }

  private visitForEach(node: t.ForInStatement | t.ForOfStatement, index: number, scope: Scope): void {
    const inner = new Scope(scope, false);
    this.push(node.body, index, inner);
    if (node.left.type === 'VariableDeclaration') {
      this.push(node.left, index, inner);
      const pattern = node.left.declarations[0]?.id;
      const home = node.left.kind === 'var' ? inner.varScope() : inner;
      if (node.type === 'ForOfStatement' && pattern !== undefined)
        this.names.declareElement(pattern, node.right, home, scope);
    }
    this.push(node.right, index, scope);
  }

  private visitAssignment(node: t.AssignmentExpression, index: number, scope: Scope): void {
    const { left, right, operator } = node;
    this.push(right, index, scope);
    if (operator === '=' || operator === '||=' || operator === '??=' || operator === '&&=') {
      const { targets, expressions } = patternTargets(left);
      for (const { target, path, fallback } of targets) {
        this.assignments.push({ target, source: { kind: 'expression', expression: right, scope, path }, scope });
        if (fallback === null) continue;
        const source: Source = { kind: 'expression', expression: fallback, scope, path: [] };
        this.assignments.push({ target, source, scope });
      }
      this.pushAll(expressions, index, scope);
    }
    // What is added to a text is part of it, and the whole is not known.
    if (operator === '+=') {
      this.assignments.push({
        target: left,
        source: { kind: 'expression', expression: right, scope, path: [null] },
        scope,
      });
    }
    // The object that is written to is read on the way.
    if (left.type === 'MemberExpression') this.push(left, index, scope);
  }

  private visitCall(node: t.CallExpression | t.OptionalCallExpression, index: number, scope: Scope): void {
    dropArgumentHoles(node);
    if (requireSpecifier(node) !== undefined) this.site(this.result.requires, index, scope);
    this.site(node.arguments.length > 0 ? this.result.calls : this.result.bareCalls, index, scope);
    if (node.type === 'CallExpression') {
      const { callee } = node;
      const roles = callee.type === 'Identifier' ? this.commonJsHelpers.get(callee.name) : rolesOfInlined(node);
      this.modules.declare(factoriesOfCall(node));
      if (roles !== undefined) this.modules.declare(factoryOfHelper(node, roles));
      const start = startedModule(node);
      if (start !== null) this.result.starts.push(start);
      if (mayExport(node)) this.helperCalls.push({ node, scope });
      if (mayMakeClass(node)) this.classCalls.push({ node, scope });
      this.push(evaluatedCode(node), index, scope);
    }
    this.given.note(node, scope);
    this.pushAll(node.arguments, index, scope);
    this.push(node.callee, index, scope);
  }

  private visitFunction(node: t.Function, index: number, scope: Scope): void {
    unfoldStateMachine(node);
    const inner = new Scope(scope, true);
    const value = this.names.functionOf(node);
    inner.function = value;
    value.inner = inner;
    inner.self = selfIn(node, index, scope, this.result);
    if ('id' in node && node.id) {
      const isDeclared = node.type === 'FunctionDeclaration';
      const binding = this.names.declare(
        node.id.name,
        'variable',
        isDeclared ? scope : inner,
        isDeclared && scope === this.program,
      );
      binding.give({ kind: 'value', value });
      value.addName(node.id.name);
      if (isDeclared) value.binding = binding;
    }
    if ('key' in node) {
      if ('computed' in node && node.computed) this.push(node.key, index, scope);
      this.pushAll(node.decorators, index, scope);
      const name = keyName({ key: node.key, computed: 'computed' in node ? node.computed : false });
      if (name !== null) value.addName(name);
    }
    if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') {
      value.addReturn({ expression: node.body, scope: inner });
    }
    this.push(node.body, index, inner);
    const bundled = this.modules.of(node);
    if (bundled !== undefined) inner.module = bundled.module;
    const given = this.given.values.get(node);
    for (const [at, parameter] of node.params.entries()) {
      const argument = given?.values[at] ?? null;
      const argumentScope = argument === null ? inner : (given?.scope ?? inner);
      const place = { of: value, index: at };
      const inPattern = this.names.declarePattern(parameter, inner, argumentScope, 'parameter', argument, place);
      this.pushAll(inPattern, index, inner);
      if (value.constructed !== null) declareParameterField(value.constructed, parameter, inner);
      if (at === 0) this.given.addHanded(node, parameter, inner);
      if ('decorators' in parameter) this.pushAll(parameter.decorators, index, scope);
      const role = bundled?.factory.roles[at];
      if (bundled === undefined || role === undefined || parameter.type !== 'Identifier') continue;
      const binding = inner.declare(parameter.name, 'parameter');
      binding.role = { kind: role, module: bundled.module };
      binding.parameter = null;
    }
  }

  private visitClass(node: t.Class, index: number, scope: Scope): void {
    if (node.type === 'ClassDeclaration' && node.declare === true) return;
    const inner = node.type === 'ClassExpression' ? new Scope(scope, false) : scope;
    const value = new ClassValue(node, inner);
    if (node.superClass) value.extended = { expression: node.superClass, scope: inner };
    this.result.classes.set(node, value);
    const binding = node.id ? this.names.declare(node.id.name, 'variable', inner) : null;
    binding?.give({ kind: 'value', value });
    declareMembers(value, node, binding, (method) => this.names.functionOf(method));
    this.push(node.body, index, inner);
    this.push(node.superClass, index, scope);
    this.pushAll(node.decorators, index, scope);
  }

  private visitProperty(node: t.ObjectProperty, index: number, scope: Scope): void {
    const method = isFunctionNode(node.value) ? node.value : wrappedFunction(node.value);
    const name = method === null ? null : keyName(node);
    if (name !== null && method !== null) this.names.functionOf(method).addName(name);
    this.push(node.value, index, scope);
  }

  /** The members of an enumeration are properties with constants. */
  private visitEnum(node: t.TSEnumDeclaration, index: number, scope: Scope): void {
    const members = node.body?.members ?? node.members;
    const expression = enumObject(members);
    const binding = this.names.declare(node.id.name, 'variable', scope);
    binding.give({ kind: 'expression', expression, scope, path: [] });
    this.pushAll(members, index, scope);
  }

  private visitField(
    node: t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty,
    index: number,
    scope: Scope,
  ): void {
    const owner = classAround(this.result, this.result.parents[index] ?? -1);
    this.push(node.value, index, owner === undefined ? scope : fieldScope(owner, node.static === true, scope));
  }
}

/** Kinds of fields that mini-programs fill in, or that are for one sort of data. */
const PLATFORM_FIELDS = new Set(['file', 'nickname', 'idcard']);

/** Attributes of Taro's components by which the platform is asked for something: `openType` of buttons, `type="file"`. */
function asksPlatform({ name, value }: t.JSXAttribute): boolean {
  if (name.name === 'openType' || name.name === 'open-type') return true;
  return name.name === 'type' && value?.type === 'StringLiteral' && PLATFORM_FIELDS.has(value.value);
}
