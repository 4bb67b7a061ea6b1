import { readFileSync } from 'node:fs';
import { compileDexWatch, type DexExtraction, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import type { Catalogue } from '../../../analyzers/model/catalogue.ts';
import type { Fact } from '../../../analyzers/model/fact.ts';
import type { AndroidMember } from '../../../analyzers/model/signatures.ts';
import { catalogueWith } from '../../empty-catalogue.ts';

const method: AndroidMember = { kind: 'method', data: [] };
const field: AndroidMember = { kind: 'field', data: [] };

/** A catalogue of what the smali fixtures call, read and hold. */
export const FIXTURE_CATALOGUE: Catalogue = catalogueWith({
  androidApis: {
    'android.app.Activity': { '<init>': method, onStart: method },
    'android.content.SharedPreferences': { getString: method },
    'android.content.res.Configuration': { mcc: field },
    'android.location.LocationManager': { requestLocationUpdates: method },
    'android.os.Build': { SERIAL: field, TIME: field },
    'android.provider.Settings$Secure': { getString: { ...method, argument: 'settings-key' } },
    'android.telephony.TelephonyManager': { getDeviceId: method, getSubscriberId: method },
    'fixture.Constants': { intAndBoolean: { ...method, argument: 'settings-key' } },
    'java.lang.invoke.MethodHandle': { invoke: method },
    'java.net.NetworkInterface': { getNetworkInterfaces: method },
  },
  androidStrings: {
    'content-uri': { match: 'prefix', alone: true, strings: { 'content://sms': { data: [] } } },
    'settings-key': { match: 'exact', alone: true, strings: { bluetooth_name: { data: [] }, adb: { data: [] } } },
  },
});

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../formats/dex/fixtures/${name}`, import.meta.url));
}

export function extractFixture(name: string, catalogue: Catalogue = FIXTURE_CATALOGUE): DexExtraction {
  return extractDex(name, fixture(name), compileDexWatch(catalogue));
}

/** One line for a fact: `method@offset:line kind value(arguments)`. */
export function line({ kind, value, args, at }: Fact): string {
  const place = `${at.method ?? '-'}@${at.offset ?? '-'}${at.line === undefined ? '' : `:${at.line}`}`;
  return `${place} ${kind} ${value}${args === undefined ? '' : `(${args.join(', ')})`}`;
}
