import { antiAnalysisFact } from '../../model/anti-analysis.ts';
import type { BuildFile } from '../../model/build.ts';
import type { Fact } from '../../model/fact.ts';

/** What the archive states wrongly about a file that was read. */
export function fileTricks(file: BuildFile, contents: Uint8Array): Fact[] {
  const found = file.verify?.(contents) ?? [];
  return found.map(({ trick, detail }) => antiAnalysisFact(trick, detail, { file: file.path }));
}
