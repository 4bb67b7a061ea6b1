import { catalogueWith, facts } from '../../analyzers/index.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { pairOutputs, writeOutput } from '../outputs.ts';
import { FACTS_FORMATS, type FactsFormat } from '../reports/formats.ts';

export interface FactsArguments {
  format: FactsFormat[];
  output: string[];
  lang?: 'zh' | 'en';
  jobs?: number;
  signatures?: string;
}

/** `candor facts`: what was seen in a build, before any judgement. */
export async function runFacts(input: string, options: FactsArguments, console: Console): Promise<ExitCode> {
  const outputs = pairOutputs<FactsFormat>(options.format.length > 0 ? options.format : ['text'], options.output);
  const report = await facts(input, {
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...(options.signatures === undefined ? {} : { catalogue: catalogueWith(options.signatures) }),
  });
  for (const { format, path } of outputs) {
    const style = { language: options.lang ?? 'zh', colour: path === '-' && console.colour, brief: false };
    writeOutput(path, FACTS_FORMATS[format](report, style), console);
  }
  return EXIT.passed;
}
