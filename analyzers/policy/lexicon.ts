import type { Catalogue } from '../model/catalogue.ts';
import { isLatin, normalisePhrase } from './normalise.ts';
import { type PhraseIndex, phraseIndexOf, phraseTable } from './phrase-index.ts';

/** What a phrase stands for. */
export type Meaning =
  | { kind: 'data'; id: string; behaviour: boolean }
  /** A wording that contains a data phrase and does not mean the data. */
  | { kind: 'friend' }
  /** Letters that stand glued to acronyms without meaning anything here. */
  | { kind: 'filler' }
  /** A word of policy-terms, by group. */
  | { kind: 'term'; group: string }
  | { kind: 'sdk'; id: string; how: SdkNaming; category: string | null };

/** How a phrase names an SDK; a bare name is its name without "SDK", or a name that is also a plain word. */
export type SdkNaming = 'name' | 'bare-name' | 'company' | 'later-company' | 'package' | 'domain';

export interface LexiconEntry {
  /** Normalised. */
  text: string;
  meanings: Meaning[];
  /** Latin word borders are asked for at that end. */
  latinStart: boolean;
  latinEnd: boolean;
  /** An acronym that may stand glued to another one. */
  chains: boolean;
  /** A plain word, which names data only as an item of a list. */
  listedOnly: boolean;
}

/** All phrases of the catalogue, and the index that finds them. */
export interface Lexicon {
  /** What the index finds, by its number. */
  entry(position: number): LexiconEntry | undefined;
  index: PhraseIndex;
  /** Entries that mean other data in Chinese than in English, by position: what they mean in each. */
  byLanguage: ReadonlyMap<number, Record<PhraseLanguage, LexiconEntry>>;
}

/** A lexicon that was just compiled, from which others can be written. */
export interface CompiledLexicon extends Lexicon {
  entries: readonly LexiconEntry[];
}

export type PhraseLanguage = 'zh' | 'en';

/** The lexicon as it holds for texts of one language. */
export function inLanguage(lexicon: Lexicon, language: PhraseLanguage): Lexicon {
  const { byLanguage } = lexicon;
  if (byLanguage.size === 0) return lexicon;
  return { ...lexicon, entry: (position) => byLanguage.get(position)?.[language] ?? lexicon.entry(position) };
}

const FRIENDS = 'false-friends';
/** Further names of SDKs, by id: how policies write them. */
const ALIASES = 'sdk-alias/';
const FILLERS = 'glued-letters';
/** Names this short, or plain words, are no sign of an SDK by themselves. */
const MIN_BARE_NAME = 2;
const MIN_COMPANY = 4;

/** Works out what every phrase of a catalogue means. Costs a tenth of a scan's start: see packed-lexicon.ts. */
export function compileLexicon(catalogue: Catalogue): CompiledLexicon {
  const entries: LexiconEntry[] = [];
  const positions = new Map<string, number>();
  const listed = wordsOf(catalogue, 'listed-only');
  const add = (phrase: string, meaning: Meaning) => {
    const text = normalisePhrase(phrase);
    if (text === '') return;
    const position = positions.get(text);
    let entry = position === undefined ? undefined : entries[position];
    if (entry === undefined) {
      // Apart, as engines are slow at making an object with another in it.
      const meanings: Meaning[] = [];
      entry = {
        text,
        meanings,
        latinStart: isLatin(text.charCodeAt(0)),
        latinEnd: isLatin(text.charCodeAt(text.length - 1)),
        chains: false,
        listedOnly: listed.has(text),
      };
      positions.set(text, entries.push(entry) - 1);
    }
    if ((meaning.kind === 'data' && isAcronym(phrase)) || meaning.kind === 'filler') entry.chains = true;
    if (entry.meanings.length === 0 || !entry.meanings.some((known) => sameMeaning(known, meaning))) {
      entry.meanings.push(meaning);
    }
  };
  for (const [id, type] of Object.entries(catalogue.dataTypes)) {
    const meaning: Meaning = { kind: 'data', id, behaviour: type.kind === 'behaviour' };
    for (const phrase of type.phrases.zh) add(phrase, meaning);
    for (const phrase of type.phrases.en) add(phrase, meaning);
  }
  const shared = entries.filter(({ meanings }) => meanings.length > 1);
  for (const name of Object.keys(catalogue.permissions)) {
    if (!name.includes('.permission.')) continue;
    const short = name.slice(name.lastIndexOf('.') + 1);
    // A short name without underscore is a plain word; those that count have wording of their own. Short names are
    // Android's: HarmonyOS has some that are the same, or that read like a sentence ("access Bluetooth").
    for (const phrase of short.includes('_') && !name.startsWith('ohos.') ? [name, short] : [name])
      add(phrase, { kind: 'term', group: `permission/${name}` });
  }
  for (const [group, words] of Object.entries(catalogue.policyTerms)) {
    if (group.startsWith(ALIASES)) continue;
    const meaning: Meaning =
      group === FRIENDS ? { kind: 'friend' } : group === FILLERS ? { kind: 'filler' } : { kind: 'term', group };
    for (const phrase of [...words.zh, ...words.en]) add(phrase, meaning);
  }
  addSdks(catalogue, add);
  const byLanguage = new Map<number, Record<PhraseLanguage, LexiconEntry>>();
  for (const entry of shared) {
    const meant = meantByLanguage(entry, catalogue);
    if (meant !== null) byLanguage.set(positions.get(entry.text) ?? 0, meant);
  }
  const index = phraseIndexOf(phraseTable(entries.map(({ text }) => text)));
  return { entries, entry: (position) => entries[position], index, byLanguage };
}

/**
 * A phrase that is listed as Chinese for some data and as English for others means those in texts of the one language
 * and these in texts of the other; null for a phrase that means the same everywhere. A phrase of one language alone
 * counts in texts of both.
 */
function meantByLanguage(entry: LexiconEntry, { dataTypes }: Catalogue): Record<PhraseLanguage, LexiconEntry> | null {
  const lists = (meaning: Meaning, language: PhraseLanguage): boolean =>
    meaning.kind !== 'data' ||
    (dataTypes[meaning.id]?.phrases[language] ?? []).some((phrase) => normalisePhrase(phrase) === entry.text);
  const zh = entry.meanings.filter((meaning) => lists(meaning, 'zh'));
  const en = entry.meanings.filter((meaning) => lists(meaning, 'en'));
  const isData = ({ kind }: Meaning) => kind === 'data';
  const differs = zh.some((each) => !en.includes(each)) && en.some((each) => !zh.includes(each));
  if (!differs || !zh.some(isData) || !en.some(isData)) return null;
  return { zh: { ...entry, meanings: zh }, en: { ...entry, meanings: en } };
}

function addSdks(catalogue: Catalogue, add: (phrase: string, meaning: Meaning) => void): void {
  const plainWords = wordsOf(catalogue, 'plain-words');
  const generic = wordsOf(catalogue, 'generic-names');
  for (const [id, sdk] of Object.entries(catalogue.sdks)) {
    const { category } = sdk;
    const aliases = catalogue.policyTerms[`${ALIASES}${id}`];
    for (const name of [...sdk.names.zh, ...sdk.names.en, ...(aliases?.zh ?? []), ...(aliases?.en ?? [])]) {
      const text = normalisePhrase(name);
      const short = text.replace(/(?:sdk|sdk组件)$/, '');
      if (plainWords.has(text) || text.length < 3) add(name, { kind: 'sdk', id, how: 'bare-name', category });
      else add(name, { kind: 'sdk', id, how: 'name', category });
      if (short !== text && short.length >= MIN_BARE_NAME && !generic.has(short))
        add(short, { kind: 'sdk', id, how: 'bare-name', category });
    }
    for (const [index, company] of sdk.companies.entries()) {
      if (normalisePhrase(company).length < MIN_COMPANY) continue;
      add(company, { kind: 'sdk', id, how: index === 0 ? 'company' : 'later-company', category });
    }
    for (const prefix of sdk.packages) {
      if (!prefix.includes('.')) continue;
      add(prefix, { kind: 'sdk', id, how: 'package', category });
      const tail = prefix.slice(prefix.indexOf('.') + 1);
      if (tail.includes('.')) add(tail, { kind: 'sdk', id, how: 'package', category });
    }
    for (const domain of sdk.domains) add(domain, { kind: 'sdk', id, how: 'domain', category });
    if (sdk.policyUrl !== null)
      add(sdk.policyUrl.replace(/^https?:\/\//, ''), { kind: 'sdk', id, how: 'domain', category });
  }
}

function wordsOf(catalogue: Catalogue, group: string): Set<string> {
  const words = catalogue.policyTerms[group];
  return new Set(words === undefined ? [] : [...words.zh, ...words.en].map(normalisePhrase));
}

/** `IMEI`, `IMSI信息`, `OpenUDID`: written in capitals, and long enough not to be a part of a word by chance. */
function isAcronym(phrase: string): boolean {
  if (phrase.charCodeAt(0) >= 0x80) return false;
  const latin = /^[A-Za-z0-9]+/.exec(phrase)?.[0] ?? '';
  return latin.length >= 3 && (latin.match(/[A-Z]/g)?.length ?? 0) >= 3;
}

function sameMeaning(a: Meaning, b: Meaning): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'data' && b.kind === 'data') return a.id === b.id;
  if (a.kind === 'term' && b.kind === 'term') return a.group === b.group;
  if (a.kind === 'sdk' && b.kind === 'sdk') return a.id === b.id && a.how === b.how;
  return true;
}
