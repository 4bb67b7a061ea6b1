import { loadCatalogue } from './catalogue/load.ts';
import { type CodeUnit, compileUnitExtractor, type UnitExtraction } from './extract-unit.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { Limits } from './model/limits.ts';

/** What the main thread hands to every worker; the catalogue only where it is not the one that comes with the package. */
export interface WorkerData {
  catalogue?: Catalogue;
  limits: Limits;
}

/** A worker thread's task: one unit in, its facts out. */
export function unitExtractor({ catalogue, limits }: WorkerData): (unit: CodeUnit) => UnitExtraction {
  return compileUnitExtractor(catalogue ?? loadCatalogue(), limits);
}
