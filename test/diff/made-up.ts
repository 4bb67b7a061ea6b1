import type { Claim, PolicyReading } from '../../analyzers/model/claim.ts';
import type { Evidence } from '../../analyzers/model/evidence.ts';

export function claimOf(parts: Partial<Claim>): Claim {
  return {
    id: `claim-${parts.data}-${parts.actor ?? 'app'}-${parts.stance ?? 'affirmed'}`,
    data: 'imei',
    breadth: 'exact',
    stance: 'affirmed',
    scope: null,
    actor: 'app',
    purpose: null,
    background: false,
    quote: '…',
    at: { file: 'policy.txt', line: 1, column: 1 },
    ...parts,
  };
}

export function evidenceOf(parts: Partial<Evidence>): Evidence {
  return {
    id: `evidence-${parts.data}-${parts.actor ?? 'app'}`,
    data: 'imei',
    actor: 'app',
    grade: 'reachable',
    api: 'a.B.c',
    argument: null,
    lowSignal: false,
    at: { file: 'classes.dex', class: 'a.B', method: 'c()', offset: 0 },
    entry: null,
    path: [],
    beforeConsent: false,
    consentBasis: null,
    background: false,
    sinks: [],
    ...parts,
  };
}

export function readingOf(parts: Partial<PolicyReading>): PolicyReading {
  return {
    policy: { name: 'policy.txt', sha256: '0'.repeat(64), language: 'zh', passages: [] },
    claims: [],
    sdks: [],
    permissions: [],
    mentions: [],
    defects: [],
    gaps: [],
    ...parts,
  };
}
