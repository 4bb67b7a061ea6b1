import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';

export type Code = typeof import('./code.ts');

interface LoadedScript {
  script: Script;
  code: Code;
}

/** The bundled script that stands beside a module. */
function pathBeside(url: string): string {
  return join(dirname(fileURLToPath(url)), 'candor.cjs');
}

/** V8's code cache for the script. An engine of another version, or with other flags, refuses it; other machines find none. */
export function codeCachePath(url: string): string {
  const { version, platform, arch } = process;
  return pathBeside(url).replace(/cjs$/, `${version}-${platform}-${arch}.code-cache`);
}

/**
 * Loads the script beside a module with what V8 compiled of it in runs at build time (scripts/code-cache.ts): compiling
 * takes a fifth of a scan that lasts a second. Without a cache that fits, functions are compiled when they are called.
 * @param url of the module that asks  @throws Error when the package was not built
 */
export function loadCode(url: string): Code {
  return loadScript(url).code;
}

/** As `loadCode`, with the script itself. */
export function loadScript(url: string): LoadedScript {
  const path = pathBeside(url);
  const cachedData = readCodeCache(codeCachePath(url));
  // The build writes ASCII alone, which is copied as Latin-1 and need not be decoded.
  const text = readFileSync(path, 'latin1');
  const script = new Script(`(function (exports, require, module, __filename, __dirname, __import) {${text}\n})`, {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  // What stands beside the script, and packages.
  const load = (name: string) => import(name.startsWith('.') ? new URL(name, pathToFileURL(path)).href : name);
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path), load);
  return { script, code: module.exports as Code };
}

function readCodeCache(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
