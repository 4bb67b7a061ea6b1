/** Namespace of the attributes that Android's framework defines. */
export const ANDROID_NAMESPACE = 'http://schemas.android.com/apk/res/android';

/** Namespace of the instructions for the manifest merger. */
export const TOOLS_NAMESPACE = 'http://schemas.android.com/tools';

/** Resource ids of the framework's attributes (android.R.attr), which never change once published. */
export const FRAMEWORK_ATTRIBUTES = {
  label: 0x01010001,
  name: 0x01010003,
  permission: 0x01010006,
  readPermission: 0x01010007,
  writePermission: 0x01010008,
  enabled: 0x0101000e,
  exported: 0x01010010,
  process: 0x01010011,
  authorities: 0x01010018,
  value: 0x01010024,
  resource: 0x01010025,
  targetActivity: 0x01010202,
  minSdkVersion: 0x0101020c,
  backupAgent: 0x0101027f,
  appComponentFactory: 0x0101057a,
  versionCode: 0x0101021b,
  versionName: 0x0101021c,
  targetSdkVersion: 0x01010270,
  maxSdkVersion: 0x01010271,
  required: 0x0101028e,
} as const;

export type FrameworkAttribute = keyof typeof FRAMEWORK_ATTRIBUTES;
