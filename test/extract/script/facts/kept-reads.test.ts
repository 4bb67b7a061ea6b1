import { expect, test } from 'vitest';
import { type Case, readsOf } from '../reads-of.ts';

const DEVICE = `import * as Device from 'expo-device';`;
const POST = (value: string) => `fetch('/a', { method: 'POST', body: ${value} });`;

const CASES: Case[] = [
  [
    'a constant of another file was read where it stands',
    {
      'device.ts': [DEVICE, 'export const brand = Device.brand;', 'export const { deviceName } = Device;'],
      'a.ts': [`import { brand, deviceName } from './device';`, POST('brand'), POST('deviceName')],
    },
    'expo-device.brand device.ts:2 -> network a.ts:2',
    'expo-device.deviceName device.ts:3 -> network a.ts:3',
  ],
  [
    'and so it is through a barrel, or as a property of the module',
    {
      'device.ts': [DEVICE, 'export const deviceName = Device.deviceName;'],
      'index.ts': [`export * from './device';`],
      'a.ts': [`import { deviceName } from './index';`, POST('deviceName')],
      'b.ts': [`import * as own from './device';`, POST('own.deviceName')],
    },
    'expo-device.deviceName device.ts:2 -> network a.ts:2 -> network b.ts:2',
  ],
  [
    'what files only hand on is read where it is used',
    {
      'device.ts': [`export { deviceName } from 'expo-device';`],
      'other.ts': [`import { brand } from 'expo-device';`, 'export { brand };'],
      'a.ts': [
        `import { deviceName } from './device';`,
        `import { brand } from './other';`,
        POST('deviceName + brand'),
      ],
    },
    'expo-device.deviceName a.ts:3 -> network a.ts:3',
    'expo-device.brand a.ts:3 -> network a.ts:3',
  ],
  [
    'a function that another file holds is called where it is called',
    {
      'device.ts': [
        `import * as Application from 'expo-application';`,
        'export const read = Application.getAndroidId;',
      ],
      'a.ts': [`import { read } from './device';`, POST('read()')],
    },
    'expo-application.getAndroidId a.ts:2 -> network a.ts:2',
  ],
];

test.each(CASES)('%s', (_name, files, ...reads) => {
  expect(readsOf(files).sort()).toEqual([...reads].sort());
});
