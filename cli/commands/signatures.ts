import { InputError, readOwnSignatures, shippedSignatures, testSignatures } from '../../analyzers/index.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

export interface SignaturesArguments {
  /** A folder of one's own. */
  signatures?: string;
}

/** `candor signatures list [KIND]`: paths of the signatures, each with what it is about; own ones are marked. */
export function listSignatures(kind: string | undefined, options: SignaturesArguments, console: Console): ExitCode {
  const { files, own } = allSignatures(options);
  const listed = [...files].filter(([path]) => kind === undefined || path.startsWith(`${kind.replace(/\/$/, '')}/`));
  if (listed.length === 0) throw new InputError(kind ?? '', `no such kind of signature; there are ${kinds(files)}`);
  for (const [path, text] of listed.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const note = own.has(path) ? '\town' : '';
    console.out(`${path.slice(0, -'.json'.length)}\t${titleOf(text)}${note}\n`);
  }
  return EXIT.passed;
}

/** `candor signatures show PATH`: one signature as it is written, such as `sdks/jpush`. */
export function showSignature(path: string, options: SignaturesArguments, console: Console): ExitCode {
  const { files } = allSignatures(options);
  const text = files.get(path) ?? files.get(`${path}.json`) ?? files.get(`sdks/${path}.json`);
  if (text === undefined) throw new InputError(path, 'no such signature; see candor signatures list');
  console.out(text);
  return EXIT.passed;
}

/** `candor signatures test DIR`: checks the signatures of a folder and runs their examples; 1 where something is wrong. */
export function testOwnSignatures(folder: string, console: Console): ExitCode {
  const problems = testSignatures(folder);
  for (const { file, rule, detail } of problems) console.out(`${file}: ${rule}: ${detail}\n`);
  const count = readOwnSignatures(folder).size;
  console.err(`candor: ${count} signatures, ${problems.length} problems`);
  return problems.length === 0 ? EXIT.passed : EXIT.failed;
}

function allSignatures({ signatures }: SignaturesArguments): { files: Map<string, string>; own: Map<string, string> } {
  const own = signatures === undefined ? new Map<string, string>() : readOwnSignatures(signatures);
  return { files: new Map([...shippedSignatures(), ...own]), own };
}

function kinds(files: ReadonlyMap<string, string>): string {
  const folders = [...files.keys()].map((path) =>
    path
      .split('/')
      .slice(0, path.startsWith('apis/') ? 2 : 1)
      .join('/'),
  );
  return [...new Set(folders)].sort().join(', ');
}

/** The name that a signature gives what it is about; nothing for those that have none, and for broken files. */
function titleOf(text: string): string {
  try {
    const { names, zh, name } = JSON.parse(text) ?? {};
    const title = names?.zh?.[0] ?? names?.en?.[0] ?? (typeof zh === 'string' ? zh : name?.zh) ?? name;
    return typeof title === 'string' ? title : '';
  } catch {
    return '';
  }
}
