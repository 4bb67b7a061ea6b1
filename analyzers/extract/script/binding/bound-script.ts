import type * as t from '@babel/types';
import type { Binding, Scope, Source } from './scope.ts';
import type { ScriptModule } from './script-module.ts';
import type { ClassValue, FunctionValue, LiteralValue } from './value.ts';

/** Places in the tree, as two lists side by side: index into `nodes`, and the scope there. */
export interface Sites {
  at: number[];
  scopes: Scope[];
}

/** `object.name = source`. */
export interface MemberWrite {
  object: t.Node;
  scope: Scope;
  name: string;
  source: Source;
}

/** A syntax tree with parents, scopes and bindings, and the places that can matter. */
export interface BoundScript {
  /** The file as a module. */
  module: ScriptModule;
  /** Whether columns are offsets in a file of bytecode. */
  bytecode: boolean;
  /** Of bytecode: whether what stands at an offset can be left out when its function runs. */
  isConditional: ((offset: number) => boolean) | null;
  /** Modules of a bundle, in their order. */
  bundled: ScriptModule[];
  /** Ids of the modules that a bundle runs, in their order. */
  starts: string[];
  program: Scope;
  nodes: t.Node[];
  /** Index of each node's parent, -1 for the root. */
  parents: number[];
  /** Identifiers that stand for a value, also as a JSX element's name. */
  identifiers: Sites;
  /** Accesses of a property. */
  members: Sites;
  /** Calls and constructions with arguments. */
  calls: Sites;
  /** Calls and constructions without arguments. */
  bareCalls: Sites;
  /** Calls that load a module by a constant name. */
  requires: Sites;
  /** Import and export declarations that name a module. */
  imports: { specifier: string; at: t.Node }[];
  /** Whether it has elements of JSX. */
  hasElements: boolean;
  /** `openType` and `open-type` attributes of JSX elements. */
  openTypes: Sites;
  /** Texts and templates that begin as addresses do: of content providers of Android, and of the web. */
  addresses: Sites;
  /** Texts that begin as those do in which packages name themselves. */
  namingTexts: Sites;
  bindings: Binding[];
  /** Properties with a watched name that destructuring takes out. */
  patternReads: { binding: Binding; key: t.Node }[];
  memberWrites: MemberWrite[];
  /** Object literals that packages offer, by the package. */
  faces: Map<t.Node, string>;
  functions: Map<t.Node, FunctionValue>;
  classes: Map<t.Node, ClassValue>;
  /** Calls of compilers' helpers that make a class of a function, which is what they give. */
  classCalls: Map<t.Node, FunctionValue>;
  /** Object literals that are `this` in their methods. */
  literals: Map<t.Node, LiteralValue>;
}

/** A script of which nothing is known yet. */
export function emptyScript(module: ScriptModule, program: Scope, literals: Map<t.Node, LiteralValue>): BoundScript {
  return {
    module,
    bytecode: false,
    isConditional: null,
    bundled: [],
    starts: [],
    program,
    nodes: [],
    parents: [],
    identifiers: { at: [], scopes: [] },
    members: { at: [], scopes: [] },
    calls: { at: [], scopes: [] },
    bareCalls: { at: [], scopes: [] },
    requires: { at: [], scopes: [] },
    imports: [],
    hasElements: false,
    openTypes: { at: [], scopes: [] },
    addresses: { at: [], scopes: [] },
    namingTexts: { at: [], scopes: [] },
    bindings: [],
    patternReads: [],
    memberWrites: [],
    faces: new Map(),
    functions: new Map(),
    classes: new Map(),
    classCalls: new Map(),
    literals,
  };
}
