import Tinypool from 'tinypool';
import { loadCatalogue } from './catalogue/load.ts';
import { type CodeUnit, compileUnitExtractor, type UnitExtraction } from './extract-unit.ts';
import type { Catalogue } from './model/catalogue.ts';

/** The catalogue of the scan, where it is not the one that comes with the package. */
const own: Catalogue | undefined = Tinypool.workerData ?? undefined;
const extract = compileUnitExtractor(own ?? loadCatalogue());

/** The worker thread's task: one unit in, its facts out. */
export default function run(unit: CodeUnit): UnitExtraction {
  return extract(unit);
}
