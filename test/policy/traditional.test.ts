import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

test('traditional characters and words of Taiwan are read as simplified ones, quotes stay as they stand', () => {
  const text = '我們會蒐集您的裝置識別碼、IP位址、通訊錄及相簿。我們不會讀取您的簡訊。';
  expect(claimsIn(text)).toEqual(['-sms/any', 'contacts', 'ip', 'photos', '~device-id']);
  expect(read(text).claims[0]?.quote).toBe('我們會蒐集您的裝置識別碼、IP位址、通訊錄及相簿。');
});

test('Big5 and UTF-16 without a mark', () => {
  // 我們會收集您的手機號碼。 in Big5
  const big5 = Buffer.from('a7dacca7b77ca6acb6b0b17aaabaa4e2bef7b8b9bd58a143', 'hex');
  expect(read(big5).claims.map((claim) => claim.data)).toEqual(['phone-number']);
  const wide = Buffer.from('Privacy policy. We collect your phone number.', 'utf16le');
  expect(read(wide).claims.map((claim) => claim.data)).toEqual(['phone-number']);
});
