import { expect, test } from 'vitest';
import { manifestNames } from '../../../analyzers/extract/sdk-names/manifest-names.ts';
import { compileNameIndex } from '../../../analyzers/extract/sdk-names/name-index.ts';
import { resourceNames } from '../../../analyzers/extract/sdk-names/resource-names.ts';
import { unpack } from '../../../analyzers/unpack/unpack.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { manifestOf, sdk } from '../../signature-entries.ts';

const index = compileNameIndex(
  catalogueWith({
    sdks: {
      push: sdk({ packages: ['com.acme.push'], strings: ['ACME_KEY', 'acme_push_*'] }),
      other: sdk({ packages: ['com.other'], resources: ['abc_popup_*', 'ALT'] }),
    },
  }),
);

test('actions, authorities, permissions and meta-data of a manifest are names; classes of components are none', () => {
  const manifest = manifestOf({
    file: 'AndroidManifest.xml',
    permissions: [
      { name: 'com.acme.push.permission.RECEIVE', maxSdkVersion: null },
      { name: 'android.permission.CAMERA', maxSdkVersion: null },
    ],
    components: [
      {
        type: 'receiver',
        name: 'com.acme.push.Receiver',
        exported: true,
        process: null,
        permission: null,
        authorities: ['com.acme.push.provider'],
        intentFilters: [{ actions: ['com.acme.push.action.MESSAGE'], categories: [] }],
        target: null,
      },
    ],
    metaData: [
      { name: 'ACME_KEY', value: 'x', component: null },
      { name: 'acme_push_channel', value: 'x', component: null },
      { name: 'com.acme.push.Options', value: 'x', component: null },
    ],
  });
  expect(manifestNames(manifest, index)).toEqual([
    {
      kind: 'mark',
      value: 'push/names',
      args: [
        'ACME_KEY',
        'acme_push_channel',
        'com.acme.push.action.MESSAGE',
        'com.acme.push.permission.RECEIVE',
        'com.acme.push.provider',
      ],
      at: { file: 'AndroidManifest.xml' },
    },
  ]);
  expect(manifestNames(null, index)).toEqual([]);
});

test('resources of a real build are met by their names, whole or by their beginning', () => {
  const apk = new URL('../../../node_modules/android-apidemos/apks/ApiDemos-debug.apk', import.meta.url).pathname;
  expect(resourceNames(unpack(apk), index)).toEqual([
    {
      kind: 'mark',
      value: 'other/names',
      args: [
        'ALT',
        'abc_popup_background_mtrl_mult',
        'abc_popup_enter',
        'abc_popup_exit',
        'abc_popup_menu_header_item_layout',
        'abc_popup_menu_item_layout',
      ],
      at: { file: 'resources.arsc' },
    },
  ]);
});
