import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../analyzers/model/input-error.ts';
import { readPolicy } from '../../analyzers/policy/read-policy.ts';
import { policyReader, read } from './reading.ts';

const SAMPLE = `更新日期：2024年1月2日
一、我们如何收集信息
1.1 我们会收集您的昵称、IMEI（用于登录），如您拒绝，不影响使用。
| SDK名称 | 公司名称 | 收集信息 |
|---|---|---|
| 友盟SDK | / | IMEI、MAC |
二、您的权利
您可以删除手机号码。We collect your email address.
`;

test('whatever happens to the bytes, there is a reading or a clear error', () => {
  const bytes = new TextEncoder().encode(SAMPLE);
  const edits = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 20 });
  fc.assert(
    fc.property(edits, fc.nat(bytes.length), (changes, length) => {
      const changed = bytes.slice(0, length);
      for (const [at, value] of changes) if (at < length) changed[at] = value;
      try {
        const reading = readPolicy('p', changed, policyReader());
        for (const claim of reading.claims) expect(claim.at.line).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['one endless line', '我们收集IMEI、'.repeat(40_000)],
  ['open brackets', '我们收集（'.repeat(40_000)],
  ['commas', ','.repeat(300_000)],
  ['bars', '|'.repeat(200_000)],
  ['emphasis', '我们*收集**昵称***'.repeat(20_000)],
  ['links', '['.repeat(100_000)],
  ['open elements', `<html><body>${'<div>'.repeat(60_000)}我们收集昵称`],
  ['digits and dots', '1.'.repeat(100_000)],
  ['spaces', `我们收集${' '.repeat(200_000)}昵称`],
  ['headings', '一、我们如何收集信息\n'.repeat(10_000)],
  ['keys', '收集信息：IMEI\n'.repeat(10_000)],
  ['titles', '友盟SDK\n'.repeat(10_000)],
])('%s are read in time that grows with the length', { timeout: 20_000 }, (_, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(8_000);
});

test('elements nested without end stop the reading, which is a gap', () => {
  const reading = read(`<html><body><p>我们收集昵称。</p>${'<table><tr><td>'.repeat(40_000)}`);
  expect(reading.claims.map((claim) => claim.data)).toEqual(['nickname']);
  expect(reading.gaps).toMatchObject([{ stage: 'policy', code: 'over-budget', material: false }]);
});

test('two readings are the same', () => {
  expect(JSON.stringify(read(SAMPLE))).toBe(JSON.stringify(read(SAMPLE)));
});

test('ids of claims do not depend on what stands around them', () => {
  const ids = (text: string) => read(text).claims.map((claim) => claim.id);
  expect(ids(`前言\n\n${SAMPLE}`)).toEqual(ids(SAMPLE));
});

test('ten times the text takes no more than ten times the time, and no text makes a pattern explode', () => {
  const clause = '为了向您提供服务，我们会收集您的设备型号、IMEI（国际移动设备识别码），并与合作伙伴共享；';
  const timed = (text: string) => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  };
  timed(clause.repeat(400));
  const one = Math.min(...[1, 2, 3].map(() => timed(`${clause.repeat(20)}\n`.repeat(40))));
  const ten = Math.min(...[1, 2].map(() => timed(`${clause.repeat(20)}\n`.repeat(400))));
  expect(ten).toBeLessThan(one * 14);
  for (const bomb of [
    '（'.repeat(50_000),
    'a '.repeat(50_000),
    '我们、'.repeat(30_000),
    '《【['.repeat(20_000),
    '| '.repeat(50_000),
  ]) {
    expect(timed(bomb)).toBeLessThan(5_000);
  }
}, 60_000);
