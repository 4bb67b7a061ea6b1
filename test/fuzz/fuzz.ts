/**
 * `npm run fuzz -- --minutes N [--seed S] [--format NAME] [--save DIR]`: gives every reader mutated real files and files
 * made from the rules of its format, in turns of some seconds. The n-th case of a format depends on the seed alone. What
 * throws, takes more than 10 s for a MB (5 s where it is smaller than half of one), dies, or exceeds 1.5 GB is saved and
 * makes the exit code 1. The seconds are those of the CPU, on all threads of the process, so that what else the machine
 * does is not counted against a case; the minutes are those of the clock.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BINARY_FORMATS } from './binary-formats.ts';
import { caseOf } from './format.ts';
import { mutated } from './mutate.ts';
import { Random, seedOf } from './random.ts';
import { TEXT_FORMATS } from './text-formats.ts';
import type { Job, Message } from './worker.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', multiple: true },
    save: { type: 'string', default: 'fuzz-failures' },
  },
});
const seed = Number(values.seed);
const minutes = Number(values.minutes);
if (!(minutes > 0) || !Number.isInteger(seed))
  throw new Error('--minutes takes a number above 0, --seed a whole number');

const formats = [...BINARY_FORMATS, ...TEXT_FORMATS].filter(({ name }) => values.format?.includes(name) ?? true);
const MEBIBYTE = 1024 * 1024;
const MAX_MEMORY = 1536 * MEBIBYTE;
const SECONDS_PER_MEBIBYTE = 10;
/** Seconds of the clock without an answer: something waits for what will not come. */
const SILENCE = 600;
const TURN = 5_000;

interface Tally {
  next: number;
  failures: string[];
  slowest: number;
  memory: number;
  cpu: number;
}

const tallies = new Map(
  formats.map(({ name }): [string, Tally] => [name, { next: 0, failures: [], slowest: 0, memory: 0, cpu: 0 }]),
);
const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

/** Cases of one format for some seconds; a process that does not come back counts as a failure of its present case. */
function turn(child: ChildProcess, job: Job, tally: Tally): Promise<boolean> {
  return new Promise((resolve) => {
    let present = job.from;
    let timer: NodeJS.Timeout | undefined;
    const settle = (alive: boolean) => {
      clearTimeout(timer);
      child.removeAllListeners('message').removeAllListeners('exit');
      resolve(alive);
    };
    const lost = (why: string) => {
      save(job.format, present, why, tally);
      tally.next = present + 1;
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
      settle(false);
    };
    child.on('exit', (code, signal) =>
      lost(signal === 'SIGXCPU' ? 'too much CPU time' : `the process ended with ${signal ?? code}`),
    );
    child.on('message', (message: Message) => {
      clearTimeout(timer);
      if (message.kind === 'begin') {
        present = message.index;
        timer = setTimeout(() => lost(`no answer within ${SILENCE} s`), SILENCE * 1000);
      } else if (message.kind === 'failure') {
        save(job.format, message.index, message.what, tally);
      } else if (message.kind === 'end') {
        tally.next = message.next;
        const { index, seconds } = message.slowest;
        tally.slowest = Math.max(tally.slowest, seconds);
        tally.memory = Math.max(tally.memory, message.memory);
        tally.cpu += message.cpu;
        if (seconds > SECONDS_PER_MEBIBYTE)
          save(job.format, index, `a case took ${seconds.toFixed(1)} CPU seconds for a MB`, tally);
        if (message.memory > MAX_MEMORY) save(job.format, present, `${message.memory} bytes of memory`, tally);
        settle(message.memory < MAX_MEMORY / 2);
      }
    });
    child.send(job);
  });
}

function save(name: string, index: number, what: string, tally: Tally): void {
  const format = formats.find((one) => one.name === name);
  if (format === undefined) return;
  const base = `${name}-${seed}-${index}`;
  tally.failures.push(`${base}: ${what.split('\n').slice(0, 3).join(' | ')}`);
  mkdirSync(values.save, { recursive: true });
  writeFileSync(join(values.save, `${base}.bin`), caseOf(format, new Random(seedOf(seed, name, index)), mutated));
  writeFileSync(join(values.save, `${base}.txt`), `${what}\n`);
}

function start(): Promise<ChildProcess> {
  const child = fork(WORKER, {
    execArgv: ['--import', 'tsx', '--max-old-space-size=1200'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => child.once('message', () => resolve(child)));
}

const until = Date.now() + minutes * 60_000;
let child = await start();
while (Date.now() < until) {
  for (const { name } of formats) {
    const tally = tallies.get(name);
    const left = until - Date.now();
    if (tally === undefined || left <= 0) continue;
    const alive = await turn(child, { format: name, seed, from: tally.next, time: Math.min(TURN, left) }, tally);
    if (alive) continue;
    child.kill('SIGKILL');
    child = await start();
  }
}
child.kill('SIGKILL');

let failed = 0;
for (const [name, { next, failures, slowest, memory, cpu }] of tallies) {
  failed += failures.length;
  process.stdout.write(
    `${name.padEnd(14)} ${String(next).padStart(8)} inputs  ${failures.length} failures  ${Math.round(cpu)} s CPU  slowest ${slowest.toFixed(2)} s/MB  ${Math.round(memory / MEBIBYTE)} MiB\n`,
  );
  for (const failure of failures.slice(0, 20)) process.stdout.write(`  ${failure}\n`);
}
process.exitCode = failed > 0 ? 1 : 0;
