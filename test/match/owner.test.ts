import { expect, test } from 'vitest';
import { compileOwners } from '../../analyzers/match/owner.ts';
import type { Manifest } from '../../analyzers/model/manifest.ts';
import { catalogueWith } from '../empty-catalogue.ts';
import { manifestOf, sdk } from '../signature-entries.ts';

const catalogue = catalogueWith({
  sdks: {
    'umeng-analytics': sdk({
      packages: ['com.umeng.analytics', 'com.umeng.commonsdk'],
      modules: ['umeng-react-native'],
    }),
    umeng: sdk({ packages: ['com.umeng'] }),
  },
  frameworks: {
    'uni-app': {
      name: 'uni-app',
      files: [],
      ownFiles: ['assets/apps/*/www/__uniapp*.js'],
      packages: [],
      libraries: [],
      modules: [],
    },
  },
});

const manifest: Manifest = manifestOf({
  package: 'com.example.weather',
  applicationClass: 'cn.startup.WeatherApplication',
  components: [
    {
      type: 'activity',
      name: 'com.umeng.analytics.DemoActivity',
      exported: true,
      process: null,
      permission: null,
      authorities: [],
      intentFilters: [{ actions: ['android.intent.action.MAIN'], categories: [] }],
      target: null,
    },
  ],
});

test('renamed code belongs to the SDK whose marks it has, where enough of them show the SDK', () => {
  const marks = Buffer.alloc(4 * 20, 1).toString('base64');
  const known = catalogueWith({ sdks: { renamed: sdk({ marks: [marks] }), scarce: sdk({ marks: [marks] }) } });
  const at = { file: 'classes.dex' };
  const owners = compileOwners(known, manifest, [
    { kind: 'mark', value: 'renamed/1', args: ['a', 'b', 'c', 'd', 'e'], at },
    { kind: 'mark', value: 'renamed/code', args: ['a.b.*', 'a.c.D', 'com.example.weather.E'], at },
    { kind: 'mark', value: 'scarce/1', args: ['a', 'b', 'c'], at },
    { kind: 'mark', value: 'scarce/code', args: ['x.*'], at },
  ]);
  const owner = (name: string) => owners.actorAt({ file: 'classes.dex', class: name });
  expect(['a.b.X', 'a.c.D', 'a.c.E', 'a.b.c.X', 'x.Y', 'com.example.weather.E'].map(owner)).toEqual([
    'sdk:renamed',
    'sdk:renamed',
    'app',
    'app',
    'app',
    'app',
  ]);
});

test.each([
  ['com.example.weather.MainActivity', 'app'],
  ['com.example.core.Net', 'app'],
  ['cn.startup.WeatherApplication', 'app'],
  ['com.umeng.analytics.MobclickAgent', 'sdk:umeng-analytics'],
  ['com.umeng.analytics', 'sdk:umeng-analytics'],
  ['com.umeng.analyticsx.A', 'sdk:umeng'],
  ['com.umengx.A', 'library:com.umengx'],
  ['androidx.core.app.A', 'library:androidx.core'],
  ['com.squareup.picasso.Picasso', 'library:com.squareup.picasso'],
  ['a', 'app'],
  ['a.b.c', 'app'],
])('%s belongs to %s', (name, actor) => {
  expect(compileOwners(catalogue, manifest).actorAt({ file: 'classes.dex', class: name })).toBe(actor);
});

test.each([
  ['src/App.tsx', 'app'],
  ['assets/apps/__UNI__1/www/app-service.js', 'app'],
  ['assets/apps/__UNI__1/www/__uniappscan.js', 'library:uni-app'],
  ['base.apk!assets/apps/__UNI__1/www/__uniappscan.js', 'library:uni-app'],
  ['node_modules/umeng-react-native/index.js', 'sdk:umeng-analytics'],
  ['node_modules/@scope/lib/index.js', 'library:@scope/lib'],
  ['node_modules/a/node_modules/b/index.js', 'library:b'],
])('the script %s belongs to %s', (file, actor) => {
  expect(compileOwners(catalogue, manifest).actorAt({ file, line: 1, column: 1 })).toBe(actor);
});

test('without a manifest, code that no signature knows is the app', () => {
  expect(compileOwners(catalogue, null).actorAt({ file: 'classes.dex', class: 'a.b.C' })).toBe('app');
});

test('a package shared by many publishers is not taken whole', () => {
  const owners = compileOwners(catalogue, manifestOf({ package: 'com.android.settings' }));
  expect(owners.actorAt({ file: 'classes.dex', class: 'com.android.settings.A' })).toBe('app');
  expect(owners.actorAt({ file: 'classes.dex', class: 'com.android.volley.A' })).toBe('library:com.android.volley');
});

test('code that was traced to an npm package inside a bundle belongs to it', () => {
  const at = { file: 'assets/index.android.bundle', line: 3, column: 1 };
  const owners = compileOwners(catalogue, manifest);
  expect(owners.actorAt(at, 'umeng-react-native')).toBe('sdk:umeng-analytics');
  expect(owners.actorAt(at, '@scope/lib')).toBe('library:@scope/lib');
  expect(owners.actorAt(at)).toBe('app');
});
