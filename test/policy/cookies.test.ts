import { expect, test } from 'vitest';
import { claimsIn } from './reading.ts';

test.each([
  '四、Cookie的使用\n本应用会在您的计算机上设定或取用cookies，以便您能登录。',
  '四、Cookie\n我们使用Cookie来保持您的登录状态。',
  '四、Cookie和同类技术\n为了您的方便，我们会在您的移动设备上存储名为Cookie的小数据文件。',
  '## Cookies\n\nWe use cookies to keep you signed in.',
])('a section on cookies says that they are used: %s', (text) => {
  expect(claimsIn(text)).toContain('cookie');
});

test.each([
  '四、Cookie\n您可以拒绝Cookie。您可以让我们停止使用Cookie。',
  '四、Cookie\n我们不使用Cookie。',
  '四、Cookie\nCookie是存储在设备上的小数据文件。',
  '## Cookies\n\nYou can have us stop: we honour it when you disable cookies.',
  '## Cookies\n\nWe do not use cookies.',
])('and not where it tells what they are or what users may do: %s', (text) => {
  expect(claimsIn(text)).not.toContain('cookie');
});
