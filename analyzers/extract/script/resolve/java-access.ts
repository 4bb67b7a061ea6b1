import type * as t from '@babel/types';
import { ApiNode } from '../apis/api-node.ts';
import type { Scope } from '../binding/scope.ts';
import { NO_VALUES, type Value } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';
import type { CallNode } from './call-sites.ts';
import { type Resolver, union } from './resolve.ts';

/** Names of Android's system services, as constants of Context without `_SERVICE`, and what they give. */
const SERVICES: Readonly<Record<string, string>> = {
  ACCESSIBILITY: 'android.view.accessibility.AccessibilityManager',
  ACCOUNT: 'android.accounts.AccountManager',
  ACTIVITY: 'android.app.ActivityManager',
  BATTERY: 'android.os.BatteryManager',
  BATTERYMANAGER: 'android.os.BatteryManager',
  BIOMETRIC: 'android.hardware.biometrics.BiometricManager',
  BLUETOOTH: 'android.bluetooth.BluetoothManager',
  CAMERA: 'android.hardware.camera2.CameraManager',
  CLIPBOARD: 'android.content.ClipboardManager',
  CONNECTIVITY: 'android.net.ConnectivityManager',
  DEVICE_POLICY: 'android.app.admin.DevicePolicyManager',
  EUICC: 'android.telephony.euicc.EuiccManager',
  FINGERPRINT: 'android.hardware.fingerprint.FingerprintManager',
  INPUT_METHOD: 'android.view.inputmethod.InputMethodManager',
  KEYGUARD: 'android.app.KeyguardManager',
  LAUNCHER_APPS: 'android.content.pm.LauncherApps',
  LAUNCHERAPPS: 'android.content.pm.LauncherApps',
  LOCATION: 'android.location.LocationManager',
  MEDIA_PROJECTION: 'android.media.projection.MediaProjectionManager',
  NETWORK_STATS: 'android.app.usage.NetworkStatsManager',
  NETSTATS: 'android.app.usage.NetworkStatsManager',
  NSD: 'android.net.nsd.NsdManager',
  PHONE: 'android.telephony.TelephonyManager',
  POWER: 'android.os.PowerManager',
  SENSOR: 'android.hardware.SensorManager',
  STORAGE: 'android.os.storage.StorageManager',
  STORAGE_STATS: 'android.app.usage.StorageStatsManager',
  STORAGESTATS: 'android.app.usage.StorageStatsManager',
  TELECOM: 'android.telecom.TelecomManager',
  TELEPHONY: 'android.telephony.TelephonyManager',
  TELEPHONY_SUBSCRIPTION: 'android.telephony.SubscriptionManager',
  USER: 'android.os.UserManager',
  USAGE_STATS: 'android.app.usage.UsageStatsManager',
  USAGESTATS: 'android.app.usage.UsageStatsManager',
  WIFI: 'android.net.wifi.WifiManager',
  WIFIP2P: 'android.net.wifi.p2p.WifiP2pManager',
  WIFI_P2P: 'android.net.wifi.p2p.WifiP2pManager',
};

const BLUETOOTH_DEVICE = 'android.bluetooth.BluetoothDevice';
/** What intents carry of the system, by the constants under which they do and by the values of these. */
const EXTRAS: Readonly<Record<string, string>> = {
  EXTRA_DEVICE: BLUETOOTH_DEVICE,
  'android.bluetooth.device.extra.DEVICE': BLUETOOTH_DEVICE,
  EXTRA_TAG: 'android.nfc.Tag',
  'android.nfc.extra.TAG': 'android.nfc.Tag',
};

/**
 * What calls that reach Java or Objective-C from scripts give: `importClass('a.b.C')` and `newObject` of HTML5+, and on any
 * object, in NativeScript too, `getSystemService(...)`, `getPackageManager()`, `getIntent()`, Bluetooth devices by their
 * address, and those and NFC tags that an intent carries. Undefined for any other call.
 * Source: the HTML5+ documentation of Native.js, the Android documentation of Context, Intent, BluetoothAdapter and NfcAdapter.
 */
export function javaObject(
  resolver: Resolver,
  { callee, arguments: args }: CallNode,
  scope: Scope,
): readonly Value[] | undefined {
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return undefined;
  const [first, second] = args;
  switch (keyName({ key: callee.property, computed: callee.computed })) {
    case 'import':
    case 'importClass':
    case 'newObject':
      if (first === undefined || !isBridge(callee.object)) return undefined;
      return bridgeName(callee.object) === 'ios'
        ? appleClasses(resolver, first, scope)
        : classesNamed(resolver, first, scope);
    case 'invoke':
    case 'getAttribute':
      if (first === undefined || second === undefined || !isBridge(callee.object)) return undefined;
      for (const name of resolver.valuesOf(second, scope)) {
        if (name === 'getSystemService' && args[2] !== undefined) return serviceNamed(resolver, args[2], scope);
        if (name === 'getPackageManager') return javaClass(resolver, 'android.content.pm.PackageManager');
      }
      return invoked(resolver, first, second, scope).flatMap((value) => value.children.get('()') ?? []);
    case 'getPackageManager':
      return args.length === 0 ? javaClass(resolver, 'android.content.pm.PackageManager') : undefined;
    case 'getIntent':
      return args.length === 0 ? javaClass(resolver, 'android.content.Intent') : undefined;
    case 'getParcelableExtra':
      return first === undefined ? undefined : extraNamed(resolver, first, scope);
    case 'getRemoteDevice':
      return args.length === 1 ? javaClass(resolver, BLUETOOTH_DEVICE) : undefined;
    case 'getSystemService':
      return first === undefined ? undefined : serviceNamed(resolver, first, scope);
    default:
      return undefined;
  }
}

/**
 * The members that `plus.android.invoke(object, 'name')`, `getAttribute` and `object.plusGetAttribute('name')` reach; none
 * for any other call.
 */
export function javaMembers(
  resolver: Resolver,
  { callee, arguments: args }: CallNode,
  scope: Scope,
): readonly ApiNode[] {
  const [first, second] = args;
  if (callee.type !== 'MemberExpression' || first === undefined) return [];
  const name = keyName({ key: callee.property, computed: callee.computed });
  if (name === 'plusGetAttribute') return invoked(resolver, callee.object, first, scope);
  if (second === undefined || (name !== 'invoke' && name !== 'getAttribute') || !isBridge(callee.object)) return [];
  return invoked(resolver, first, second, scope);
}

function invoked(resolver: Resolver, object: t.Node, name: t.Node, scope: Scope): ApiNode[] {
  const objects = resolver
    .valuesOf(object, scope)
    .map((value) => (typeof value === 'string' ? javaClass(resolver, value)[0] : value));
  const names = resolver.valuesOf(name, scope).filter((value) => typeof value === 'string');
  return objects.flatMap((value) =>
    value instanceof ApiNode ? names.flatMap((key) => value.property(key) ?? []) : [],
  );
}

/** `plus.android` or `plus.ios`, under whatever name `plus` has. */
function isBridge(node: t.Node): boolean {
  const name = bridgeName(node);
  return name === 'android' || name === 'ios';
}

function bridgeName(node: t.Node): string | null {
  return node.type === 'MemberExpression' ? keyName({ key: node.property, computed: node.computed }) : null;
}

/** Classes of iOS stand below `plus.ios`, as they have no packages. */
function appleClasses(resolver: Resolver, argument: t.Node, scope: Scope): readonly Value[] {
  const bridge = resolver.watch.globals.children.get('plus')?.children.get('ios');
  const names = resolver.valuesOf(argument, scope).filter((value) => typeof value === 'string');
  return names.flatMap((name) => bridge?.children.get(name) ?? []);
}

function classesNamed(resolver: Resolver, argument: t.Node, scope: Scope): readonly Value[] {
  let values: readonly Value[] = NO_VALUES;
  for (const name of resolver.valuesOf(argument, scope)) {
    if (typeof name === 'string') values = union(values, javaClass(resolver, name));
  }
  return values;
}

function javaClass(resolver: Resolver, name: string): readonly Value[] {
  let values: readonly Value[] = [resolver.watch.globals];
  // An inner class is one below its outer class.
  for (const part of name.split(/[.$]/)) {
    values = values.flatMap((value) => (value instanceof ApiNode ? (value.property(part) ?? []) : []));
  }
  return values;
}

/** `BluetoothDevice.EXTRA_DEVICE` or `'android.nfc.extra.TAG'`. */
function extraNamed(resolver: Resolver, argument: t.Node, scope: Scope): readonly Value[] | undefined {
  for (const name of [constantName(argument, scope), ...resolver.valuesOf(argument, scope)]) {
    if (typeof name === 'string' && Object.hasOwn(EXTRAS, name)) return javaClass(resolver, EXTRAS[name] ?? '');
  }
  return undefined;
}

/** `Context.WIFI_SERVICE` or `'wifi'`. */
function serviceNamed(resolver: Resolver, argument: t.Node, scope: Scope): readonly Value[] {
  const constant = constantName(argument, scope);
  const values = resolver.valuesOf(argument, scope);
  const names = constant === null ? values.filter((value) => typeof value === 'string') : [constant];
  return names.flatMap((name) => {
    const service = name.toUpperCase().replace(/_SERVICE$/, '');
    return Object.hasOwn(SERVICES, service) ? javaClass(resolver, SERVICES[service] ?? '') : [];
  });
}

/** `Context.WIFI_SERVICE`, or a variable that was taken of the class: `const { WIFI_SERVICE } = android.content.Context`. */
function constantName(argument: t.Node, scope: Scope): string | null {
  if (argument.type === 'MemberExpression') return keyName({ key: argument.property });
  if (argument.type !== 'Identifier') return null;
  const source = scope.lookup(argument.name)?.sources[0];
  const name = source?.kind === 'expression' ? source.path.at(-1) : undefined;
  return name?.endsWith('_SERVICE') ? name : null;
}
