import type { DeclaredSdk, PolicyDefect, PolicyDefectCode } from '../model/claim.ts';
import type { Locator } from './claims.ts';
import type { ScannedText } from './outcome.ts';
import { termsOf } from './scan.ts';

const MAX_QUOTE = 160;
/** Units of text from which a file is a policy of its own, and not a list or an excerpt. */
const WHOLE_POLICY = 1_500;
/** Parts of a company's name that many share. */
const GENERIC =
  /[（(][^()（）]{0,12}[)）]|有限|责任|股份|公司|集团|科技|网络|技术|信息|软件|数据|数字|服务|计算机|系统|文化|传媒|发展|中国|北京|上海|深圳市?|广州市?|广东|杭州|浙江|成都|武汉|南京|江苏|厦门|天津|重庆|\b(?:inc|llc|ltd|limited|co|corp|corporation|gmbh|technology|technologies|platforms?)\b|[\s.,&]/gi;

/** Rows whose company shares no part of its name with those that are known to make the SDK. */
export function wrongCompanies(
  rows: readonly DeclaredSdk[],
  companies: ReadonlyMap<string, readonly string[]>,
): PolicyDefect[] {
  const found: PolicyDefect[] = [];
  for (const { id, name, company, at } of rows) {
    const known = id === null ? [] : (companies.get(id) ?? []);
    if (company === null || known.length === 0) continue;
    const latin = /^[\x20-\x7e]+$/.test(company);
    const comparable = known.filter((each) => /^[\x20-\x7e]+$/.test(each) === latin);
    const core = coreOf(company);
    if (core.length < 2 || comparable.length === 0) continue;
    if (comparable.some((each) => alike(coreOf(each), core))) continue;
    found.push({ code: 'company-mismatch', subject: name, quote: company.slice(0, MAX_QUOTE), at });
  }
  return found;
}

function coreOf(company: string): string {
  return company.toLowerCase().replace(GENERIC, '');
}

/** Two units in common in a row: names change their ends, rarely their hearts. */
function alike(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= b.length; i++) if (a.includes(b.slice(i, i + 2))) return true;
  return a === '';
}

/** What every whole policy must tell and this one does not. */
export function missingRules(texts: readonly ScannedText[], locate: Locator): PolicyDefect[] {
  const length = texts.reduce((sum, { scan }) => sum + scan.text.length, 0);
  if (length < WHOLE_POLICY) return [];
  const rules: readonly (readonly [PolicyDefectCode, string])[] = [
    ['no-withdrawal', 'rule/withdrawal'],
    ['no-account-deletion', 'rule/account-deletion'],
    ['no-children-rules', 'rule/children'],
  ];
  return rules
    .filter(([, group]) => !texts.some(({ scan }) => termsOf(scan, group).length > 0))
    .map(([code]) => ({ code, subject: null, quote: null, at: locate(0) }));
}

/** "see the list of partners" in title marks, where no heading, address or row supplies it. */
export function deadReferences(
  texts: readonly (ScannedText & { linked?: boolean })[],
  headings: readonly string[],
  rows: number,
  locate: Locator,
): PolicyDefect[] {
  const found = new Map<string, PolicyDefect>();
  for (const { scan, offsets, linked } of texts) {
    if (linked === true || /https?:\/\/|www\./i.test(scan.text)) continue;
    for (const match of scan.text.matchAll(/《([^《》]{2,30}(?:清单|列表|名录|目录|说明文档|情况披露))》/g)) {
      const title = match[1] ?? '';
      // Rows of SDKs are the list that is meant.
      if (rows > 0 && /(?:sdk|第三方).*(?:清单|列表|名录|目录)$/i.test(title)) continue;
      if (found.has(title) || termsOf(scan, 'reference').length === 0) continue;
      if (headings.some((heading) => heading.includes(title) || (heading.length > 3 && title.includes(heading))))
        continue;
      const quote = scan.text.slice(Math.max(0, match.index - 60), match.index + 60).trim();
      const at = locate(offsets[match.index] ?? 0);
      found.set(title, { code: 'dead-reference', subject: title, quote, at });
    }
  }
  return [...found.values()];
}

/** The product that the text says it applies to, where that is not the one of the title. */
export function foreignNames(title: string, texts: readonly ScannedText[], locate: Locator): PolicyDefect[] {
  const own = /^[《“"]?([^《》“”"]{2,20}?)(?:APP|app|用户|平台)?(?:的)?(?:隐私|个人信息保护)/.exec(title)?.[1]?.trim();
  if (own === undefined) return [];
  for (const { scan, offsets } of texts) {
    const match =
      /(?:政策|声明|协议)(?:仅)?适用于([^\s，。、“”《》我本您由]{2,12}?)(?:网站|平台|APP|app|App)(?:所)?提供/.exec(
        scan.text,
      );
    const named = match?.[1];
    if (match === null || named === undefined || own.includes(named) || named === own) continue;
    const at = locate(offsets[match.index] ?? 0);
    return [{ code: 'foreign-product-name', subject: named, quote: match[0].slice(0, MAX_QUOTE), at }];
  }
  return [];
}
