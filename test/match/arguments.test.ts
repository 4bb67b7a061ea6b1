import { expect, test } from 'vitest';
import { match } from '../../analyzers/match/match.ts';
import type { AndroidMember } from '../../analyzers/model/signatures.ts';
import { catalogueWith } from '../empty-catalogue.ts';
import { manifestOf } from '../signature-entries.ts';

const told = (argument: AndroidMember['argument'] & string): AndroidMember => ({ kind: 'method', data: [], argument });

const catalogue = catalogueWith({
  androidApis: {
    'android.os.SystemProperties': { get: told('system-property') },
    'android.provider.Settings$Secure': { getString: told('settings-key') },
    'java.lang.Runtime': { exec: told('shell-command') },
  },
  androidStrings: {
    'settings-key': {
      match: 'exact',
      alone: false,
      strings: { android_id: { data: ['android-id'] }, bluetooth_name: { data: ['device-name'] } },
    },
    'system-property': { match: 'exact', alone: false, strings: { 'ro.serialno': { data: ['serial'] } } },
    'file-path': { match: 'prefix', alone: true, strings: { '/sys/class/net/': { data: ['mac'] } } },
    'content-uri': { match: 'prefix', alone: true, strings: { 'content://sms': { data: ['sms'] } } },
    'shell-command': { match: 'prefix', alone: true, strings: { 'pm list package': { data: ['installed-apps'] } } },
  },
});

const at = { file: 'classes.dex', class: 'com.example.app.A', method: 'run()', offset: 0 };

/** What a call of `value` with these arguments shows, as data and the argument that tells. */
function shown(value: string, args: string[], strings: string[] = []): (string | null)[][] {
  const facts = [
    { kind: 'call' as const, value, args, at },
    ...strings.map((text) => ({ kind: 'string' as const, value: text, at })),
  ];
  return match(facts, manifestOf({}), true, catalogue).evidence.map(({ data, argument }) => [data, argument]);
}

test('of several values each tells its own data', () => {
  expect(
    shown('android.provider.Settings$Secure.getString', ['?', 'volume_music', 'bluetooth_name', 'android_id']),
  ).toEqual([
    ['android-id', 'android_id'],
    ['device-name', 'bluetooth_name'],
  ]);
});

test('a command is also what it reads', () => {
  const exec = (text: string) => shown('java.lang.Runtime.exec', [text]);
  expect(exec('getprop ro.serialno')).toEqual([['serial', 'getprop ro.serialno']]);
  expect(exec('settings get secure android_id')).toEqual([['android-id', 'settings get secure android_id']]);
  expect(exec('content query --uri content://sms/inbox')).toEqual([['sms', 'content query --uri content://sms/inbox']]);
  expect(exec('cat /sys/class/net/eth1/address')).toEqual([['mac', 'cat /sys/class/net/eth1/address']]);
  expect(exec('pm list packages -3')).toEqual([['installed-apps', 'pm list packages -3']]);
  expect(exec('getprop ro.serialnumber')).toEqual([]);
  expect(exec('echo ro.serialno')).toEqual([]);
});

test('only of commands', () => {
  expect(shown('android.os.SystemProperties.get', ['getprop ro.serialno'])).toEqual([]);
});

test('a call by reflection waits for its argument as any other', () => {
  const value = 'android.os.SystemProperties.get';
  expect(shown(value, ['ro.serialno', 'reflection'])).toEqual([['serial', 'ro.serialno']]);
  expect(shown(value, ['?', 'reflection'], ['ro.serialno'])).toEqual([['serial', 'ro.serialno']]);
  expect(shown(value, ['?', 'reflection'])).toEqual([]);
});

test('a string that is known to be given to one call is not what another is given', () => {
  const call = (value: string, args: string[]) => ({ kind: 'call' as const, value, args, at });
  const text = { kind: 'string' as const, value: 'android_id', at };
  const open = call('android.provider.Settings$Secure.getString', ['?', '?']);
  const dataOf = (facts: Parameters<typeof match>[0]) =>
    match(facts, manifestOf({}), true, catalogue).evidence.map(({ data }) => data);
  expect(dataOf([open, text])).toEqual(['android-id']);
  expect(dataOf([open, call('java.lang.Runtime.exec', ['android_id']), text])).toEqual([]);
});

test('a text that begins like a content URI and goes on in words is none', () => {
  expect(shown('other', [], ['content://sms/inbox'])).toEqual([['sms', null]]);
  expect(shown('other', [], ['content://sms is where messages stand'])).toEqual([]);
});
