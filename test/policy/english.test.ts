import { expect, test } from 'vitest';
import { claimsIn, read } from './reading.ts';

test.each<[string, string[]]>([
  [
    'We collect your name, email address, and phone number when you create an account.',
    ['email', 'phone-number', 'real-name'],
  ],
  ['We do not collect your contacts.', ['-contacts/any']],
  [
    'We may share your device identifiers with advertisers. We never sell your contacts.',
    ['-contacts/sharing', '~device-id'],
  ],
  [
    'Our partners may collect your IP address and browser type in order to show you photos.',
    ['partner ip', 'partner user-agent'],
  ],
  [
    'With your permission, we access your camera and microphone. If you do not provide your contacts, you can still use the app.',
    ['camera', 'microphone'],
  ],
  [
    'We automatically collect device information such as device model, operating system version, and IP address.',
    ['device-model', 'ip', 'os-version', '~device-info'],
  ],
  ['In the future we may introduce features that collect your fingerprint.', []],
  ['You may access your photos and your contacts at any time.', []],
  ['Please keep your password safe.', []],
  ['We do not knowingly collect the email address of children under 13.', ['-email/minors']],
])('%s', (text, wanted) => {
  expect(claimsIn(text)).toEqual([...wanted].sort());
});

test('sections: definitions and rights declare nothing, announced lists do', () => {
  const text = `# Privacy Policy
## Definitions
**Device Information** means IMEI and MAC address.
## Information We Collect
Information you provide to us includes:

- Name
- Email address
## Your Rights
You can correct or delete your phone number.
`;
  expect(claimsIn(text)).toEqual(['email', 'real-name']);
});

test('wrapped lines are one sentence', () => {
  const text =
    'When you use the app we collect, among other things that we need, your IP\naddress and the unique device\nidentifier of your phone.';
  expect(claimsIn(text)).toEqual(['ip', '~device-id']);
});

test('an SDK named in a sentence acts itself; the language is told', () => {
  const reading = read(
    'Google Analytics may collect your Android advertising ID. Updated: March 3, 2024. Contact: a@b.example.com',
  );
  expect(reading.policy.language).toBe('en');
  expect(reading.claims.map((claim) => `${claim.actor} ${claim.data}`)).toContain('sdk:google-analytics gaid');
  expect(reading.mentions.map((mention) => mention.sdk)).toContain('google-analytics');
  expect(reading.defects).toEqual([]);
});

test("AAID is Google's identifier in English, and the Mobile Security Alliance's in Chinese or beside its others", () => {
  expect(claimsIn('We collect your Android ID and AAID.')).toEqual(['android-id', 'gaid']);
  expect(claimsIn('We collect your OAID, VAID and AAID.')).toEqual(['aaid', 'oaid', 'vaid']);
  expect(claimsIn('我们会收集您的Android ID、AAID。')).toEqual(['aaid', 'android-id']);
});
