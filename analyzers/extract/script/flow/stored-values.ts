import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import { callNames } from '../binding/call-names.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue, LiteralValue } from '../binding/value.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { type AccessPath, headOf, inside, tailOf } from './access-path.ts';
import type { SharedField, SharedFields } from './shared-fields.ts';

/** A call that reads what was stored under a name. */
export interface StoredRead {
  script: number;
  node: number;
  /** Where in what the call gives, or hands to its callbacks, the value lies. */
  path: (value: AccessPath) => AccessPath | null;
  answers: readonly FunctionValue[];
}

/** Names under which ArkTS keeps what all components of an app share, and of what those of a page share. */
const SHARED = /^(?:AppStorage|PersistentStorage)$/;
const OF_PAGE = 'LocalStorage';
const SHARED_WRITE = /^(?:set|Set|setOrCreate|SetOrCreate|persistProp|PersistProp)$/;
const SHARED_READ = /^[gG]et$/;
const WRITE = /^(?:set(?:Storage(?:Sync)?|Item(?:Sync|Async)?)|provide)$/;
const READ = /^(?:get(?:Storage(?:Sync)?|Item(?:Sync|Async)?)|inject)$/;
/** Reads of one name that are followed. */
const MAX_READS = 16;

/**
 * What mini-programs, uni-app and Taro, web pages and React Native keep under constant names, from the calls that store
 * it to those that read it. Source: the WeChat and Alipay documentation of setStorage, setStorageSync, getStorage and
 * getStorageSync; the Web Storage API, AsyncStorage and expo-secure-store for setItem and getItem; the OpenHarmony
 * documentation of AppStorage, PersistentStorage and LocalStorage; Vue's of provide and inject.
 */
export class StoredValues {
  private reads: Map<string, StoredRead[]> | null = null;

  constructor(
    private readonly resolver: Resolver,
    private readonly shared: SharedFields,
  ) {}

  /** The reads of what an argument of a call stores, with the path of the stored value; none where it stores nothing. */
  readsOf(
    node: CallNode,
    scope: Scope,
    position: number,
    path: AccessPath,
  ): { value: AccessPath; reads: readonly StoredRead[] } {
    const none = { value: path, reads: [] };
    if (!WRITE.test(calledName(node) ?? '') && !isOfShared(node, SHARED_WRITE, scope)) return none;
    const [first] = node.arguments;
    if (first === undefined) return none;
    const isOptions = position === 0 && headOf(path) === 'data';
    if (position !== 1 && !isOptions) return none;
    const name = this.nameIn(first, scope);
    if (name === null) return none;
    return { value: isOptions ? tailOf(path) : path, reads: (this.indexed().get(name) ?? []).slice(0, MAX_READS) };
  }

  /** Fields of ArkTS components that hold what is kept under a constant name: `@StorageLink('place') place: Place`. */
  fieldsOf(node: CallNode, scope: Scope): readonly SharedField[] {
    const [first] = node.arguments;
    const name = first === undefined || !isOfShared(node, SHARED_WRITE, scope) ? null : this.nameIn(first, scope);
    return name === null ? [] : this.shared.stored(name);
  }

  private indexed(): Map<string, StoredRead[]> {
    if (this.reads !== null) return this.reads;
    this.reads = new Map();
    for (const [number, script] of this.resolver.program.scripts.entries()) {
      const { calls } = script;
      const isAsked = (name: string | null): boolean => name !== null && (READ.test(name) || SHARED_READ.test(name));
      for (const order of callNames(script, calls).positions(isAsked)) {
        const at = calls.at[order] as number;
        const node = script.nodes[at] as CallNode;
        const scope = script.calls.scopes[order] as Scope;
        if (!READ.test(calledName(node) ?? '') && !isOfShared(node, SHARED_READ, scope)) continue;
        const read = this.readAt(script, number, at, scope);
        if (read === null) continue;
        const known = this.reads.get(read.name);
        if (known === undefined) this.reads.set(read.name, [read]);
        else known.push(read);
      }
    }
    return this.reads;
  }

  private readAt(
    { nodes }: BoundScript,
    script: number,
    at: number,
    scope: Scope,
  ): (StoredRead & { name: string }) | null {
    const [first] = (nodes[at] as CallNode).arguments;
    const name = first === undefined ? null : this.nameIn(first, scope);
    if (first === undefined || name === null) return null;
    const values = this.resolver.valuesOf(first, scope);
    const isOptions = values.some((value) => value instanceof LiteralValue);
    const answers = ['success', 'complete'].flatMap((option) =>
      this.resolver.propertyOfAll(values, option).filter((value) => value instanceof FunctionValue),
    );
    const path = (value: AccessPath): AccessPath | null => (isOptions ? inside('data', value) : value);
    return { name, script, node: at, path, answers };
  }

  /** The one constant under which something is kept: not what callers of a function choose. */
  private nameIn(node: t.Node, scope: Scope): string | null {
    if (node.type === 'StringLiteral') return node.value;
    if (node.type === 'ObjectExpression') {
      const key = node.properties.find((each) => each.type === 'ObjectProperty' && keyName(each) === 'key');
      return key?.type === 'ObjectProperty' ? this.nameIn(key.value, scope) : null;
    }
    if (node.type === 'Identifier' && scope.lookup(node.name)?.parameter != null) return null;
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return null;
    const values = this.resolver.valuesOf(node, scope);
    return values.length === 1 && typeof values[0] === 'string' ? values[0] : null;
  }
}

/** `AppStorage.setOrCreate(...)`, `storage.setOrCreate(...)` of a page's `storage = new LocalStorage()` */
function isOfShared({ callee }: CallNode, method: RegExp, scope: Scope): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  if (!method.test(keyName({ key: callee.property, computed: callee.computed }) ?? '')) return false;
  return SHARED.test(callee.object.name) || isOfPage(callee.object, scope);
}

function isOfPage({ name }: t.Identifier, scope: Scope): boolean {
  const source = scope.lookup(name)?.sources[0];
  const made = source?.kind === 'expression' && source.path.length === 0 ? source.expression : undefined;
  return made?.type === 'NewExpression' && made.callee.type === 'Identifier' && made.callee.name === OF_PAGE;
}
