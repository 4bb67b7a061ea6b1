import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLValidator } from 'fast-xml-parser';
import { Parser } from 'htmlparser2';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candor } from './candor.ts';
import { readCsv } from './reports/read-csv.ts';

const sample = (file: string) => fileURLToPath(new URL(`../../samples/native-java/${file}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'candor-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What stands in the sample's DEX and resources, and text as long in bytes that tries to break out. */
const SWAPS: [from: string, to: string][] = [
  ['Lcom/example/qingtian/device/DeviceProfile;', 'Lcom/example/<img src=x onerror=alert(1)>\u001b;'],
  ['readClipboard', '=1+1|<b>\u001b[1m`'],
  ['晴天天气', '=1<b>\u001b\u202e"&\''],
];

/** The same bytes with every occurrence of a text swapped for another of the same length. */
function swapped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (const [from, to] of SWAPS) {
    const there = Buffer.from(to);
    const here = Buffer.from(from);
    if (here.length !== there.length) throw new Error(`${from}: ${here.length} bytes, ${to}: ${there.length}`);
    for (let at = copy.indexOf(here); at >= 0; at = copy.indexOf(here, at + 1)) there.copy(copy, at);
  }
  return copy;
}

const FILES: Record<string, string> = {
  text: 'txt',
  html: 'html',
  markdown: 'md',
  csv: 'csv',
  junit: 'xml',
  sarif: 'sarif',
  gitlab: 'gl.json',
  docx: 'docx',
  xlsx: 'xlsx',
  'privacy-manifest': 'xcprivacy',
  'data-safety': 'ds.csv',
  json: 'json',
};
const output = (format: string) => join(folder, `report.${FILES[format]}`);
const text = (format: string) => readFileSync(output(format), 'utf8');

beforeAll(async () => {
  const apk = await JSZip.loadAsync(readFileSync(sample('app.apk')));
  for (const name of ['classes.dex', 'resources.arsc']) {
    const bytes = await apk.file(name)?.async('nodebuffer');
    if (bytes !== undefined) apk.file(name, swapped(bytes));
  }
  const build = join(folder, `a"<script>alert(1)<%script>.apk`);
  writeFileSync(build, await apk.generateAsync({ type: 'nodebuffer' }));
  const policy = join(folder, '=cmd.md');
  writeFileSync(
    policy,
    `${readFileSync(sample('policy.md'), 'utf8')}\n\n我们会收集您的 IMEI<script>alert(1)</script>\u001b[31m\u202e，[x](javascript:alert(1))。\n`,
  );
  const formats = Object.keys(FILES).flatMap((format) => ['--format', format, '--output', output(format)]);
  const { code, err } = candor('scan', build, '--policy', policy, ...formats);
  expect({ code, err }).toEqual({ code: 1, err: [] });
}, 60_000);

test('the hostile names are what the scan saw', () => {
  const report = JSON.parse(text('json'));
  const classes = report.evidence.map((item: { at: { class?: string } }) => item.at.class);
  expect(classes).toContain('com.example.<img src=x onerror=alert(1)>\u001b');
  expect(JSON.stringify(report.policies)).toContain('<script>alert(1)</script>');
});

test.each(['text', 'markdown', 'csv', 'html', 'junit', 'privacy-manifest', 'data-safety'])(
  '%s: no control or bidirectional character',
  (format) => {
    expect(text(format)).not.toMatch(/(?!\r?\n)[\p{Cc}\u202e]/u);
  },
);

test('html: no element, attribute or script but its own', () => {
  const names = new Set<string>();
  const handlers: string[] = [];
  let scripts = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      names.add(name);
      if (name === 'script') scripts++;
      handlers.push(...Object.keys(attributes).filter((attribute) => attribute.startsWith('on')));
    },
  });
  parser.end(text('html'));
  expect({ scripts, handlers }).toEqual({ scripts: 1, handlers: [] });
  expect(names.has('img')).toBe(false);
});

test('csv and data-safety: no cell that a spreadsheet computes', () => {
  for (const cell of [...readCsv(text('csv')), ...readCsv(text('data-safety'))].flat()) {
    expect(cell).not.toMatch(/^\s*[=+\-@]/);
  }
});

test('junit, privacy-manifest and every part of the office documents are well-formed', async () => {
  expect(XMLValidator.validate(text('junit'))).toBe(true);
  expect(XMLValidator.validate(text('privacy-manifest'))).toBe(true);
  for (const format of ['docx', 'xlsx']) {
    const zip = await JSZip.loadAsync(readFileSync(output(format)));
    for (const part of Object.values(zip.files)) {
      expect([part.name, XMLValidator.validate(await part.async('string'))]).toEqual([part.name, true]);
    }
  }
});

test('markdown: no markup outside of code, and nothing that a service acts on', () => {
  const rest = text('markdown').replace(/`+[^`\n]*`+/g, '');
  expect(rest).not.toMatch(/<(?!!-- -->)/);
  expect(rest).not.toMatch(/(?<!\\)\]\(/);
});

test.each(['sarif', 'gitlab'])('%s is JSON', (format) => {
  expect(() => JSON.parse(text(format))).not.toThrow();
});
