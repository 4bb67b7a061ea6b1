import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusFile, judgeCorpusFile } from './corpus.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    save: { type: 'string', default: 'fuzz-failures' },
  },
});
const seed = Number(values.seed);
const count = Number(values.count);
if (!Number.isInteger(count) || !Number.isInteger(seed)) throw new Error('--count and --seed take whole numbers');

const folder = mkdtempSync(join(tmpdir(), 'candor-corpus-'));
const ended = { report: 0, incomplete: 0, refused: 0 };
let wrong = 0;
let slowest = { index: 0, time: 0, size: 0 };
for (let index = 0; index < count; index++) {
  const file = corpusFile(seed, index);
  const begun = performance.now();
  const verdict = await judgeCorpusFile(file, join(folder, 'app.apk'));
  const time = performance.now() - begun;
  if (time > slowest.time) slowest = { index, time, size: file.bytes.length };
  ended[verdict.ended]++;
  if (verdict.wrong === null) continue;
  wrong++;
  mkdirSync(values.save, { recursive: true });
  writeFileSync(join(values.save, `corpus-${seed}-${index}.apk`), file.bytes);
  process.stdout.write(`${index}: ${file.changed?.join(', ') ?? 'archive'}: ${verdict.wrong.slice(0, 600)}\n`);
}
rmSync(folder, { recursive: true });
process.stdout.write(
  `${count} files: ${ended.report} reports, ${ended.incomplete} incomplete, ${ended.refused} refused, ${wrong} wrong; slowest ${slowest.index} of ${slowest.size} bytes with ${Math.round(slowest.time)} ms, ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`,
);
process.exitCode = wrong > 0 ? 1 : 0;
