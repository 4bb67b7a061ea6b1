import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { catalogueWith, compareReports, type Report, scan, type Threshold } from '../../analyzers/index.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { applyGate, isIncomplete } from '../gate/gate.ts';
import { pairOutputs, styleFor, writeOutput } from '../outputs.ts';
import { progressDisplay } from '../progress.ts';
import { readReport } from '../read-report.ts';
import { COMPARISON_FORMATS, type ComparisonFormat } from '../reports/formats.ts';

export interface CompareArguments {
  policy: string[];
  oldPolicy: string[];
  format: ComparisonFormat[];
  output: string[];
  lang?: 'zh' | 'en';
  failOn?: Threshold;
  jobs?: number;
  signatures?: string;
}

/** `candor compare`: what a new build collects that the old one did not; fails on new discrepancies only. */
export async function runCompare(
  oldInput: string,
  newInput: string,
  options: CompareArguments,
  console: Console,
): Promise<ExitCode> {
  const outputs = pairOutputs<ComparisonFormat>(options.format.length > 0 ? options.format : ['text'], options.output);
  const oldPolicies = options.oldPolicy.length > 0 ? options.oldPolicy : options.policy;
  const old = await reportOf(oldInput, oldPolicies, options, console);
  const now = await reportOf(newInput, options.policy, options, console);
  const comparison = compareReports(old, now);
  const language = options.lang ?? (now.policies[0]?.language === 'en' ? 'en' : 'zh');
  for (const { format, path } of outputs) {
    const style = styleFor(path, language, console);
    writeOutput(path, COMPARISON_FORMATS[format](comparison, style), console);
  }
  const added = applyGate(
    { ...now, discrepancies: comparison.discrepancies.added },
    {
      failOn: options.failOn ?? 'high',
      kinds: {},
      allowIncomplete: false,
      suppressions: [],
      baseline: null,
      today: console.today,
    },
  );
  if (added.gate !== undefined && added.gate.failing.length > 0) return EXIT.failed;
  return isIncomplete(now.discrepancies, { allowIncomplete: false }) ? EXIT.incomplete : EXIT.passed;
}

/** A JSON report as it is, everything else scanned. */
async function reportOf(
  input: string,
  policies: string[],
  { lang, jobs, signatures }: Pick<CompareArguments, 'lang' | 'jobs' | 'signatures'>,
  console: Pick<Console, 'progress'>,
): Promise<Report> {
  if (looksLikeReport(input)) return readReport(input);
  const progress = progressDisplay(console.progress, false);
  return scan(input, {
    policies,
    onProgress: progress.listener,
    ...(lang === undefined ? {} : { language: lang }),
    ...(jobs === undefined ? {} : { jobs }),
    ...(signatures === undefined ? {} : { catalogue: catalogueWith(signatures) }),
  }).finally(() => progress.end());
}

/** A file that begins as an object with `schema`; what cannot be opened is left to the scan, which says why. */
function looksLikeReport(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(64);
      const length = readSync(file, head, 0, head.length, 0);
      return /^\s*\{\s*"schema"\s*:/.test(head.toString('utf8', 0, length));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}
