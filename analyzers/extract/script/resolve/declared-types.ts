import type * as t from '@babel/types';
import { ApiNode } from '../apis/api-node.ts';
import { addSource, type Scope, type Source } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { ClassValue, FunctionValue, InstanceValue, NO_VALUES, type Value } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';
import { type Resolver, union } from './resolve.ts';

/** Types of the web platform and the globals that are of them. */
const PLATFORM_TYPES: Readonly<Record<string, readonly string[]>> = {
  Navigator: ['navigator'],
  Geolocation: ['navigator', 'geolocation'],
  MediaDevices: ['navigator', 'mediaDevices'],
};

/** Types that hold, or will give, what their first parameter says. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'Awaited',
  'Exclude',
  'Extract',
  'MutableRefObject',
  'NonNullable',
  'Omit',
  'Partial',
  'Pick',
  'Promise',
  'Readonly',
  'RefObject',
  'Required',
]);

/** Parts of a union, or members of an object's type, that are looked at. */
const MAX_PARTS = 64;

/**
 * What things hold that are declared with a type: an instance of a class, a module (`typeof Clipboard`), or an object that
 * has such things, by which injected services and modules are known.
 */
export class DeclaredTypes {
  private readonly held = new Map<t.Node, readonly Value[] | 'pending'>();

  constructor(private readonly resolver: Resolver) {}

  /** What something declared with the type holds; nothing where the type says nothing of ours. */
  heldBy(annotation: t.Node, scope: Scope): readonly Value[] {
    const known = this.held.get(annotation);
    // A type that is made of itself holds what the rest of it says.
    if (known !== undefined) return known === 'pending' ? NO_VALUES : known;
    this.held.set(annotation, 'pending');
    const values = this.resolver.limited(() => this.workedOut(annotation, scope));
    this.held.set(annotation, values);
    return values;
  }

  private workedOut(type: t.Node, scope: Scope): readonly Value[] {
    switch (type.type) {
      case 'TSTypeAnnotation':
      case 'TSParenthesizedType':
      case 'TSTypeOperator':
        return type.typeAnnotation ? this.heldBy(type.typeAnnotation, scope) : NO_VALUES;
      case 'TSUnionType':
      case 'TSIntersectionType':
        return type.types
          .slice(0, MAX_PARTS)
          .reduce<readonly Value[]>((values, part) => union(values, this.heldBy(part, scope)), NO_VALUES);
      case 'TSTypeQuery':
        return type.exprName.type === 'TSImportType' ? NO_VALUES : this.entity(type.exprName, scope);
      case 'TSTypeReference':
        return this.referredTo(type, scope);
      case 'TSTypeLiteral':
      case 'TSInterfaceDeclaration':
        return this.objectOf(type, scope);
      default:
        return NO_VALUES;
    }
  }

  private referredTo({ typeName, typeParameters }: t.TSTypeReference, scope: Scope): readonly Value[] {
    if (typeName.type === 'Identifier') {
      const declared = this.declaredAs(typeName.name, scope);
      if (declared.length > 0) return declared;
    }
    const last = typeName.type === 'TSQualifiedName' ? typeName.right.name : typeName.name;
    const [inner] = typeParameters?.params ?? [];
    if (inner !== undefined && (last === 'InstanceType' || last === 'ReturnType')) {
      return last === 'InstanceType' ? instancesOf(this.heldBy(inner, scope)) : this.resultsOf(inner, scope);
    }
    if (inner !== undefined && WRAPPERS.has(last)) return this.heldBy(inner, scope);
    return instancesOf(this.named(typeName, scope));
  }

  /** What calls of functions of the type give. */
  private resultsOf(type: t.Node, scope: Scope): readonly Value[] {
    return this.heldBy(type, scope).flatMap((value) => {
      if (value instanceof FunctionValue) return this.resolver.returnsOf(value.node);
      const result = value instanceof ApiNode ? value.children.get('()') : undefined;
      return result === undefined ? [] : [result];
    });
  }

  /** What a name that stands for a class, or for something of the platform, is. */
  private named(name: t.TSEntityName, scope: Scope): readonly Value[] {
    if (name.type !== 'Identifier' || !Object.hasOwn(PLATFORM_TYPES, name.name)) return this.entity(name, scope, true);
    if (scope.lookup(name.name) !== undefined) return this.entity(name, scope, true);
    const [global = '', ...way] = PLATFORM_TYPES[name.name] ?? [];
    return way.reduce<readonly Value[]>(
      (values, step) => this.resolver.propertyOfAll(values, step),
      this.resolver.globalNamed(global),
    );
  }

  /** What a name, or a way of names, stands for among values. */
  private entity(name: t.TSEntityName, scope: Scope, isType = false): readonly Value[] {
    if (name.type === 'TSQualifiedName') {
      // `android.bluetooth.le.BluetoothLeScanner`: what a name is taken of is no type itself.
      return this.resolver.propertyOfAll(this.entity(name.left, scope), name.right.name);
    }
    if (name.type !== 'Identifier') return NO_VALUES;
    const binding = scope.lookup(name.name);
    if (binding !== undefined) return this.resolver.valuesOfBinding(binding);
    const typeOnly = scope.enclosingModule()?.types.get(name.name);
    if (typeOnly?.kind === 'import') return this.resolver.valuesOfSources([typeOnly]);
    return isType ? NO_VALUES : this.resolver.globalNamed(name.name);
  }

  /** What a type's declaration, here or in another file, says. */
  private declaredAs(name: string, scope: Scope): readonly Value[] {
    const module = scope.enclosingModule();
    if (module === null) return NO_VALUES;
    const seen = new Set<string>();
    let found: Source | undefined = module.types.get(name);
    if (found === undefined) {
      const imported = scope.lookup(name)?.sources.find(({ kind }) => kind === 'import');
      found = imported === undefined ? undefined : this.declarationOf(imported, seen);
    } else if (found.kind === 'import') found = this.declarationOf(found, seen);
    return found?.kind === 'type' ? this.heldBy(found.annotation, found.scope) : NO_VALUES;
  }

  /** The declaration of the type that an import names. */
  private declarationOf(imported: Source, seen: Set<string>): Source | undefined {
    if (imported.kind !== 'import' || imported.name === null) return undefined;
    for (const module of this.resolver.moduleNamed(imported.specifier, imported.module)) {
      if (!(module instanceof ScriptModule)) continue;
      const found = this.typeIn(module, imported.name, seen);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private typeIn(module: ScriptModule, name: string, seen: Set<string>): Source | undefined {
    const key = `${module.file}\n${name}`;
    if (seen.has(key)) return undefined;
    seen.add(key);
    const own = module.types.get(name);
    if (own?.kind === 'type') return own;
    const ways = [...(own === undefined ? [] : [own]), ...(module.exports.get(name) ?? [])];
    const stars = module.stars.map((star) => (star.kind === 'import' ? { ...star, name } : star));
    for (const way of [...ways, ...stars]) {
      const found = this.declarationOf(way, seen);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** An object of a type with members; nothing where none of these is of ours, so that it stays open what it is. */
  private objectOf(type: t.TSTypeLiteral | t.TSInterfaceDeclaration, scope: Scope): readonly Value[] {
    const shape = this.shapeOf(type, scope);
    for (const sources of shape.members.values()) {
      if (this.resolver.valuesOfSources(sources).some(isOurs)) return [shape.instance];
    }
    return NO_VALUES;
  }

  /** The type as a class, whose fields are of the types of its members. */
  private shapeOf(type: t.TSTypeLiteral | t.TSInterfaceDeclaration, scope: Scope): ClassValue {
    const shape = new ClassValue(type as unknown as t.Class, scope);
    const members = type.type === 'TSTypeLiteral' ? type.members : type.body.body;
    for (const member of members.slice(0, MAX_PARTS)) {
      if (member.type !== 'TSPropertySignature' || !member.typeAnnotation) continue;
      const name = keyName(member);
      const source: Source = { kind: 'type', annotation: member.typeAnnotation, scope, path: [] };
      if (name !== null) addSource(shape.members, name, source);
    }
    for (const { expression } of type.type === 'TSTypeLiteral' ? [] : (type.extends ?? [])) {
      const bases = expression.type === 'Identifier' ? this.declaredAs(expression.name, scope) : [];
      for (const base of bases) {
        if (!(base instanceof InstanceValue)) continue;
        for (const [name, sources] of base.of.members) {
          if (!shape.members.has(name)) shape.members.set(name, sources);
        }
      }
    }
    return shape;
  }
}

function isOurs(value: Value): boolean {
  return value instanceof ApiNode ? value.kind !== 'foreign' : value instanceof InstanceValue;
}

/** Instances of the classes among values. */
function instancesOf(found: readonly Value[]): readonly Value[] {
  let values: readonly Value[] = NO_VALUES;
  for (const value of found) {
    if (value instanceof ClassValue) values = union(values, [value.instance]);
    else if (value instanceof ApiNode) values = union(values, [value.children.get('()') ?? value]);
  }
  return values;
}
