import { javaType } from '../../../../formats/dex/descriptor.ts';
import {
  type Among,
  AnnotationTest,
  ArrayObject,
  ClassValue,
  MemberName,
  MemberValue,
  TextObject,
  textOf,
  typeOf,
  UNKNOWN,
  Unknown,
  type Value,
} from '../value.ts';
import { type FrameworkCall, type Model, type Models, unknownResult } from './framework-call.ts';

const OBJECT = 'Ljava/lang/Object;';

/** What getSystemService returns, by the names of android.content.Context. */
const SYSTEM_SERVICES: Readonly<Record<string, string>> = {
  account: 'Landroid/accounts/AccountManager;',
  activity: 'Landroid/app/ActivityManager;',
  audio: 'Landroid/media/AudioManager;',
  bluetooth: 'Landroid/bluetooth/BluetoothManager;',
  camera: 'Landroid/hardware/camera2/CameraManager;',
  clipboard: 'Landroid/content/ClipboardManager;',
  connectivity: 'Landroid/net/ConnectivityManager;',
  device_policy: 'Landroid/app/admin/DevicePolicyManager;',
  keyguard: 'Landroid/app/KeyguardManager;',
  launcherapps: 'Landroid/content/pm/LauncherApps;',
  location: 'Landroid/location/LocationManager;',
  phone: 'Landroid/telephony/TelephonyManager;',
  power: 'Landroid/os/PowerManager;',
  sensor: 'Landroid/hardware/SensorManager;',
  storage: 'Landroid/os/storage/StorageManager;',
  telecom: 'Landroid/telecom/TelecomManager;',
  telephony_subscription_service: 'Landroid/telephony/SubscriptionManager;',
  usagestats: 'Landroid/app/usage/UsageStatsManager;',
  user: 'Landroid/os/UserManager;',
  wifi: 'Landroid/net/wifi/WifiManager;',
  window: 'Landroid/view/WindowManager;',
};

/** Descriptor of a name as Class.forName takes it: `[B` and the like stay as they are. */
export function descriptorOfName(name: string): string {
  const descriptor = name.replaceAll('.', '/');
  return descriptor.startsWith('[') ? descriptor : `L${descriptor};`;
}

const classByName =
  (position: number): Model =>
  (call) => {
    const name = call.args[position];
    return typeof name === 'string' ? new ClassValue(descriptorOfName(name)) : unknownResult(call);
  };

const member =
  (kind: MemberValue['kind']): Model =>
  ({ args: [owner, first, second], site }) => {
    const name = kind === 'constructor' ? '<init>' : first;
    if (name === undefined) return undefined;
    const parameters = parametersOf(kind === 'constructor' ? first : second);
    return new MemberValue(kind, owner instanceof ClassValue ? owner.descriptor : null, textOf(name), site, parameters);
  };

/** A method by its name in the class that is given with it, as method handles are looked up. */
const handle: Model = ({ args: [, owner, name], site }) =>
  name === undefined
    ? undefined
    : new MemberValue('method', owner instanceof ClassValue ? owner.descriptor : null, textOf(name), site, null);

/**
 * All methods of a class, as one that may be any: which of them is meant shows where its name is compared.
 */
const anyMember =
  (kind: MemberValue['kind'], among: Among): Model =>
  ({ args: [owner], site, reference }) => {
    const descriptor = owner instanceof ClassValue ? owner.descriptor : null;
    const name = kind === 'constructor' ? '<init>' : UNKNOWN;
    return new ArrayObject(reference.returns, [new MemberValue(kind, descriptor, name, site, null, among)]);
  };

const annotationTest: Model = ({ args: [self], reference }) =>
  self instanceof MemberValue ? new AnnotationTest(self, reference.returns) : undefined;

/** Descriptors of an array of class objects, null where one is not known. */
function parametersOf(types: Value | undefined): string | null {
  if (types === 0) return '';
  if (!(types instanceof ArrayObject) || types.elements === null) return null;
  let descriptors = '';
  for (const type of types.elements) {
    if (!(type instanceof ClassValue)) return null;
    descriptors += type.descriptor;
  }
  return descriptors;
}

/** What `getClass()` says of a value; nothing where only java.lang.Object is known. */
export function classOfValue(call: FrameworkCall): ClassValue | undefined {
  const self = call.args[0];
  const type = self === undefined ? '' : typeOf(self);
  return type === '' || type === OBJECT ? undefined : new ClassValue(type);
}

function nameOf(self: Value | undefined): Value | undefined {
  if (!(self instanceof MemberValue)) return undefined;
  return self.name === UNKNOWN ? new MemberName(self) : self.name;
}

/** The name of a class that is known. */
function namedOf(self: Value | undefined): string | undefined {
  return self instanceof ClassValue ? javaType(self.descriptor) : undefined;
}

function packageOf(self: Value | undefined): string | undefined {
  const name = namedOf(self);
  return name?.slice(0, Math.max(0, name.lastIndexOf('.')));
}

/** By the class that declares the method, as `class name`. */
export const REFLECTION_METHODS: Models = {
  'java/lang/Class forName': classByName(0),
  'java/lang/Class getMethod': member('method'),
  'java/lang/Class getDeclaredMethod': member('method'),
  'java/lang/Class getField': member('field'),
  'java/lang/Class getDeclaredField': member('field'),
  'java/lang/Class getConstructor': member('constructor'),
  'java/lang/Class getDeclaredConstructor': member('constructor'),
  'java/lang/Class getMethods': anyMember('method', 'inherited'),
  'java/lang/Class getDeclaredMethods': anyMember('method', 'declared'),
  'java/lang/Class getFields': anyMember('field', 'inherited'),
  'java/lang/Class getDeclaredFields': anyMember('field', 'declared'),
  'java/lang/Class getConstructors': anyMember('constructor', 'declared'),
  'java/lang/Class getDeclaredConstructors': anyMember('constructor', 'declared'),
  'java/lang/reflect/Method isAnnotationPresent': annotationTest,
  'java/lang/reflect/Method getAnnotation': annotationTest,
  'java/lang/reflect/Method getDeclaredAnnotation': annotationTest,
  'java/lang/reflect/Method getName': ({ args: [self] }) => nameOf(self),
  'java/lang/reflect/Field getName': ({ args: [self] }) => nameOf(self),
  'java/lang/invoke/MethodHandles$Lookup findVirtual': handle,
  'java/lang/invoke/MethodHandles$Lookup findStatic': handle,
  'java/lang/invoke/MethodHandles$Lookup findSpecial': handle,
  'java/lang/invoke/MethodHandles$Lookup findConstructor': ({ args: [, owner], site }) =>
    new MemberValue('constructor', owner instanceof ClassValue ? owner.descriptor : null, '<init>', site, null),
  'java/lang/invoke/MethodHandles$Lookup unreflect': ({ args: [, method] }) =>
    method instanceof MemberValue ? method : undefined,
  'java/lang/Class getName': ({ args: [self] }) => namedOf(self),
  'java/lang/Class getTypeName': ({ args: [self] }) => namedOf(self),
  'java/lang/Class getCanonicalName': ({ args: [self] }) => namedOf(self)?.replaceAll('$', '.'),
  'java/lang/Class getSimpleName': ({ args: [self] }) => namedOf(self)?.replace(/^.*[.$]/s, ''),
  'java/lang/Class getPackageName': ({ args: [self] }) => packageOf(self),
  'java/lang/Class getPackage': ({ args: [self], reference }) => {
    const name = packageOf(self);
    return name === undefined ? undefined : new TextObject(reference.returns, name);
  },
  'java/lang/Package getName': ({ args: [self] }) => (self instanceof TextObject ? self.text : undefined),
  'java/lang/Class asSubclass': ({ args: [self] }) => self,
  'java/lang/Class cast': ({ args: [, value] }) => value,
  'java/lang/Class newInstance': ({ args: [self] }) =>
    self instanceof ClassValue ? new Unknown(self.descriptor) : undefined,
  'java/lang/reflect/Method setAccessible': () => 0,
  'java/lang/reflect/Field setAccessible': () => 0,
  'java/lang/reflect/Constructor setAccessible': () => 0,
};

/** Methods that are told by their name alone, since subclasses of the program or of the framework declare them. */
export const NAMED_METHODS: Models = {
  loadClass: (call) => (call.reference.returns === 'Ljava/lang/Class;' ? classByName(1)(call) : undefined),
  getClass: classOfValue,
  getSystemService: (call) => {
    const name = call.args[1];
    if (name instanceof ClassValue) return new Unknown(name.descriptor);
    if (typeof name !== 'string' || !Object.hasOwn(SYSTEM_SERVICES, name)) return undefined;
    return new Unknown(SYSTEM_SERVICES[name] as string);
  },
};
