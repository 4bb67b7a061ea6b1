import { markupParser } from './markup.ts';
import { isSingleFileComponent } from './single-file-component.ts';
import { isTemplate } from './template.ts';

/**
 * Attributes whose values name what is called or shown: events of Vue, Angular and mini-programs, and what they bind.
 * Values of other attributes count only inside of `{{ }}`.
 */
const BINDING = /^(?:@|:|\(|\[|\*|v-|#|(?:capture-)?(?:bind|catch)|on[a-z]|ng-|wx:|a:|s-|tt:)/i;
const NAME = /[A-Za-z_$][\w$]*/g;
/** Names kept of one template. */
const MAX_NAMES = 5000;

/** The names by which a template can call functions of its script: of single-file components, mini-programs and pages. */
export function handlerNames(path: string, text: string): string[] {
  if (isTemplate(path) || /\.html?$/i.test(path)) return namesIn(text);
  if (isSingleFileComponent(path)) {
    return namesIn(text.replace(/<(script|style)(?=[\s>])[\s\S]*?<\/\1>/gi, ''));
  }
  // Angular's templates inside of components.
  if (!text.includes('@Component') || !text.includes('template')) return [];
  return [...text.matchAll(/template\s*:\s*(`[^`]*`|"[^"\n]*"|'[^'\n]*')/g)].flatMap(([, markup]) =>
    namesIn((markup ?? '').slice(1, -1)),
  );
}

function namesIn(markup: string): string[] {
  const names = new Set<string>();
  const add = (text: string): void => {
    for (const [name] of text.matchAll(NAME)) if (names.size < MAX_NAMES) names.add(name);
  };
  const parser = markupParser(
    (_name, attributes) => {
      for (const [name, value] of Object.entries(attributes))
        if (BINDING.test(name) || value.includes('{{')) add(value);
    },
    { lowerCaseAttributeNames: true, recognizeSelfClosing: true },
  );
  parser.end(markup);
  // Between the elements.
  for (const [text] of markup.matchAll(/\{\{[^{}]{1,500}\}\}/g)) add(text);
  return [...names];
}
