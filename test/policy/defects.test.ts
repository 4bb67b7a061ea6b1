import { expect, test } from 'vitest';
import { read } from './reading.ts';

const COMPLETE = '更新日期：2024年1月2日\n联系我们：a@example.com\n';
const defectsIn = (text: string) =>
  read(COMPLETE + text).defects.map((defect) => `${defect.code} ${defect.at.line}:${defect.at.column}`);

test('a list left open, once a sentence', () => {
  expect(defectsIn('我们会收集IMEI、MAC等信息，以及昵称等信息。')).toEqual(['open-ended-list 3:14']);
  expect(defectsIn('We collect your name and email address, including but not limited to other details.')).toHaveLength(
    1,
  );
});

test('"such information" and lists of no data are not open', () => {
  expect(defectsIn('我们会收集昵称，并将该等信息储存。我们通过邮件、电话等方式联系您。')).toEqual([]);
});

test('a template that nobody filled in', () => {
  expect(defectsIn('为向您提供【请填写】服务。')).toEqual(['unfilled-placeholder 3:6']);
});

test('a list of SDKs that is not there', () => {
  const text = '我们接入的SDK详见《第三方SDK目录》。';
  expect(defectsIn(text)).toEqual(['sdk-list-not-supplied 3:12']);
  const table =
    '\n\n| SDK名称 | 公司名称 | 使用目的 | 收集信息 | 隐私政策链接 |\n|---|---|---|---|---|\n| 甲SDK | 甲公司 | 推送 | IMEI | https://a.example |';
  expect(defectsIn(text + table)).toEqual([]);
});

test('no date, no contact', () => {
  expect(read('我们会收集昵称。').defects.map((defect) => defect.code)).toEqual(['no-contact', 'no-date']);
  expect(read('Effective date: 3 May 2023. You can reach us at privacy@example.org.').defects).toEqual([]);
});
