import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Catalogue } from '../model/catalogue.ts';
import type { PolicyReading } from '../model/claim.ts';
import { fingerprint } from '../model/fingerprint.ts';
import { InputError } from '../model/input-error.ts';
import type { PolicyReport } from '../model/report.ts';

/**
 * Reads back what `candor policy --format json` wrote, edited or not, or the same in YAML: one reading with its claims, SDKs and permissions.
 * Ids of claims are made anew, so that whoever adds a claim may leave them empty. Defects are those of a text, and are not
 * taken over.
 * @throws InputError that names the first place which the schema or the taxonomy does not know
 */
export function readEditedReading(name: string, bytes: Uint8Array, text: string, catalogue: Catalogue): PolicyReading {
  const report = checked(name, text);
  const known = (data: string, place: string) => {
    if (!Object.hasOwn(catalogue.dataTypes, data))
      throw new InputError(name, `${place}: no data type is called ${data}`);
  };
  for (const [at, claim] of report.claims.entries()) known(claim.data, `/claims/${at}/data`);
  for (const [at, { data }] of report.declaredSdks.entries()) {
    for (const id of [...data.exact, ...data.broad]) known(id, `/declaredSdks/${at}/data`);
  }
  return {
    policy: {
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      language: report.policies[0]?.language ?? 'unknown',
      passages: report.policies.flatMap(({ passages }) => passages),
    },
    claims: report.claims.map((claim) => ({
      ...claim,
      id: fingerprint('claim', claim.data, claim.breadth, claim.stance, claim.actor, claim.quote),
    })),
    sdks: report.declaredSdks,
    permissions: report.declaredPermissions,
    mentions: report.declaredSdks.flatMap(({ id, at }) => (id === null ? [] : [{ sdk: id, how: 'name' as const, at }])),
    defects: [],
    gaps: report.gaps,
  };
}

function parsed(name: string, text: string): unknown {
  const isYaml = !/^\s*\{/.test(text);
  try {
    return isYaml ? parse(text, { schema: 'core', maxAliasCount: 0 }) : JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new InputError(name, `is no ${isYaml ? 'YAML' : 'JSON'}: ${reason}`);
  }
}

function checked(name: string, text: string): PolicyReport {
  const value = parsed(name, text.replace(/^\ufeff/, ''));
  const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('#policy-schema'), 'utf8'));
  const validate = new Ajv({ allErrors: false, strict: false }).compile<PolicyReport>(schema);
  if (validate(value)) return value;
  const first = validate.errors?.[0];
  throw new InputError(
    name,
    `is no reading of candor policy: ${first?.instancePath || '/'} ${first?.message ?? ''}`.trim(),
  );
}
