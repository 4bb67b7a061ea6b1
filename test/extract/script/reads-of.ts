import { compileCatalogue } from '../../../analyzers/catalogue/compile.ts';
import { compileScriptWatch, extractScripts } from '../../../analyzers/extract/script/extract-script.ts';
import { readSignatureFiles } from '../../signatures/signature-files.ts';

/** The catalogue as it stands in the repository, compiled for scripts. */
export const WATCH = compileScriptWatch(compileCatalogue(readSignatureFiles()));

/** What is read, as `api file:line`, each followed by ` -> kind file:line` for every sink. */
export function readsOf(files: Record<string, string[]>): string[] {
  const sources = Object.entries(files).map(([path, lines]) => ({
    path,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  return extractScripts(sources, WATCH)
    .facts.filter(({ kind }) => kind === 'call' || kind === 'field')
    .map(({ value, at, sinks = [] }) =>
      [`${value} ${at.file}:${at.line}`, ...sinks.map((sink) => `${sink.kind} ${sink.at.file}:${sink.at.line}`)].join(
        ' -> ',
      ),
    );
}

/** A name, the lines of each file, and what is read, as `readsOf` tells it. */
export type Case = [name: string, files: Record<string, string[]>, ...reads: string[]];
