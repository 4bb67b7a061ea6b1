import { join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';

/** Type of a signature -> folder below signatures/. */
const FOLDERS = {
  DataTypeSignature: 'data-types',
  AndroidClassSignature: 'apis/android',
  AndroidStringsSignature: 'apis/android-strings',
  NativeLibrarySignature: 'apis/native',
  ScriptApiSignature: 'apis/script',
  ScriptSinkSignature: 'sinks/script',
  AndroidSinkSignature: 'sinks/android',
  LibrariesSignature: 'libraries',
  SdkSignature: 'sdks',
  PermissionsSignature: 'permissions',
  FrameworkSignature: 'frameworks',
  PackerSignature: 'packers',
  RegulationSignature: 'regulations',
  EntryPointsSignature: 'entry-points',
  ImplicitEdgesSignature: 'implicit-edges',
  ClassHierarchySignature: 'class-hierarchy',
  StoredFlagsSignature: 'stored-flags',
  PolicyTermsSignature: 'policy-terms',
};

/**
 * The JSON Schema of signature files, derived from their types: a file is one of the definitions, and `#/definitions/`
 * with the type's name is the schema of one kind.
 */
export function signatureSchema(root: string): Schema {
  const { definitions: shipped = {}, $schema } = schemaOf(root, 'analyzers/model/signatures.ts', '*');
  const terms = schemaOf(root, 'analyzers/catalogue/signature-shapes.ts', 'PolicyTermsSignature');
  const definitions = { ...shipped, ...terms.definitions };
  for (const [type, folder] of Object.entries(FOLDERS)) {
    const definition = definitions[type];
    if (typeof definition !== 'object') throw new Error(`signatures.ts has no ${type}`);
    definition.title = `signatures/${folder}`;
  }
  return {
    ...($schema === undefined ? {} : { $schema }),
    anyOf: Object.keys(FOLDERS).map((type) => ({ $ref: `#/definitions/${type}` })),
    definitions,
  };
}

function schemaOf(root: string, source: string, type: string): Schema {
  const tsconfig = join(root, 'tsconfig.json');
  return createGenerator({ path: join(root, source), tsconfig, type, skipTypeCheck: true }).createSchema(type);
}
