import { loadCatalogue } from './catalogue/load.ts';
import { type CodeUnit, compileUnitExtractor, type UnitExtraction } from './extract-unit.ts';

const extract = compileUnitExtractor(loadCatalogue());

/** The worker thread's task: one unit in, its facts out. */
export default function run(unit: CodeUnit): UnitExtraction {
  return extract(unit);
}
