import { compileCatalogue } from '../../../../analyzers/catalogue/compile.ts';
import { compileScriptWatch, extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { readSignatureFiles } from '../../../signatures/signature-files.ts';

export const WATCH = compileScriptWatch(compileCatalogue(readSignatureFiles()));
export const CLIP = `import Clipboard from '@react-native-clipboard/clipboard';`;
export const INFO = `import DeviceInfo from 'react-native-device-info';`;

/** What is read, in one file `a.tsx`, line by line, or in several; then the sinks as `kind api file:line`. */
export type FlowCase = [name: string, files: string[] | Record<string, string[]>, ...sinks: string[]];

/** Where what is read flows to, in the order of the facts. */
export function sinksOf(files: string[] | Record<string, string[]>): string[] {
  const sources = Object.entries(Array.isArray(files) ? { 'a.tsx': files } : files).map(([path, lines]) => ({
    path,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  return extractScripts(sources, WATCH).facts.flatMap(({ sinks = [] }) =>
    sinks.map(({ kind, api, at }) => `${kind} ${api} ${at.file}:${at.line}`),
  );
}
