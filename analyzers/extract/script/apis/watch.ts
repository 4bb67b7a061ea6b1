import type { Catalogue } from '../../../model/catalogue.ts';
import type { ScriptApiSignature, ScriptMember } from '../../../model/signatures.ts';
import { scriptSinkApi } from '../../../model/sink.ts';
import { fitsWildcard } from '../../../model/wildcard.ts';
import { ApiNode, FOREIGN, type Hit } from './api-node.ts';
import { javaModule } from './java-imports.ts';
import { KnownModules } from './known-modules.ts';

/** The script part of a catalogue as look-ups by name; built once per process, never changed afterwards. */
export interface ScriptWatch {
  /** The global object; its children are the names of globals. */
  globals: ApiNode;
  /** Import specifier -> the module's namespace. */
  modules: Pick<KnownModules, 'get'>;
  /** What `NativeModules` holds: registered name -> native module. */
  nativeModules: ApiNode;
  /** Modules of which signatures know what they collect; code inside of them is told at their callers. */
  collecting: ReadonlySet<string>;
  /** Name of a method -> the modules whose objects have it, with the method. */
  methods: ReadonlyMap<string, readonly Method[]>;
  /** Last names of all members; a property access by any other name cannot be a hit. */
  memberNames: ReadonlySet<string>;
  /** Keys of functions whose first argument a library takes back with what they put into it. */
  fillingKeys: ReadonlySet<string>;
  /** Packages whose import is a fact of its own. */
  packages: ReadonlySet<string>;
  packagePatterns: readonly string[];
  /** Registered name of a native module -> the packages whose JavaScript asks for it. */
  nativeOwners: ReadonlyMap<string, readonly PackageShape[]>;
  /** Value of a fact -> the native modules whose method of the same name does it. */
  nativesOf: ReadonlyMap<string, readonly string[]>;
  /** What addresses of services begin with that answer with what they see of who asks. */
  addresses: readonly string[];
}

/** A method of objects that a module gives or makes. */
export interface Method {
  specifier: string;
  hits(): readonly Hit[];
}

/** A package and the first names of its members, by which it is known where its name is lost. */
export interface PackageShape {
  name: string;
  members: ReadonlySet<string>;
}

type ScriptApi = Omit<ScriptApiSignature, 'references' | 'examples'>;

/** Names under which scripts know the global object. */
const GLOBAL_OBJECT_NAMES = new Set(['window', 'globalThis', 'self', 'global', 'top', 'frames']);

export function isGlobalObjectName(name: string): boolean {
  return GLOBAL_OBJECT_NAMES.has(name);
}

/** Indexes `catalogue.scriptApis` and the packages of `catalogue.sdks`; call it once and keep the result. */
export function compileScriptWatch(catalogue: Catalogue): ScriptWatch {
  const globals = new ApiNode('global');
  const nativeModules = new ApiNode('native-modules');
  const modules = new KnownModules();
  const collecting = new Set<string>();
  const memberNames = new Set<string>();
  const packages = new Set<string>();
  const nativeOwners = new Map<string, PackageShape[]>();
  const nativesOf = new Map<string, readonly string[]>();
  const methods = new Map<string, Method[]>();

  modules.add('react-native', (module) => {
    module.hang('NativeModules', nativeModules);
    module.hang('TurboModuleRegistry', new ApiNode('turbo-registry'));
  });
  for (const [id, api] of Object.entries(catalogue.scriptApis)) {
    const name = id.slice(id.indexOf('/') + 1);
    const firsts = new Set<string>();
    const hits: { way: string[]; hit: Hit }[] = [];
    for (const [path, member] of Object.entries(api.members)) {
      const way = steps(path);
      if (way[0] !== undefined) firsts.add(way[0]);
      const hit = {
        value: `${name}.${path}`,
        use: member.use,
        hasParts: member.parts !== undefined,
        constants: constantsOf(member),
      };
      if (api.nativeModules.length > 0) nativesOf.set(hit.value, api.nativeModules);
      // `f()` as a member means that f itself is called.
      if (way.at(-1) === '()') way.pop();
      hits.push({ way, hit });
      const last = way.at(-1);
      if (last !== undefined) memberNames.add(last);
      else for (const exported of api.exports) memberNames.add(exported);
    }
    const fill = (root: ApiNode) => {
      for (const { way, hit } of hits) endOf(root, way).addHit(hit);
    };
    if (api.reach === 'global') fill(globalOf(globals, name));
    else {
      const specifiers = [name, ...api.aliases];
      for (const specifier of specifiers) {
        modules.add(specifier, (module) => {
          for (const root of exportsOf(module, api)) fill(root);
        });
        packages.add(packageOf(specifier));
        collecting.add(specifier);
      }
      for (const { way } of hits) if (way.at(-2) === '()') addMethods(methods, specifiers, way, api, modules);
    }
    for (const native of api.nativeModules) {
      const owners = nativeOwners.get(native) ?? [];
      owners.push({ name, members: firsts });
      nativeOwners.set(native, owners);
      fill(nativeModules.extend([native]));
    }
  }

  addSinks(catalogue, globals, modules, nativeModules, nativeOwners);
  const fillingKeys = Object.values(catalogue.scriptSinks)
    .flatMap(({ members }) => Object.values(members))
    .flatMap((sink) => sink.arguments ?? [])
    .flatMap((taken) => (taken.filled === true ? (taken.keys ?? []) : []));
  const sdkModules = Object.values(catalogue.sdks).flatMap((sdk) => sdk.modules);
  for (const module of sdkModules) if (!module.includes('*')) packages.add(module);
  return {
    globals,
    modules,
    nativeModules,
    collecting,
    methods,
    memberNames,
    fillingKeys: new Set(fillingKeys),
    packages,
    nativeOwners,
    nativesOf,
    addresses: Object.keys(catalogue.androidStrings['web-address']?.strings ?? {}),
    packagePatterns: [...new Set(sdkModules.filter((module) => module.includes('*')))].sort(),
  };
}

function constantsOf({ data, when = [], otherwise, permissionsIn }: ScriptMember): readonly string[] | null {
  if (data.length > 0 || otherwise !== undefined || permissionsIn !== undefined || when.length === 0) return null;
  const constants = when.flatMap(({ argument, key, value }) =>
    argument > 0 || key !== undefined || value === undefined ? [] : [value],
  );
  return constants.length === when.length ? constants : null;
}

/** Hangs what values leave by on the same trees of names. */
function addSinks(
  { scriptSinks }: Catalogue,
  globals: ApiNode,
  modules: KnownModules,
  nativeModules: ApiNode,
  nativeOwners: Map<string, PackageShape[]>,
): void {
  for (const [id, api] of Object.entries(scriptSinks)) {
    const name = id.slice(id.indexOf('/') + 1);
    const fill = (root: ApiNode) => {
      for (const [path, sink] of Object.entries(api.members)) {
        const way = steps(path);
        if (way.at(-1) === '()') way.pop();
        endOf(root, way).addOutlet({ api: scriptSinkApi(name, path), sink });
      }
    };
    const members = new Set(Object.keys(api.members).flatMap((path) => steps(path).slice(0, 1)));
    for (const native of api.nativeModules) {
      const owners = nativeOwners.get(native) ?? [];
      if (!owners.some((owner) => owner.name === name)) nativeOwners.set(native, [...owners, { name, members }]);
      fill(nativeModules.extend([native]));
    }
    if (api.reach === 'global') fill(globalOf(globals, name));
    else {
      for (const specifier of [name, ...api.aliases]) {
        modules.add(specifier, (module) => {
          for (const root of exportsOf(module, api)) fill(root);
        });
      }
    }
  }
}

function globalOf(globals: ApiNode, name: string): ApiNode {
  return globals.extend(steps(name).filter((step, at) => at > 0 || !isGlobalObjectName(step)));
}

/** Names that objects of all kinds have: whose method is called is not told by them. */
const COMMON_METHODS =
  /^(?:on|off|get\w{0,4}|set|start\w{0,5}|stop|open|read|find|select|scan|list|exe|record|connect|devices|available|request|getData(?:Sync)?|hasData|getToken|getInfo|getDetails|getContact|getCalendar|createCalendar|getAlbums|addListener)$/;

function addMethods(
  methods: Map<string, Method[]>,
  specifiers: readonly string[],
  way: readonly string[],
  api: Pick<ScriptApi, 'exports'>,
  modules: KnownModules,
): void {
  const last = way.at(-1) ?? '';
  const [name = ''] = specifiers;
  if (COMMON_METHODS.test(last)) return;
  const known = methods.get(last) ?? [];
  const hits = () => {
    const module = modules.get(name);
    const [root] = module === undefined ? [] : exportsOf(module, api);
    return root === undefined ? [] : endOf(root, way).hits;
  };
  for (const specifier of specifiers) known.push({ specifier, hits });
  methods.set(last, known);
}

/** The namespace that a specifier brings; a module that no signature knows is FOREIGN. Subpaths fall back to the package. */
export function moduleOf(watch: ScriptWatch, specifier: string): ApiNode {
  const plain = packageAtCdn(specifier) ?? plainSpecifier(specifier);
  const known = watch.modules.get(specifier) ?? watch.modules.get(plain) ?? watch.modules.get(packageOf(plain));
  if (known !== undefined) return known;
  const forked = FORK.exec(plain)?.[1];
  return (forked === undefined ? undefined : watch.modules.get(forked)) ?? javaModule(watch.globals, plain) ?? FOREIGN;
}

/** A copy of a package that somebody published in a scope, under the same name: `@celo/react-native-sms-retriever`. */
const FORK = /^@[\w.-]+\/((?:react-native|cordova-plugin)-[\w.-]+)$/;

/** A module of Node or, in code that HarmonyOS' tools have written (`@ohos:sensor`), of its system, as sources name it. */
function plainSpecifier(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier.slice(5);
  return specifier.replace(/^@(ohos|system|hms|kit):/, '@$1.');
}

/** The package that a specifier names, where the catalogue knows it. */
export function knownPackage(watch: ScriptWatch, specifier: string): string | undefined {
  if (watch.packages.has(specifier)) return specifier;
  const name = packageAtCdn(specifier) ?? namedCopy(specifier) ?? packageOf(specifier);
  if (watch.packages.has(name)) return name;
  return watch.packagePatterns.some((pattern) => fitsWildcard(pattern, name)) ? name : undefined;
}

/** Servers of npm packages, with what stands before the package's name. */
const CDN =
  /^https?:\/\/(?:cdn\.jsdelivr\.net\/npm|unpkg\.com|esm\.sh|cdn\.skypack\.dev|esm\.run|ga\.jspm\.io\/npm:)\/?((?:@[\w.-]+\/)?[\w.-]+)/;

/** The package that is loaded from a public server: `https://esm.sh/@scope/name@1.2.3`. */
function packageAtCdn(specifier: string): string | undefined {
  return specifier.startsWith('http') ? CDN.exec(specifier.slice(0, 2 * LONGEST_NAME))?.[1] : undefined;
}

/** Longer names are no package's. */
const LONGEST_NAME = 100;

/** The package in whose installed copy a path lies, or after which a file that an app keeps of it is named: `../libs/qqmap-wx-jssdk.min.js`. */
function namedCopy(specifier: string): string | undefined {
  const name = specifier.slice(specifier.lastIndexOf('/') + 1).slice(0, LONGEST_NAME);
  // Names of one word are too usual, and own modules are mostly named without the ending.
  const isCopy = /^\.{0,2}\//.test(specifier) && name.includes('-') && name.endsWith('.js');
  return packageInPath(specifier) ?? (isCopy ? name.replace(/(?:\.min)?\.js$/, '') : undefined);
}

/**
 * The package name in an import specifier or in a module path of a bundler (`./node_modules/@scope/name/dist/x.js`);
 * relative paths come back as they are.
 */
export function packageOf(specifier: string): string {
  const inside = specifier.lastIndexOf('node_modules/');
  const path = inside < 0 ? specifier : specifier.slice(inside + 'node_modules/'.length);
  if (path.startsWith('.') || path.startsWith('/')) return path;
  const plain = path.startsWith('node:') ? path.slice(5) : path;
  const parts = plain.split('/', 2);
  return plain.startsWith('@') ? parts.join('/') : (parts[0] ?? plain);
}

/** Packages of mini-programs, and plug-ins of uni-app's market. */
const VENDORED = /(?:^|\/)(?:miniprogram_npm|uni_modules)\/((?:@[^/]+\/)?[^/]+)\//;

/** The package in whose installed copy a path lies. */
export function packageInPath(path: string): string | null {
  const vendored = VENDORED.exec(path)?.[1];
  if (vendored !== undefined) return vendored;
  const inside = path.lastIndexOf('node_modules/');
  if (inside < 0) return null;
  const parts = path.slice(inside + 'node_modules/'.length).split('/', 2);
  const name = path.startsWith('@', inside + 'node_modules/'.length) ? parts.join('/') : parts[0];
  return name === undefined || name === '' ? null : name;
}

/** `getRecorder().start` -> getRecorder, (), start. */
function steps(path: string): string[] {
  const result: string[] = [];
  for (const part of path.split('.')) {
    let name = part;
    let calls = 0;
    while (name.endsWith('()')) {
      name = name.slice(0, -2);
      calls++;
    }
    if (name !== '') result.push(name);
    for (; calls > 0; calls--) result.push('()');
  }
  return result;
}

function exportsOf(module: ApiNode, api: Pick<ScriptApi, 'exports'>): ApiNode[] {
  const names = api.exports.length === 0 ? ['*', 'default'] : api.exports;
  return names.map((name) => (name === '*' ? module : module.extend([name])));
}

/** A native module has by itself what a class or a factory of its JavaScript side hands out. */
function endOf(root: ApiNode, way: readonly string[]): ApiNode {
  return root.extend(root.kind === 'native' ? way.slice(way.lastIndexOf('()') + 1) : way);
}
