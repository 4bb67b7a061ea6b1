import type { DeclaredPermission } from '../model/claim.ts';
import type { Locator } from './claims.ts';
import { between, sentencesOf } from './clauses.ts';
import { type MappedText, sliceMapped, trimMapped } from './mapped-text.ts';
import { type Scan, type Span, termsOf } from './scan.ts';

const STRONG = 'permission/';
const WORD = 'permission-word/';
/** A word such as 相机 belongs to 权限 when nothing but the rest of a list stands between them. */
const LIST_BEFORE = /^(?!.*(?:我们|您|用户|根据|过程|会|时|\b(?:we|you|when|if)\b))[^。；;:：]{0,48}$/i;
const MAX_QUOTE = 300;
const MAX_ITEM_WORDS = 4;

/**
 * What counts: names and wording that say that it is a permission; with `listed` every plain word, as in a permission
 * column; with `label` those at the start, as in items of a list of permissions.
 */
export type PermissionMode = 'told' | 'listed' | 'label';

/** The label of an item ends here. */
const LABEL_END = /[:：(（.。,，;；]|(?=用于)|\s[-–—]\s/;
const MAX_LABEL = 60;

/** Constants of permissions in full (`android.permission.X`), or as words in capitals joined by underscores. */
function constantsIn(text: string): { name: string; span: Span; full: boolean }[] {
  const found: { name: string; span: Span; full: boolean }[] = [];
  for (const match of text.matchAll(
    /(?<![\w.])((?:[a-z]\w{0,30}\.){1,6}permission\.)?([A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){0,8})(?!\w)/g,
  )) {
    const [whole, prefix, constant] = match;
    if (constant === undefined || (prefix === undefined && !constant.includes('_'))) continue;
    const name = prefix === undefined ? `android.permission.${constant}` : whole;
    found.push({ name, span: { start: match.index, end: match.index + whole.length }, full: prefix !== undefined });
  }
  return found;
}

/** Where the list of "the following permissions: camera, ..." begins in a sentence, or -1. */
function listOpens(scanned: Scan, sentence: Span): number {
  const marker = between(termsOf(scanned, 'permission-marker'), sentence.start, sentence.end).find((span) =>
    /^(?:\s*(?:包括|如下|有|include|including))?\s*[:：]|^\s*(?:包括|include|including|such as)/i.test(
      scanned.text.slice(span.end, span.end + 14),
    ),
  );
  if (marker === undefined) return -1;
  const before = scanned.text.slice(sentence.start, marker.start);
  return /关闭|撤回|拒绝|disable|revoke|turn off/i.test(before) ? -1 : marker.end;
}

/** "the camera, microphone and": nothing but short items. */
function isList(text: string): boolean {
  return text.split(/,|\band\b|\bor\b|'s\b|:/).every((piece) => piece.trim().split(/\s+/).length <= MAX_ITEM_WORDS);
}

/**
 * Permissions that a text names: in full, by a wording of their own, or by a plain word in a list that ends in
 * "permission". In a permission column the plain word is enough.
 */
export function permissionsIn(
  scanned: Scan,
  text: MappedText,
  mode: PermissionMode,
  locate: Locator,
): DeclaredPermission[] {
  const found: { name: string; span: Span; sentence: Span }[] = [];
  const groups = [...scanned.terms.keys()].filter((group) => group.startsWith(STRONG) || group.startsWith(WORD));
  const known = [...groups.flatMap((group) => termsOf(scanned, group)), ...scanned.data];
  const constants = constantsIn(scanned.text).filter(
    ({ span }) => !known.some((each) => each.start < span.end && each.end > span.start),
  );
  if (groups.length + constants.length === 0) return [];
  // The words of ACCESS_FINE_LOCATION are no names of others, nor is BLUETOOTH in ohos.permission.ACCESS_BLUETOOTH.
  const whole = groups
    .filter((group) => group.startsWith(STRONG))
    .flatMap((group) => termsOf(scanned, group))
    .filter((span) => /_|设置$/.test(scanned.text.slice(span.start, span.end)));
  const label = LABEL_END.exec(scanned.text)?.index ?? scanned.text.length;
  const free = mode === 'listed' ? scanned.text.length : mode === 'label' && label <= MAX_LABEL ? label : 0;
  for (const sentence of sentencesOf(scanned.text)) {
    for (const { name, span, full } of constants) {
      if (
        span.start < sentence.start ||
        span.start >= sentence.end ||
        !(full || span.start < free || mode === 'listed')
      )
        continue;
      const denied = ['permission-negative', 'denial'].some(
        (group) => between(termsOf(scanned, group), sentence.start, span.start).length > 0,
      );
      if (!denied || mode === 'listed') found.push({ name, span, sentence });
    }
    const opened = listOpens(scanned, sentence);
    for (const clause of sentence.clauses) {
      const markers = between(termsOf(scanned, 'permission-marker'), clause.start, clause.end).filter((span) =>
        /权限|permission|access/i.test(scanned.text.slice(span.start, span.end)),
      );
      const negative = ['permission-negative', 'denial'].flatMap((group) =>
        between(termsOf(scanned, group), clause.start, clause.end),
      );
      for (const group of groups) {
        const named = group.startsWith(STRONG);
        for (const span of between(termsOf(scanned, group), clause.start, clause.end)) {
          const longer = whole.filter((each) => each.start <= span.start && each.end >= span.end);
          if (longer.some((each) => !named || each.end - each.start > span.end - span.start)) continue;
          const word = scanned.text.slice(span.start, span.end);
          // Names of constants such as CAMERA are plain words in any other case.
          // "Reset your Ad ID" speaks of no AD_ID.
          const strong =
            named && !(/^(?:[A-Za-z]+|[A-Za-z]{2,3} [A-Za-z]{2,3})$/.test(word) && word !== word.toUpperCase());
          const listed = span.start < free || (opened !== -1 && span.start >= opened);
          if (!listed && negative.some((term) => term.start <= span.start)) continue;
          const marked = markers.some(
            (marker) => marker.start >= span.start && LIST_BEFORE.test(scanned.text.slice(span.end, marker.start)),
          );
          const headed = markers.some(
            (marker) =>
              marker.end <= span.start &&
              /access/i.test(scanned.text.slice(marker.start, marker.end)) &&
              isList(scanned.text.slice(marker.end, span.start)),
          );
          if (!strong && !listed && !marked && !headed) continue;
          found.push({ name: group.slice(named ? STRONG.length : WORD.length), span, sentence });
        }
      }
    }
  }
  found.sort((a, b) => a.span.start - b.span.start || (a.name < b.name ? -1 : 1));
  const kept = found.filter((each, at) => found.findIndex((one) => one.name === each.name) === at);
  return kept.map(({ name, span, sentence }) => ({
    name,
    quote: trimMapped(sliceMapped(text, sentence.start, Math.min(sentence.end, sentence.start + MAX_QUOTE))).text,
    at: locate(text.offsets[span.start] ?? 0),
  }));
}
