import { expect, test } from 'vitest';
import { mayBeConsentKey } from '../../../analyzers/graph/consent/consent-keys.ts';

test.each([
  'agreed',
  'privacy_version',
  'isUserAgreeProtocol',
  'gdpr_state',
  'yinsi_ok',
  '同意协议',
  'first_run',
  'login',
  'user_id',
  'access_token',
  'a1',
  'k',
  '7',
])('the setting %s may hold the answer of the user', (key) => expect(mayBeConsentKey(key)).toBe(true));

test.each(['dark_theme', 'font_size', 'push_enabled', 'guide_shown', 'user_theme', 'language', 'volume'])(
  'the setting %s is no answer of the user',
  (key) => expect(mayBeConsentKey(key)).toBe(false),
);
