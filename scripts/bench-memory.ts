import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpack } from '../analyzers/unpack/unpack.ts';

/**
 * Memory of `candor scan`, build by build: the peak resident set, the same where no DEX file is read, and what is live
 * in the process when its DEX files have been read and followed, beyond what was live before. The first two hold what the
 * engine has not yet cleared away, tens of MiB however small the build; the last is what the DEX stage needs.
 * `npm run bench:memory -- FILE...`; by default the APKs that tests read.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MEBIBYTE = 1024 * 1024;
const given = process.argv.slice(2);
const files =
  given.length > 0
    ? given
    : [
        'samples/native-java/app.apk',
        'node_modules/io.appium.settings/apks/settings_apk-debug.apk',
        'node_modules/android-apidemos/apks/ApiDemos-debug.apk',
        'node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk',
      ].map((path) => join(ROOT, path));

function run(args: string[], environment: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...environment },
  });
  if (status !== 0 && status !== 1 && status !== 3)
    throw new Error(`exit code ${status}: ${args.join(' ')}\n${stderr}`);
  return stdout;
}

/** Peak resident set of a scan, in bytes. */
function peak(file: string, scratch: string, ...options: string[]): number {
  const memory = join(scratch, 'peak-memory');
  const preload = `--require=${join(ROOT, 'scripts/peak-memory.cjs')}`;
  run([join(ROOT, 'dist/main.js'), 'scan', file, '--quiet', ...options], {
    NODE_OPTIONS: preload,
    PEAK_MEMORY_FILE: memory,
  });
  return Number(readFileSync(memory, 'utf8')) * 1024;
}

const scratch = mkdtempSync(join(tmpdir(), 'candor-memory-'));
try {
  process.stdout.write(`${'MiB'.padEnd(44)}     DEX    peak  no DEX    live   live / DEX\n`);
  for (const file of files) {
    const dex = unpack(file)
      .files.filter(({ path }) => path.endsWith('.dex'))
      .reduce((sum, { size }) => sum + size, 0);
    const live = JSON.parse(run(['--expose-gc', join(ROOT, 'scripts/live-memory.mjs'), file]));
    const needed = live.values - live.code;
    const columns = [dex, peak(file, scratch), peak(file, scratch, '--limit', 'dexTotal=1'), needed];
    const sizes = columns.map((bytes) => (bytes / MEBIBYTE).toFixed(1).padStart(8)).join('');
    process.stdout.write(`${basename(file).padEnd(44)}${sizes}   ${(needed / dex).toFixed(2).padStart(10)}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
