import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { FACTS } from '../outside-material.ts';
import { readSignatureFiles } from './signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());

type Row = Record<string, string>;

function rowsOf(table: string): Row[] {
  const [head = '', ...lines] = readFileSync(join(FACTS ?? '', table), 'utf8')
    .trimEnd()
    .split('\n');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [names[at] ?? '', cell])));
}

/** Rows that no call site can show, or that only say how something is done and not which data it gives. */
function showsNothing({ kind, member = '', data_type = '', note = '' }: Row): boolean {
  const calledBack = kind === 'method' && /^[oO]n[A-Z]/.test(member);
  return data_type.startsWith('x:') || calledBack || kind === 'system-service' || /inlined|^callback/.test(note);
}

/** Seen nowhere but in somebody's memory: such rows need a second sign before they may be signatures. */
const isHearsay = ({ basis = '' }: Row): boolean => basis === '' || basis.startsWith('memory');

/**
 * Of no use as they stand: what the user chooses himself, what starts another app or the own one, and calls that every
 * app makes, which only their arguments could tell apart.
 */
const LEFT_OUT = new Set(
  [
    ...['GET_CONTENT', 'OPEN_DOCUMENT', 'OPEN_DOCUMENT_TREE', 'PICK', 'DIAL', 'CALL', 'SENDTO'],
    ...['SCREEN_ON', 'SCREEN_OFF'],
  ].map((action) => `android.intent.action.${action}`),
);
const LEFT_OUT_MEMBERS = new Set([
  'java.net.InetSocketAddress.getAddress',
  'java.net.InetSocketAddress.getHostName',
  'java.lang.System.getProperty',
  'android.provider.Browser.canClearHistory',
  'android.util.DisplayMetrics.setToDefaults',
  'android.content.Context.startService',
  'android.content.Context.startForegroundService',
  'android.content.Context.bindService',
  'android.app.Service.startForeground',
  'com.zui.deviceidservice.IDeviceidInterface$Stub$Proxy.isSupport',
  'com.github.gzuliyujiang.oaid.DeviceID.register',
]);

/** Components, which the signatures of their SDKs list. */
const COMPONENTS = new Set(['com.igexin.sdk.GActivity', 'com.umeng.message.component.UmengMessageHandlerService']);

function knowsString(value: string): boolean {
  return Object.values(catalogue.androidStrings).some(
    (group) =>
      group !== undefined &&
      (Object.hasOwn(group.strings, value) ||
        (group.match === 'prefix' && Object.keys(group.strings).some((key) => value.startsWith(key)))),
  );
}

test.skipIf(FACTS === undefined)('every Android row that a call site can show is a signature', () => {
  const uncovered = rowsOf('android-apis.tsv')
    .filter((row) => !showsNothing(row) && !isHearsay(row))
    .flatMap(({ kind, owner = '', member = '' }) => {
      const className = owner.replace(/^L(.*);$/, '$1').replaceAll('/', '.');
      const name = `${className}.${member}`;
      const known =
        kind === 'method' || kind === 'field'
          ? LEFT_OUT_MEMBERS.has(name) || Object.hasOwn(catalogue.androidApis[className] ?? {}, member)
          : LEFT_OUT.has(member) || COMPONENTS.has(member) || knowsString(member) || member in catalogue.nativeApis;
      return known ? [] : [`${kind} ${name}`];
    });
  expect(uncovered).toEqual([]);
});

test.skipIf(FACTS === undefined)('where a row names permissions that exist, the signature asks for one of them', () => {
  const differing = rowsOf('android-apis.tsv').flatMap(
    ({ kind, owner = '', member = '', permission = '', basis = '' }) => {
      const className = owner.replace(/^L(.*);$/, '$1').replaceAll('/', '.');
      const entry = catalogue.androidApis[className]?.[member];
      const [first = ''] = permission.split(/[\s(]/);
      const isReal = Object.hasOwn(catalogue.permissions, `android.permission.${first}`);
      if (entry === undefined || kind !== 'method' || !isReal || !basis.includes('perm:seen')) return [];
      return (entry.permissions ?? []).length > 0 ? [] : [`${className}.${member}: ${permission}`];
    },
  );
  expect(differing).toEqual([]);
});

const FRAMEWORKS: Record<string, string> = {
  'wechat-mini': 'wechat',
  'alipay-mini': 'alipay',
  'baidu-mini': 'baidu',
  'douyin-mini': 'douyin',
  'qq-mini': 'qq',
  h5: 'web',
};

/** The last name of `Calendar.getEvents()`. */
const lastName = (member: string): string =>
  member
    .replace(/\(.*?\)/g, '')
    .trim()
    .split('.')
    .at(-1)
    ?.trim() ?? '';

test.skipIf(FACTS === undefined)(
  'of the script rows with a data type at least 94 of 100 are members of their framework',
  () => {
    const rows = rowsOf('js-apis.tsv').filter(({ data_type = '' }) => !data_type.startsWith('x:'));
    const members = new Map<string, Set<string>>();
    for (const [id, { members: entries }] of Object.entries(catalogue.scriptApis)) {
      const framework = id.slice(0, id.indexOf('/'));
      const names = members.get(framework) ?? new Set<string>();
      for (const name of Object.keys(entries)) names.add(lastName(name));
      members.set(framework, names);
    }
    const known = rows.filter(({ framework = '', 'export/member': member = '' }) =>
      members.get(FRAMEWORKS[framework] ?? framework)?.has(lastName(member)),
    );
    expect(known.length / rows.length).toBeGreaterThan(0.94);
  },
);
