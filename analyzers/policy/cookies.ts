import type { ClaimActor } from '../model/claim.ts';
import { between, sentencesOf } from './clauses.ts';
import { type Scan, termsOf } from './scan.ts';
import type { Statement } from './statements.ts';

const COOKIE = 'cookie';
/** Who sets cookies, and the verb for it, up to where they are named; sections on them say it without "will" or "may". */
const SETS =
  /(?:我们|本(?:应用|软件|平台|公司|网站|产品|站)|(?<![a-z])(?:we|(?:our|the|this) (?:app|application|site|website|service|platform)s?)\s)[^。；;！？!?]{0,80}(?:使用|设定|设置|放置|发送|存储|储存|存放|取用|写入|保存|\b(?:uses?|sets?|places?|stores?|sends?|employs?)\b)[^。；;,，！？!?]{0,30}$/i;
/** What users may do with them. */
const BY_USERS = /停止|让我们|拒绝|禁用|停用|关闭|清除|删除|管理|接受|refuse|reject|disable|delete|block|accept|opt/i;

/** Cookies that a section on them says are used: "We place small files called cookies on your device". */
export function cookieStatements(scanned: Scan, known: readonly Statement[], actors: ClaimActor[]): Statement[] {
  const hits = scanned.data.filter((hit) => hit.ids.includes(COOKIE));
  if (hits.length === 0 || known.some(({ hit }) => hit.ids.includes(COOKIE))) return [];
  for (const sentence of sentencesOf(scanned.text)) {
    if (between(termsOf(scanned, 'denial'), sentence.start, sentence.end).length > 0) continue;
    for (const hit of between(hits, sentence.start, sentence.end)) {
      const before = scanned.text.slice(Math.max(sentence.start, hit.start - 160), hit.start);
      if (!SETS.test(before) || BY_USERS.test(before)) continue;
      return [{ hit, sentence, stance: 'affirmed', scope: null, actors, purpose: null, background: false }];
    }
  }
  return [];
}
