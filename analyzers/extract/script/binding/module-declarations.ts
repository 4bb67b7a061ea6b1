import type * as t from '@babel/types';
import { isFunctionNode } from '../syntax/function-nodes.ts';
import { keyName, patternTargets } from '../syntax/pattern.ts';
import type { Binding, Scope, Source } from './scope.ts';
import type { ScriptModule } from './script-module.ts';
import type { FunctionValue } from './value.ts';

/** The import and export declarations of a file. */
export class ModuleDeclarations {
  /** Those that name another module. */
  readonly imports: { specifier: string; at: t.Node }[] = [];
  private readonly exported: { name: string | null; source: Source | null; local: string; scope: Scope }[] = [];

  constructor(
    private readonly module: ScriptModule,
    private readonly functionOf: (node: t.Function) => FunctionValue,
    private readonly declareName: (name: string, scope: Scope) => Binding,
  ) {}

  /** Notes a declaration; gives back the nodes in it that are to be visited. */
  declare(
    node: t.ImportDeclaration | t.ExportNamedDeclaration | t.ExportAllDeclaration | t.TSImportEqualsDeclaration,
    scope: Scope,
  ): (t.Node | null | undefined)[] {
    if (node.type === 'TSImportEqualsDeclaration') {
      const { moduleReference: reference } = node;
      if (node.importKind === 'type' || reference.type !== 'TSExternalModuleReference') return [];
      const specifier = reference.expression.value;
      this.declareName(node.id.name, scope).give(this.imported(specifier, null));
      this.imports.push({ specifier, at: node });
      return [];
    }
    const kind = node.type === 'ImportDeclaration' ? node.importKind : node.exportKind;
    if (kind === 'type' || kind === 'typeof') {
      if (node.type === 'ImportDeclaration') this.importTypes(node);
      else if (node.type === 'ExportNamedDeclaration') this.exportTypes(node, scope);
      return [];
    }
    if (node.source) this.imports.push({ specifier: node.source.value, at: node });
    if (node.type === 'ImportDeclaration') {
      for (const imported of node.specifiers) this.declareImport(imported, node.source.value, scope);
    } else if (node.type === 'ExportAllDeclaration') {
      this.module.stars.push(this.imported(node.source.value, null));
    } else {
      this.exportNames(node, scope);
      const locals = node.specifiers.flatMap((exported) =>
        exported.type === 'ExportSpecifier' && exported.exportKind !== 'type' ? [exported.local] : [],
      );
      return [node.declaration, ...(node.source ? [] : locals)];
    }
    return [];
  }

  private imported(specifier: string, name: string | null): Source {
    return { kind: 'import', specifier, name, module: this.module };
  }

  private importTypes(node: t.ImportDeclaration): void {
    for (const imported of node.specifiers) {
      this.module.types.set(imported.local.name, this.imported(node.source.value, importedName(imported)));
    }
  }

  /** Notes an interface or a type's other name. */
  declareType(node: t.TSInterfaceDeclaration | t.TSTypeAliasDeclaration, scope: Scope): void {
    const { types } = this.module;
    if (types.has(node.id.name)) return;
    const annotation = node.type === 'TSInterfaceDeclaration' ? node : node.typeAnnotation;
    types.set(node.id.name, { kind: 'type', annotation, scope, path: [] });
  }

  private exportTypes({ declaration, specifiers, source }: t.ExportNamedDeclaration, scope: Scope): void {
    if (declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration') {
      this.declareType(declaration, scope);
    }
    for (const exported of source ? specifiers : []) {
      const name = keyName({ key: exported.exported });
      if (name === null || exported.type !== 'ExportSpecifier' || source === null || source === undefined) continue;
      this.module.types.set(name, this.imported(source.value, keyName({ key: exported.local })));
    }
  }

  private exportNames(node: t.ExportNamedDeclaration, scope: Scope): void {
    const { module } = this;
    const { declaration } = node;
    const own = (local: string, name: string): void => {
      const expression = { type: 'Identifier', name: local } as t.Identifier;
      this.exported.push({ name, source: { kind: 'expression', expression, scope, path: [] }, local, scope });
    };
    if (declaration?.type === 'VariableDeclaration') {
      for (const { id } of declaration.declarations) {
        for (const { target } of patternTargets(id).targets) {
          if (target.type === 'Identifier') own(target.name, target.name);
        }
      }
    } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
      own(declaration.id.name, declaration.id.name);
    }
    for (const exported of node.specifiers) {
      const name = keyName({ key: exported.exported });
      if (name === null) continue;
      if (node.source) {
        const from = exported.type === 'ExportSpecifier' ? keyName({ key: exported.local }) : null;
        module.addExport(
          name,
          this.imported(node.source.value, exported.type === 'ExportDefaultSpecifier' ? 'default' : from),
        );
      } else if (exported.type === 'ExportSpecifier') own(exported.local.name, name);
    }
  }

  /** `export default`; the declaration itself is visited as any other. */
  exportDefault({ declaration }: t.ExportDefaultDeclaration, scope: Scope): void {
    const { module } = this;
    if (isFunctionNode(declaration)) {
      const value = this.functionOf(declaration);
      value.addName('default');
      module.addExport('default', { kind: 'value', value });
    } else module.addExport('default', { kind: 'expression', expression: declaration, scope, path: [] });
    if (declaration.type === 'Identifier')
      this.exported.push({ name: null, source: null, local: declaration.name, scope });
  }

  /** To be called when all declarations are known. */
  finish(): void {
    for (const { name, source, local, scope } of this.exported) {
      if (name !== null && source !== null) this.module.addExport(name, source);
      const binding = scope.lookup(local);
      if (binding === undefined) continue;
      binding.exportNames ??= [];
      binding.exportNames.push(name ?? 'default');
    }
  }

  private declareImport(imported: t.ImportDeclaration['specifiers'][number], specifier: string, scope: Scope): void {
    const name = importedName(imported);
    const source = this.imported(specifier, name);
    const isType =
      imported.type === 'ImportSpecifier' && (imported.importKind === 'type' || imported.importKind === 'typeof');
    if (isType) this.module.types.set(imported.local.name, source);
    else this.declareName(imported.local.name, scope).give(source);
  }
}

function importedName(imported: t.ImportDeclaration['specifiers'][number]): string | null {
  if (imported.type === 'ImportDefaultSpecifier') return 'default';
  return imported.type === 'ImportSpecifier' ? keyName({ key: imported.imported }) : null;
}
