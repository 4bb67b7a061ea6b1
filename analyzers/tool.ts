import manifest from '../package.json' with { type: 'json' };
import type { Catalogue } from './model/catalogue.ts';
import type { Tool } from './model/report.ts';

/** What made a report: the package's version and the digest of its signatures. */
export function tool(catalogue: Catalogue): Tool {
  return { name: 'candor', version: manifest.version, signatures: catalogue.digest };
}
