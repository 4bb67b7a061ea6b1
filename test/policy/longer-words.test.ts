import { expect, test } from 'vitest';
import { claimsIn } from './reading.ts';

test('records of voice calls are the log of calls, and recordings are not', () => {
  expect(claimsIn('We collect your voice call records.')).toEqual(['call-log']);
  expect(claimsIn('We collect your voice recordings.')).toEqual(['microphone']);
});

test('when other apps were installed is no time of access', () => {
  expect(claimsIn('We collect your device model and installation timestamps.')).toEqual(['device-model']);
  expect(claimsIn('We collect your device model and timestamps.')).toEqual(['access-time', 'device-model']);
});

test('what is kept safe is not collected', () => {
  expect(claimsIn('我们收集您的设备型号，以保障账号和交易安全。')).toEqual(['device-model']);
  expect(claimsIn('我们收集您的设备型号、账号和交易记录。')).toContain('account-id');
});
