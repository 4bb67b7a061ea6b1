import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

test.each([
  [
    '信息名称:姓名\n\n使用目的:实名认证\n\n使用场景:首次认证时\n\n信息名称:面部信息\n\n使用目的:身份校验',
    ['face', 'real-name'],
  ],
  ['信息类型：手机号；用途：注册账号', ['phone-number']],
  ['1、注册\n个人信息种类:手机号码、验证码\n使用目的:完成注册', ['phone-number', 'sms-code']],
  ['使用目的：核验身份\n个人信息种类：面部信息', ['face']],
  ['面部信息\n使用目的：核验身份\n使用场景：登录时', ['face']],
  ['Data type: email address\nPurpose: sign in\n\nData type: contacts\nPurpose: invite friends', ['contacts', 'email']],
])('a record of a list of personal information: %s', (text, claims) => {
  expect(claimsIn(text)).toEqual(claims);
});

test.each([
  ['nothing says what for', '信息类型：手机号\n本表仅作说明。'],
  ['a list of what is not collected', '我们不会收集以下信息:\n1、面部信息\n使用目的：核验身份'],
  ['a title that names no data alone', '面部信息识别服务协议说明\n使用目的：核验身份'],
  ['a purpose that names data', '信息名称：订单\n使用目的：核对您的银行卡号'],
])('is none where %s', (_, text) => {
  expect(claimsIn(text).filter((claim) => /^(?:phone-number|face|bank-card)/.test(claim))).toEqual([]);
});

test('the permission that a record is about is declared', () => {
  const reading = read('【位置权限】\n使用目的：展示附近的人\n个人信息种类：精确位置');
  expect(reading.permissions.map(({ name }) => name)).toContain('android.permission.ACCESS_COARSE_LOCATION');
  expect(reading.claims.map(({ data }) => data)).toContain('location-precise');
});

test('a list that stands open is told', () => {
  expect(read('信息名称：设备型号等信息\n使用目的：适配').defects.map(({ code }) => code)).toContain('open-ended-list');
});

test('an item of a list opens no section, whatever it names', () => {
  const text = 'What We Collect:\n- Age information\nPurposes:\n- Security\n\nWhat We Collect:\n- Purchase history';
  expect(claimsIn(text)).toEqual(['birthday', 'order']);
});
