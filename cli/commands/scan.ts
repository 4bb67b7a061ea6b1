import { catalogueWith, type Limits, type Report, scan, type Threshold } from '../../analyzers/index.ts';
import { bundle } from '../bundle.ts';
import type { Config } from '../config/config.ts';
import { findConfig } from '../config/find-config.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readBaseline } from '../gate/baseline.ts';
import { applyGate, isIncomplete } from '../gate/gate.ts';
import { gateNotes } from '../gate/notes.ts';
import { pairOutputs, styleFor, writeOutput } from '../outputs.ts';
import { progressDisplay } from '../progress.ts';
import { SCAN_FORMATS, type ScanFormat } from '../reports/formats.ts';

export interface ScanArguments {
  policy: string[];
  format: ScanFormat[];
  output: string[];
  lang?: 'zh' | 'en';
  failOn?: Threshold;
  allowIncomplete?: boolean;
  config?: string;
  baseline?: string;
  bundle?: string;
  today?: string;
  jobs?: number;
  limit: Partial<Limits>;
  signatures?: string;
  quiet: boolean;
  verbose: boolean;
}

/** `candor scan`: one report in every format asked for, and the gate's verdict as exit code. */
export async function runScan(input: string, options: ScanArguments, console: Console): Promise<ExitCode> {
  const outputs = pairOutputs<ScanFormat>(options.format.length > 0 ? options.format : ['text'], options.output);
  const config = findConfig(console.folder, options.config);
  const report = await judgedScan(input, options, config, console);
  const language = options.lang ?? config.lang ?? (report.policies[0]?.language === 'en' ? 'en' : 'zh');
  for (const { format, path } of outputs) {
    const style = styleFor(path, language, console, options.quiet ? 'brief' : options.verbose ? 'full' : 'usual');
    writeOutput(path, await SCAN_FORMATS[format](report, style), console);
  }
  if (options.bundle !== undefined) {
    writeOutput(options.bundle, await bundle(report, language), console);
  }
  if (report.gate !== undefined) for (const line of gateNotes(report.gate, options.quiet)) console.err(line);
  return exitCode(report);
}

/** Scans, and judges the report by the command line, then by the configuration. */
async function judgedScan(
  input: string,
  options: ScanArguments,
  config: Config,
  console: Pick<Console, 'today' | 'progress'>,
): Promise<Report> {
  const baselinePath = options.baseline ?? config.baseline;
  const baseline = baselinePath === undefined ? null : readBaseline(baselinePath);
  const language = options.lang ?? config.lang;
  const policies = options.policy.length > 0 ? options.policy : (config.policies ?? []);
  const progress = options.quiet ? null : progressDisplay(console.progress, options.verbose);
  const report = await scan(input, {
    policies,
    ...(progress === null ? {} : { onProgress: progress.listener }),
    ...(language === undefined ? {} : { language }),
    limits: { ...config.limits, ...options.limit },
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    ...(options.signatures === undefined ? {} : { catalogue: catalogueWith(options.signatures) }),
  }).finally(() => progress?.end());
  return applyGate(report, {
    failOn: options.failOn ?? config.failOn ?? 'high',
    // A threshold on the command line is the user's last word.
    kinds: options.failOn === undefined ? (config.kinds ?? {}) : {},
    allowIncomplete: options.allowIncomplete ?? config.allowIncomplete ?? false,
    suppressions: config.suppressions ?? [],
    baseline,
    today: options.today ?? console.today,
  });
}

function exitCode({ gate, discrepancies }: Report): ExitCode {
  if (gate === undefined || gate.failing.length > 0) return EXIT.failed;
  return isIncomplete(discrepancies, gate) ? EXIT.incomplete : EXIT.passed;
}
