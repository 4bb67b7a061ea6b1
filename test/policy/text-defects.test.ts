import { expect, test } from 'vitest';
import { read } from './reading.ts';

const defects = (text: string) =>
  read(text)
    .defects.filter(({ code }) => !/^(?:no-date|no-contact|sdk-without)/.test(code))
    .map(({ code, subject, at }) => `${code} ${subject} ${at.line}`);

test('a company that is not the maker of the SDK', () => {
  const table = (company: string) =>
    `| SDK名称 | 公司名称 | 收集信息 |\n|---|---|---|\n| 极光推送SDK | ${company} | IMEI |`;
  expect(defects(table('北京云杉风铃科技有限公司'))).toEqual(['company-mismatch 极光推送SDK 3']);
  expect(defects(table('深圳市和讯华谷信息技术有限公司'))).toEqual([]);
  expect(defects(table('/'))).toEqual([]);
});

test("another product's name", () => {
  expect(defects('青松阅读隐私政策\n\n本隐私政策适用于白桦书城网站提供的服务。')).toEqual([
    'foreign-product-name 白桦书城 3',
  ]);
  expect(defects('青松阅读隐私政策\n\n本隐私政策适用于青松阅读平台提供的服务。')).toEqual([]);
});

test('a list in title marks that is nowhere', () => {
  expect(defects('我们的合作方详见《合作伙伴名录》。')).toEqual(['dead-reference 合作伙伴名录 1']);
  expect(defects('我们的合作方详见《合作伙伴名录》。\n\n# 合作伙伴名录\n\n无')).toEqual([]);
  expect(defects('详见《合作伙伴名录》（https://a.example/list）。')).toEqual([]);
});

test('a whole policy says how to withdraw, to delete the account, and what goes for children', () => {
  const body = '我们会收集您的昵称，用于展示。'.repeat(120);
  expect(defects(body)).toEqual(['no-account-deletion null 1', 'no-children-rules null 1', 'no-withdrawal null 1']);
  expect(defects(`${body}\n您可以撤回同意、注销账户。\n未成年人应由监护人陪同阅读。`)).toEqual([]);
});
