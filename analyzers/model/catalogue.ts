import type {
  AndroidMember,
  AndroidSink,
  ArgumentKind,
  ClassHierarchySignature,
  DataTypeSignature,
  EntryPointsSignature,
  FrameworkSignature,
  ImplicitEdgesSignature,
  NativeSymbol,
  PackerSignature,
  PermissionEntry,
  RegulationSignature,
  ScriptApiSignature,
  ScriptSinkSignature,
  SdkSignature,
  Sourced,
  StoredRead,
} from './signatures.ts';

type Entry<S extends Sourced> = Omit<S, keyof Sourced>;

/**
 * All signatures in one serialisable object, made at build time; references and examples stay behind. Keys are ids and
 * stand in sorted order. Whoever needs fast look-ups builds its own index from it once.
 */
export interface Catalogue {
  /** Hex SHA-256 over the signature files. */
  digest: string;
  dataTypes: Record<string, Entry<DataTypeSignature>>;
  /** Class (binary name) -> member -> entry. */
  androidApis: Record<string, Record<string, AndroidMember>>;
  androidStrings: Partial<Record<ArgumentKind | 'intent-action', AndroidStrings>>;
  /** `<framework>/<module>` -> entry. */
  scriptApis: Record<string, Entry<ScriptApiSignature>>;
  /** `<framework>/<module>` -> where values leave scripts. */
  scriptSinks: Record<string, Entry<ScriptSinkSignature>>;
  /** Class (binary name) -> member -> where values leave compiled code. */
  androidSinks: Record<string, Record<string, AndroidSink>>;
  /** Imported symbol of a native library -> entry. */
  nativeApis: Record<string, NativeSymbol>;
  /** Third-party code that is nobody's SDK: package prefixes and names of native libraries, each with the library's name. */
  libraries: {
    packages: Record<string, string>;
    natives: Record<string, string>;
    /** Prefixes of code that reads sensitive data only for its callers. */
    onBehalf: string[];
  };
  sdks: Record<string, Entry<SdkSignature>>;
  permissions: Record<string, PermissionEntry>;
  /** Full names of the permissions that some API or string needs, sorted. */
  neededPermissions: string[];
  frameworks: Record<string, Entry<FrameworkSignature>>;
  packers: Record<string, Entry<PackerSignature>>;
  regulations: Record<string, Entry<RegulationSignature>>;
  policyTerms: PolicyTerms;
  /** Kind of entry -> what the framework calls. */
  entryPoints: Record<string, Entry<EntryPointsSignature>>;
  implicitEdges: Record<string, Entry<ImplicitEdgesSignature>>;
  /** `class.member` that reads something stored. */
  storedReads: Record<string, StoredRead>;
  /** Class of the platform (binary name) -> its supertypes. */
  classHierarchy: ClassHierarchySignature['supertypes'];
}

export interface AndroidStrings {
  match: 'exact' | 'prefix';
  alone: boolean;
  strings: Record<string, { data: string[]; permissions?: string[] }>;
}

/** `policy-terms/<group>.json`: the words by which a policy is read, by language, e.g. verbs of collection, headings by role. */
export type PolicyTerms = Record<string, { zh: string[]; en: string[] }>;
