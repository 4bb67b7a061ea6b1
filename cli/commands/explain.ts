import { InputError } from '../../analyzers/index.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { pairOutputs, styleFor, writeOutput } from '../outputs.ts';
import { readReport } from '../read-report.ts';
import { explanationText } from '../reports/text/explanation.ts';

export interface ExplainArguments {
  output: string[];
  lang?: 'zh' | 'en';
}

/** Shorter beginnings of an id are mistyped more often than meant. */
const SHORTEST_ID = 4;

/** `candor explain`: the whole story of one discrepancy of a report. */
export async function runExplain(
  path: string,
  id: string,
  options: ExplainArguments,
  console: Console,
): Promise<ExitCode> {
  const report = readReport(path);
  const found = report.discrepancies.filter((item) => item.id === id || item.id.startsWith(id));
  const [first] = found;
  if (first === undefined) throw new InputError(path, `has no discrepancy ${id}`);
  if (first.id !== id && id.length < SHORTEST_ID) throw new InputError(path, `${id} is too short for an id`);
  if (found.length > 1) {
    throw new InputError(path, `${id} may be ${found.map((item) => item.id).join(' or ')}`);
  }
  const language = options.lang ?? (report.policies[0]?.language === 'en' ? 'en' : 'zh');
  for (const { path: place } of pairOutputs(['text'], options.output)) {
    const style = styleFor(place, language, console);
    writeOutput(place, explanationText(first, report, style), console);
  }
  return EXIT.passed;
}
