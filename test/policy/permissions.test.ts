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

test('the labels that Android itself has for permissions', () => {
  const labels =
    '查看网络连接\n\n查看WLAN状态\n\n更改WLAN状态\n\n更改您的音频设置\n\n访问蓝牙设置\n\n读取系统日志文件\n\n访问大致位置信息(基于网络进行定位)\n\n写入外部存储\n\n拍摄照片和视频\n\n在其他应用之上显示内容';
  expect(
    read(`应用权限\n\n${labels}`)
      .permissions.map(({ name }) => name.replace('android.permission.', ''))
      .sort(),
  ).toEqual([
    'ACCESS_COARSE_LOCATION',
    'ACCESS_NETWORK_STATE',
    'ACCESS_WIFI_STATE',
    'BLUETOOTH_ADMIN',
    'CAMERA',
    'CHANGE_WIFI_STATE',
    'MODIFY_AUDIO_SETTINGS',
    'READ_LOGS',
    'SYSTEM_ALERT_WINDOW',
    'WRITE_EXTERNAL_STORAGE',
  ]);
});

test('the advertising ID that users may reset is no permission', () => {
  expect(read('On Android, go to Settings and choose Reset Ad ID.').permissions).toEqual([]);
  expect(read('We request the AD_ID permission.').permissions.map(({ name }) => name)).toEqual([
    'com.google.android.gms.permission.AD_ID',
  ]);
});
