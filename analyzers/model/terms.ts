import type { Severity } from './discrepancy.ts';
import type { DataTypeSignature } from './signatures.ts';

export interface DataTypeTerm {
  zh: string;
  en: string;
  /** The next broader data type; null for the top. */
  parent: string | null;
  /** As in its signature: `leaf` is collected as such, `broad` is only a term. */
  kind: DataTypeSignature['kind'];
  sensitivity: Severity;
  /** What Google Play's data safety form calls it, null where it has no such type. */
  play: string | null;
  /** `NSPrivacyCollectedDataType…` of Apple's privacy manifests, null where there is none. */
  apple: string | null;
}

export interface SdkTerm {
  zh: string;
  en: string;
  company: string | null;
  category: string;
  /** The privacy policy of its maker. */
  policyUrl: string | null;
  /** Data types that its maker says it collects. */
  declared: string[];
}

export interface ClauseTerm {
  regulation: { zh: string; en: string };
  zh: string;
  en: string;
  /** `clause`: its number may be quoted; `topic`: only the subject may be named. */
  quote: 'clause' | 'topic';
}

/** What the ids in a report mean, in both languages, so that a reader of the report needs nothing else. */
export interface Terms {
  /** Data types that the report names, and the broader types above them. */
  data: Record<string, DataTypeTerm>;
  sdks: Record<string, SdkTerm>;
  /** `<regulation>/<clause>` -> the clause. */
  clauses: Record<string, ClauseTerm>;
}
