import type * as t from '@babel/types';
import { immediateCall, thenOfImport } from './known-call.ts';
import { keyName, patternTargets } from './pattern.ts';
import { requireSpecifier } from './require-call.ts';
import { type Binding, type BindingKind, Scope, type Source } from './scope.ts';
import { VISITOR_KEYS } from './visitor-keys.ts';

/** Places in the tree, as two lists side by side: index into `nodes`, and the scope there. */
export interface Sites {
  at: number[];
  scopes: Scope[];
}

/** A syntax tree with parents, scopes and bindings, and the places that can matter. */
export interface BoundScript {
  nodes: t.Node[];
  /** Index of each node's parent, -1 for the root. */
  parents: number[];
  /** Identifiers that stand for a value, also as a JSX element's name. */
  identifiers: Sites;
  /** Accesses of a property by a watched name, or by one that is computed. */
  members: Sites;
  /** Calls that load a module by a constant name. */
  requires: Sites;
  /** Import and export declarations that name a module. */
  imports: { specifier: string; at: t.Node }[];
  bindings: Binding[];
  /** Properties with a watched name that destructuring takes out. */
  patternReads: { binding: Binding; key: t.Node }[];
}

/** Walks a program once, in a loop, and resolves no names yet: a use can stand before its declaration. */
export function bindScript(program: t.Program, memberNames: ReadonlySet<string>): BoundScript {
  return new Binder(memberNames).run(program);
}

class Binder {
  private readonly result: BoundScript = {
    nodes: [],
    parents: [],
    identifiers: { at: [], scopes: [] },
    members: { at: [], scopes: [] },
    requires: { at: [], scopes: [] },
    imports: [],
    bindings: [],
    patternReads: [],
  };
  private readonly program = new Scope(null, true);
  private readonly openNodes: t.Node[] = [];
  private readonly openParents: number[] = [];
  private readonly openScopes: Scope[] = [];
  private readonly assignments: { target: t.Node; source: Source; scope: Scope }[] = [];
  /** What the parameters of a function get, where the call is in sight. */
  private readonly parameterValues = new Map<t.Node, { values: t.Node[]; scope: Scope }>();

  constructor(private readonly memberNames: ReadonlySet<string>) {}

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
    for (const { target, source, scope } of this.assignments) this.assign(target, source, scope);
    return this.result;
  }

  private push(node: t.Node | null | undefined, parent: number, scope: Scope): void {
    if (node === null || node === undefined) return;
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
    switch (node.type) {
      case 'Identifier':
        this.site(this.result.identifiers, index, scope);
        return;
      case 'JSXIdentifier':
        // Lower-case names are the platform's own elements, not bindings.
        if (!/^[a-z]/.test(node.name)) this.site(this.result.identifiers, index, scope);
        return;
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (node.computed) this.push(node.property, index, scope);
        if (node.computed || (node.property.type === 'Identifier' && this.memberNames.has(node.property.name))) {
          this.site(this.result.members, index, scope);
        }
        this.push(node.object, index, scope);
        return;
      case 'JSXMemberExpression':
        if (this.memberNames.has(node.property.name)) this.site(this.result.members, index, scope);
        this.push(node.object, index, scope);
        return;
      case 'CallExpression':
      case 'OptionalCallExpression':
        this.visitCall(node, index, scope);
        return;
      case 'ObjectProperty':
      case 'ClassProperty':
      case 'ClassAccessorProperty':
        if (node.computed === true) this.push(node.key, index, scope);
        this.pushAll(node.decorators, index, scope);
        this.push(node.value, index, scope);
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
        this.push(node.init, index, scope);
        return;
      case 'AssignmentExpression':
        this.visitAssignment(node, index, scope);
        return;
      case 'BlockStatement':
      case 'StaticBlock':
        this.pushAll(node.body, index, this.blockScope(node.body, scope, node.type === 'StaticBlock'));
        return;
      case 'SwitchStatement': {
        const inner = this.blockScope(
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
        if (node.param) this.declarePattern(node.param, index, inner, inner, 'variable', null);
        this.push(node.body, index, inner);
        return;
      }
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'TSImportEqualsDeclaration':
        this.visitModuleDeclaration(node, index, scope);
        return;
      case 'TSEnumDeclaration':
        if (node.declare === true) return;
        this.declare(node.id.name, 'variable', scope);
        this.pushAll(node.body?.members ?? node.members, index, scope);
        return;
      case 'TSModuleDeclaration':
        if (node.declare === true || node.id.type !== 'Identifier') return;
        this.declare(node.id.name, 'variable', scope);
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

  private declare(name: string, kind: BindingKind, scope: Scope, global = false): Binding {
    const binding = scope.declare(name, kind, global);
    this.result.bindings.push(binding);
    return binding;
  }

  /** Declares the names of a pattern; `value` is what is destructured, null where it is not known. */
  private declarePattern(
    pattern: t.Node,
    index: number,
    scope: Scope,
    valueScope: Scope,
    kind: BindingKind,
    value: t.Node | null,
  ): void {
    const global = kind === 'variable' && scope === this.program;
    const { targets, expressions } = patternTargets(pattern);
    for (const { target, path, fallback, key } of targets) {
      if (target.type !== 'Identifier') continue;
      const binding = this.declare(target.name, kind, scope, global);
      if (value !== null) binding.sources.push({ kind: 'expression', expression: value, scope: valueScope, path });
      if (fallback !== null) {
        binding.sources.push({ kind: 'expression', expression: fallback, scope: valueScope, path: [] });
      }
      const name = path.at(-1);
      if (key !== null && name !== null && name !== undefined && this.memberNames.has(name)) {
        this.result.patternReads.push({ binding, key });
      }
    }
    this.pushAll(expressions, index, scope);
  }

  private visitVariables(node: t.VariableDeclaration, index: number, scope: Scope): void {
    const home = node.kind === 'var' ? scope.varScope() : scope;
    for (const { id, init } of node.declarations) {
      this.declarePattern(id, index, home, scope, 'variable', init ?? null);
    }
    this.pushAll(node.declarations, index, scope);
  }

  private visitForEach(node: t.ForInStatement | t.ForOfStatement, index: number, scope: Scope): void {
    const inner = new Scope(scope, false);
    this.push(node.body, index, inner);
    // What is iterated over is not what the variable holds: the left side has no initialiser and so no source.
    if (node.left.type === 'VariableDeclaration') this.push(node.left, index, inner);
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
    // The object that is written to is read on the way.
    if (left.type === 'MemberExpression') this.push(left, index, scope);
  }

  private assign(target: t.Node, source: Source, scope: Scope): void {
    if (target.type === 'Identifier') {
      const binding = scope.lookup(target.name) ?? this.declare(target.name, 'variable', this.program, true);
      binding.sources.push(source);
    } else if (target.type === 'MemberExpression' && target.object.type === 'Identifier') {
      const name = keyName({ key: target.property, computed: target.computed });
      const binding = scope.lookup(target.object.name);
      if (name === null || binding === undefined) return;
      binding.members ??= new Map();
      const sources = binding.members.get(name);
      if (sources === undefined) binding.members.set(name, [source]);
      else sources.push(source);
    }
  }

  private visitCall(node: t.CallExpression | t.OptionalCallExpression, index: number, scope: Scope): void {
    if (requireSpecifier(node) !== undefined) this.site(this.result.requires, index, scope);
    const known = immediateCall(node) ?? thenOfImport(node);
    if (known !== undefined) this.parameterValues.set(known.callee, { values: known.values, scope });
    this.pushAll(node.arguments, index, scope);
    this.push(node.callee, index, scope);
  }

  private visitFunction(node: t.Function, index: number, scope: Scope): void {
    const inner = new Scope(scope, true);
    if ('id' in node && node.id)
      this.declare(node.id.name, 'variable', node.type === 'FunctionDeclaration' ? scope : inner);
    if ('key' in node) {
      if ('computed' in node && node.computed) this.push(node.key, index, scope);
      this.pushAll(node.decorators, index, scope);
    }
    this.push(node.body, index, inner);
    const given = this.parameterValues.get(node);
    for (const [at, parameter] of node.params.entries()) {
      const value = given?.values[at] ?? null;
      this.declarePattern(
        parameter,
        index,
        inner,
        value === null ? inner : (given?.scope ?? inner),
        'parameter',
        value,
      );
      if ('decorators' in parameter) this.pushAll(parameter.decorators, index, scope);
    }
  }

  private visitClass(node: t.Class, index: number, scope: Scope): void {
    if (node.type === 'ClassDeclaration' && node.declare === true) return;
    const inner = node.type === 'ClassExpression' ? new Scope(scope, false) : scope;
    if (node.id) this.declare(node.id.name, 'variable', inner);
    this.push(node.body, index, inner);
    this.push(node.superClass, index, scope);
    this.pushAll(node.decorators, index, scope);
  }

  private blockScope(body: readonly t.Statement[], scope: Scope, holdsVar: boolean): Scope {
    if (!holdsVar && !body.some(declaresLexically)) return scope;
    return new Scope(scope, holdsVar);
  }

  private visitModuleDeclaration(
    node: t.ImportDeclaration | t.ExportNamedDeclaration | t.ExportAllDeclaration | t.TSImportEqualsDeclaration,
    index: number,
    scope: Scope,
  ): void {
    if (node.type === 'TSImportEqualsDeclaration') {
      const { moduleReference: reference } = node;
      if (node.importKind === 'type' || reference.type !== 'TSExternalModuleReference') return;
      const specifier = reference.expression.value;
      this.declare(node.id.name, 'import', scope).sources.push({ kind: 'import', specifier, name: null });
      this.result.imports.push({ specifier, at: node });
      return;
    }
    const kind = node.type === 'ImportDeclaration' ? node.importKind : node.exportKind;
    if (kind === 'type' || kind === 'typeof') return;
    if (node.source) this.result.imports.push({ specifier: node.source.value, at: node });
    if (node.type === 'ImportDeclaration') {
      for (const imported of node.specifiers) this.declareImport(imported, node.source.value, scope);
    } else if (node.type === 'ExportNamedDeclaration') {
      this.push(node.declaration, index, scope);
      if (node.source) return;
      for (const exported of node.specifiers) {
        if (exported.type === 'ExportSpecifier' && exported.exportKind !== 'type')
          this.push(exported.local, index, scope);
      }
    }
  }

  private declareImport(imported: t.ImportDeclaration['specifiers'][number], specifier: string, scope: Scope): void {
    const type =
      imported.type === 'ImportSpecifier' && (imported.importKind === 'type' || imported.importKind === 'typeof');
    if (type) return;
    let name: string | null = null;
    if (imported.type === 'ImportDefaultSpecifier') name = 'default';
    else if (imported.type === 'ImportSpecifier') name = keyName({ key: imported.imported });
    this.declare(imported.local.name, 'import', scope).sources.push({ kind: 'import', specifier, name });
  }
}

function declaresLexically(statement: t.Statement): boolean {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.kind !== 'var';
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return true;
    default:
      return false;
  }
}
