import type * as t from '@babel/types';
import type { InstanceValue } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { keyName } from '../syntax/pattern.ts';

/** A field that holds what is kept under a name. */
export interface SharedField {
  owner: InstanceValue;
  name: string;
}

/** Decorators of fields that hold what the app or a page keeps under the name in them. */
const STORED = /^(?:Local)?Storage(?:Link|Prop)$/;
/** Decorators of fields that components share with those below them, under the name in them or else the field's own. */
const PROVIDED = /^(?:Provide|Consume|Provider|Consumer)$/;
/** Fields of one name that are followed. */
const MAX_FIELDS = 16;

/**
 * Fields of ArkTS components that hold the same: those that name the same thing in the storage of the app or page, and those
 * that a component provides and others consume. Source: the OpenHarmony documentation of @StorageLink, @StorageProp,
 * @LocalStorageLink, @LocalStorageProp, @Provide, @Consume, @Provider and @Consumer.
 */
export class SharedFields {
  private groups: Map<string, SharedField[]> | null = null;
  private readonly keys = new Map<InstanceValue, Map<string, string>>();

  constructor(private readonly resolver: Resolver) {}

  /** Fields that hold what a storage keeps under a name: `@StorageLink('place') place: Place`. */
  stored(name: string): readonly SharedField[] {
    return this.indexed().get(storedKey(name)) ?? [];
  }

  /** The other fields that hold what a field holds. */
  beside(owner: InstanceValue, name: string): readonly SharedField[] {
    const groups = this.indexed();
    const key = this.keys.get(owner)?.get(name);
    if (key === undefined) return [];
    return (groups.get(key) ?? []).filter((field) => field.owner !== owner || field.name !== name);
  }

  private indexed(): Map<string, SharedField[]> {
    if (this.groups !== null) return this.groups;
    const groups = new Map<string, SharedField[]>();
    this.groups = groups;
    for (const { classes } of this.resolver.program.scripts) {
      for (const [node, { instance }] of classes) {
        for (const member of (node as t.Class).body.body) {
          if (member.type === 'ClassProperty') this.note(groups, instance, member);
        }
      }
    }
    return groups;
  }

  private note(groups: Map<string, SharedField[]>, owner: InstanceValue, member: t.ClassProperty): void {
    const name = keyName(member);
    if (name === null) return;
    for (const { expression } of member.decorators ?? []) {
      const key = keyOf(expression, name);
      if (key === null) continue;
      const fields = groups.get(key);
      if (fields === undefined) groups.set(key, [{ owner, name }]);
      else if (fields.length < MAX_FIELDS) fields.push({ owner, name });
      const keys = this.keys.get(owner) ?? new Map<string, string>();
      this.keys.set(owner, keys.set(name, key));
    }
  }
}

/** What a decorator says a field shares: the constant of `@StorageLink('place')`, the field's name for a bare `@Provide`. */
function keyOf(decorator: t.Node, field: string): string | null {
  const callee = decorator.type === 'CallExpression' ? decorator.callee : decorator;
  if (callee.type !== 'Identifier') return null;
  const given = decorator.type === 'CallExpression' ? decorator.arguments[0] : undefined;
  const name = given === undefined ? null : constantName(given);
  if (STORED.test(callee.name)) return name === null ? null : storedKey(name);
  return PROVIDED.test(callee.name) ? `provided ${name ?? field}` : null;
}

/** `'place'`, or of `{ allowOverride: 'place' }` the name in it. */
function constantName(node: t.Node): string | null {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type !== 'ObjectExpression') return null;
  const [property] = node.properties;
  return property?.type === 'ObjectProperty' && property.value.type === 'StringLiteral' ? property.value.value : null;
}

function storedKey(name: string): string {
  return `stored ${name}`;
}
