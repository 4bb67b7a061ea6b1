import type {
  AndroidClassSignature,
  AndroidSinkSignature,
  AndroidStringsSignature,
  ArgumentKind,
  ClassHierarchySignature,
  DataTypeSignature,
  EntryPointsSignature,
  FrameworkSignature,
  ImplicitEdgesSignature,
  LibrariesSignature,
  NativeLibrarySignature,
  PackerSignature,
  PermissionsSignature,
  RegulationSignature,
  ScriptApiSignature,
  ScriptSinkSignature,
  SdkSignature,
  StoredFlagsSignature,
} from '../model/signatures.ts';
import { oneOf, type Shape, ShapeError } from './shape.ts';
import {
  ARGUMENT_KINDS,
  androidClassShape,
  androidSinkShape,
  androidStringsShape,
  classHierarchyShape,
  dataTypeShape,
  entryPointsShape,
  frameworkShape,
  implicitEdgesShape,
  librariesShape,
  nativeLibraryShape,
  type PolicyTermsSignature,
  packerShape,
  permissionsShape,
  policyTermsShape,
  regulationShape,
  scriptApiShape,
  scriptSinkShape,
  sdkShape,
  storedFlagsShape,
} from './signature-shapes.ts';

/** One parsed and shape-checked file of signatures/; `folder` tells its kind, `id` is the path below it without `.json`. */
export type SignatureFile =
  | { path: string; folder: 'data-types'; id: string; signature: DataTypeSignature }
  | { path: string; folder: 'apis/android'; id: string; signature: AndroidClassSignature }
  | {
      path: string;
      folder: 'apis/android-strings';
      id: ArgumentKind | 'intent-action';
      signature: AndroidStringsSignature;
    }
  | { path: string; folder: 'apis/native'; id: string; signature: NativeLibrarySignature }
  | { path: string; folder: 'sinks/android'; id: string; signature: AndroidSinkSignature }
  | { path: string; folder: 'libraries'; id: string; signature: LibrariesSignature }
  | { path: string; folder: 'apis/script'; id: string; signature: ScriptApiSignature }
  | { path: string; folder: 'sinks/script'; id: string; signature: ScriptSinkSignature }
  | { path: string; folder: 'sdks'; id: string; signature: SdkSignature }
  | { path: string; folder: 'permissions'; id: string; signature: PermissionsSignature }
  | { path: string; folder: 'frameworks'; id: string; signature: FrameworkSignature }
  | { path: string; folder: 'packers'; id: string; signature: PackerSignature }
  | { path: string; folder: 'regulations'; id: string; signature: RegulationSignature }
  | { path: string; folder: 'policy-terms'; id: string; signature: PolicyTermsSignature }
  | { path: string; folder: 'entry-points'; id: string; signature: EntryPointsSignature }
  | { path: string; folder: 'implicit-edges'; id: string; signature: ImplicitEdgesSignature }
  | { path: string; folder: 'stored-flags'; id: string; signature: StoredFlagsSignature }
  | { path: string; folder: 'class-hierarchy'; id: string; signature: ClassHierarchySignature };

const stringsId = oneOf(...ARGUMENT_KINDS, 'intent-action');

/**
 * Reads one signature file.
 * @param path below signatures/, with `/` between folders
 * @throws ShapeError for bad JSON, an unknown folder or a field that is missing, unknown or of the wrong type; its
 *   message does not name the file
 */
export function parseSignature(path: string, source: string): SignatureFile {
  if (!path.endsWith('.json')) throw new ShapeError('name', 'a signature file ends in .json');
  const document = parseJson(source);
  const checked = <T>(shape: Shape<T>): T => shape(document, '$');

  const folder = FOLDERS.find((name) => path.startsWith(`${name}/`));
  if (folder === undefined) throw new ShapeError('folder', `no such kind of signature; expected ${FOLDERS.join(', ')}`);
  const id = path.slice(folder.length + 1, -'.json'.length);
  if (id === '') throw new ShapeError('name', 'the file has no name');
  switch (folder) {
    case 'data-types':
      return { path, folder, id, signature: checked(dataTypeShape) };
    case 'apis/android':
      return { path, folder, id, signature: checked(androidClassShape) };
    case 'apis/android-strings':
      return { path, folder, id: stringsId(id, 'name'), signature: checked(androidStringsShape) };
    case 'apis/native':
      return { path, folder, id, signature: checked(nativeLibraryShape) };
    case 'libraries':
      return { path, folder, id, signature: checked(librariesShape) };
    case 'apis/script':
      if (!id.includes('/')) throw new ShapeError('name', 'expected apis/script/<framework>/<module>.json');
      return { path, folder, id, signature: checked(scriptApiShape) };
    case 'sinks/script':
      if (!id.includes('/')) throw new ShapeError('name', 'expected sinks/script/<framework>/<module>.json');
      return { path, folder, id, signature: checked(scriptSinkShape) };
    case 'sinks/android':
      return { path, folder, id, signature: checked(androidSinkShape) };
    case 'sdks':
      return { path, folder, id, signature: checked(sdkShape) };
    case 'permissions':
      return { path, folder, id, signature: checked(permissionsShape) };
    case 'frameworks':
      return { path, folder, id, signature: checked(frameworkShape) };
    case 'packers':
      return { path, folder, id, signature: checked(packerShape) };
    case 'regulations':
      return { path, folder, id, signature: checked(regulationShape) };
    case 'policy-terms':
      return { path, folder, id, signature: checked(policyTermsShape) };
    case 'entry-points':
      return { path, folder, id, signature: checked(entryPointsShape) };
    case 'implicit-edges':
      return { path, folder, id, signature: checked(implicitEdgesShape) };
    case 'stored-flags':
      return { path, folder, id, signature: checked(storedFlagsShape) };
    case 'class-hierarchy':
      return { path, folder, id, signature: checked(classHierarchyShape) };
  }
}

const FOLDERS = [
  'data-types',
  'apis/android',
  'apis/android-strings',
  'apis/native',
  'apis/script',
  'sinks/script',
  'sinks/android',
  'libraries',
  'sdks',
  'permissions',
  'frameworks',
  'packers',
  'regulations',
  'policy-terms',
  'entry-points',
  'implicit-edges',
  'stored-flags',
  'class-hierarchy',
] as const satisfies readonly SignatureFile['folder'][];

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new ShapeError('$', `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

type FileIn<F extends SignatureFile['folder']> = Extract<SignatureFile, { folder: F }>;

/** The files of one kind, in the order given. */
export function signaturesIn<F extends SignatureFile['folder']>(
  files: readonly SignatureFile[],
  folder: F,
): FileIn<F>[] {
  return files.filter((file): file is FileIn<F> => file.folder === folder);
}
