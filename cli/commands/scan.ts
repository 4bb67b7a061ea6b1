import { failing, scan } from '../../analyzers/index.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { pairOutputs, writeOutput } from '../outputs.ts';
import { SCAN_FORMATS, type ScanFormat } from '../reports/formats.ts';

export interface ScanArguments {
  policy: string[];
  format: ScanFormat[];
  output: string[];
  lang?: 'zh' | 'en';
  failOn: 'high' | 'medium' | 'low' | 'none';
  allowIncomplete: boolean;
  jobs?: number;
  quiet: boolean;
}

/** `candor scan`: one report in every format asked for, and the gate's verdict as exit code. */
export async function runScan(input: string, options: ScanArguments, console: Console): Promise<ExitCode> {
  const outputs = pairOutputs<ScanFormat>(options.format.length > 0 ? options.format : ['text'], options.output);
  const report = await scan(input, {
    policies: options.policy,
    failOn: options.failOn,
    allowIncomplete: options.allowIncomplete,
    ...(options.lang === undefined ? {} : { language: options.lang }),
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
  });
  const language = options.lang ?? (report.policies[0]?.language === 'en' ? 'en' : 'zh');
  for (const { format, path } of outputs) {
    const style = { language, colour: path === '-' && console.colour, brief: options.quiet };
    writeOutput(path, SCAN_FORMATS[format](report, style), console);
  }
  if (failing(report.discrepancies, options.failOn).length > 0) return EXIT.failed;
  return report.gaps.some((gap) => gap.material) && !options.allowIncomplete ? EXIT.incomplete : EXIT.passed;
}
