import { expect, test } from 'vitest';
import { match } from '../../analyzers/match/match.ts';
import { meetsCondition } from '../../analyzers/model/script-condition.ts';
import { catalogueWith } from '../empty-catalogue.ts';
import { manifestOf } from '../signature-entries.ts';

test('a key may be a way through objects', () => {
  const condition = { argument: 0, key: 'video.mandatory.source', value: 'desktop', data: [] };
  const met = (argument: unknown): boolean => meetsCondition(condition, [JSON.stringify(argument)]);
  expect(met({ video: { mandatory: { source: 'desktop' } } })).toBe(true);
  expect(met({ video: { mandatory: { source: 'tab' } } })).toBe(false);
  expect(met({ video: { source: 'desktop' } })).toBe(false);
  expect(met({ video: true })).toBe(false);
  expect(met({ video: null })).toBe(false);
  expect(met({ 'video.mandatory.source': 'desktop' })).toBe(false);
});

test('what a condition replaces is not told beside it', () => {
  const when = [
    { argument: 0, key: 'video', data: ['camera'] },
    { argument: 0, key: 'audio', data: ['microphone'] },
    { argument: 0, key: 'video.source', value: 'desktop', data: ['screenshot'], replaces: ['camera'] },
  ];
  const catalogue = catalogueWith({
    scriptApis: {
      'web/media': {
        aliases: [],
        reach: 'global',
        exports: [],
        nativeModules: [],
        members: { open: { use: 'call', data: [], when } },
      },
    },
  });
  const shown = (argument: unknown): string[] => {
    const at = { file: 'a.js', line: 1, column: 1 };
    const fact = { kind: 'call' as const, value: 'media.open', args: [JSON.stringify(argument)], at };
    return match([fact], manifestOf({}), true, catalogue).evidence.map(({ data }) => data);
  };
  expect(shown({ video: true, audio: true })).toEqual(['camera', 'microphone']);
  expect(shown({ video: { source: 'desktop' }, audio: true })).toEqual(['microphone', 'screenshot']);
});
