import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../analyzers/index.ts';
import { CONFIG_NAME } from '../config/find-config.ts';
import { starterConfig } from '../config/starter.ts';
import type { Console } from '../console.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

/** `candor init`: a commented configuration in the working directory; one that is there is never replaced. */
export function runInit(options: { lang?: 'zh' | 'en' }, console: Console): ExitCode {
  try {
    writeFileSync(join(console.folder, CONFIG_NAME), starterConfig(options.lang ?? 'zh'), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new InputError(
      CONFIG_NAME,
      error.code === 'EEXIST' ? 'is there already' : `cannot be written: ${error.code}`,
    );
  }
  console.err(`candor: wrote ${CONFIG_NAME}`);
  return EXIT.passed;
}
