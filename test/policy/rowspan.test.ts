import { expect, test } from 'vitest';
import { readHtml } from '../../analyzers/policy/read-html.ts';
import { read } from './reading.ts';

test('a cell that goes down over several rows belongs to each of them', () => {
  const html = `<html><body><table>
<tr><th>SDK名称</th><th>公司名称</th><th>收集信息</th><th>使用目的</th></tr>
<tr><td rowspan="2">极光推送SDK</td><td rowspan="2">深圳市和讯华谷信息技术有限公司</td><td>IMEI</td><td>推送</td></tr>
<tr><td>OAID</td><td>统计</td></tr>
<tr><td>微信SDK</td><td>腾讯</td><td>昵称</td><td>分享</td></tr>
</table></body></html>`;
  const reading = read(html);
  expect(reading.sdks.map(({ id, company, data }) => [id, company, data.exact])).toEqual([
    ['jpush', '深圳市和讯华谷信息技术有限公司', ['imei', 'oaid']],
    ['wechat-opensdk', '腾讯', ['nickname']],
  ]);
  expect(reading.mentions.map((mention) => mention.sdk)).not.toContain('jmessage');
  expect(reading.claims.every((claim) => claim.actor !== 'app')).toBe(true);
});

test('a cell that claims to reach without end', () => {
  const html = `<html><body><table><tr><td rowspan="999999999">a</td><td>b</td></tr>${'<tr><td>IMEI</td></tr>'.repeat(300)}</table></body></html>`;
  expect(read(html).gaps).toEqual([]);
});

test('a short table in which every cell reaches down does not become millions of cells', () => {
  const html = `<html><body><table>${'<tr><td rowspan="1000">IMEI</td></tr>'.repeat(3000)}</table></body></html>`;
  const { blocks } = readHtml(html);
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])).flat();
  expect(cells.length).toBeGreaterThan(3000);
  expect(cells.length).toBeLessThanOrEqual(3000 + 50_000);
});
