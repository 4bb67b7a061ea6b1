import type {
  AndroidClassSignature,
  AndroidSinkSignature,
  AndroidStringsSignature,
  EntryPointsSignature,
  ImplicitEdgesSignature,
} from '../model/signatures.ts';
import { fitsWildcard } from '../model/wildcard.ts';
import type { LintProblem } from './lint-problem.ts';
import { type SignatureFile, signaturesIn } from './signature-file.ts';

/** Readers that this layer cannot import; each says whether a text is taken as the signature with this id. */
export interface ExampleReaders {
  /** A policy sentence names the data type. */
  namesDataType?: (id: string, sentence: string) => boolean;
  /** A script touches a member of `<framework>/<module>`. */
  touchesScriptApi?: (id: string, script: string) => boolean;
  /** A value that a script collects flows into a member of `<framework>/<module>`. */
  reachesScriptSink?: (id: string, script: string) => boolean;
  /** Policy wording is taken as the SDK. */
  namesSdk?: (id: string, wording: string) => boolean;
}

/** True or false as an example hits or misses; undefined where nothing here can tell. */
type Verdict = (example: string) => boolean | undefined;

/** Runs every example; those that no reader was given for are left alone. */
export function runExamples(files: readonly SignatureFile[], readers: ExampleReaders): LintProblem[] {
  const packageOwners = new Map(
    signaturesIn(files, 'sdks').flatMap(({ id, signature }) => signature.packages.map((name) => [name, id] as const)),
  );
  return files.flatMap((file) => {
    if (file.folder === 'policy-terms') return [];
    const verdict = verdictOf(file, readers, packageOwners);
    const { hit, miss } = file.signature.examples;
    return [
      ...hit
        .filter((example) => verdict(example) === false)
        .map((example): LintProblem => ({ file: file.path, rule: 'hit-missed', detail: example })),
      ...miss
        .filter((example) => verdict(example) === true)
        .map((example): LintProblem => ({ file: file.path, rule: 'miss-hit', detail: example })),
    ];
  });
}

type Exercised = Exclude<SignatureFile, { folder: 'policy-terms' }>;

function verdictOf(file: Exercised, readers: ExampleReaders, packageOwners: ReadonlyMap<string, string>): Verdict {
  switch (file.folder) {
    case 'data-types':
      return (example) => readers.namesDataType?.(file.id, example);
    case 'apis/android':
      return (example) => isAndroidMember(file.id, file.signature, example);
    case 'apis/android-strings':
      return (example) => stringTells(file.signature, example);
    case 'apis/native':
      return (example) => Object.hasOwn(file.signature.symbols, example);
    case 'libraries':
      return marked({
        class: (name) => Object.keys(file.signature.packages).some((prefix) => name.startsWith(`${prefix}.`)),
        library: among(Object.keys(file.signature.libraries)),
      });
    case 'apis/script':
      return (example) => readers.touchesScriptApi?.(file.id, example);
    case 'sinks/script':
      return (example) => readers.reachesScriptSink?.(file.id, example);
    case 'sinks/android':
      return (example) => isAndroidSink(file.id, file.signature, example);
    case 'permissions':
      return (example) => Object.hasOwn(file.signature.permissions, example);
    case 'regulations':
      return (example) => Object.values(file.signature.clauses).some(({ kinds }) => kinds.includes(example));
    case 'sdks':
      return marked({
        class: (name) => ownerOf(packageOwners, name) === file.id,
        component: among(file.signature.components),
        setting: among(file.signature.settings),
        library: among(file.signature.libraries),
        asset: among(file.signature.assets),
        string: among(file.signature.strings ?? []),
        resource: among(file.signature.resources ?? []),
        module: among(file.signature.modules),
        policy: (wording) => readers.namesSdk?.(file.id, wording),
      });
    case 'frameworks':
      return marked({
        file: among(file.signature.files),
        own: among(file.signature.ownFiles),
        class: (name) => file.signature.packages.some((prefix) => name === prefix || name.startsWith(`${prefix}.`)),
        library: among(file.signature.libraries),
        module: among(file.signature.modules),
      });
    case 'packers':
      return marked({
        file: among(file.signature.files),
        class: among(file.signature.classes),
        library: among(file.signature.libraries),
      });
    case 'entry-points':
      return (example) => isEntryPoint(file.signature, example);
    case 'implicit-edges':
      return (example) => isImplicitEdge(file.signature, example);
    case 'stored-flags':
      return (example) => Object.hasOwn(file.signature.reads, example);
    case 'class-hierarchy':
      return (example) => {
        const [type = '', supertype = ''] = example.split(' < ');
        return file.signature.supertypes[type]?.includes(supertype) ?? false;
      };
  }
}

function isEntryPoint({ classes }: EntryPointsSignature, example: string): boolean {
  const [type, member] = splitMember(example);
  return isAmong(classes[type], member);
}

function isImplicitEdge(
  { edges, callbacks, userCallbacks, kept = [] }: ImplicitEdgesSignature,
  example: string,
): boolean {
  const [trigger = '', target = ''] = example.split(' -> ');
  if (kept.some(({ put, get }) => put.includes(trigger) && get.includes(target))) return true;
  const [type, member] = splitMember(target);
  if (trigger === '*') return isAmong(callbacks[type], member) || isAmong(userCallbacks[type], member);
  return edges.some(
    (edge) =>
      (edge.trigger === trigger || (!edge.trigger.includes('(') && trigger.startsWith(`${edge.trigger}(`))) &&
      (edge.target === type || edge.target === '*') &&
      isAmong(edge.members, member),
  );
}

/** `class.member` or `class.member(descriptor)`, apart. */
function splitMember(example: string): [type: string, member: string] {
  const open = example.indexOf('(');
  const dot = (open < 0 ? example : example.slice(0, open)).lastIndexOf('.');
  return [example.slice(0, dot), example.slice(dot + 1)];
}

/** Members without a descriptor stand for every overload. */
function isAmong(members: readonly string[] | undefined, member: string): boolean {
  const name = member.split('(')[0] ?? '';
  return members !== undefined && (members.includes('*') || members.includes(member) || members.includes(name));
}

/** `<class>.<member>`, then a method's descriptor, or `:` and a field's type. */
const MEMBER = /^(.+)\.(<init>|<clinit>|[^.(:]+)(?:(\(.*)|:(.+))?$/;

function isAndroidMember(className: string, { members }: AndroidClassSignature, example: string): boolean {
  const parts = MEMBER.exec(example);
  if (parts === null || parts[1] !== className || parts[2] === undefined) return false;
  const member = Object.hasOwn(members, parts[2]) ? members[parts[2]] : undefined;
  if (member === undefined || (member.kind === 'method') !== (parts[4] === undefined)) return false;
  return member.descriptors === undefined || member.descriptors.includes(parts[3] ?? '');
}

function isAndroidSink(className: string, { members }: AndroidSinkSignature, example: string): boolean {
  const space = example.lastIndexOf(' ');
  const parts = MEMBER.exec(example.slice(0, space));
  const way = example.slice(space + 1);
  if (parts === null || parts[1] !== className || parts[2] === undefined) return false;
  const sink = Object.hasOwn(members, parts[2]) ? members[parts[2]] : undefined;
  if (sink === undefined || sink.descriptors?.includes(parts[3] ?? '') === false) return false;
  if (way === 'opens' || way === 'returned' || way === 'annotates') return sink[way] === true;
  return sink.arguments?.includes(Number(way)) ?? false;
}

function stringTells({ match, strings }: AndroidStringsSignature, value: string): boolean {
  for (let end = value.length; end > 0; end--) {
    const key = value.slice(0, end);
    if (Object.hasOwn(strings, key)) return (strings[key]?.data.length ?? 0) > 0;
    if (match === 'exact') return false;
  }
  return false;
}

/** Longest prefix at a package border, over all SDKs. */
function ownerOf(owners: ReadonlyMap<string, string>, className: string): string | undefined {
  for (let end = className.length; end > 0; end = className.lastIndexOf('.', end - 1)) {
    const owner = owners.get(className.slice(0, end));
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function among(patterns: readonly string[]): (name: string) => boolean {
  return (name) => patterns.some((pattern) => fitsWildcard(pattern, name));
}

/** Examples that begin with the way by which they are recognised: `library:libx.so`; any other beginning never hits. */
function marked(ways: Record<string, Verdict>): Verdict {
  return (example) => {
    const colon = example.indexOf(':');
    const way = Object.hasOwn(ways, example.slice(0, colon)) ? ways[example.slice(0, colon)] : undefined;
    return way === undefined ? false : way(example.slice(colon + 1));
  };
}
