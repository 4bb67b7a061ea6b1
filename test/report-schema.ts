import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

/** A validator for one of the JSON Schemas that ship with the package. */
export function validatorFor(report: 'report' | 'facts' | 'policy'): ValidateFunction {
  const schema = JSON.parse(readFileSync(new URL(`../dist/${report}.schema.json`, import.meta.url), 'utf8'));
  return new Ajv({ allErrors: true }).compile(schema);
}
