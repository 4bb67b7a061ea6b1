import type { MemberExpression, Node, OptionalMemberExpression } from '@babel/types';
import type { Scope } from '../binding/scope.ts';

/**
 * The permission behind a constant such as `PermissionsAndroid.PERMISSIONS.CAMERA` (React Native),
 * `PERMISSIONS.IOS.CAMERA` (react-native-permissions) or `cordova.plugins.permissions.CAMERA`
 * (cordova-plugin-android-permissions), `AndroidPermissions.PERMISSION.CAMERA` (@ionic-native/android-permissions),
 * `android.Manifest.permission.CAMERA` (NativeScript): each library gives these properties the permission's own name.
 */
export function permissionConstant(
  node: MemberExpression | OptionalMemberExpression,
  scope: Scope,
): string | undefined {
  const name = plainName(node);
  if (name === undefined || !/^[A-Z][A-Z_0-9]+$/.test(name)) return undefined;
  const owner = tableName(node.object, scope);
  if (owner === undefined) return undefined;
  if (/^permissions?$/i.test(owner) || isOfManifest(node.object)) return `android.permission.${name}`;
  if (owner !== 'ANDROID' && owner !== 'IOS') return undefined;
  const isTable = isMember(node.object) && plainName(node.object.object) === 'PERMISSIONS';
  return isTable ? `${owner.toLowerCase()}.permission.${name}` : undefined;
}

/** The name of a table of constants; of one in a variable, the name that it had there. */
function tableName(node: Node, scope: Scope): string | undefined {
  const [source, other] = node.type === 'Identifier' ? (scope.lookup(node.name)?.sources ?? []) : [];
  if (source?.kind !== 'expression' || other !== undefined) return plainName(node);
  return source.path.length > 0 ? (source.path.at(-1) ?? undefined) : plainName(source.expression);
}

/** `android.Manifest.permission`, Java's own table. */
function isOfManifest(node: Node): boolean {
  return isMember(node) && plainName(node) === 'permission' && plainName(node.object) === 'Manifest';
}

/**
 * Which sensor `sensor.SensorId.ACCELEROMETER` or, in older versions, `sensor.SensorType.SENSOR_TYPE_ID_ACCELEROMETER`
 * of ArkTS stands for: `ACCELEROMETER`. Source: the OpenHarmony API reference of @ohos.sensor.
 */
export function sensorConstant(node: MemberExpression | OptionalMemberExpression): string | undefined {
  const owner = plainName(node.object);
  if (owner !== 'SensorId' && owner !== 'SensorType') return undefined;
  return plainName(node)?.replace(/^SENSOR_TYPE_ID_/, '');
}

function isMember(node: Node): node is MemberExpression | OptionalMemberExpression {
  return node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
}

function plainName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return isMember(node) && !node.computed && node.property.type === 'Identifier' ? node.property.name : undefined;
}
