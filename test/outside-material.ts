import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Real policies, and what people read in them, that are no part of the repository: below `shared/` beside it, or where
 * CANDOR_SHARED says. Undefined where they are not at hand; the tests that need them are skipped then, and say so.
 */
function outside(folder: string): string | undefined {
  const path = `${process.env.CANDOR_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url))}/${folder}`;
  return existsSync(path) ? path : undefined;
}

export const POLICIES = outside('policies');
export const GOLD = outside('gold');
/** Tables of facts from which signatures were written. */
export const FACTS = outside('facts');
