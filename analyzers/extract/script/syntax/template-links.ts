import { isSingleFileComponent } from './single-file-component.ts';
import { type Answer, handlersIn } from './template-answers.ts';

/** What an element of a template gives a component, or is told by it. */
export type TemplateLink =
  /** `:place="here.place"`, `place="{{here.place}}"`: the property gets what lies there in the page or component. */
  | { kind: 'property'; tag: string; name: string; steps: readonly string[] }
  /** `@pick="picked"`, `bind:pick="picked"`: the handlers get what the event carries. */
  | { kind: 'event'; tag: string; name: string; handlers: readonly (Answer & { kind: 'handler' })[] };

const TEMPLATE_BLOCK = /<template(?=[\s>])/i;
const ELEMENT =
  /<([A-Za-z][\w-]{0,100})((?:\s+[^\s"'<>=]{1,100}(?:\s*=\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'<>]{1,200}))?)*)/g;
const ATTRIBUTE = /([^\s"'<>=]{1,100})\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})')/g;
const EVENT = /^(?:@|v-on:|(?:capture-|mut-)?(?:bind|catch):?|on(?=[A-Z]))([\w:-]+?)(?:\.[\w.]+)?$/;
const BOUND = /^(?::|v-bind:)([\w-]+?)(?:\.\w+)?$/;
const WAY = /^\s*(?:this\.)?([A-Za-z_$][\w$]*(?:\.[\w$]+){0,4})\s*$/;
const HELD = /^\s*\{\{([^{}]{1,200})\}\}\s*$/;
/** Elements of the platforms, whose events are their own. */
const PLATFORMS =
  /^(?:view|text|image|button|input|textarea|picker|scrollview|swiper|swiperitem|form|block|template|slot|map|video|camera|canvas|webview|navigator|label|checkbox|radio|switch|slider|div|span|img|a|p|ul|li)$/;
/** Links kept of one template. */
const MAX_LINKS = 500;

/** The names of an element or of an attribute, by which components are known: without case and dashes. */
export function plainName(name: string): string {
  return name.replaceAll('-', '').toLowerCase();
}

/** What a template hands to components of the app's own and hears from them. */
export function templateLinks(path: string, text: string): TemplateLink[] {
  const isComponent = isSingleFileComponent(path);
  let markup = text;
  if (isComponent) {
    const start = text.search(TEMPLATE_BLOCK);
    if (start < 0) return [];
    markup = text.slice(start, text.lastIndexOf('</template>') + 1 || undefined);
  }
  const links: TemplateLink[] = [];
  for (const [, element = '', attributes = ''] of markup.matchAll(ELEMENT)) {
    const tag = plainName(element);
    if (PLATFORMS.test(tag)) continue;
    for (const [, attribute = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      if (links.length >= MAX_LINKS) return links;
      const link = linkOf(tag, attribute, double ?? single ?? '', isComponent);
      if (link !== null) links.push(link);
    }
  }
  return links;
}

function linkOf(tag: string, attribute: string, value: string, isComponent: boolean): TemplateLink | null {
  const event = EVENT.exec(attribute)?.[1];
  if (event !== undefined) {
    const handlers = handlersIn(value, !isComponent).filter((answer) => answer.kind === 'handler');
    return handlers.length === 0 ? null : { kind: 'event', tag, name: plainName(event), handlers };
  }
  const isModel = /^v-model(?:$|[:.])/.test(attribute);
  const name = isComponent ? BOUND.exec(attribute)?.[1] : attribute;
  const way = WAY.exec(isComponent ? value : (HELD.exec(value)?.[1] ?? ''))?.[1];
  if (way === undefined || (name === undefined && !isModel)) return null;
  return { kind: 'property', tag, name: plainName(name ?? 'modelValue'), steps: way.split('.') };
}
