import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadCatalogue } from '../../analyzers/catalogue/load.ts';
import { APPLE_TYPES, PLAY_TYPES } from '../../analyzers/declarations/store-types.ts';
import { policy } from '../../analyzers/index.ts';
import { readPolicies } from '../../analyzers/policies.ts';
import { shortClaim } from '../policy/reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'declarations-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>NSPrivacyTracking</key><false/>
  <key>NSPrivacyCollectedDataTypes</key>
  <array>
    <dict>
      <key>NSPrivacyCollectedDataType</key>
      <string>NSPrivacyCollectedDataTypeEmailAddress</string>
      <key>NSPrivacyCollectedDataTypeLinked</key><true/>
      <key>NSPrivacyCollectedDataTypePurposes</key>
      <array><string>NSPrivacyCollectedDataTypePurposeAppFunctionality</string></array>
    </dict>
    <dict>
      <key>NSPrivacyCollectedDataType</key>
      <string>NSPrivacyCollectedDataTypeDeviceID</string>
    </dict>
  </array>
  <key>NSPrivacyAccessedAPITypes</key><array/>
</dict>
</plist>
`;

const SAFETY = `Question ID (machine readable),Response ID (machine readable),Response value,Answer requirement,Human-friendly question label
PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA,,TRUE,REQUIRED,"Does your app collect, or share data?"
PSL_DATA_TYPES_PERSONAL,PSL_NAME,TRUE,MULTIPLE_CHOICE,Personal info / Name
PSL_DATA_TYPES_PERSONAL,PSL_PHONE,,MULTIPLE_CHOICE,Personal info / Phone
PSL_DATA_TYPES_LOCATION,PSL_PRECISE_LOCATION,true,MULTIPLE_CHOICE,"Location
Precise"
PSL_DATA_USAGE_RESPONSES:PSL_NAME:DATA_USAGE_COLLECTION_PURPOSE,PSL_ACCOUNT_MANAGEMENT,TRUE,MULTIPLE_CHOICE,Why
PSL_DATA_USAGE_RESPONSES:PSL_CRASH_LOGS:PSL_DATA_USAGE_COLLECTION_AND_SHARING,PSL_DATA_USAGE_ONLY_SHARED,TRUE,MULTIPLE_CHOICE,Shared
`;

const short = (reading: { claims: Parameters<typeof shortClaim>[0][] } | undefined) =>
  reading?.claims.map((claim) => `${claim.at.line} ${shortClaim(claim)} ${claim.purpose ?? '-'}`);

test('a privacy manifest of Apple declares the types it lists', async () => {
  const [reading] = await readPolicies([file('PrivacyInfo.xcprivacy', MANIFEST)], loadCatalogue());
  expect(short(reading)).toEqual(['10 email AppFunctionality', '17 ~device-id -']);
});

test('a Data safety form declares what is ticked or said to be collected or shared', async () => {
  const [reading] = await readPolicies([file('data_safety.csv', SAFETY)], loadCatalogue());
  expect(short(reading)).toEqual([
    '3 real-name ACCOUNT_MANAGEMENT',
    '3 nickname ACCOUNT_MANAGEMENT',
    '5 location-precise -',
    '5 ~location -',
    '8 crash-performance -',
  ]);
});

test('every type of the forms is one of the taxonomy', () => {
  const { dataTypes } = loadCatalogue();
  const ids = [...APPLE_TYPES.values(), ...PLAY_TYPES.values()].flatMap(({ exact, broad }) => [...exact, ...broad]);
  expect(ids.filter((id) => !Object.hasOwn(dataTypes, id))).toEqual([]);
});

test('what candor policy writes can be edited and read back', async () => {
  const text = '更新日期：2024年1月1日\n我们会收集您的手机号码。\n联系：a@b.example';
  const report = await policy([file('policy.txt', text)]);
  const [first] = report.claims;
  if (first === undefined) throw new Error('no claim');
  const edited = { ...report, claims: [first, { ...first, id: '', data: 'email', quote: 'added by hand' }] };
  const [reading] = await readPolicies([file('reading.json', JSON.stringify(edited))], loadCatalogue());
  expect(reading?.claims.map(shortClaim)).toEqual(['phone-number', 'email']);
  expect(reading?.claims[0]).toEqual(first);
  expect(reading?.claims[1]?.id).toMatch(/^[0-9a-f]{16}$/);
});

test.each([
  ['broken.xcprivacy', MANIFEST.replace('</array>\n  <key>NSPrivacyAccessed', '<key>NSPrivacyAccessed'), 'is broken'],
  ['reading.json', '{ "claims": [], "declaredSdks": []', 'is no JSON'],
  ['reading.json', '{ "claims": [{}], "declaredSdks": [] }', 'is no reading of candor policy'],
  ['Info.xcprivacy', 'bplist00 rest', 'is binary'],
])('%s is refused with a reason', async (name, text, reason) => {
  await expect(readPolicies([file(name, text)], loadCatalogue())).rejects.toThrow(reason);
});

test('a corrected reading may be YAML', async () => {
  const report = await policy([file('base.txt', '我们会收集您的昵称。')]);
  const text = stringify({ ...report, claims: report.claims.map((claim) => ({ ...claim, data: 'email' })) });
  const [reading] = await readPolicies([file('reading.yaml', text)], loadCatalogue());
  expect(reading?.claims.map(({ data }) => data)).toEqual(['email']);
  const nested = file('nested.yml', `claims: ${'['.repeat(50_000)}\ndeclaredSdks: []`);
  await expect(readPolicies([nested], loadCatalogue())).rejects.toThrow('nested.yml: is no YAML');
});

test('an unknown data type in an edited reading is named with its place', async () => {
  const report = await policy([file('policy.txt', '我们会收集您的手机号码。')]);
  const edited = { ...report, claims: report.claims.map((claim) => ({ ...claim, data: 'phone' })) };
  await expect(readPolicies([file('edited.json', JSON.stringify(edited))], loadCatalogue())).rejects.toThrow(
    '/claims/0/data: no data type is called phone',
  );
});
