import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { Fact } from '../../model/fact.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import type { ByteTrie } from './byte-trie.ts';

/** What begins a string by which libraries of any maker state themselves to the Play Console: group, artifact, version. */
export const STATED = '!SDK-VERSION-STRING!:';
const STATED_SDK = /^([\w.-]{1,100}:[\w.-]{1,100}):([\w.+-]{1,40})$/;
const VERSION = /^[ :=]{0,3}[vV]?(\d{1,9}(?:\.\d{1,9}){1,5})/;
const LONGEST = 240;

/**
 * One fact for each beginning behind which a version stands in a string constant, its value the beginning; of a string
 * in which a library states itself also the group and the artifact. The first of several counts.
 * @param beginnings those that signatures list, all of them prefixes, and `STATED`
 */
export function findVersionStrings(
  file: string,
  dex: DexFile,
  beginnings: { trie: ByteTrie; texts: readonly string[] },
  budget: WorkBudget,
): Fact[] {
  const { bytes, stringStarts } = dex;
  const found = new Map<string, string>();
  if (budget.spent) return [];
  const hits = beginnings.trie.findAll(bytes, stringStarts, beginnings.texts.length);
  for (let hit = 0; hit < hits.length && !budget.spent; hit += 2) {
    const start = stringStarts[hits[hit] as number] as number;
    const text = beginnings.texts[hits[hit + 1] as number];
    if (text === undefined) continue;
    let end = start;
    while (end < bytes.length && end - start < LONGEST && bytes[end] !== 0) end++;
    if (!budget.spend(end - start)) break;
    const rest = dex.text(start, end).slice(text.length);
    const [, stated, version = VERSION.exec(rest)?.[1]] = (text === STATED ? STATED_SDK.exec(rest) : null) ?? [];
    const value = stated === undefined ? text : `${text}${stated}`;
    if (version !== undefined && !found.has(value)) found.set(value, version);
  }
  return [...found]
    .map(([value, version]): Fact => ({ kind: 'version', value, args: [version], at: { file } }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}
