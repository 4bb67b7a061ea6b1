import { type Scan, termsOf } from './scan.ts';

/** What a column of a table, or a key in front of a colon, holds. */
export type ColumnRole = 'name' | 'company' | 'purpose' | 'data' | 'permission' | 'link' | 'other';

/** In a tie of equally long words the first wins. */
const ROLES: readonly ColumnRole[] = ['link', 'company', 'permission', 'data', 'name', 'purpose', 'other'];
/** Words that are longer are content, not a column's heading. */
const MAX_HEADER = 48;
/** A label counts where the words that are known make up so much of it. */
const MIN_COVER = 0.5;

/** A heading that is told by its head is no longer than this. */
const MAX_COMPOUND = 20;
/** Heads of compounds, which stand last in Chinese: what "the third party collects it for" is a purpose. */
const HEADS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['purpose', /(?:目的|用途|使用场景|业务场景)(?:说明|描述)?$/],
  ['link', /(?:链接|网址|官网|隐私政策|隐私协议)$/],
  ['company', /(?:公司|主体|机构)(?:名称|全称)$|(?:提供方|提供商|开发商|运营方|厂商|厂家)(?:名称)?$/],
  ['data', /(?:信息|数据)的?(?:类型|种类|类别|范围|字段|内容|名称)$/],
];

/** The role of a column heading or key, or null where its words are none. */
export function columnRole(scanned: Scan): ColumnRole | null {
  const length = scanned.text.replace(/[\s:：*]/g, '').length;
  if (length === 0 || length > MAX_HEADER) return null;
  let found: ColumnRole | null = null;
  let longest = 0;
  let last = 0;
  for (const role of ROLES) {
    for (const span of termsOf(scanned, `column/${role}`)) {
      const size = span.end - span.start;
      // Of equally long words the last is the head of a Chinese compound.
      if (size > longest || (size === longest && span.end > last)) {
        longest = size;
        last = span.end;
        found = role;
      }
    }
  }
  const known = longest >= length * MIN_COVER ? found : null;
  const label = /^[^:：（(]*/.exec(scanned.text)?.[0].trimEnd() ?? '';
  if (label.length > MAX_COMPOUND || (known !== null && last >= label.length)) return known;
  return HEADS.find(([, head]) => head.test(label))?.[0] ?? known;
}
