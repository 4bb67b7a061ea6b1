import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { compileDexWatch, extractDex } from '../../analyzers/extract/dex/extract-dex.ts';
import { extractManifest } from '../../analyzers/extract/manifest/extract-manifest.ts';
import { compileOwners } from '../../analyzers/match/owner.ts';
import { libraryPrefix, publisherRoot } from '../../analyzers/match/package-name.ts';
import type { Fact } from '../../analyzers/model/fact.ts';
import type { Manifest, ManifestComponent } from '../../analyzers/model/manifest.ts';
import { unpack } from '../../analyzers/unpack/unpack.ts';
import { manifestOf } from '../signature-entries.ts';
import { readSignatureFiles } from '../signatures/signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());
const MAIN = [{ actions: ['android.intent.action.MAIN'], categories: ['android.intent.category.LAUNCHER'] }];

function component(name: string, parts: Partial<ManifestComponent> = {}): ManifestComponent {
  const rest = { exported: false, process: null, permission: null, authorities: [], intentFilters: [], target: null };
  return { type: 'activity', name, ...rest, ...parts };
}

const ownerIn = (manifest: Partial<Manifest>, name: string, facts: Fact[] = []) =>
  compileOwners(catalogue, manifestOf(manifest), facts).actorAt({ file: 'classes.dex', class: name });

test.each([
  // A build flavour changes the id of the app and not its code.
  [{ package: 'com.example.app.beta', applicationClass: 'cn.maker.shop.ShopApp' }, 'cn.maker.core.Net', 'app'],
  [
    { package: 'com.qingtian', components: [component('com.other.Main', { intentFilters: MAIN })] },
    'com.other.A',
    'app',
  ],
  [
    {
      package: 'com.qingtian',
      components: [component('com.a.Icon', { type: 'activity-alias', target: 'com.real.Main', intentFilters: MAIN })],
    },
    'com.real.pay.A',
    'app',
  ],
  // Activities that no known code has; of one alone the package, of several the publisher.
  [{ components: [component('io.maker.login.Login')] }, 'io.maker.login.Token', 'app'],
  [{ components: [component('io.maker.login.Login')] }, 'io.maker.stats.A', 'library:io.maker.stats'],
  [{ components: [component('io.maker.login.A'), component('io.maker.home.B')] }, 'io.maker.stats.A', 'app'],
  // Services, receivers and providers of unknown libraries stand in every manifest.
  [
    {
      components: [component('io.track.Upload', { type: 'service' }), component('io.track.Boot', { type: 'receiver' })],
    },
    'io.track.Upload',
    'library:io.track',
  ],
  // Activities of known code stay what they are.
  [
    { components: [component('com.yalantis.ucrop.UCropActivity')] },
    'com.yalantis.ucrop.A',
    'library:com.yalantis.ucrop',
  ],
  [
    { components: [component('cn.jpush.android.ui.PushActivity', { intentFilters: MAIN })] },
    'cn.jpush.android.A',
    'sdk:jpush',
  ],
  [{ applicationClass: 'androidx.multidex.MultiDexApplication' }, 'androidx.multidex.A', 'library:androidx.multidex'],
  // A packer's stub in front of the app's own application class.
  [{ applicationClass: 'com.stub.StubApp' }, 'com.stub.B', 'library:com.stub'],
  // The vendor's own app below the prefix of its SDKs.
  [{ package: 'com.tencent.mm' }, 'com.tencent.mm.ui.LauncherUI', 'app'],
  [{ package: 'com.tencent.mm' }, 'com.tencent.bugly.Bugly', 'sdk:bugly'],
  // What a shrinker renamed, in a build whose own names are gone.
  [{ package: 'com.example.app' }, 'a.a.b', 'app'],
  [{ package: 'com.example.app' }, 'o0', 'app'],
  [{ package: 'com.example.app' }, 'com.example.a.b', 'app'],
  [{ package: 'com.example.app' }, 'com.vendor.a.b', 'library:com.vendor'],
  // Publishers below shared names.
  [{ package: 'io.github.someone.app' }, 'io.github.someone.core.A', 'app'],
  [{ package: 'io.github.someone.app' }, 'io.github.another.lib.A', 'library:io.github.another.lib'],
  [{ package: 'com.google.android.apps.x' }, 'com.google.android.other.A', 'library:com.google.android.other'],
  [{ package: 'cn.com.maker.app' }, 'cn.com.other.A', 'library:cn.com.other'],
  // Well-known libraries.
  [{}, 'okhttp3.internal.http.RealCall', 'library:okhttp3'],
  [{}, 'com.google.gson.internal.A', 'library:com.google.gson'],
  [{}, 'kotlinx.coroutines.Job', 'library:kotlinx.coroutines'],
  [{}, 'kotlin.collections.A', 'library:kotlin'],
  [{}, 'io.reactivex.internal.A', 'library:io.reactivex'],
  [{}, 'com.facebook.react.A', 'library:com.facebook.react'],
] as [Partial<Manifest>, string, string][])('%j: %s belongs to %s', (manifest, name, actor) => {
  expect(ownerIn(manifest, name)).toBe(actor);
});

test.each([
  ['com.example.weather.ui', 'com.example'],
  ['com.example', 'com.example'],
  ['se.maker.app', 'se.maker'],
  ['uk.co.maker.app', 'uk.co.maker'],
  ['com.github.someone.app', 'com.github.someone'],
  ['myapp.ui.main', 'myapp'],
  ['', ''],
])('the publisher of %s is %s', (name, root) => {
  expect(publisherRoot(name)).toBe(root);
});

test.each([
  ['com.squareup.picasso.Picasso', 'com.squareup.picasso'],
  ['com.vendor.Main', 'com.vendor'],
  ['Main', 'Main'],
])('%s is of the library %s', (name, prefix) => {
  expect(libraryPrefix(name)).toBe(prefix);
});

test.each([
  ['libBugly.so', [], 'sdk:bugly'],
  ['libflutter.so', [], 'library:flutter'],
  ['libcrypto.so', [], 'library:libcrypto.so'],
  ['libnative.so', ['jni=com.umeng.analytics.A'], 'sdk:umeng-analytics'],
  ['libnative.so', ['jni=com.example.app.Scanner'], 'app'],
  ['libnative.so', ['jni=com.vendor.scan.Scanner'], 'library:com.vendor.scan'],
  ['libnative.so', [], 'app'],
])('the native library %s with %j belongs to %s', (name, args, actor) => {
  const at = { file: `lib/arm64-v8a/${name}` };
  const owners = compileOwners(catalogue, manifestOf({}), [{ kind: 'library', value: name, args, at }]);
  expect(owners.actorAt({ ...at, offset: 1 })).toBe(actor);
});

/** Of each real app the packages that are its own, and everything else that is not of a library that is known here. */
test.each([
  ['android-apidemos/apks/ApiDemos-debug.apk', ['io.appium.android'], ['com.example.android']],
  ['io.appium.settings/apks/settings_apk-debug.apk', ['io.appium.settings'], ['com.google.android']],
  ['appium-uiautomator2-server/apks/appium-uiautomator2-server-v10.6.6.apk', ['io.appium.uiautomator2'], null],
])('whose the packages of %s are', (apk, own, unknown) => {
  const path = fileURLToPath(new URL(`../../node_modules/${apk}`, import.meta.url));
  expect(existsSync(path), `${path} is installed`).toBe(true);
  const build = unpack(path);
  const owners = compileOwners(catalogue, extractManifest(build).manifest);
  const watch = compileDexWatch(catalogue);
  const packages = build.files
    .filter((file) => file.path.endsWith('.dex'))
    .flatMap((file) => extractDex(file.path, file.read(), watch).packages.map(([name]) => name));
  const actorOf = (name: string) => owners.actorAt({ file: 'classes.dex', class: `${name}.A` });
  expect([...new Set(packages.filter((name) => actorOf(name) === 'app'))].sort()).toEqual(own);
  if (unknown === null) return;
  const prefixes = [...Object.keys(catalogue.libraries.packages), 'android', 'dalvik'];
  const others = packages.filter((name) => actorOf(name).startsWith('library:'));
  const left = others.filter((name) => !prefixes.some((prefix) => `${name}.`.startsWith(`${prefix}.`)));
  expect([...new Set(left)].filter((name) => name !== '_COROUTINE').sort()).toEqual(unknown);
});
