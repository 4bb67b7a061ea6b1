import { InputError, type Report } from '../analyzers/index.ts';
import { readJson } from './read-json.ts';
import { checkReport } from './report-schema.ts';

/**
 * Reads a JSON report of `candor scan` and checks it against the schema that ships with this version.
 * @throws InputError when it cannot be read or is no such report.
 */
export function readReport(path: string): Report {
  const value = readJson(path);
  const checked = checkReport(value);
  if ('report' in checked) return checked.report;
  const version = versionOf(value);
  const reason =
    version === null
      ? 'is not a JSON report of candor scan'
      : `is a report of candor ${version} that this version does not understand: ${checked.problem}`;
  throw new InputError(path, reason);
}

/** The version that wrote a report, null for anything else. */
function versionOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('schema' in value) || !('tool' in value)) return null;
  const { tool } = value;
  const version = typeof tool === 'object' && tool !== null && 'version' in tool ? tool.version : null;
  return typeof version === 'string' && /^[\w.+-]{1,40}$/.test(version) ? version : null;
}
