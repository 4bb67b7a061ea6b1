import type { DeclaredSdk } from '../model/claim.ts';
import type { Location } from '../model/location.ts';
import { type MappedText, sliceMapped } from './mapped-text.ts';
import { type Scan, termsOf } from './scan.ts';
import { bestSdk, categoriesIn } from './sdk-identity.ts';

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
  return /(?:https?:\/\/|www\.)[\x21-\x7e]+/i.exec(text)?.[0]?.replace(/(?<![)\],;.])[)\],;.]+$/, '') ?? null;
}

/** Where the links of a text lead: the last, which in rows is mostly the policy. */
export function linkOf(text: MappedText): string | null {
  return text.links?.[text.links.length - 1] ?? null;
}

const COMPANY =
  /[\u4e00-\u9fff][\u4e00-\u9fff（）()]{1,30}公司|[A-Z][\w.&'-]{0,60}(?:\s[A-Z&][\w.&'-]{0,60}){0,5},?\s(?:(?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|Corp|Corporation|B\.?V|S\.?A|AB|Oy|SARL|S\.?r\.?l|PLC|AG|Pty)\b\.?|Co\.,?\s?Ltd\b\.?)/;

/** The first legal name of a company in a text, or null. */
export function companyIn(text: string): string | null {
  return COMPANY.exec(text.replace(/由/g, ' '))?.[0] ?? null;
}

/** "Our product integrates ...", which sentences begin with. */
const LEAD =
  /^\s*(?:(?:我们(?:的)?|本公司|本)(?:应用|产品|软件|平台|app|服务|客户端)?[中内]?(?:也|还|会|可能|将){0,3}(?:集成|接入|使用|嵌入|内置|引入|采用)了?(?:第三方)?的?|(?:we|(?:our|the|this) (?:app|application|product|service)s?)(?: (?:may|also|will)){0,2} (?:uses?|integrates?|embeds?|includes?)(?: the)? )/i;

/** What the beginning of a sentence names, without the words that say that it is used. */
export function behindLead(text: MappedText): MappedText {
  return sliceMapped(text, LEAD.exec(text.text)?.[0].length ?? 0, text.text.length);
}

/** Which known SDK a name, company and link describe together. */
export function identify(name: Scan, company: Scan | null, link: Scan | null, purpose: Scan | null): string | null {
  const signs = [...(company?.sdks ?? []), ...(link?.sdks ?? [])].map((hit) => ({
    ...hit,
    sdks: hit.sdks.filter((sdk) => sdk.how === 'company' || sdk.how === 'later-company' || sdk.how === 'domain'),
  }));
  return bestSdk(name.sdks, signs, categoriesIn(name, ...(purpose === null ? [] : [purpose])));
}

export function declaredSdk(id: string | null, description: SdkDescription): DeclaredSdk {
  return { id, ...description, data: { exact: [], broad: [] } };
}
