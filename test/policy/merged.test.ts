import { expect, test } from 'vitest';
import { mergeReadings } from '../../analyzers/policy/merged-readings.ts';
import { readPolicy } from '../../analyzers/policy/read-policy.ts';
import { policyReader } from './reading.ts';

const reading = (name: string, text: string) => readPolicy(name, new TextEncoder().encode(text), policyReader());
const codes = (defects: { code: string }[]) => defects.map(({ code }) => code);

const POLICY = '隐私政策\n更新日期：2024年1月1日\n我们接入的SDK详见《第三方SDK目录》。\n合作方详见《伙伴共享清单》。';
const LIST = [
  '第三方SDK目录',
  '更新日期：2024年1月1日',
  '| SDK名称 | 公司 | 使用目的 | 收集的个人信息 | 隐私政策链接 |',
  '|---|---|---|---|---|',
  '| 白鹭推送SDK | 白鹭科技有限公司 | 消息推送 | 设备型号 | https://bailu.example/privacy |',
].join('\n');

test('a list that another file supplies is supplied', () => {
  expect(codes(reading('policy.txt', POLICY).defects)).toContain('sdk-list-not-supplied');
  const [policy, list] = mergeReadings([reading('policy.txt', POLICY), reading('sdk.md', LIST)]);
  expect(codes(policy?.defects ?? [])).not.toContain('sdk-list-not-supplied');
  expect(codes(policy?.defects ?? [])).toContain('dead-reference');
  expect(list?.sdks.map(({ name, at }) => [name, at.file])).toEqual([['白鹭推送SDK', 'sdk.md']]);
});

test('a document is told by its title or the name of its file', () => {
  const named = mergeReadings([reading('policy.txt', POLICY), reading('伙伴共享清单.txt', '无')]);
  expect(codes(named[0]?.defects ?? [])).not.toContain('dead-reference');
});

test('the contact need stand in one of the files only, and every claim keeps its file', () => {
  const rules = reading('rules.txt', '儿童规则\n我们会收集您的手机号码。\n联系：a@b.example');
  const [policy, other] = mergeReadings([reading('policy.txt', POLICY), rules]);
  expect(codes(policy?.defects ?? [])).not.toContain('no-contact');
  expect(other?.claims.map(({ data, at }) => [data, at.file])).toEqual([['phone-number', 'rules.txt']]);
  expect(codes(reading('policy.txt', POLICY).defects)).toContain('no-contact');
});

test('a field of a template in brackets is no value; a label with its value is none', () => {
  expect(codes(reading('p', '如有疑问请拨打【客服电话】与我们联系。').defects)).toContain('unfilled-placeholder');
  expect(codes(reading('p', '您可以：【客服电话】：400-123-4567').defects)).not.toContain('unfilled-placeholder');
  expect(codes(reading('p', '【联系方式】我们的邮箱是 a@b.example').defects)).not.toContain('unfilled-placeholder');
});
