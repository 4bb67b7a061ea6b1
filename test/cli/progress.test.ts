import { expect, test } from 'vitest';
import type { Progress } from '../../analyzers/index.ts';
import { progressDisplay } from '../../cli/progress.ts';

/** A standard error that keeps what is written, and a clock that a test turns. */
function output(isTerminal: boolean) {
  const written: string[] = [];
  const clock = { ms: 0 };
  const write = (text: string) => {
    written.push(text);
  };
  return { written, clock, out: { write, isTerminal, columns: 60, now: () => clock.ms } };
}

const at = (stage: Progress['stage'], done = 0, file: string | null = null): Progress => ({
  stage,
  done,
  total: 100,
  file,
});

test('a bar for long work on a terminal, which is taken away in the end', () => {
  const { written, clock, out } = output(true);
  const { listener, end } = progressDisplay(out, false);
  listener(at('policy'));
  clock.ms = 400;
  listener(at('code', 50, 'classes.dex'));
  clock.ms = 410;
  listener(at('code', 60, 'classes2.dex'));
  clock.ms = 600;
  listener(at('code', 100, `lib/\u001b[31m${'x'.repeat(100)}.so`));
  listener(at('paths'));
  end();
  expect(written.map((text) => text.replaceAll('\r\u001b[K', '<'))).toEqual([
    '<[########----------------]  35%  classes.dex',
    `<[##############----------]  60%  lib/\\u{1b}[31m${'x'.repeat(11)}…`,
    '<[##############----------]  60%  paths',
    '<',
  ]);
});

test('short work never shows one', () => {
  const { written, out } = output(true);
  const { listener, end } = progressDisplay(out, false);
  for (const stage of ['policy', 'unpack', 'code', 'paths', 'values', 'compare'] as const) listener(at(stage));
  end();
  expect(written).toEqual([]);
});

test('nothing where there is no terminal; stages in a log that asks for them', () => {
  const { written, clock, out } = output(false);
  const quiet = progressDisplay(out, false);
  clock.ms = 5000;
  quiet.listener(at('code', 50, 'a.dex'));
  quiet.end();
  expect(written).toEqual([]);
  const { listener, end } = progressDisplay(out, true);
  listener(at('unpack'));
  clock.ms = 6250;
  listener(at('code', 50, 'a.dex'));
  listener(at('paths'));
  end();
  expect(written).toEqual(['candor: 0.00 s  unpack\n', 'candor: 1.25 s  paths\n']);
});
