import type { LintProblem } from './lint-problem.ts';
import { type SignatureFile, signaturesIn } from './signature-file.ts';

/** Namespaces of the platform and the language; code of every app lies there. */
const PLATFORM = /^(?:android|androidx|java|javax|kotlin|kotlinx)(?:\.|$)/;

/** A package as Java allows it, of two segments at least: one alone (`com`, `zendesk`) is too wide to own. */
const PACKAGE = /^[A-Za-z_][\w]*(?:\.[A-Za-z_$][\w$]*)+$/;

/** Characters of a pattern that must stand fixed, beside `lib` and `.so`. */
const FIXED_CHARACTERS = 3;

const MARKS = ['packages', 'components', 'settings', 'libraries', 'assets', 'modules', 'strings', 'resources'] as const;

/** Marks by which code is told apart must be anchored, specific, and of one SDK only. */
export function lintMarks(files: readonly SignatureFile[]): LintProblem[] {
  return [
    ...files.flatMap(lintClassPatterns),
    ...files.flatMap(lintWildcards),
    ...files.flatMap(lintNames),
    ...lintSharedMarks(files),
    ...lintPackerLibraries(files),
  ];
}

function lintClassPatterns(file: SignatureFile): LintProblem[] {
  const packages = packagesIn(file);
  const malformed = packages.filter((name) => !PACKAGE.test(name));
  const platform = [...packages, ...classesIn(file)].filter((name) => PLATFORM.test(name));
  return [
    ...malformed.map((name): LintProblem => ({ file: file.path, rule: 'package-form', detail: name })),
    ...platform.map((name): LintProblem => ({ file: file.path, rule: 'platform-pattern', detail: name })),
  ];
}

function packagesIn(file: SignatureFile): string[] {
  return file.folder === 'sdks' || file.folder === 'frameworks' ? file.signature.packages : [];
}

function classesIn(file: SignatureFile): string[] {
  if (file.folder === 'sdks') return file.signature.components;
  return file.folder === 'packers' ? file.signature.classes : [];
}

function lintWildcards(file: SignatureFile): LintProblem[] {
  return wildcardsIn(file)
    .filter((pattern) => pattern.includes('*') && fixedPart(pattern).length < FIXED_CHARACTERS)
    .map((pattern): LintProblem => ({ file: file.path, rule: 'wide-pattern', detail: pattern }));
}

function wildcardsIn(file: SignatureFile): string[] {
  switch (file.folder) {
    case 'sdks':
      return [
        ...file.signature.components,
        ...file.signature.libraries,
        ...file.signature.assets,
        ...file.signature.modules,
        ...(file.signature.strings ?? []),
        ...(file.signature.resources ?? []),
      ];
    case 'libraries':
      return Object.keys(file.signature.libraries);
    case 'frameworks':
    case 'packers':
      return [...file.signature.files, ...file.signature.libraries];
    default:
      return [];
  }
}

/** A listed name is met whole or by its beginning, so that `*` stands at its end alone. */
function lintNames(file: SignatureFile): LintProblem[] {
  if (file.folder !== 'sdks') return [];
  return [...(file.signature.strings ?? []), ...(file.signature.resources ?? [])]
    .filter((name) => name.slice(0, -1).includes('*'))
    .map((name): LintProblem => ({ file: file.path, rule: 'wide-pattern', detail: name }));
}

/** What is left of a pattern without its wildcards and the parts that every such name has. */
function fixedPart(pattern: string): string {
  return pattern
    .replace(/^(?:.*\/)?lib/, '')
    .replace(/\.so$/, '')
    .replace(/^(?:assets|lib|res)\//, '')
    .replaceAll('*', '');
}

function lintSharedMarks(files: readonly SignatureFile[]): LintProblem[] {
  const sdks = signaturesIn(files, 'sdks');
  return MARKS.flatMap((field) => {
    const owners = new Map<string, string[]>();
    for (const { id, signature } of sdks) {
      for (const mark of signature[field] ?? []) owners.set(mark, [...(owners.get(mark) ?? []), id]);
    }
    return sdks.flatMap(({ path, id, signature }) =>
      (signature[field] ?? []).flatMap((mark): LintProblem[] => {
        const others = (owners.get(mark) ?? []).filter((owner) => owner !== id);
        return others.length === 0
          ? []
          : [{ file: path, rule: 'shared-mark', detail: `${field}: ${mark} is also of ${others.join(', ')}` }];
      }),
    );
  });
}

/** A packer hides code, so that a library which an SDK brings along would make every app with it look unread. */
function lintPackerLibraries(files: readonly SignatureFile[]): LintProblem[] {
  const ownerOf = new Map(
    signaturesIn(files, 'sdks').flatMap(({ id, signature }) => signature.libraries.map((name) => [name, id] as const)),
  );
  return signaturesIn(files, 'packers').flatMap(({ path, signature }) =>
    signature.libraries.flatMap((name): LintProblem[] => {
      const owner = ownerOf.get(name);
      return owner === undefined
        ? []
        : [{ file: path, rule: 'shared-mark', detail: `libraries: ${name} is also of ${owner}` }];
    }),
  );
}
