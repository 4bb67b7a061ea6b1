import { expect, test } from 'vitest';
import { read } from './reading.ts';

const permissionsIn = (text: string) =>
  read(text).permissions.map((permission) => permission.name.replace(/^.*\./, ''));

test.each<[string, string[]]>([
  ['在您开启相机权限后，您可以扫码。', ['CAMERA']],
  ['我们可能申请相机、麦克风、通讯录等权限。', ['CAMERA', 'READ_CONTACTS', 'RECORD_AUDIO']],
  ['我们申请android.permission.READ_SMS。', ['READ_SMS']],
  ['我们申请ohos.permission.ACCESS_BLUETOOTH。', ['ACCESS_BLUETOOTH']],
  ['我们申请ohos.permission.ACCESS_BLUETOOTH、android.permission.BLUETOOTH。', ['ACCESS_BLUETOOTH', 'BLUETOOTH']],
  ['您可以在系统中关闭相机、麦克风权限。', []],
  ['内部系统实行严格的访问权限控制。', []],
  ['相机是拍照的设备。', []],
  ['We never access your contacts.', []],
  ['We request access to your camera and the microphone permission.', ['CAMERA', 'RECORD_AUDIO']],
])('%s', (text, wanted) => {
  expect(permissionsIn(text).sort()).toEqual(wanted);
});

test('in a permission column a plain word is enough', () => {
  const table = '一、权限说明\n\n| 业务场景 | 访问权限 |\n|---|---|\n| 扫一扫 | 摄像头 |\n| 通话 | 悬浮窗、振动 |';
  expect(permissionsIn(table)).toEqual(['CAMERA', 'SYSTEM_ALERT_WINDOW', 'VIBRATE']);
});
