import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { InputError } from '../../analyzers/index.ts';
import { systemReason } from '../../analyzers/unpack/system-reason.ts';
import type { Config } from './config.ts';
import { readConfig, readYamlConfig } from './read-config.ts';

export const CONFIG_NAME = 'candor.config.json';
const NAMES = [CONFIG_NAME, 'candor.config.yaml', 'candor.config.yml'];

const MAX_SIZE = 4 << 20;

/**
 * The configuration that holds for a folder: the given file, else the nearest `candor.config.json` or `.yaml` in it or
 * above it, else an empty one. Paths in it come back relative to the folder.
 * @throws InputError when a file cannot be read or is not a configuration.
 */
export function findConfig(folder: string, given: string | undefined): Config {
  const path = given === undefined ? nearest(folder) : resolve(folder, given);
  if (path === null) return {};
  const name = given ?? relative(folder, path);
  const text = textOf(path, name);
  const config = /\.ya?ml$/i.test(path) ? readYamlConfig(text, name) : readConfig(text, name);
  const fromConfig = (file: string) => relative(folder, resolve(dirname(path), file)) || '.';
  return {
    ...config,
    ...(config.policies === undefined ? {} : { policies: config.policies.map(fromConfig) }),
    ...(config.baseline === undefined ? {} : { baseline: fromConfig(config.baseline) }),
  };
}

function nearest(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const [path, other] = NAMES.map((name) => join(at, name)).filter((each) =>
      statSync(each, { throwIfNoEntry: false })?.isFile(),
    );
    if (path !== undefined && other !== undefined) {
      throw new InputError(relative(folder, path), `stands beside ${basename(other)}: one configuration must go`);
    }
    if (path !== undefined) return path;
    if (dirname(at) === at) return null;
  }
}

function textOf(path: string, name: string): string {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new InputError(name, 'is not a file');
    if (stats.size > MAX_SIZE) throw new InputError(name, `is larger than ${MAX_SIZE} bytes`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(name, systemReason(error));
  }
}
