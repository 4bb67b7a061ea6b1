import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../analyzers/index.ts';
import type { Console } from './console.ts';
import { type Style, USUAL_COLUMNS } from './reports/style.ts';

/** File systems take names of 255 bytes. */
const MAX_NAME = 60;

/**
 * Writes a rendered report: to standard output for `-`, else to a file, whole or not at all.
 * @throws InputError when the file cannot be written.
 */
export function writeOutput(path: string, content: string | Uint8Array, console: Console): void {
  if (path === '-') {
    console.out(content);
    return;
  }
  console.holdSignals();
  let partial: string | null = null;
  try {
    if (isSpecial(path)) {
      // A pipe that nobody reads is an error then, and not waited for.
      const flag = constants.O_WRONLY | (statSync(path).isFIFO() ? constants.O_NONBLOCK : 0);
      closeSync(openSync(path, flag));
      writeFileSync(path, content);
      return;
    }
    // What a link leads to is replaced, and not the link.
    const target = existsSync(path) ? realpathSync(path) : path;
    partial = join(dirname(target), `.${basename(target).slice(0, MAX_NAME)}.${randomUUID()}.partial`);
    writeFileSync(partial, content, { flag: 'wx' });
    renameSync(partial, target);
  } catch (error) {
    if (partial !== null) rmSync(partial, { force: true });
    throw new InputError(path, `cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A device or a pipe, which is written to and never replaced. */
function isSpecial(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}

/**
 * Pairs formats with places: the n-th --output belongs to the n-th --format, formats without one go to standard output.
 * @throws InputError when there are more places than formats.
 */
export function pairOutputs<F>(formats: F[], outputs: string[]): { format: F; path: string }[] {
  const surplus = outputs[formats.length];
  if (surplus !== undefined) throw new InputError(surplus, 'is one --output more than there are --format');
  return formats.map((format, index) => ({ format, path: outputs[index] ?? '-' }));
}

/** How a report that goes to a place is to look: colour and width are those of the terminal, where it is one. */
export function styleFor(
  path: string,
  language: Style['language'],
  console: Pick<Console, 'colour' | 'columns'>,
  detail: Style['detail'] = 'usual',
): Style {
  const { colour, columns } = path === '-' ? console : { colour: false, columns: USUAL_COLUMNS };
  return { language, colour, columns, detail };
}
