import type { DeclaredSdk } from '../model/claim.ts';
import type { Location } from '../model/location.ts';
import { type Scan, termsOf } from './scan.ts';
import { bestSdk } from './sdk-identity.ts';

/** The cells or values that describe one SDK, before its data are read. */
export interface SdkDescription {
  name: string;
  company: string | null;
  purpose: string | null;
  url: string | null;
  at: Location;
}

const NOTHING = /^(?:[/\\—–-]+|无|暂无|none|n\/a|null)$/i;
const MAX_FIELD = 400;

/** An empty cell is written in many ways. */
export function fieldOf(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' || NOTHING.test(trimmed) ? null : trimmed.slice(0, MAX_FIELD);
}

/** A field in which the template's placeholder still stands is empty. */
export function filledField(text: string, scanned: Scan): string | null {
  return termsOf(scanned, 'placeholder').length > 0 ? null : fieldOf(text);
}

/** The first address in a text, or null. */
export function urlOf(text: string): string | null {
  return /(?:https?:\/\/|www\.)[\x21-\x7e]+/i.exec(text)?.[0]?.replace(/[)\],;.]+$/, '') ?? null;
}

/** Which known SDK a name, company and link describe together. */
export function identify(name: Scan, company: Scan | null, link: Scan | null): string | null {
  const signs = [...(company?.sdks ?? []), ...(link?.sdks ?? [])].map((hit) => ({
    ...hit,
    sdks: hit.sdks.filter((sdk) => sdk.how === 'company' || sdk.how === 'later-company' || sdk.how === 'domain'),
  }));
  return bestSdk(name.sdks, signs);
}

export function declaredSdk(id: string | null, description: SdkDescription): DeclaredSdk {
  return { id, ...description, data: { exact: [], broad: [] } };
}
