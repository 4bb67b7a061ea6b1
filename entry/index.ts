import { loadCode } from './load-code.ts';

/** The library, as analyzers/index.ts has it. */
export const {
  catalogueWith,
  compareReports,
  DEFAULT_LIMITS,
  facts,
  failing,
  InputError,
  LIMIT_NAMES,
  policy,
  readOwnSignatures,
  STAGES,
  scan,
  shippedSignatures,
  testSignatures,
} = loadCode(import.meta.url).library;
