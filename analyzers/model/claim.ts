import type { Gap } from './gap.ts';
import type { Location } from './location.ts';

export type Language = 'zh' | 'en' | 'unknown';

/** Who a claim speaks of: the app, a known SDK, a named third party without id, or an unnamed partner. */
export type ClaimActor = 'app' | `sdk:${string}` | `named:${string}` | 'partner';

/** What limits a denial, so that it does not deny collection as such. */
export type DenialScope =
  | 'other-content'
  | 'retention'
  | 'without-consent'
  | 'mode'
  | 'after-withdrawal'
  | 'minors'
  | 'background'
  | 'sharing'
  | 'exceptions'
  | 'feature';

/** One statement of a policy about one data type. */
export interface Claim {
  /** Fingerprint of data, stance, actor and the normalised quote. */
  id: string;
  /** Data type id; a broad type for terms such as 设备信息. */
  data: string;
  /** `exact` names this very type, `broad` only a term that contains it. */
  breadth: 'exact' | 'broad';
  stance: 'affirmed' | 'denied';
  /** Null for affirmations and for denials of any collection. */
  scope: DenialScope | null;
  actor: ClaimActor;
  purpose: string | null;
  /** True where the policy says that it happens in the background. */
  background: boolean;
  /** The sentence or cell as it stands in the policy. */
  quote: string;
  /** Of the term inside the policy. */
  at: Location;
}

/** An SDK or third party that the policy lists as such. */
export interface DeclaredSdk {
  /** Id of the SDK's signature, null where it is unknown. */
  id: string | null;
  name: string;
  company: string | null;
  purpose: string | null;
  url: string | null;
  data: { exact: string[]; broad: string[] };
  at: Location;
}

export interface DeclaredPermission {
  /** Full permission name. */
  name: string;
  quote: string;
  at: Location;
}

/** A place where the policy names an SDK in any way. */
export interface SdkMention {
  sdk: string;
  how: 'name' | 'company' | 'package' | 'domain';
  at: Location;
}

export type PolicyDefectCode =
  | 'open-ended-list'
  | 'unfilled-placeholder'
  | 'sdk-without-company'
  | 'sdk-without-purpose'
  | 'sdk-without-data'
  | 'sdk-without-link'
  | 'sdk-list-not-supplied'
  | 'company-mismatch'
  | 'foreign-product-name'
  | 'dead-reference'
  | 'no-date'
  | 'no-contact'
  | 'no-withdrawal'
  | 'no-account-deletion'
  | 'no-children-rules';

/** A shortcoming of the policy itself. */
export interface PolicyDefect {
  code: PolicyDefectCode;
  /** The SDK that the defect is about, as the policy names it. */
  subject: string | null;
  quote: string | null;
  at: Location;
}

/** A piece of a policy's visible text, as it was read. */
export interface PolicyPassage {
  kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** One for each cell of a row, else one. */
  texts: string[];
  /** Where it begins in the file. */
  line: number;
  column: number;
}

export interface PolicyDocument {
  name: string;
  sha256: string;
  language: Language;
  /** Its text in order, the first {@link PASSAGES_KEPT} passages. */
  passages: PolicyPassage[];
}

/** Many times what a policy has. */
export const PASSAGES_KEPT = 20_000;

/** What one policy file was understood to say. Lists stand in the order of the text. */
export interface PolicyReading {
  policy: PolicyDocument;
  claims: Claim[];
  sdks: DeclaredSdk[];
  permissions: DeclaredPermission[];
  mentions: SdkMention[];
  defects: PolicyDefect[];
  gaps: Gap[];
}
