import type { ScriptMember, ScriptSink } from '../../../model/signatures.ts';

/** A sensitive member that is reached where the way through the names ends. */
export interface Hit {
  /** The value of its facts, `<module or global>.<member>`. */
  value: string;
  use: ScriptMember['use'];
  /** Whether the properties that are taken of its result tell what is read. */
  hasParts: boolean;
  /** Constants of which the first argument must be one, or nothing is read; null where a call says enough by itself. */
  constants: readonly string[] | null;
}

/** A member that values leave by, where the way through the names ends. */
export interface Outlet {
  /** As reports name it, `<module or global>.<member>`. */
  api: string;
  sink: ScriptSink;
}

/**
 * `module` and `default` are a module's namespace and default export, `native` a native module; the rest are objects
 * that hand out others: the global object, NativeModules, TurboModuleRegistry and its getter.
 */
export type ApiKind =
  | 'plain'
  | 'module'
  | 'default'
  | 'global'
  | 'native-modules'
  | 'native'
  | 'turbo-registry'
  | 'native-getter'
  | 'foreign';

/** Most of the tree are its ends. */
const NO_CHILDREN: ReadonlyMap<string, ApiNode> = new Map();
const NONE: readonly never[] = [];
/** The name of a child that stands for all that are not named: what an object of the cloud is called by is the app's. */
const ANY_MEMBER = '*';

/** A value that a script can hold and that is, or leads to, a sensitive member: one node of a tree of names. */
export class ApiNode {
  /** By property name; `()` is the result of a call. */
  children: ReadonlyMap<string, ApiNode> = NO_CHILDREN;
  hits: readonly Hit[] = NONE;
  outlets: readonly Outlet[] = NONE;

  private instance: ApiNode | null = null;

  /** Native modules that no signature knows, and methods of theirs, by name; made when they are asked for. */
  private strangers: Map<string, ApiNode> | null = null;

  constructor(
    readonly kind: ApiKind = 'plain',
    /** Of a native module and its methods: the names by which they are registered. */
    readonly native: { module: string; method: string | null } | null = null,
  ) {}

  /** The node at the end of a way of names, made where it is missing. For building the tree only. */
  extend(way: readonly string[]): ApiNode {
    let node: ApiNode = this;
    for (const name of way) {
      let next = node.children.get(name);
      if (next === undefined) {
        next = new ApiNode(kindOfChild(node.kind, name), node.nativeBelow(name));
        node.hang(name, next);
      }
      node = next;
    }
    return node;
  }

  /** Puts another below this one. For building the tree only, as all that add something. */
  hang(name: string, child: ApiNode): void {
    if (this.children === NO_CHILDREN) this.children = new Map();
    (this.children as Map<string, ApiNode>).set(name, child);
  }

  addHit(hit: Hit): void {
    const isKnown = this.hits.some(({ value, use }) => value === hit.value && use === hit.use);
    if (!isKnown) this.hits = [...this.hits, hit];
  }

  addOutlet(outlet: Outlet): void {
    this.outlets = [...this.outlets, outlet];
  }

  /** What a property of this value is; undefined where nothing sensitive lies that way. */
  property(name: string): ApiNode | undefined {
    switch (this.kind) {
      case 'foreign':
        return this.native === null ? this : this.stranger(name);
      case 'module':
        // CommonJS interop: the namespace stands for its default export and the other way round.
        if (name === 'default') return this.children.get(name) ?? this;
        return this.children.get(name) ?? this.children.get('default')?.children.get(name);
      case 'default':
        return this.children.get(name) ?? (name === 'default' ? this : undefined);
      case 'native-modules':
      case 'native':
        // A module that hands one on as it is has no default export of its own.
        return this.children.get(name) ?? (name === 'default' ? this : this.stranger(name));
      case 'turbo-registry':
        return name === 'get' || name === 'getEnforcing' ? NATIVE_GETTER : FOREIGN;
      default:
        return this.children.get(name) ?? this.children.get(ANY_MEMBER);
    }
  }

  /** What `new` makes of it: of its members it has what it is listed with, but to name it is not to make one. */
  made(): ApiNode {
    if (this.hits.length === 0) return this;
    if (this.instance === null) {
      this.instance = new ApiNode(this.kind, this.native);
      this.instance.children = this.children;
      this.instance.outlets = this.outlets;
    }
    return this.instance;
  }

  private nativeBelow(name: string): ApiNode['native'] {
    if (this.kind === 'native-modules') return { module: name, method: null };
    return this.native === null || this.native.method !== null ? null : { ...this.native, method: name };
  }

  /** Native code that no signature knows. */
  private stranger(name: string): ApiNode {
    const native = this.nativeBelow(name);
    if (native === null) return FOREIGN;
    this.strangers ??= new Map();
    const known = this.strangers.get(name) ?? new ApiNode('foreign', native);
    this.strangers.set(name, known);
    return known;
  }
}

function kindOfChild(parent: ApiKind, name: string): ApiKind {
  if (parent === 'native-modules') return 'native';
  return parent === 'module' && name === 'default' ? 'default' : 'plain';
}

/** Something known to be none of ours: a module without a signature and all that hangs on it. */
export const FOREIGN = new ApiNode('foreign');

/** A function that takes the name of a native module and returns it. */
export const NATIVE_GETTER = new ApiNode('native-getter');
