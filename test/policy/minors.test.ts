import { expect, test } from 'vitest';
import { claimsIn } from './reading.ts';

test('a policy for children alone says what is collected like any other', () => {
  const text =
    '小树苗儿童隐私政策\n\n一、收集的儿童信息\n1.1 我们仅收集下列信息:\n- 昵称\n- 设备型号\n1.2 我们不会收集以下信息:\n- 通讯录\n- 短信';
  expect(claimsIn(text)).toEqual(['-contacts/minors', '-sms/minors', 'device-model', 'nickname', '~minor-info']);
  const english =
    "Privacy Notice for Children\n\n## Children's information we collect\n\n- nickname\n- photos\n\nWe do not collect contacts.";
  expect(claimsIn(english)).toEqual(['-contacts/minors', 'nickname', 'photos']);
});

test('an app for children is no policy for children alone', () => {
  expect(claimsIn('儿童识字乐园隐私政策\n\n一、收集的信息\n我们不会收集通讯录。')).toEqual(['-contacts/any']);
});

test('what the section on children denies is denied of children', () => {
  const text =
    '隐私政策\n\n一、收集的信息\n我们收集您的通讯录。\n\n六、儿童的保护\n我们不会收集通讯录和短信。\n\n七、其他\n我们不会收集日历。';
  expect(claimsIn(text)).toEqual(['-calendar/any', '-contacts/minors', '-sms/minors', 'contacts']);
});
