const CARRIER = 'com.example.carrier';
const ANDROID = 'xmlns:android="http://schemas.android.com/apk/res/android"';

/** Elements of a library's manifest that come into the app's. */
const MERGED = /<(activity|activity-alias|service|receiver|provider|meta-data)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g;

/**
 * The manifest of an app that does nothing and has these libraries, merged as packagers do: the library's components with
 * full names and the app's id for `${applicationId}`. What refers to resources, which are not built, is left out.
 * @param libraries texts of their manifests
 */
export function carrierManifest(libraries: readonly string[]): string {
  const merged = libraries.map(entriesOf);
  const main =
    '<activity android:name=".Main"><intent-filter><action android:name="android.intent.action.MAIN"/></intent-filter></activity>';
  const isOutside = (part: string): boolean => part.startsWith('<uses-');
  const parts = [...new Set(merged.flat())];
  return [
    `<manifest ${ANDROID} package="${CARRIER}" android:versionCode="1" android:versionName="1">`,
    ...parts.filter(isOutside),
    '<application android:label="carrier">',
    main,
    ...parts.filter((part) => !isOutside(part)),
    '</application>',
    '</manifest>',
  ].join('\n');
}

/** Permissions and components of one library. */
function entriesOf(library: string): string[] {
  const text = library.replace(/<!--[\s\S]*?-->/g, '');
  const packageName = /<manifest\b[^>]*?\bpackage="([^"]+)"/.exec(text)?.[1] ?? '';
  const application = /<application\b[^>]*?>([\s\S]*)<\/application>/.exec(text)?.[1] ?? '';
  const permissions = text.match(/<uses-permission\b[^>]*?\/>/g) ?? [];
  return [...permissions, ...(application.match(MERGED) ?? [])].map((part) =>
    part
      .replace(/\s(?!android:)[\w-]+:[\w-]+="[^"]*"/g, '')
      .replace(/\sandroid:\w+="[@?][^"]*"/g, '')
      // Its values are younger than the platform that is packaged against.
      .replace(/\sandroid:foregroundServiceType="[^"]*"/g, '')
      .replaceAll(/\$\{\w+\}/g, CARRIER)
      .replaceAll(/(android:name=")\./g, `$1${packageName}.`),
  );
}

/** Class names that the manifest holds; the packager's tools keep them from being renamed. */
export function componentClasses(libraries: readonly string[]): string[] {
  const names = carrierManifest(libraries).matchAll(
    /<(?:activity|service|receiver|provider)\b[^>]*?android:name="([^"]+)"/g,
  );
  return [...new Set([...names].map(([, name = '']) => name))].filter((name) => !name.startsWith('.')).sort();
}
