/** Runs cases in a process of its own, so that one that hangs or exhausts the memory can be told and left behind. */
import { performance } from 'node:perf_hooks';
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
  | { kind: 'end'; next: number; slowest: number; memory: number };

const FORMATS = [...BINARY_FORMATS, ...TEXT_FORMATS];
const MEBIBYTE = 1024 * 1024;

async function work({ format: name, seed, from, time }: Job): Promise<void> {
  const format = FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  const until = performance.now() + time;
  let index = from;
  let slowest = 0;
  let memory = 0;
  for (; performance.now() < until; index++) {
    const bytes = caseOf(format, new Random(seedOf(seed, name, index)), mutated);
    send({ kind: 'begin', index, size: bytes.length });
    const begun = performance.now();
    try {
      await format.run(bytes);
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      send({ kind: 'failure', index, size: bytes.length, what });
    }
    slowest = Math.max(slowest, (performance.now() - begun) / 1000 / Math.max(1, bytes.length / MEBIBYTE));
    if (index % 16 === 0) memory = Math.max(memory, process.memoryUsage().rss);
    // Messages leave the process between cases only.
    if (index % 8 === 0) await new Promise(setImmediate);
  }
  send({ kind: 'end', next: index, slowest, memory });
}

function send(message: Message): void {
  process.send?.(message);
}

process.on('message', (job: Job) => void work(job));
send({ kind: 'ready', formats: FORMATS.map(({ name }) => name) });
