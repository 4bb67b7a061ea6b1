import { createHash } from 'node:crypto';
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

/** Bytes of the digest before V8's own data. */
const DIGEST = 32;

/** V8's code cache for the script, behind its SHA-256: V8 runs damaged data as it finds them. An engine of another version, or with other flags, refuses it; other machines find none. */
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
  const script = new Script(text, {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  // What stands beside the script, and packages.
  const load = (name: string) => import(name.startsWith('.') ? new URL(name, pathToFileURL(path)).href : name);
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path), load);
  return { script, code: module.exports as Code };
}

/** What `readCodeCache` takes. */
export function digestedCodeCache(data: Buffer): Buffer {
  return Buffer.concat([createHash('sha256').update(data).digest(), data]);
}

function readCodeCache(path: string): Buffer | undefined {
  try {
    const file = readFileSync(path);
    const data = file.subarray(DIGEST);
    const digest = createHash('sha256').update(data).digest();
    return digest.equals(file.subarray(0, DIGEST)) ? data : undefined;
  } catch {
    return undefined;
  }
}
