import type { Language } from '../model/claim.ts';

/** Han characters carry about as much as a short Latin word, so a few percent of them make a text Chinese. */
export function languageOf(text: string): Language {
  let han = 0;
  let latin = 0;
  const length = Math.min(text.length, 200_000);
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x4e00 && unit <= 0x9fff) han++;
    else if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) latin++;
  }
  if (han * 5 > latin) return 'zh';
  return latin > 0 ? 'en' : 'unknown';
}

/** Units at the start of a text by which its language is told. */
const SAMPLE = 200_000;
/** Fewer letters or different words tell no language. */
const MIN_LETTERS = 60;
const MIN_WORDS = 25;
/** Words of this list make up a third of English texts, and next to nothing of those in other languages. */
const ENGLISH = new Set('the and of to we your our you is this that with for by are may information data'.split(' '));
const MIN_ENGLISH = 0.05;

/** True where a text is plainly in neither Chinese nor English, so that reading it finds nothing. */
export function isForeign(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  const han = count(/[\u4e00-\u9fff]/g);
  const latin = count(/[A-Za-z\u00c0-\u024f]/g);
  const kana = count(/[\u3040-\u30ff]/g);
  const others = kana + count(/[\u0370-\u1fff\uac00-\ud7a3]/g);
  const all = han + latin + others;
  if (all < MIN_LETTERS) return false;
  if (others * 3 > all || (kana * 5 > all && kana > latin)) return true;
  if (han * 5 > all) return false;
  const words = sample.toLowerCase().match(/[a-z\u00df-\u024f]+/g) ?? [];
  return (
    new Set(words).size >= MIN_WORDS && words.filter((word) => ENGLISH.has(word)).length < words.length * MIN_ENGLISH
  );
}
