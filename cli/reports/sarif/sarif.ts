import type { Severity } from '../../../analyzers/model/discrepancy.ts';
import type { Gap } from '../../../analyzers/model/gap.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import { actorName, dataName } from '../names.ts';
import { placeOf, type Story, storiesOf } from '../story.ts';
import type { Style } from '../style.ts';
import { place } from '../text/place.ts';
import { type Places, placesOf } from './places.ts';
import { plain } from './plain.ts';
import { RULE_IDS, rules } from './rules.ts';

/** More of one discrepancy than anybody steps through; the JSON report has them all. */
const MAX_PLACES = 50;
const MAX_FLOWS = 10;

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { high: 'error', medium: 'warning', low: 'note' };

/** SARIF 2.1.0 (OASIS), as code scanning services read it. */
export function sarif(report: Report, style: Style): string {
  const places = placesOf(report);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            rules: rules(style.language),
            properties: { signatures: report.tool.signatures },
          },
        },
        language: style.language === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: places.bases,
        artifacts: [
          {
            location: places.artifact(report.input.name),
            length: report.input.size,
            hashes: { 'sha-256': report.input.sha256 },
          },
          ...report.policies.map(({ name, sha256 }) => ({
            location: places.artifact(name),
            hashes: { 'sha-256': sha256 },
          })),
        ],
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.gaps.map((gap) => notification(gap, places)),
          },
        ],
        results: storiesOf(report).map((story) => result(story, report, style, places)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function notification({ stage, file, code, detail, material }: Gap, places: Places) {
  return {
    level: material ? 'warning' : 'note',
    message: { text: plain(`${code}: ${detail}`) },
    descriptor: { id: `${stage}/${code}` },
    locations: [{ physicalLocation: { artifactLocation: places.artifact(file) } }],
  };
}

function result(story: Story, report: Report, { language }: Style, places: Places) {
  const { item, evidence, claims } = story;
  const { terms } = report;
  const at = placeOf(story) ?? { file: report.input.name };
  const flows = evidence.filter(({ path }) => path.length > 1).slice(0, MAX_FLOWS);
  const related = [
    ...evidence.slice(1, MAX_PLACES).map((entry) => ({
      ...places.location(entry.at),
      message: { text: plain(`${entry.api} ${place(entry.at)}`) },
    })),
    ...claims.slice(0, MAX_PLACES).map((claim) => ({
      ...places.location(claim.at),
      message: { text: plain(`“${claim.quote}”`) },
    })),
  ].map((location, index) => ({ id: index + 1, ...location }));
  return {
    ruleId: item.kind,
    ruleIndex: RULE_IDS.indexOf(item.kind),
    level: LEVELS[item.severity],
    message: { text: plain(item.message) },
    locations: [places.location(at)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(flows.length > 0
      ? {
          codeFlows: flows.map(({ path }) => ({
            threadFlows: [
              {
                locations: path.map((step) => ({
                  location: { ...places.location(step), message: { text: plain(place(step)) } },
                })),
              },
            ],
          })),
        }
      : {}),
    partialFingerprints: { 'candorDiscrepancy/v1': item.id },
    ...(item.suppressed === null
      ? {}
      : {
          suppressions: [{ kind: 'external', justification: plain(item.suppressed.reason) }],
        }),
    ...(report.gate?.baseline ? { baselineState: item.suppressed?.reason === 'baseline' ? 'unchanged' : 'new' } : {}),
    properties: {
      severity: item.severity,
      ...(item.data === null ? {} : { data: item.data, dataName: plain(dataName(item.data, terms, language)) }),
      ...(item.actor === null
        ? {}
        : { actor: plain(item.actor), actorName: plain(actorName(item.actor, terms, language)) }),
      ...(item.subject === null ? {} : { subject: plain(item.subject) }),
      clauses: item.clauses,
    },
  };
}
