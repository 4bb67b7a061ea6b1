import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

test('a heading below "what we collect" that names a kind of data keeps the list open', () => {
  const text =
    '## 一、我们收集的信息\n\n### 1.1 使用数据\n- 崩溃报告：应用异常时的记录\n\n### 1.2 设备信息\n- 设备型号、操作系统版本\n\n### 1.3 信息的用途\n- 通讯录备份：以便换机\n\n## 二、其他\n\n### 2.1 设备信息\n- 短信';
  expect(claimsIn(text)).toEqual(['crash-performance', 'device-model', 'os-version', '~device-info']);
});

test('a heading between that names none closes the list for its own lines alone', () => {
  const text =
    '## 一、我们收集的信息\n\n### 1.1 更多\n- 通讯录备份工具\n\n### 1.2 设备信息\n- 设备型号\n\n## 二、更多\n\n### 2.1 数据说明\n- 短信';
  expect(claimsIn(text)).toEqual(['device-model', '~device-info']);
});

test('features that use data are told as such', () => {
  expect(claimsIn('The app includes features that use your contacts.')).toEqual(['contacts']);
  expect(claimsIn('The app includes features that other apps use with contacts.')).toEqual([]);
});

test('what we receive is collected', () => {
  expect(claimsIn('当您用第三方账号登录时，我们会收到：\n- 您的姓名和邮箱地址')).toEqual(['email', 'real-name']);
});

test('a label in front of an open list of data is no explanation', () => {
  expect(claimsIn('我们会收集以下信息：\n- 设备识别码: 包括但不限于Android ID/OAID等标识')).toEqual([
    'android-id',
    'oaid',
    '~device-id',
  ]);
  expect(claimsIn('我们会收集以下信息：\n- 网络信息: 用来保持连接，判断您的位置')).toEqual(['~network-info']);
});

test('a list of data that depends on permissions is no list of permissions', () => {
  const text = '根据您在使用中授予的具体权限,我们会收集以下设备信息:\n- 设备信息：型号';
  expect(read(text).permissions).toEqual([]);
  const permissions = '为实现功能,我们会申请以下权限:\n- 相机：扫码';
  expect(read(permissions).permissions.map(({ name }) => name)).toEqual(['android.permission.CAMERA']);
});

test('a sentence about an SDK is no name of one', () => {
  const text =
    '#### 飞鸟推送SDK\n- SDK名称: 飞鸟推送SDK\n- 收集信息: IMEI\n- 处理说明:\n  - 该SDK由微信客户端调用,内容将传给微信\n  - 我们不会存储您在微信SDK中分享的内容\n- 隐私政策链接: https://birds.example/p';
  expect(read(text).sdks).toMatchObject([{ name: '飞鸟推送SDK', url: 'https://birds.example/p' }]);
});
