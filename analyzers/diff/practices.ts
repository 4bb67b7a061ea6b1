import type { Discrepancy } from '../model/discrepancy.ts';
import type { Actor, Evidence } from '../model/evidence.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { DiffInput } from './diff-input.ts';
import { discrepancy } from './discrepancy.ts';
import { actorName, dataTypeName } from './names.ts';
import { milder, severityOfPractice } from './severity.ts';
import { WORDING } from './wording.ts';

/** Evidence of one data type by one actor. */
export interface Practice {
  data: string;
  actor: Actor;
  evidence: Evidence[];
}

/** `undisclosed`, `vague`, `contradicted`, `sdk-exceeds`, `background`: practices that the claims do not cover. */
export function uncoveredPractices(input: DiffInput, namedSdks: ReadonlySet<string>): Discrepancy[] {
  const { catalogue } = input;
  const claims = input.readings.flatMap((reading) => reading.claims);
  return groupPractices(input.evidence).flatMap((practice) => {
    if (isNoise(practice)) return [];
    const coverage = coverageOf(practice.data, practice.actor, claims, catalogue.dataTypes);
    const stated = state(practice, coverage, input, namedSdks);
    if (stated === null) return [];
    const evidence = practice.evidence.map((item) => item.id);
    const claimIds = coverage.claims.map((claim) => claim.id);
    const { data, actor } = practice;
    return [discrepancy({ ...stated, data, actor, evidence, claims: claimIds }, catalogue)];
  });
}

function state(
  practice: Practice,
  coverage: Coverage,
  input: DiffInput,
  namedSdks: ReadonlySet<string>,
): Pick<Discrepancy, 'kind' | 'severity' | 'message'> | null {
  if (coverage.by === 'exact') return null;
  const { data, actor, evidence } = practice;
  const { catalogue, language } = input;
  const words = WORDING[language];
  const name = dataTypeName(data, catalogue, language);
  const who = actorName(actor, catalogue, language);
  const [first] = evidence;
  const api = first === undefined ? '' : apiText(first);
  const severity = severityOfPractice(practice, input);
  if (coverage.by === 'denied') return { kind: 'contradicted', severity, message: words.contradicted(name, who, api) };
  if (catalogue.dataTypes[data]?.kind === 'behaviour') {
    return { kind: 'background', severity, message: words.background(name, who, api) };
  }
  if (coverage.by === 'broad') {
    const term = dataTypeName(coverage.claims[0]?.data ?? '', catalogue, language);
    return { kind: 'vague', severity: milder(severity), message: words.vague(name, who, api, term) };
  }
  if (actor.startsWith('sdk:') && namedSdks.has(actor.slice('sdk:'.length))) {
    return { kind: 'sdk-exceeds', severity, message: words.sdkExceeds(name, who, api, evidence.length) };
  }
  return { kind: 'undisclosed', severity, message: words.undisclosed(name, who, api, evidence.length) };
}

/** The API as it stands in messages, with the constant that tells: `java.io.FileReader.<init>("/proc/net/arp")`. */
export function apiText({ api, argument }: Evidence): string {
  return argument === null ? api : `${api}("${argument}")`;
}

/** APIs that all code calls (Build.MODEL, Locale.getDefault) say nothing about third-party code without a flow. */
function isNoise({ actor, evidence }: Practice): boolean {
  return actor !== 'app' && evidence.every((item) => item.lowSignal);
}

/** By data type and actor, in the order of their names; the most telling evidence first. */
export function groupPractices(evidence: Evidence[]): Practice[] {
  const practices = new Map<string, Practice>();
  for (const item of evidence) {
    const key = `${item.data} ${item.actor}`;
    const practice = practices.get(key);
    if (practice === undefined) practices.set(key, { data: item.data, actor: item.actor, evidence: [item] });
    else practice.evidence.push(item);
  }
  for (const practice of practices.values()) practice.evidence.sort((a, b) => tellingRank(a) - tellingRank(b));
  return [...practices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, practice]) => practice);
}

/** What reads the data tells more than what asks for its permission, and both more than what everybody calls. */
function tellingRank({ lowSignal, grade }: Evidence): number {
  return lowSignal ? 2 : grade === 'requested' ? 1 : 0;
}
