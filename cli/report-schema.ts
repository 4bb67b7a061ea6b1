import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { Report } from '../analyzers/index.ts';

/** Whether a value is a report as this version's schema describes it, or the first thing that is not. */
export function checkReport(value: unknown): { report: Report } | { problem: string } {
  const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('#report-schema'), 'utf8'));
  const validate = new Ajv().compile<Report>(schema);
  if (validate(value)) return { report: value };
  const { instancePath = '', message = '' } = validate.errors?.[0] ?? {};
  return { problem: `${instancePath || 'the report'} ${message}` };
}
