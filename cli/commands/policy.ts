import { catalogueWith, type Limits, policy } from '../../analyzers/index.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { pairOutputs, styleFor, writeOutput } from '../outputs.ts';
import { POLICY_FORMATS, type PolicyFormat } from '../reports/formats.ts';

export interface PolicyArguments {
  format: PolicyFormat[];
  output: string[];
  lang?: 'zh' | 'en';
  limit: Partial<Limits>;
  signatures?: string;
}

/** `candor policy`: what policies are understood to claim, and their defects. */
export async function runPolicy(files: string[], options: PolicyArguments, console: Console): Promise<ExitCode> {
  const outputs = pairOutputs<PolicyFormat>(options.format.length > 0 ? options.format : ['text'], options.output);
  const report = await policy(files, {
    limits: options.limit,
    ...(options.lang === undefined ? {} : { language: options.lang }),
    ...(options.signatures === undefined ? {} : { catalogue: catalogueWith(options.signatures) }),
  });
  const language = options.lang ?? (report.policies[0]?.language === 'en' ? 'en' : 'zh');
  for (const { format, path } of outputs) {
    const style = styleFor(path, language, console);
    writeOutput(path, POLICY_FORMATS[format](report, style), console);
  }
  return EXIT.passed;
}
