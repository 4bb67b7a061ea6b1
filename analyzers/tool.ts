import type { Catalogue } from './model/catalogue.ts';
import type { Tool } from './model/report.ts';
import manifest from '../package.json' with { type: 'json' };

/** What made a report: the package's version and the digest of its signatures. */
export function tool(catalogue: Catalogue): Tool {
  return { name: 'candor', version: manifest.version, signatures: catalogue.digest };
}
