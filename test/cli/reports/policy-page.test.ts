import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policy } from '../../../analyzers/index.ts';
import { policyPage } from '../../../cli/reports/html/policy-page.ts';

async function pageOf(text: string, language: 'zh' | 'en'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-page-'));
  try {
    const path = join(folder, 'policy.txt');
    writeFileSync(path, text);
    return policyPage(await policy([path]), { language, colour: false, detail: 'usual', columns: 100 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the page shows what is declared, and marks the quote in the policy’s own text', async () => {
  const page = await pageOf('更新日期：2024年1月1日\n我们会收集您的手机号码和设备信息。\n我们不会收集您的短信。', 'zh');
  expect(page).toMatch(/<td[^>]*>(?:<bdi[^>]*>)?手机号码 phone-number/);
  expect(page).toMatch(/<mark>(?:<a id="c-[0-9a-f]{16}"><\/a>)*<bdi>我们会收集您的手机号码和设备信息。<\/bdi><\/mark>/);
  expect(page).toContain('不收集');
  expect(page).toContain('隐私政策');
});

test('text of a policy stays text', async () => {
  const page = await pageOf('We collect your email address<script>alert(1)</script> "onload="x.', 'en');
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&lt;script&gt;alert(1)');
});
