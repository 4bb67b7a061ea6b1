import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { FACTS } from '../outside-material.ts';
import { readSignatureFiles } from './signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());

interface Row {
  /** Class as a binary name. */
  owner: string;
  member: string;
  kind: string;
  basis: string;
}

function sinkRows(): Row[] {
  const lines = readFileSync(join(FACTS ?? '', 'android-sinks.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [type = '', member = '', , kind = '', , , basis = ''] = line.split('\t');
    return { owner: type.replace(/^L(.*);$/, '$1').replaceAll('/', '.'), member, kind, basis };
  });
}

const of = (...names: string[]): ((row: Row) => boolean) => {
  const set = new Set(names);
  return ({ owner, member }) => set.has(`${owner}.${member}`) || set.has(owner);
};

/** Why a row of the table has no signature: each rule says where its values are told instead, or why they are not. */
const REASONS: Record<string, (row: Row) => boolean> = {
  'carries the value on, as the rules of transfer say; where it is handed over in the end is a sink': ({ kind }) =>
    kind === 'transform',
  'no place where values leave: reflection and dynamic code are findings of their own': ({ kind }) =>
    kind === 'reflection' || kind === 'dynamic-code' || kind === 'none',
  'is shown to the user': ({ kind }) => kind === 'notification',
  'what is written to leaves by what opened it: a file, a socket, a connection, System.out': of(
    ...['OutputStream', 'FileOutputStream', 'ObjectOutputStream', 'DataOutputStream', 'RandomAccessFile'].map(
      (name) => `java.io.${name}`,
    ),
    ...['Writer', 'FileWriter', 'BufferedWriter', 'OutputStreamWriter', 'PrintWriter', 'PrintStream'].map(
      (name) => `java.io.${name}`,
    ),
    'okio.BufferedSink',
  ),
  'takes no value: what it sends was given to its request, its address or its statement, which is a sink': of(
    'java.net.URLConnection.connect',
    'java.net.HttpURLConnection.connect',
    'javax.net.ssl.HttpsURLConnection.connect',
    'okhttp3.Call.execute',
    'okhttp3.Call.enqueue',
    'retrofit2.Call.execute',
    'retrofit2.Call.enqueue',
    'mtopsdk.mtop.intf.MtopBuilder.syncRequest',
    'mtopsdk.mtop.intf.MtopBuilder.asyncRequest',
    'okhttp3.OkHttpClient.newCall',
    'okhttp3.OkHttpClient.newWebSocket',
    'okhttp3.Interceptor$Chain.proceed',
    'okhttp3.Request$Builder.get',
    'android.database.sqlite.SQLiteStatement.executeInsert',
  ),
  'makes a part of a request or an address; the client or the stream that takes it is a sink': of(
    'java.net.URL.<init>',
    'java.net.DatagramPacket.<init>',
    'org.apache.http.client.methods.HttpPost',
    'org.apache.http.client.methods.HttpGet',
    'org.apache.http.entity.StringEntity',
    'org.apache.http.client.entity.UrlEncodedFormEntity',
    'org.apache.http.message.BasicNameValuePair',
  ),
  'names the other side, and is given no data': of(
    'java.net.Socket.<init>',
    'java.net.Socket.connect',
    'java.nio.channels.SocketChannel.connect',
    'java.net.HttpURLConnection.setRequestMethod',
    'javax.net.ssl.HttpsURLConnection.setHostnameVerifier',
  ),
  'opens a file or a folder, without a value': of(
    'android.os.ParcelFileDescriptor.open',
    'android.os.Environment.getExternalStorageDirectory',
  ),
  'annotations of an interface that a proxy implements say what is sent; no call site shows it':
    of('retrofit2.Retrofit.create'),
  'is given an object whose methods a page calls, and no value': ({ member }) => member === 'addJavascriptInterface',
  'a proxy of generated code, behind which the transaction (android.os.IBinder.transact) is a sink':
    of('android.os.Parcel'),
  'writes a map that is then handed to scripts, where a callback, promise or event takes it': of(
    'com.facebook.react.bridge.WritableMap',
    'io.dcloud.common.util.JSUtil.wrapJsVar',
  ),
  'seen nowhere but in memory, and of no library that others name': of('io.ktor.client.request.HttpRequestKt'),
};

const isSignature = ({ owner, member }: Row): boolean => Object.hasOwn(catalogue.androidSinks[owner] ?? {}, member);

test.skipIf(FACTS === undefined)('every row of the sinks is a signature or has a reason, and no reason is idle', () => {
  const without = sinkRows().filter((row) => !isSignature(row));
  const reasonsOf = (row: Row): string[] => Object.keys(REASONS).filter((reason) => REASONS[reason]?.(row) === true);
  expect(
    without.filter((row) => reasonsOf(row).length === 0).map(({ owner, member, kind }) => `${kind} ${owner}.${member}`),
  ).toEqual([]);
  const used = new Set(without.flatMap(reasonsOf));
  expect(Object.keys(REASONS).filter((reason) => !used.has(reason))).toEqual([]);
});

test.skipIf(FACTS === undefined)('what takes the values in place of those rows is a signature', () => {
  const stand = [
    ['android.os.IBinder', 'transact'],
    ['okhttp3.Request$Builder', 'post'],
    ['okhttp3.Request$Builder', 'url'],
    ['java.io.FileOutputStream', '<init>'],
    ['java.net.Socket', 'getOutputStream'],
    ['java.net.URLConnection', 'getOutputStream'],
    ['java.net.DatagramSocket', 'send'],
    ['org.apache.http.client.HttpClient', 'execute'],
    ['com.facebook.react.bridge.Promise', 'resolve'],
  ];
  expect(stand.filter(([owner = '', member = '']) => !isSignature({ owner, member, kind: '', basis: '' }))).toEqual([]);
});
