import { expect, test } from 'vitest';
import { read } from './reading.ts';

const actorsOf = (text: string) => [
  ...new Set(read(text).claims.map(({ actor, data, stance }) => `${stance === 'denied' ? '-' : ''}${data}/${actor}`)),
];

test.each([
  ['为了推荐书店，开发者将在获取你的明示同意后，收集你的手机号。', 'phone-number/app'],
  ['运营者收集你的昵称。\n如有疑问，请联系我们。', 'nickname/app'],
  ['小程序会读取你的剪切板。', 'clipboard/app'],
  ['开发者承诺不会使用你的麦克风。', '-microphone/app'],
  ['The developer collects your contacts.', 'contacts/app'],
])('a text without first person speaks of its operator by another name: %s', (text, claim) => {
  expect(actorsOf(text)).toEqual([claim]);
});

test('a name that the text defines is the operator beside "we"', () => {
  const text =
    '本指引由小程序开发者“云杉科技有限公司”（以下简称“开发者”）制定。\n我们重视隐私。\n开发者会收集你的通讯录。';
  expect(actorsOf(text).filter((claim) => claim.startsWith('contacts'))).toEqual(['contacts/app']);
});

test.each([
  ['我们收集您的昵称。\n开发者会收集您的通讯录。', 'contacts/partner'],
  ['第三方开发者会收集你的通讯录。', 'contacts/partner'],
  [
    '我们与第三方应用的提供者（以下简称“开发者”）合作，我们收集您的昵称。\n开发者会收集您的通讯录。',
    'contacts/partner',
  ],
])('developers that are somebody else stay partners: %s', (text, claim) => {
  expect(actorsOf(text)).toContain(claim);
});
