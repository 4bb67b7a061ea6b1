import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileLexicon } from '../../analyzers/policy/lexicon.ts';
import { normalise, normalisePhrase } from '../../analyzers/policy/normalise.ts';
import { phraseIndexOf, phraseTable } from '../../analyzers/policy/phrase-index.ts';
import { scan } from '../../analyzers/policy/scan.ts';
import { catalogueWith } from '../empty-catalogue.ts';

const type = (zh: string[], en: string[] = []) => ({
  zh: '',
  en: '',
  parent: null,
  kind: 'leaf' as const,
  sensitivity: 'low' as const,
  phrases: { zh, en },
  standards: { gbt35273: null, play: null, apple: null },
});

const lexicon = compileLexicon(
  catalogueWith({
    dataTypes: {
      imei: type(['IMEI', '国际移动设备识别码']),
      imsi: type(['IMSI', 'SIM卡IMSI信息']),
      idfa: type(['IDFA']),
      ip: type(['IP', 'IP地址']),
      wifi: type(['WiFi列表']),
      'android-id': type(['Android ID']),
      location: type(['位置'], ['location']),
      'precise-location': type(['精确位置信息'], ['precise location']),
    },
    policyTerms: {
      'false-friends': { zh: ['显著位置'], en: ['allocation'] },
      'glued-letters': { zh: ['sim'], en: [] },
    },
  }),
);

const namesIn = (text: string) => scan(lexicon, text).data.map((hit) => `${hit.ids} ${text.slice(hit.start, hit.end)}`);

test.each([
  ['ＩＭＥＩ', 'imei'],
  ['Android ID', 'androidid'],
  ['android_id', 'androidid'],
  ['Wi-Fi 列表', 'wifi列表'],
  ['WLAN列表', 'wifi列表'],
  ['位\u200b置', '位置'],
  ['设备（型号）', '设备(型号)'],
])('%s is compared as %s', (text, form) => {
  expect(normalisePhrase(text)).toBe(form);
});

test('every unit of the normalised text knows the unit of the source that it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: normal, starts } = normalise(text);
      expect(starts.length).toBe(normal.length);
      for (let i = 0; i < normal.length; i++) {
        expect(starts[i] ?? 0).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        expect(starts[i]).toBeLessThan(text.length);
      }
    }),
  );
});

test('a phrase has the form that it has in a text', () => {
  const unit = fc.oneof(
    fc.constantFrom('w', 'lan', 'W1Fi', '帐', '位', '_', '-', '*', '`', '\u007f', '\u0000', ' ', '\u200b', 'Ａ', 'é'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      expect(normalisePhrase(text)).toBe(normalise(text).text);
    }),
  );
});

test('the index finds what a search for each pattern finds', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '位'), minLength: 1, maxLength: 7 });
  const sets = fc.uniqueArray(pattern, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(sets, fc.string({ unit: fc.constantFrom('a', 'b', '位', '置'), maxLength: 40 }), (patterns, text) => {
      const found: string[] = [];
      phraseIndexOf(phraseTable(patterns)).search(text, (index, end) => found.push(`${index}@${end}`));
      const wanted: string[] = [];
      for (const [index, each] of patterns.entries()) {
        for (let at = text.indexOf(each); at !== -1; at = text.indexOf(each, at + 1))
          wanted.push(`${index}@${at + each.length}`);
      }
      expect(found.sort()).toEqual(wanted.sort());
    }),
  );
});

test('the longest phrase wins', () => {
  expect(namesIn('精确位置信息和位置')).toEqual(['precise-location 精确位置信息', 'location 位置']);
});

test('false friends name nothing', () => {
  expect(namesIn('显著位置')).toEqual([]);
  expect(namesIn('allocation of your location')).toEqual(['location location']);
});

test('acronyms end at word borders', () => {
  expect(namesIn('SHIP it, IPv7 or an IP')).toEqual(['ip IP']);
  expect(namesIn('IP地址')).toEqual(['ip IP地址']);
});

test('a plural is the same word', () => {
  expect(namesIn('Locations, locationist')).toEqual(['location Location']);
});

test('acronyms that run together are several', () => {
  expect(namesIn('IMEIIMSI、')).toEqual(['imei IMEI', 'imsi IMSI']);
  expect(namesIn('IMEI/IDFASIM IMSI')).toEqual(['imei IMEI', 'idfa IDFA', 'imsi IMSI']);
  expect(namesIn('IMSISIM卡IMSI信息')).toEqual(['imsi IMSI', 'imsi SIM卡IMSI信息']);
});

test('a part of an address names nothing', () => {
  expect(namesIn('imei.example.com or a@idfa.org')).toEqual([]);
});

test('spaces and line ends inside a word do not hide it', () => {
  expect(namesIn('精 确 位置\n信息')).toEqual(['precise-location 精 确 位置\n信息']);
});
