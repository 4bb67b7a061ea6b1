import { expect, test } from 'vitest';
import { read } from './reading.ts';

/** Line and column of the first exact claim about a type, and what stands there in the file. */
function placeOf(bytes: Uint8Array | string, data: string) {
  const claim = read(bytes).claims.find((each) => each.data === data && each.breadth === 'exact');
  return claim === undefined ? null : [claim.at.line, claim.at.column, claim.quote];
}

test('lines and columns count from one, columns in UTF-16 units', () => {
  expect(placeOf('隐私政策\n\n😀我们收集您的昵称。', 'nickname')).toEqual([3, 9, '😀我们收集您的昵称。']);
});

test.each(['\n', '\r\n', '\r'])('every line end counts once (%j)', (end) => {
  expect(placeOf(`一${end}二${end}我们收集您的昵称。`, 'nickname')?.slice(0, 2)).toEqual([3, 7]);
});

test('a term in a wrapped line stands where it begins', () => {
  expect(placeOf('我们收集设备标识（IMEI、Android\nID等）。', 'android-id')?.slice(0, 2)).toEqual([1, 15]);
  expect(placeOf('我们收集设备标识（IMEI、\nAndroid ID）。', 'android-id')?.slice(0, 2)).toEqual([2, 1]);
});

test('Markdown marks are dropped from the quote and kept in the position', () => {
  const place = placeOf('## 收集\n\n- **我们收集**您的[昵称](https://example.com/a)和`IMEI`。', 'imei');
  expect(place).toEqual([3, 42, '我们收集您的昵称和IMEI。']);
});

test('a cell of a pipe table is quoted alone', () => {
  const table = '一、我们如何收集信息\n\n| 功能 | 收集的个人信息 |\n|---|---|\n| 注册 | 昵称、IMEI |';
  expect(placeOf(table, 'imei')).toEqual([5, 11, '昵称、IMEI']);
});

test('GB18030 positions are those of the text', () => {
  // 第一行 / 我们收集昵称。
  const bytes = Uint8Array.of(
    ...[0xb5, 0xda, 0xd2, 0xbb, 0xd0, 0xd0, 0x0a],
    ...[0xce, 0xd2, 0xc3, 0xc7, 0xca, 0xd5, 0xbc, 0xaf, 0xea, 0xc7, 0xb3, 0xc6, 0xa1, 0xa3],
  );
  expect(placeOf(bytes, 'nickname')).toEqual([2, 5, '我们收集昵称。']);
});

const HTML = `<!doctype html>
<html><head><title>我们收集您的IMEI</title><style>.a{}</style></head>
<body>
<script>var a = '我们收集您的短信';</script>
<h1>一、我们如何收集信息</h1>
<p>我们会收集<b>您的&nbsp;昵称</b>&#12289;<span style="display: none">通讯录、</span>头像。</p>
<p hidden>我们收集您的指纹。</p>
<table><tr><th>功能</th><th>收集的个人信息</th></tr>
<tr><td>支付</td><td><p>银行卡号</p><p>订单信息</p></td></tr></table>
<ul><li>我们还会获取&lt;OAID&gt;。</li></ul>
</body></html>`;

/** Line and column of a text in the file. */
function textPlace(text: string) {
  const at = HTML.indexOf(text);
  const before = HTML.slice(0, at).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

test('HTML positions are those of the file, also behind entities and tags', () => {
  expect(placeOf(HTML, 'nickname')).toEqual([...textPlace('昵称'), '我们会收集您的\u00a0昵称、头像。']);
  expect(placeOf(HTML, 'avatar')?.slice(0, 2)).toEqual(textPlace('头像'));
  expect(placeOf(HTML, 'bank-card')).toEqual([...textPlace('银行卡号'), '银行卡号 订单信息']);
  expect(placeOf(HTML, 'order')?.slice(0, 2)).toEqual(textPlace('订单信息'));
  expect(placeOf(HTML, 'oaid')).toEqual([...textPlace('OAID'), '我们还会获取<OAID>。']);
});

test('what HTML does not show says nothing', () => {
  const types = read(HTML).claims.map((claim) => claim.data);
  for (const hidden of ['imei', 'sms', 'contacts', 'fingerprint']) expect(types).not.toContain(hidden);
});
