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
