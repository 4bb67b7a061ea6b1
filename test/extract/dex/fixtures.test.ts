import { expect, test } from 'vitest';
import { extractFixture, line } from './fixture-facts.ts';

/** Facts of a fixture, one line each, below the method they stand in. */
function lines(name: string, method: string): string[] {
  const { facts, gaps } = extractFixture(name);
  expect(gaps).toEqual([]);
  return facts.map(line).filter((text) => text.startsWith(`${method}(`) || text.startsWith(`${method}@`));
}

const strip = (texts: string[]) => texts.map((text) => text.replace(/^[^@]*@/, ''));

test('finds each kind of call with its line', () => {
  expect(strip(lines('invokes-035.dex', 'kinds'))).toEqual([
    '0:10 call android.telephony.TelephonyManager.getDeviceId',
    '5:12 call android.telephony.TelephonyManager.getDeviceId',
    '8:13 call android.app.Activity.onStart',
    '11:14 call android.app.Activity.<init>',
    '14:15 call java.net.NetworkInterface.getNetworkInterfaces',
    '21:16 call android.content.SharedPreferences.getString(key, fallback)',
  ]);
});

test('names the place in full', () => {
  const { facts } = extractFixture('invokes-037.dex');
  expect(facts.find(({ at }) => at.offset === 21)).toEqual({
    kind: 'call',
    value: 'android.content.SharedPreferences.getString',
    args: ['key', 'fallback'],
    at: {
      file: 'invokes-037.dex',
      class: 'fixture.Invokes',
      method: 'kinds(android.telephony.TelephonyManager,android.content.SharedPreferences,java.lang.String[],long)',
      offset: 21,
      line: 16,
    },
  });
});

test('finds each kind of call on a range of registers', () => {
  expect(strip(lines('invokes-035.dex', 'ranges'))).toEqual([
    '2 call android.telephony.TelephonyManager.getDeviceId',
    '7 call android.app.Activity.onStart',
    '10 call android.app.Activity.<init>',
    '13 call java.net.NetworkInterface.getNetworkInterfaces',
    '22 call android.content.SharedPreferences.getString(range key, null)',
  ]);
});

test('finds reads of fields and leaves writes alone', () => {
  expect(strip(lines('invokes-035.dex', 'fields'))).toEqual([
    '0 field android.os.Build.SERIAL',
    '4 field android.os.Build.TIME',
    '6 field android.content.res.Configuration.mcc',
  ]);
});

test('finds method references, field references and strings that invoke-custom is given', () => {
  expect(strip(lines('handles-038.dex', 'custom'))).toEqual([
    '0 call android.telephony.TelephonyManager.getDeviceId',
    '3 string content://sms/inbox',
    '3 field android.os.Build.SERIAL',
  ]);
});

test('reads the arguments of invoke-polymorphic by its own prototype', () => {
  expect(strip(lines('handles-038.dex', 'polymorphic'))).toEqual([
    '2 call java.lang.invoke.MethodHandle.invoke(exact)',
    '6 call java.lang.invoke.MethodHandle.invoke',
  ]);
});

test('finds what const-method-handle refers to', () => {
  expect(strip(lines('handle-constants-039.dex', 'constants'))).toEqual([
    '0 call android.telephony.TelephonyManager.getDeviceId',
  ]);
});

test('follows constants through moves, jumbo strings, static finals, and clears what is overwritten', () => {
  const getString = 'call android.provider.Settings$Secure.getString';
  expect(strip(lines('constants-035.dex', 'straight'))).toEqual([
    `2 ${getString}(?, android_id)`,
    `6 ${getString}(?, ?)`,
  ]);
  expect(strip(lines('constants-035.dex', 'jumbo'))).toEqual([`4 ${getString}(?, android_id)`]);
  expect(strip(lines('constants-035.dex', 'field'))).toEqual([`2 ${getString}(?, android_id)`, `7 ${getString}(?, ?)`]);
});

test('takes no constant over a join, but one that is written only once', () => {
  const getString = 'call android.provider.Settings$Secure.getString';
  expect(strip(lines('constants-035.dex', 'joined'))).toEqual([
    '0 string bluetooth_name',
    `9 ${getString}(?, ?)`,
    `12 ${getString}(?, bluetooth_name)`,
  ]);
  expect(strip(lines('constants-035.dex', 'caught'))).toEqual([`11 ${getString}(?, ?)`]);
});

test('writes numbers, booleans and null by the type of the parameter', () => {
  expect(strip(lines('constants-035.dex', 'numbers'))).toEqual([
    '11 call android.location.LocationManager.requestLocationUpdates(gps, 78187493530, ?, ?)',
    '17 call android.location.LocationManager.requestLocationUpdates(gps, -1, ?, null)',
    '23 call fixture.Constants.intAndBoolean(-42, true)',
  ]);
});

test('finds strings in the initial values of static fields', () => {
  expect(extractFixture('constants-035.dex').facts.filter(({ at }) => at.method === undefined)).toEqual([
    { kind: 'string', value: 'content://sms/inbox', at: { file: 'constants-035.dex', class: 'fixture.Constants' } },
  ]);
});

test('steps over switch and array payloads and reads dead code as a disassembler does', () => {
  expect(strip(lines('payloads-035.dex', 'switches'))).toEqual([
    '3 call android.telephony.TelephonyManager.getDeviceId',
    '7 call android.telephony.TelephonyManager.getSubscriberId',
    '24 call android.telephony.TelephonyManager.getSubscriberId',
  ]);
  expect(strip(lines('payloads-035.dex', 'arrays'))).toEqual([
    '14 call android.telephony.TelephonyManager.getDeviceId',
    '18 call android.telephony.TelephonyManager.getSubscriberId',
  ]);
});
