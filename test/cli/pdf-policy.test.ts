import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeObjects, writePdf } from '../formats/pdf-writer.ts';
import { candor } from './candor.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('the built program reads a policy that is a PDF', () => {
  const path = written('policy.pdf', writePdf([[{ text: '我们会收集您的手机号码。', x: 40, y: 740 }]]));
  const { code, out } = candor('policy', path, '--format', 'json');
  expect(code).toBe(0);
  expect(JSON.parse(out).claims.map(({ data }: { data: string }) => data)).toContain('phone-number');
});

test('a PDF that takes more work than its size allows is refused with one line', () => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    { dictionary: '', data: Buffer.from('q '.repeat(60_000)) },
  ];
  const { code, err } = candor('policy', written('states.pdf', writeObjects(objects)));
  expect([code, err]).toEqual([2, ['candor: states.pdf: the PDF takes more work than its size allows']]);
});
