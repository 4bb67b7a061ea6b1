import type { Catalogue } from '../model/catalogue.ts';
import type { Actor } from '../model/evidence.ts';

type Language = 'zh' | 'en';

/** A data type as a person knows it; the id where the catalogue does not know it. */
export function dataTypeName(id: string, catalogue: Catalogue, language: Language): string {
  return catalogue.dataTypes[id]?.[language] ?? id;
}

export function sdkName(id: string, catalogue: Catalogue, language: Language): string {
  const names = catalogue.sdks[id]?.names;
  const [first, second] = language === 'zh' ? [names?.zh, names?.en] : [names?.en, names?.zh];
  return first?.[0] ?? second?.[0] ?? id;
}

export function actorName(actor: Actor, catalogue: Catalogue, language: Language): string {
  if (actor === 'app') return language === 'zh' ? '应用自身代码' : "the app's own code";
  const id = actor.slice(actor.indexOf(':') + 1);
  if (actor.startsWith('sdk:')) return sdkName(id, catalogue, language);
  return language === 'zh' ? `第三方库 ${id}` : `third-party library ${id}`;
}
