import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { PolicyReport } from '../../analyzers/index.ts';
import { MAIN } from '../cli/candor.ts';
import { makeArchive } from '../formats/zip/handmade-archive.ts';
import { written } from './judged.ts';

const MEBIBYTE = 1024 * 1024;

/** What `candor policy` makes of a file, within 30 s. */
function policy(name: string, bytes: Buffer): { code: number | null; err: string; report: PolicyReport | null } {
  const run = spawnSync(process.execPath, [MAIN, 'policy', written(name, bytes), '--format', 'json'], {
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 29,
  });
  expect(run.stderr).not.toContain('internal error');
  return { code: run.status, err: run.stderr, report: run.status === 2 ? null : JSON.parse(run.stdout) };
}

const CLAIM = '我们会收集您的位置信息。\n';

test('50 MB of policy: the beginning is read, and a gap says so', () => {
  const line = '这里没有收集任何东西的说明，只是很长。\n';
  const { report } = policy('large.txt', Buffer.from(CLAIM + line.repeat((50 * MEBIBYTE) / Buffer.byteLength(line))));
  expect(report?.claims.map(({ data }) => data)).toContain('location');
  expect(report?.gaps.map(({ code }) => code)).toEqual(['too-large']);
});

test('text that nobody sees is not read', () => {
  const page = `<html><body><p>我们会收集您的昵称。</p><p hidden>我们会收集您的位置信息。</p><script>我们会收集您的通讯录。</script></body></html>`;
  expect(policy('hidden.html', Buffer.from(page)).report?.claims.map(({ data }) => data)).toEqual(['nickname']);
});

test('entities that expand are left as they are', () => {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const xml = `<!DOCTYPE a [<!ENTITY l0 "ha">${entities}]>`;
  const html = policy('laughs.html', Buffer.from(`${xml}<html><body>&l9;<p>${CLAIM}</p></body></html>`));
  expect(html.report?.claims.map(({ data }) => data)).toContain('location');
  const body = `<w:document><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p><w:p><w:r><w:t>${CLAIM}</w:t></w:r></w:p></w:body></w:document>`;
  const docx = policy('laughs.docx', makeArchive([{ name: 'word/document.xml', contents: Buffer.from(xml + body) }]));
  expect(docx.report?.claims.map(({ data }) => data)).toContain('location');
});

test('a DOCX bomb is refused, or read as far as the limit', () => {
  const text = `<w:document><w:body>${'<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(1_000_000)}`;
  const { code, err, report } = policy(
    'bomb.docx',
    makeArchive([{ name: 'word/document.xml', contents: Buffer.from(text) }]),
  );
  if (code === 2) expect(err.trim().split('\n')).toHaveLength(1);
  else expect(report?.gaps).not.toEqual([]);
});

test.each<[string, string, string]>([
  ['100,000 headings', 'headings.md', '## 一、我们如何收集信息\n'.repeat(100_000)],
  [
    '100,000 headings, each inside the one before',
    'levels.txt',
    Array.from({ length: 100_000 }, (_, i) => `${i + 1}.${i}.1 我们收集信息\n`).join(''),
  ],
  [
    '100,000 rows of a table',
    'rows.md',
    `| SDK名称 | 公司 | 收集信息 |\n|---|---|---|\n${'| 友盟SDK | 友盟 | IMEI |\n'.repeat(100_000)}`,
  ],
  [
    '100,000 rows of HTML',
    'rows.html',
    `<table><tr><th>SDK名称</th><th>收集信息</th></tr>${'<tr><td>友盟SDK</td><td>IMEI</td></tr>'.repeat(100_000)}</table>`,
  ],
  ['100,000 cells in a row', 'cells.html', `<table><tr>${'<td>友盟SDK</td>'.repeat(100_000)}</tr></table>`],
  [
    '10,000 SDKs in a list',
    'list.txt',
    Array.from({ length: 10_000 }, (_, i) => `SDK名称：某某${i}SDK\n收集信息：IMEI、位置\n`).join(''),
  ],
])('a policy with %s is read', (_, name, text) => {
  const { code, report } = policy(name, Buffer.from(CLAIM + text));
  expect(code).not.toBe(2);
  expect(report?.claims.map(({ data }) => data)).toContain('location');
});
