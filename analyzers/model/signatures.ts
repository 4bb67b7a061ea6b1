import type { SinkKind } from './sink.ts';

/**
 * The shapes of the files in signatures/. The id of a signature is its path below its kind's folder without `.json`
 * and is never written inside the file. Every file says where its facts were published and carries examples that must
 * hit and must miss; the linter runs them all.
 */
export interface Sourced {
  /** Publications, documentation pages, type definitions or opened binaries, by name or address. */
  references: string[];
  examples: { hit: string[]; miss: string[] };
}

/** `data-types/<id>.json`. Examples are policy sentences that must, or must not, be read as naming this type. */
export interface DataTypeSignature extends Sourced {
  zh: string;
  en: string;
  /** The next broader data type; null for the top. */
  parent: string | null;
  /** `leaf` is collected as such; `broad` is only a term; `behaviour` a way of acting; `permission` what a permission opens. */
  kind: 'leaf' | 'broad' | 'behaviour' | 'permission';
  sensitivity: 'high' | 'medium' | 'low';
  /** What policies call it, most usual first. */
  phrases: { zh: string[]; en: string[] };
  standards: { gbt35273: string | null; play: string | null; apple: string | null };
}

/** How a constant argument decides which data an API touches. */
export type ArgumentKind =
  | 'content-uri'
  | 'settings-key'
  | 'system-property'
  | 'file-path'
  | 'shell-command'
  | 'reflection'
  | 'java-property'
  /** A service of the web that answers with what it sees of who asks. */
  | 'web-address'
  /** No group of strings: the app's own package asks about nobody else. */
  | 'package-name';

export interface AndroidMember {
  kind: 'method' | 'field';
  /** Data type ids; empty where only the argument tells. */
  data: string[];
  /** The group of android-strings in which a constant argument is looked up. */
  argument?: ArgumentKind;
  /** Permissions any one of which opens it, short names below android.permission. or full names. */
  permissions?: string[];
  minSdk?: number;
  /** Present where it is called everywhere and means little without an argument or a flow. */
  signal?: 'low';
  /** Descriptors to which this entry is limited; absent for every overload. */
  descriptors?: string[];
}

/** `apis/android/<class>.json`, the class as a binary name. Examples are `<class>.<member><descriptor>`. */
export interface AndroidClassSignature extends Sourced {
  members: Record<string, AndroidMember>;
}

/** `apis/android-strings/<group>.json`: string constants that tell. Examples are strings. */
export interface AndroidStringsSignature extends Sourced {
  /** The group id is one of ArgumentKind or `intent-action`. `prefix` also takes everything that begins with the key. */
  match: 'exact' | 'prefix';
  /** True where the string alone, without the call that takes it, is evidence. */
  alone: boolean;
  strings: Record<string, { data: string[]; permissions?: string[] }>;
}

/** A function or variable that a native library imports. */
export interface NativeSymbol {
  /** Data type ids; empty where only an argument tells. */
  data: string[];
  /** The group of android-strings that its argument is from; native code is not followed, so a string of the library stands for it. */
  argument?: ArgumentKind;
  /** Strings without one of which in the same library it means nothing. */
  beside?: string[];
  permissions?: string[];
  signal?: 'low';
}

/** `apis/native/<library>.json`, the system library that exports the symbols. Examples are symbols. */
export interface NativeLibrarySignature extends Sourced {
  symbols: Record<string, NativeSymbol>;
}

/**
 * `libraries/<family>.json`: third-party code that collects nothing on its own account. Examples are `class:…` and
 * `library:…`.
 */
export interface LibrariesSignature extends Sourced {
  /** Java package prefixes, each with the library's name. */
  packages: Record<string, string>;
  /** Base names of native libraries, `*` for any run of characters, each with the library's name. */
  libraries: Record<string, string>;
  /**
   * Package prefixes of code that reads sensitive data only for whoever calls it or when the user acts: what stands
   * there means little. Members of it that give such data are APIs of their own, so that their callers are seen.
   */
  onBehalf?: string[];
}

export interface ScriptMember {
  /** `call`: the member is called (or passed on as a function); `read`: reading the property is enough; `element`: a JSX element. */
  use: 'call' | 'read' | 'element';
  /**
   * What the code gets by it. Empty beside `permissions` where it only needs them: what writes the app's own things to a
   * place of the user's (a picture to the album) collects nothing.
   */
  data: string[];
  permissions?: string[];
  /** `asks`: it only asks the user for a permission; what it shows is `requested`, whatever leads there. */
  signal?: 'low' | 'asks';
  /**
   * Data type -> properties of the result that are it. Where all properties are known that are taken, these data alone
   * are read, in place of `data`; properties of no type say nothing.
   */
  parts?: Record<string, string[]>;
  /**
   * Data chosen by an argument: by a key of an options object, or by a constant value, or by a URL or name that stands
   * for another app (`app`). Added to `data` when it is met, in place of the data that it `replaces`. A key may be a way
   * through objects, its steps parted by dots.
   */
  when?: { argument: number; key?: string; value?: string; app?: boolean; data: string[]; replaces?: string[] }[];
  /**
   * The argument in which the code hands `data` over, to an SDK that keeps them. Null, an empty text or an empty object
   * there takes them back, and is no practice.
   */
  handed?: number;
  /** What it is where no condition of `when` is met. */
  otherwise?: string[];
  /** The argument that names the permissions asked for, one or an array of them, by their full names. */
  permissionsIn?: number;
}

/**
 * `apis/script/<framework>/<module>.json`. For imported modules the path below the framework is the module specifier;
 * for globals it is the global's dotted name. Examples are snippets of JavaScript, each parsed and traced on its own.
 */
export interface ScriptApiSignature extends Sourced {
  /** Import specifiers other than the id; empty for globals. */
  aliases: string[];
  /** `module` when reached by import or require, `global` when it hangs on the global object. */
  reach: 'module' | 'global';
  /** Exports that carry the members: `*` for the namespace itself, `default`, or names. Empty for globals. */
  exports: string[];
  /** Names under which the native module is registered (NativeModules.X, TurboModuleRegistry.get('X')). */
  nativeModules: string[];
  /** Member path -> what it means; `geolocation.getCurrentPosition`, `().getToken` for factories. */
  members: Record<string, ScriptMember>;
}

/** A member that takes values out of the code. */
export interface ScriptSink {
  kind: SinkKind;
  /** `call`: an argument is taken; `write`: what is assigned to it or below it; `element`: an attribute of a JSX element. */
  use: 'call' | 'write' | 'element';
  /**
   * The arguments that are taken; every one where absent. With `keys`, of an object only the properties of these names;
   * with `returned`, what a function passed there returns; with `filled`, what the functions under these keys put into
   * the object that they get; with `way`, what lies at the end of that way: names of properties, `*` for whichever, `()`
   * for what a function gives.
   */
  arguments?: { argument: number; keys?: string[]; returned?: boolean; filled?: boolean; way?: string[] }[];
}

/**
 * `sinks/script/<framework>/<module>.json`, in all but the members as the APIs of scripts. Examples are snippets that
 * read something sensitive, which must, or must not, flow into a member.
 */
export interface ScriptSinkSignature extends Omit<ScriptApiSignature, 'members'> {
  members: Record<string, ScriptSink>;
}

/** A member of a class that takes values out of the code; a field only with `opens`. */
export interface AndroidSink {
  kind: SinkKind;
  /** Positions that are taken: 0 the receiver, 1 the first argument. */
  arguments?: number[];
  /** What is written to its result, or to the object that a constructor makes, leaves. */
  opens?: boolean;
  /** It is overridden, and what the override returns is taken; of an annotation: what such a method returns. */
  returned?: boolean;
  /** Only where other apps can reach the component. */
  exported?: boolean;
  /** The class is an annotation of methods: every argument that such a method is given is taken, if it has no code. */
  annotates?: boolean;
  /** Descriptors to which this entry is limited; absent for every overload. */
  descriptors?: string[];
}

/**
 * `sinks/android/<class>.json`, the class as a binary name. Examples are `<class>.<member><descriptor>`, a space, and the
 * position that is taken, or `opens`, or `returned`, or `annotates`.
 */
export interface AndroidSinkSignature extends Sourced {
  members: Record<string, AndroidSink>;
}

/**
 * `sdks/<id>.json`. Examples are `class:com.umeng.analytics.MobclickAgent`, `component:…`, `setting:…`, `library:…`,
 * `asset:…`, `module:…`, and `policy:…` for policy wording that must, or must not, be taken as this SDK.
 */
export interface SdkSignature extends Sourced {
  /** First is the display name in that language. */
  names: { zh: string[]; en: string[] };
  /** Legal names, present first. */
  companies: string[];
  category: string;
  /** Java package prefixes, matched at package borders; the longest match over all SDKs wins. */
  packages: string[];
  /** Component class names; a leading `*.` stands for the app's own package. */
  components: string[];
  /** Names of meta-data entries, and settings of script frameworks as facts name them. */
  settings: string[];
  /** Base names of native libraries; `*` stands for any run of characters. */
  libraries: string[];
  /** Paths inside the build; `*` stands for any run of characters within a name. */
  assets: string[];
  domains: string[];
  /**
   * String constants of its code that are its own and that versions share (log tags, names of preferences and databases,
   * paths of its interface), `*` at the end for any continuation. Some of them together show it where all else was renamed.
   */
  strings?: string[];
  /** Names of its resources, without their types, in the same form. */
  resources?: string[];
  /** npm, Cordova and uni-app packages that bring it in, and plug-ins of mini-programs, `plugin://<app id>`. */
  modules: string[];
  policyUrl: string | null;
  /** Data types that its maker says it collects. */
  declared: string[];
  /** Data types that its binary was seen to be capable of. */
  observed: string[];
  /**
   * Static fields (`class.field`) whose constant is its version, and methods (`class.method()`) that return it, the most
   * telling first. Members with usual names (`SDK_VERSION`, `getSdkVersion`) need not be listed.
   */
  versionFields?: string[];
  /** Beginnings of string constants behind which its version stands (`Acme SDK/`), which stay when its code is renamed. */
  versionStrings?: string[];
  /** SDKs whose code, or whose manifest entries, its own artifacts bring along. */
  brings?: string[];
  /** Packages and classes below those of other SDKs that its artifacts hold; where it is in a build, they show it and not the other. */
  carries?: string[];
  /**
   * What of its code lasts when a shrinker renames it: for each artifact or line of versions one set of 32-bit marks, in
   * base64, as `npm run learn` writes them.
   */
  marks?: string[];
}

/** `permissions/<platform>.json`. Examples are permission names. */
export interface PermissionsSignature extends Sourced {
  permissions: Record<string, PermissionEntry>;
}

export interface PermissionEntry {
  level: 'normal' | 'dangerous' | 'signature' | 'special';
  data: string[];
  /** What a request at run time is for; the first of `data` where absent. */
  asked?: string[];
  zh: string;
  /** First SDK level that knows it; absent where that is below every app of today. */
  since?: number;
  /** Apps that target an older SDK level get by without it, on every level. */
  sinceTarget?: number;
  /** Last SDK level on which it opens anything for an app that targets a later one. */
  until?: number;
}

/** `frameworks/<id>.json`. Examples are `file:…`, `own:…` (files of its own), `class:…`, `library:…`, `module:…`. */
export interface FrameworkSignature extends Sourced {
  name: string;
  /** Present where apps made with it keep their own code in scripts inside the build. */
  scripted?: boolean;
  /** Paths inside the build, `*` within a name. */
  files: string[];
  /** Of these and further files, those that hold the framework's own code and not the app's. */
  ownFiles: string[];
  packages: string[];
  libraries: string[];
  modules: string[];
  /** Beginnings of the names by which its code calls native plug-ins (method channels). */
  channels?: string[];
  /** Versions by a hash that its engine's native library contains. */
  versions?: Record<string, string>;
}

/** `packers/<id>.json`. Examples are `file:…`, `class:…`, `library:…`. */
export interface PackerSignature extends Sourced {
  name: { zh: string; en: string };
  libraries: string[];
  files: string[];
  classes: string[];
  /** What it hides: the DEX as a whole, single methods, or nothing but names. */
  hides: 'dex' | 'methods' | 'names';
}

/** `regulations/<id>.json`. Examples are `<kind of discrepancy>` names that a clause must, or must not, be attached to. */
export interface RegulationSignature extends Sourced {
  title: { zh: string; en: string };
  clauses: Record<string, RegulationClause>;
}

export interface RegulationClause {
  zh: string;
  en: string;
  /** `clause`: its number may be quoted; `topic`: only the subject may be named. */
  quote: 'clause' | 'topic';
  /** Kinds of discrepancy that touch it. */
  kinds: string[];
}

/** What brings a class before the framework, so that it calls the class's members. */
export type RootedBy =
  | 'application'
  | 'activity'
  | 'service'
  | 'receiver'
  | 'provider'
  | 'meta-data'
  | 'instantiated'
  | 'annotated';

/**
 * `entry-points/<kind>.json`; the id is the kind of entry that reports show. Which classes the framework calls:
 * `application` to `provider` are manifest entries; `meta-data` are classes named in a name or value there;
 * `instantiated` are classes of which reachable code makes an object; of `annotated` the keys of `classes` are
 * annotations of methods, which are called once an object of their class is made. Examples are `<class>.<member>` with or
 * without a descriptor.
 */
export interface EntryPointsSignature extends Sourced {
  rooted: RootedBy;
  /** Members that run when the process starts, before anything is shown. */
  processStart: string[];
  /** Members that run when the launcher's activity starts, before anyone could answer anything. */
  launcherStart: string[];
  /** True where it runs although the app is not in use. */
  background: boolean;
  /** Framework class or interface (binary name) -> members that it calls, `name` or `name(descriptor)`; `*` for all public ones. */
  classes: Record<string, string[]>;
  /** Names of the members, of whatever class, to which an object is given before its annotated methods count; absent for none. */
  givenTo?: string[];
  /**
   * For what counts only once it is shown: members (`class.member`) of which the receiver is. An argument that the framework gets
   * and what it is given back count, too. Absent where making an object is enough, as it is for classes whose base is in the build.
   */
  shownBy?: string[];
}

export interface ImplicitEdge {
  /** The call that hands the object over: `class.member`, with a descriptor where not every overload does. */
  trigger: string;
  /**
   * Where the object is: it receives the call, is an argument, was given to the constructor (or to a setter) of the
   * receiver, or of what the receiver was given (nested), or is known by a class constant that is handed over (in an intent, a builder).
   */
  carrier: 'receiver' | 'argument' | 'constructor-argument' | 'nested-argument' | 'class-constant';
  /** Position among the parameters without receiver; absent where any argument of the target's type counts. */
  argument?: number;
  /** Class or interface (binary name) whose members the framework then calls; `*` for whatever class it is. */
  target: string;
  /** `name` or `name(descriptor)`; `*` for all public ones. None where the call only keeps the object, for another to call it. */
  members: string[];
  /** `sync`: before the call returns; `async`: soon after; `callback`: when something happens; `user`: when the user acts. */
  mode: 'sync' | 'async' | 'callback' | 'user';
  /**
   * What the call gives back, where it makes objects of class constants: the object; or something that holds an object
   * of every class that the build's service files name for the class, and none of the class itself; or one or all of
   * the objects that the class has as constants, which are made by its initialiser.
   */
  gives?: 'object' | 'providers' | 'constants';
}

/** `implicit-edges/<group>.json`. Examples are `<trigger> -> <class>.<member>`, the trigger `*` for callbacks. */
export interface ImplicitEdgesSignature extends Sourced {
  edges: ImplicitEdge[];
  /** Interfaces and classes whose objects the framework calls back, by whatever framework call it gets them -> members. */
  callbacks: Record<string, string[]>;
  /** The same, where only an act of the user leads to the call. */
  userCallbacks: Record<string, string[]>;
  /**
   * Members by which objects of closed classes are given something and give it back, whichever object it is: what is put
   * by any of `put` comes out of any of `get`.
   */
  kept?: KeptValue[];
  /** Members whose result stands for what they are called on or given, such as a class's constructor for the class. */
  passed?: string[];
}

export interface KeptValue {
  put: string[];
  get: string[];
}

/** `class-hierarchy/<platform>.json`: classes of the platform -> their superclass and interfaces. Examples are `class < supertype`. */
export interface ClassHierarchySignature extends Sourced {
  supertypes: Record<string, string[]>;
}

/** What a read of stored settings gives on a device on which nothing was stored yet. */
export interface StoredRead {
  /** Position of the argument that is then given back. */
  argument?: number;
  /** The number (0 for false and null) that is then given; with neither, it is not known. */
  initially?: number;
}

/** `stored-flags/<store>.json`: reads of stored settings, by which apps remember an answer. Examples are `class.member`. */
export interface StoredFlagsSignature extends Sourced {
  /** `class.member`, in every overload. */
  reads: Record<string, StoredRead>;
}
