import { expect, test } from 'vitest';
import { scratch } from '../hostile/judged.ts';
import { corpusFile, judgeCorpusFile } from './corpus.ts';

test('mutated APKs end with a report or one clear line, and what was left alone is read as before', async () => {
  let reports = 0;
  for (let index = 0; index < 40; index++) {
    const { ended, wrong } = await judgeCorpusFile(corpusFile(8, index), scratch('corpus.apk'));
    expect(wrong, `file ${index}`).toBeNull();
    if (ended !== 'refused') reports++;
  }
  expect(reports).toBeGreaterThan(20);
});

test('a file of the corpus depends on its seed alone', () => {
  expect(corpusFile(3, 5).bytes.equals(corpusFile(3, 5).bytes)).toBe(true);
});
