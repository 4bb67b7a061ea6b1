import { expect, test } from 'vitest';
import { isForeign, languageOf } from '../../analyzers/policy/language.ts';
import { read } from './reading.ts';

const FRENCH =
  "Nous recueillons votre nom, votre adresse et votre numéro de téléphone lorsque vous créez un compte. Ces données servent à vous fournir le service et ne sont jamais vendues à des tiers. Vous pouvez à tout moment demander leur suppression en nous écrivant à l'adresse indiquée ci-dessous.";
const JAPANESE =
  '当社は、お客様がアカウントを作成する際に、お名前、メールアドレス、電話番号を取得します。これらの情報は、サービスの提供のために利用します。お客様はいつでも削除を求めることができます。';
const ENGLISH =
  'We collect your name, your address and your phone number when you create an account. The data are used to provide the service and are never sold to third parties. You may ask us to delete them at any time.';

test.each([
  ['French', FRENCH, true],
  ['Japanese', JAPANESE, true],
  ['Russian', 'Мы собираем ваше имя, адрес и номер телефона, когда вы создаёте учётную запись в приложении.', true],
  ['English', ENGLISH, false],
  [
    'Chinese with English names',
    `我们会收集您的手机号码、昵称。${'Firebase Crashlytics SDK '.repeat(4)}并用于统计。`,
    false,
  ],
  ['a few words', 'Adresse, Téléphone', false],
])('%s', (_, text, foreign) => {
  expect(isForeign(text)).toBe(foreign);
});

test('a policy in another language is a gap, and its language is not known', () => {
  const { policy, gaps } = read(FRENCH);
  expect(policy.language).toBe('unknown');
  expect(gaps).toMatchObject([{ stage: 'policy', code: 'unsupported', material: false }]);
  expect(languageOf(ENGLISH)).toBe('en');
  expect(read(ENGLISH).gaps).toEqual([]);
});
