import type {
  AndroidClassSignature,
  AndroidMember,
  AndroidSink,
  AndroidSinkSignature,
  AndroidStringsSignature,
  ArgumentKind,
  ClassHierarchySignature,
  DataTypeSignature,
  EntryPointsSignature,
  FrameworkSignature,
  ImplicitEdge,
  ImplicitEdgesSignature,
  KeptValue,
  LibrariesSignature,
  NativeLibrarySignature,
  NativeSymbol,
  PackerSignature,
  PermissionEntry,
  PermissionsSignature,
  RegulationClause,
  RegulationSignature,
  ScriptApiSignature,
  ScriptMember,
  ScriptSink,
  ScriptSinkSignature,
  SdkSignature,
  Sourced,
  StoredFlagsSignature,
  StoredRead,
} from '../model/signatures.ts';
import {
  boolean,
  count,
  listOf,
  nullable,
  objectOf,
  oneOf,
  optional,
  recordOf,
  type Shape,
  setOfText,
  text,
} from './shape.ts';

type Names = { zh: string; en: string };
type Wordings = { zh: string[]; en: string[] };
type TakenArgument = NonNullable<ScriptSink['arguments']>[number];
type ArgumentCondition = NonNullable<ScriptMember['when']>[number];

/** `policy-terms/<group>.json`; the words are the project's own, so references are not asked for. */
export interface PolicyTermsSignature extends Partial<Sourced> {
  zh: string[];
  en: string[];
}

const names: Shape<Names> = objectOf<Names>({ zh: text, en: text });
const wordings: Shape<Wordings> = objectOf<Wordings>({ zh: setOfText, en: setOfText });
const examples = objectOf<Sourced['examples']>({ hit: listOf(text), miss: listOf(text) });
const sourced = { references: setOfText, examples };

/** Every group of android-strings that takes a constant argument. */
export const ARGUMENT_KINDS = [
  'content-uri',
  'settings-key',
  'system-property',
  'file-path',
  'shell-command',
  'reflection',
  'java-property',
  'web-address',
  'package-name',
] as const satisfies readonly ArgumentKind[];

export const dataTypeShape = objectOf<DataTypeSignature>({
  zh: text,
  en: text,
  parent: nullable(text),
  kind: oneOf('leaf', 'broad', 'behaviour', 'permission'),
  sensitivity: oneOf('high', 'medium', 'low'),
  phrases: wordings,
  standards: objectOf<DataTypeSignature['standards']>({
    gbt35273: nullable(text),
    play: nullable(text),
    apple: nullable(text),
  }),
  ...sourced,
});

export const androidClassShape = objectOf<AndroidClassSignature>({
  members: recordOf(
    objectOf<AndroidMember>({
      kind: oneOf('method', 'field'),
      data: setOfText,
      argument: optional(oneOf(...ARGUMENT_KINDS)),
      permissions: optional(setOfText),
      minSdk: optional(count),
      signal: optional(oneOf('low')),
      descriptors: optional(setOfText),
    }),
  ),
  ...sourced,
});

export const androidStringsShape = objectOf<AndroidStringsSignature>({
  match: oneOf('exact', 'prefix'),
  alone: boolean,
  strings: recordOf(
    objectOf<AndroidStringsSignature['strings'][string]>({ data: setOfText, permissions: optional(setOfText) }),
  ),
  ...sourced,
});

export const nativeLibraryShape = objectOf<NativeLibrarySignature>({
  symbols: recordOf(
    objectOf<NativeSymbol>({
      data: setOfText,
      argument: optional(oneOf(...ARGUMENT_KINDS)),
      beside: optional(setOfText),
      permissions: optional(setOfText),
      signal: optional(oneOf('low')),
    }),
  ),
  ...sourced,
});

export const librariesShape = objectOf<LibrariesSignature>({
  packages: recordOf(text),
  libraries: recordOf(text),
  onBehalf: optional(setOfText),
  ...sourced,
});

export const scriptApiShape = objectOf<ScriptApiSignature>({
  aliases: setOfText,
  reach: oneOf('module', 'global'),
  exports: setOfText,
  nativeModules: setOfText,
  members: recordOf(
    objectOf<ScriptMember>({
      use: oneOf('call', 'read', 'element'),
      data: setOfText,
      permissions: optional(setOfText),
      signal: optional(oneOf('low', 'asks')),
      parts: optional(recordOf(setOfText)),
      when: optional(
        listOf(
          objectOf<ArgumentCondition>({
            argument: count,
            key: optional(text),
            value: optional(text),
            app: optional(boolean),
            data: setOfText,
            replaces: optional(setOfText),
          }),
        ),
      ),
      handed: optional(count),
      otherwise: optional(setOfText),
      permissionsIn: optional(count),
    }),
  ),
  ...sourced,
});

const sinkKind = oneOf('network', 'log', 'file', 'storage', 'ipc', 'sdk', 'script');

export const scriptSinkShape = objectOf<ScriptSinkSignature>({
  aliases: setOfText,
  reach: oneOf('module', 'global'),
  exports: setOfText,
  nativeModules: setOfText,
  members: recordOf(
    objectOf<ScriptSink>({
      kind: sinkKind,
      use: oneOf('call', 'write', 'element'),
      arguments: optional(
        listOf(
          objectOf<TakenArgument>({
            argument: count,
            keys: optional(setOfText),
            returned: optional(boolean),
            filled: optional(boolean),
            way: optional(listOf(text)),
          }),
        ),
      ),
    }),
  ),
  ...sourced,
});

export const androidSinkShape = objectOf<AndroidSinkSignature>({
  members: recordOf(
    objectOf<AndroidSink>({
      kind: sinkKind,
      arguments: optional(listOf(count)),
      opens: optional(boolean),
      returned: optional(boolean),
      exported: optional(boolean),
      annotates: optional(boolean),
      descriptors: optional(setOfText),
    }),
  ),
  ...sourced,
});

export const sdkShape = objectOf<SdkSignature>({
  names: wordings,
  companies: setOfText,
  category: text,
  packages: setOfText,
  components: setOfText,
  settings: setOfText,
  libraries: setOfText,
  assets: setOfText,
  domains: setOfText,
  strings: optional(setOfText),
  resources: optional(setOfText),
  modules: setOfText,
  policyUrl: nullable(text),
  declared: setOfText,
  observed: setOfText,
  versionFields: optional(setOfText),
  versionStrings: optional(setOfText),
  brings: optional(setOfText),
  carries: optional(setOfText),
  marks: optional(setOfText),
  ...sourced,
});

export const permissionsShape = objectOf<PermissionsSignature>({
  permissions: recordOf(
    objectOf<PermissionEntry>({
      level: oneOf('normal', 'dangerous', 'signature', 'special'),
      data: setOfText,
      asked: optional(setOfText),
      zh: text,
      since: optional(count),
      sinceTarget: optional(count),
      until: optional(count),
    }),
  ),
  ...sourced,
});

export const frameworkShape = objectOf<FrameworkSignature>({
  name: text,
  scripted: optional(boolean),
  files: setOfText,
  ownFiles: setOfText,
  packages: setOfText,
  libraries: setOfText,
  modules: setOfText,
  channels: optional(setOfText),
  versions: optional(recordOf(text)),
  ...sourced,
});

export const packerShape = objectOf<PackerSignature>({
  name: names,
  libraries: setOfText,
  files: setOfText,
  classes: setOfText,
  hides: oneOf('dex', 'methods', 'names'),
  ...sourced,
});

export const regulationShape = objectOf<RegulationSignature>({
  title: names,
  clauses: recordOf(
    objectOf<RegulationClause>({ zh: text, en: text, quote: oneOf('clause', 'topic'), kinds: setOfText }),
  ),
  ...sourced,
});

export const policyTermsShape = objectOf<PolicyTermsSignature>({
  zh: setOfText,
  en: setOfText,
  references: optional(setOfText),
  examples: optional(examples),
});

export const entryPointsShape = objectOf<EntryPointsSignature>({
  rooted: oneOf('application', 'activity', 'service', 'receiver', 'provider', 'meta-data', 'instantiated', 'annotated'),
  processStart: setOfText,
  launcherStart: setOfText,
  background: boolean,
  classes: recordOf(setOfText),
  givenTo: optional(setOfText),
  shownBy: optional(setOfText),
  ...sourced,
});

export const implicitEdgesShape = objectOf<ImplicitEdgesSignature>({
  edges: listOf(
    objectOf<ImplicitEdge>({
      trigger: text,
      carrier: oneOf('receiver', 'argument', 'constructor-argument', 'nested-argument', 'class-constant'),
      argument: optional(count),
      target: text,
      members: setOfText,
      mode: oneOf('sync', 'async', 'callback', 'user'),
      gives: optional(oneOf('object', 'providers', 'constants')),
    }),
  ),
  callbacks: recordOf(setOfText),
  userCallbacks: recordOf(setOfText),
  kept: optional(listOf(objectOf<KeptValue>({ put: setOfText, get: setOfText }))),
  passed: optional(setOfText),
  ...sourced,
});

export const classHierarchyShape = objectOf<ClassHierarchySignature>({
  supertypes: recordOf(setOfText),
  ...sourced,
});

export const storedFlagsShape = objectOf<StoredFlagsSignature>({
  reads: recordOf(objectOf<StoredRead>({ argument: optional(count), initially: optional(count) })),
  ...sourced,
});
