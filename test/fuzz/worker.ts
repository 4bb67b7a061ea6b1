/** Runs cases in a process of its own, so that one that hangs or exhausts the memory can be told and left behind. */
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { BINARY_FORMATS } from './binary-formats.ts';
import { caseOf } from './format.ts';
import { mutated } from './mutate.ts';
import { Random, seedOf } from './random.ts';
import { TEXT_FORMATS } from './text-formats.ts';

export interface Job {
  format: string;
  seed: number;
  /** Cases from this one on. */
  from: number;
  /** Milliseconds after which no further case is begun. */
  time: number;
}

export type Message =
  | { kind: 'ready'; formats: string[] }
  | { kind: 'begin'; index: number; size: number }
  | { kind: 'failure'; index: number; size: number; what: string }
  | { kind: 'end'; next: number; slowest: { index: number; seconds: number }; memory: number; cpu: number };

const FORMATS = [...BINARY_FORMATS, ...TEXT_FORMATS];
const MEBIBYTE = 1024 * 1024;
const SECONDS_PER_MEBIBYTE = 10;
/** Below half a MB starting up would be measured more than the reader. */
const LEAST_SECONDS = 5;

/** CPU seconds of this process, all its threads. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** The CPU second of this process at which the present case is too late, in milliseconds; 0 between cases. */
const deadline = new Int32Array(new SharedArrayBuffer(4));
/** A thread ends the process when a case does not come back by its deadline. */
const WATCH = `
  const { workerData: deadline } = require('node:worker_threads');
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const late = Atomics.load(deadline, 0);
    if (late > 0 && (user + system) / 1000 > late) process.kill(process.pid, 'SIGXCPU');
  }, 500);
`;
new Worker(WATCH, { eval: true, workerData: deadline, execArgv: [] });

async function work({ format: name, seed, from, time }: Job): Promise<void> {
  const format = FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  const until = performance.now() + time;
  let index = from;
  const cpu = cpuSeconds();
  let slowest = { index: from, seconds: 0 };
  let memory = 0;
  for (; performance.now() < until; index++) {
    const bytes = caseOf(format, new Random(seedOf(seed, name, index)), mutated);
    send({ kind: 'begin', index, size: bytes.length });
    const size = bytes.length / MEBIBYTE;
    const begun = cpuSeconds();
    Atomics.store(deadline, 0, (begun + Math.max(LEAST_SECONDS, SECONDS_PER_MEBIBYTE * size)) * 1000);
    try {
      await format.run(bytes);
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      send({ kind: 'failure', index, size: bytes.length, what });
    }
    Atomics.store(deadline, 0, 0);
    const seconds = (cpuSeconds() - begun) / Math.max(LEAST_SECONDS / SECONDS_PER_MEBIBYTE, size);
    if (seconds > slowest.seconds) slowest = { index, seconds };
    if (index % 16 === 0) memory = Math.max(memory, process.memoryUsage().rss);
    // Messages leave the process between cases only.
    if (index % 8 === 0) await new Promise(setImmediate);
  }
  send({ kind: 'end', next: index, slowest, memory, cpu: cpuSeconds() - cpu });
}

function send(message: Message): void {
  process.send?.(message);
}

process.on('message', (job: Job) => void work(job));
send({ kind: 'ready', formats: FORMATS.map(({ name }) => name) });
