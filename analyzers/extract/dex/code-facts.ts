import { ClassDataReader } from '../../formats/dex/class-data.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { Fact } from '../../model/fact.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { definedClassName } from './class-name.ts';
import type { DexWatch } from './dex-watch.ts';
import type { IdMarks } from './id-marks.ts';
import { MethodExtractor } from './method-facts.ts';
import { readStaticStrings, type StaticStrings } from './static-values.ts';

export interface CodeFacts {
  /** Watched initial values of fields, then code, both in the order of the file. */
  facts: Fact[];
  /** Classes of which some members could not be read. */
  corruptClasses: number;
  /** Methods of which some reachable code could not be read. */
  corruptMethods: number;
  /** Methods with bytes in them that are no instructions and that no path reaches. */
  deadInvalidMethods: number;
  /** What speaks for methods whose code was taken out, null where nothing does. */
  emptied: string | null;
}

/** Finds every watched call, field read and string in the classes of one logical DEX file. */
export function extractCode(
  file: string,
  dex: DexFile,
  watch: DexWatch,
  marks: IdMarks,
  budget: WorkBudget,
  maxFacts: number,
): CodeFacts {
  const statics = readStaticStrings(dex, marks.strings, budget);
  const facts = staticFacts(file, dex, statics.watched, budget);
  const methods = new MethodExtractor(file, dex, watch, marks, statics.constants, budget, maxFacts);
  const data = new ClassDataReader(dex.bytes);
  let corruptClasses = statics.corrupt;
  let corruptMethods = 0;
  let deadInvalidMethods = 0;
  for (let classDef = 0; classDef < dex.classCount && !budget.spent && facts.length < maxFacts; classDef++) {
    const offset = dex.classDataOffset(classDef);
    if (offset === 0) continue;
    try {
      data.open(offset);
      if (!budget.spend(data.skippingCost)) break;
      data.skipFields();
      while (budget.spend(1) && data.nextMethod()) {
        if (data.codeOffset === 0) continue;
        const found = methods.extract(data.index, data.codeOffset, classDef, data.accessFlags);
        if (found === null) continue;
        if (found.corrupt) {
          corruptMethods++;
          budget.fail();
        }
        if (found.deadInvalid) deadInvalidMethods++;
        for (const fact of found.facts.slice(0, maxFacts - facts.length)) facts.push(fact);
        if (facts.length >= maxFacts) break;
      }
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      corruptClasses++;
      budget.fail();
    }
  }
  return { facts, corruptClasses, corruptMethods, deadInvalidMethods, emptied: methods.emptied.finding };
}

function staticFacts(file: string, dex: DexFile, watched: StaticStrings['watched'], budget: WorkBudget): Fact[] {
  const facts: Fact[] = [];
  let className = '';
  let classOfName = -1;
  for (const { classDef, string } of watched) {
    if (classDef !== classOfName) className = definedClassName(dex, classDef);
    classOfName = classDef;
    const value = dex.string(string);
    if (!budget.spend(value.length + className.length)) break;
    facts.push({ kind: 'string', value, at: { file, class: className } });
  }
  return facts;
}
