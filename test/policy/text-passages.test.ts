import { expect, test } from 'vitest';
import { read } from './reading.ts';

test('the text of a policy, piece by piece, with the places where the pieces begin', () => {
  const text = '# 隐私政策\n\n我们会收集您的 IMEI。\n\n- 第一项\n\n| 名称 | 信息 |\n|---|---|\n| 某 SDK | OAID |\n';
  expect(read(text).policy.passages).toEqual([
    { kind: 'heading', texts: ['隐私政策'], line: 1, column: 3 },
    { kind: 'paragraph', texts: ['我们会收集您的 IMEI。'], line: 3, column: 1 },
    { kind: 'item', texts: ['第一项'], line: 5, column: 3 },
    { kind: 'row', texts: ['名称', '信息'], line: 7, column: 3 },
    { kind: 'row', texts: ['某 SDK', 'OAID'], line: 9, column: 3 },
  ]);
});

test('the visible text of HTML; a row that a cell reaches down to begins with its own first cell', () => {
  const html = `<html><body><h1>Privacy</h1><script>x()</script><table>
<tr><td rowspan="2">JPush</td><td>IMEI</td></tr>
<tr><td>OAID</td></tr>
</table></body></html>`;
  expect(read(html).policy.passages).toEqual([
    { kind: 'heading', texts: ['Privacy'], line: 1, column: 17 },
    { kind: 'row', texts: ['JPush', 'IMEI'], line: 2, column: 21 },
    { kind: 'row', texts: ['JPush', 'OAID'], line: 3, column: 9 },
  ]);
});
