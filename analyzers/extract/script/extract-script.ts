import type { Extraction } from '../../model/fact.ts';
import type { Gap } from '../../model/gap.ts';
import { decodeScript } from './decode.ts';
import { findFacts } from './find-facts.ts';
import { dialectsFor, type Parsed, parseScript } from './parse.ts';
import { type ScriptBlock, scriptBlocks } from './script-block.ts';
import type { ScriptWatch } from './watch.ts';

export { extractScriptProject } from './project.ts';
export { scriptFiles } from './script-files.ts';
export { compileScriptWatch, type ScriptWatch } from './watch.ts';

/**
 * Facts of one script, page or single-file component: calls of watched members and imports of known packages, sorted by
 * position. Pure: no file is opened, no other file is looked at. What cannot be read becomes a gap.
 *
 * @param path inside the build; its ending tells the language
 */
export function extractScript(path: string, bytes: Uint8Array, watch: ScriptWatch): Extraction {
  const decoded = decodeScript(path, bytes);
  if ('unread' in decoded) return { facts: [], gaps: [{ stage: 'script', file: path, ...decoded.unread }] };
  const parsed = blocksOf(path, decoded.text).map((block) => parseScript(block, dialectsFor(path, block)));
  const gaps = parsed.flatMap(({ failure }): Gap[] =>
    failure === null ? [] : [{ stage: 'script', file: path, ...failure, material: true }],
  );
  const program = joined(parsed);
  return { facts: program === undefined ? [] : findFacts(program, path, watch), gaps };
}

function blocksOf(path: string, text: string): ScriptBlock[] {
  if (/\.n?vue$/i.test(path)) return scriptBlocks(text, true);
  if (/\.html?$/i.test(path)) return scriptBlocks(text, false);
  return [{ text, line: 1, column: 0, language: 'js' }];
}

/** The scripts of one page share their top level. */
function joined(parsed: readonly Parsed[]): Parsed['program'] | undefined {
  const [first] = parsed;
  if (first === undefined || parsed.length === 1) return first?.program;
  return { ...first.program, body: parsed.flatMap(({ program }) => program.body) };
}
