import { catalogueWith, facts, type Limits } from '../../analyzers/index.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { pairOutputs, styleFor, writeOutput } from '../outputs.ts';
import { progressDisplay } from '../progress.ts';
import { FACTS_FORMATS, type FactsFormat } from '../reports/formats.ts';

export interface FactsArguments {
  format: FactsFormat[];
  output: string[];
  lang?: 'zh' | 'en';
  jobs?: number;
  limit: Partial<Limits>;
  signatures?: string;
}

/** `candor facts`: what was seen in a build, before any judgement. */
export async function runFacts(input: string, options: FactsArguments, console: Console): Promise<ExitCode> {
  const outputs = pairOutputs<FactsFormat>(options.format.length > 0 ? options.format : ['text'], options.output);
  const progress = progressDisplay(console.progress, false);
  const report = await facts(input, {
    onProgress: progress.listener,
    limits: options.limit,
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...(options.signatures === undefined ? {} : { catalogue: catalogueWith(options.signatures) }),
  }).finally(() => progress.end());
  for (const { format, path } of outputs) {
    const style = styleFor(path, options.lang ?? 'zh', console);
    writeOutput(path, FACTS_FORMATS[format](report, style), console);
  }
  return EXIT.passed;
}
