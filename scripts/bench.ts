import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpack } from '../analyzers/unpack/unpack.ts';
import { grownBundle, writeTypeScriptTree } from './made-scripts.ts';

/**
 * Whole-process figures of `candor scan` beside a bare inflate of the same DEX files and, where it is installed, beside
 * `dexdump -d`. The commands take turns in one run, so that a noisy machine slows all of them alike; what counts are
 * the ratios of the medians. A scan is also split by stage. `npm run bench -- 15` counts 15 runs of each instead of 7; further arguments are APKs and
 * script bundles. Bundles, by default the one of the React Native sample and longer ones made of it, stand beside a bare
 * parse by @babel/parser. `--large` anywhere adds a bundle of 20 MB and a tree of 3,000 TypeScript files.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const isLarge = process.argv.includes('--large');
const [runs = '7', ...given] = process.argv.slice(2).filter((argument) => argument !== '--large');
const SAMPLES = [
  'node_modules/android-apidemos/apks/ApiDemos-debug.apk',
  'node_modules/io.appium.settings/apks/settings_apk-debug.apk',
  'node_modules/appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk',
].map((path) => join(ROOT, path));

interface Figures {
  wallMs: number;
  cpuMs: number;
  /** Peak resident set; only Node processes can be asked for it without further tools. */
  peakMiB: number | null;
  /** When each stage began, in milliseconds of the scan, as `--verbose` tells. */
  stages: [name: string, beginMs: number][];
}

/** Runs a command once, timed by the shell. */
function measure(command: string[], scratch: string): Figures {
  const isNode = command[0] === process.execPath;
  const memory = join(scratch, 'peak-memory');
  const preload = { NODE_OPTIONS: `--require=${join(ROOT, 'scripts/peak-memory.cjs')}`, PEAK_MEMORY_FILE: memory };
  const messages = join(scratch, 'messages');
  const run = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>"$MESSAGES"', 'bench', ...command],
    {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', MESSAGES: messages, ...(isNode ? preload : {}) },
    },
  );
  // 1 and 3 are answers of the gate; anything else is no scan, and its time means nothing.
  if (run.status !== 0 && run.status !== 1 && run.status !== 3)
    throw new Error(`exit code ${run.status}: ${command.join(' ')}`);
  const [wall = 0, user = 0, system = 0] = run.stderr.trim().split(/\s+/).map(Number);
  const peakMiB = isNode ? Number(readFileSync(memory, 'utf8')) / 1024 : null;
  const stages = [...readFileSync(messages, 'utf8').matchAll(/^candor: ([\d.]+) s {2}(\w+)$/gm)].map(
    ([, seconds = '', stage = '']): [string, number] => [stage, Number(seconds) * 1000],
  );
  return { wallMs: wall * 1000, cpuMs: (user + system) * 1000, peakMiB, stages };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Medians of how long each stage took; the last one and what is around the scan, starting Node and writing, are the rest. */
function stagesOf(figures: Figures[]): string {
  const names = figures[0]?.stages.map(([name]) => name) ?? [];
  const parts = names.slice(0, -1).map((name, index) => {
    const times = figures.map(({ stages }) => (stages[index + 1]?.[1] ?? 0) - (stages[index]?.[1] ?? 0));
    return `${name} ${median(times).toFixed(0)}`;
  });
  const rest = median(figures.map(({ wallMs, stages }) => wallMs - (stages.at(-1)?.[1] ?? 0)));
  return [...parts, `start, ${names.at(-1)} and report ${rest.toFixed(0)}`].join(', ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The bundle that Metro made for the React Native sample, as a file. */
function sampleBundle(scratch: string): string {
  const apk = unpack(join(ROOT, 'samples/react-native/app.apk'));
  const bundle = apk.files.find(({ path }) => path.endsWith('.bundle'));
  if (bundle === undefined) throw new Error('the React Native sample has no bundle');
  const path = join(scratch, basename(bundle.path));
  writeFileSync(path, bundle.read());
  return path;
}

/** Megabytes of the bundles that are made of the sample's. */
const MADE_BUNDLES = isLarge ? [1.5, 4, 5, 20] : [1.5, 4, 5];
const MADE_FILES = 3000;

function madeScripts(scratch: string): string[] {
  const sample = sampleBundle(scratch);
  const text = readFileSync(sample, 'utf8');
  const bundles = MADE_BUNDLES.map((megabytes) => {
    const path = join(scratch, `${megabytes}.bundle`);
    writeFileSync(path, grownBundle(text, megabytes * 1e6));
    return path;
  });
  if (!isLarge) return [sample, ...bundles];
  const tree = join(scratch, `${MADE_FILES} TypeScript files`);
  writeTypeScriptTree(tree, MADE_FILES);
  return [sample, ...bundles, tree];
}

function commandsForTree(tree: string): Record<string, string[]> {
  return { scan: [process.execPath, join(ROOT, 'dist/main.js'), 'scan', tree, '--verbose'] };
}

function commandsForBundle(bundle: string): Record<string, string[]> {
  return {
    scan: [process.execPath, join(ROOT, 'dist/main.js'), 'scan', bundle, '--verbose'],
    'bare parse': [process.execPath, join(ROOT, 'scripts/parse-bundle.mjs'), bundle],
  };
}

function commandsForApk(apk: string): Record<string, string[]> {
  const commands: Record<string, string[]> = {
    scan: [
      process.execPath,
      join(ROOT, 'dist/main.js'),
      'scan',
      apk,
      '--policy',
      join(ROOT, 'samples/native-java/policy.md'),
      '--verbose',
    ],
    'scan --jobs 1': [
      ...[process.execPath, join(ROOT, 'dist/main.js'), 'scan', apk, '--jobs', '1'],
      ...['--policy', join(ROOT, 'samples/native-java/policy.md')],
    ],
    'bare inflate': [process.execPath, join(ROOT, 'scripts/inflate-dex.mjs'), apk],
  };
  if (spawnSync('dexdump', ['-h']).error === undefined) commands['dexdump -d'] = ['dexdump', '-d', apk];
  return commands;
}

function sizeOfTree(tree: string): number {
  const entries = readdirSync(tree, { recursive: true, encoding: 'utf8' }).map((path) => statSync(join(tree, path)));
  return entries.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}

function bench(input: string, scratch: string): void {
  const isApk = input.endsWith('.apk');
  const isTree = statSync(input).isDirectory();
  const commands = isApk ? commandsForApk(input) : isTree ? commandsForTree(input) : commandsForBundle(input);
  const figures = new Map(Object.keys(commands).map((name) => [name, [] as Figures[]]));
  for (let run = 0; run <= Number(runs); run++) {
    for (const [name, command] of Object.entries(commands)) {
      const figure = measure(command, scratch);
      // The first round only warms the disk cache.
      if (run > 0) figures.get(name)?.push(figure);
    }
  }
  const size = (isTree ? sizeOfTree(input) : statSync(input).size) / 1e6;
  print(`\n${basename(input)} (${size.toFixed(2)} MB)`);
  print(
    `${'command'.padEnd(16)}${'wall ms'.padStart(9)}${'cpu ms'.padStart(9)}${'peak MiB'.padStart(10)}   scan / this: wall, cpu`,
  );
  const [scanWall, scanCpu] = (['wallMs', 'cpuMs'] as const).map((key) =>
    median((figures.get('scan') ?? []).map((one) => one[key])),
  );
  for (const [name, all] of figures) {
    const wall = median(all.map((one) => one.wallMs));
    const cpu = median(all.map((one) => one.cpuMs));
    const peak = all[0]?.peakMiB === null ? '-' : median(all.map((one) => one.peakMiB ?? 0)).toFixed(0);
    const ratios = `${((scanWall ?? 0) / wall).toFixed(2)}, ${((scanCpu ?? 0) / cpu).toFixed(2)}`;
    const speed = isApk ? '' : `   ${((size / wall) * 1000).toFixed(2)} MB/s`;
    print(
      `${name.padEnd(16)}${wall.toFixed(0).padStart(9)}${cpu.toFixed(0).padStart(9)}${peak.padStart(10)}   ${ratios}${speed}`,
    );
  }
  print(`scan by stage, ms: ${stagesOf(figures.get('scan') ?? [])}`);
}

const scratch = mkdtempSync(join(tmpdir(), 'candor-bench-'));
try {
  print(`medians of ${runs} interleaved runs after one to warm up; Node ${process.version}`);
  for (const input of given.length > 0 ? given : [...SAMPLES, ...madeScripts(scratch)]) bench(input, scratch);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
