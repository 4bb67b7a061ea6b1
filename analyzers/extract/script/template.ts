import type { Fact } from '../../model/fact.ts';
import { markupParser } from './markup.ts';
import { LineCounter, type ScriptBlock } from './script-block.ts';
import type { ScriptWatch } from './watch.ts';

/** Templates of mini-programs: WeChat, Alipay, Baidu, Douyin, QQ, Kuaishou, JD. */
const TEMPLATE = /\.(?:wxml|axml|swan|ttml|qml|ksml|jxml|tyml)$/i;
const COMPONENT = /\.(?:n|u)?vue$/i;

export function isTemplate(path: string): boolean {
  return TEMPLATE.test(path);
}

/**
 * What a template asks the platform for by itself, as `template.<element>.<value>` or `template.<element>`: buttons with
 * an open-type, inputs for a nickname, elements that show the camera or the user's place. In a single-file component an
 * element counts only with an attribute that makes it the platform's.
 */
export function templateFacts(path: string, text: string, watch: ScriptWatch): Fact[] {
  const known = watch.globals.children.get('template');
  const isComponent = COMPONENT.test(path);
  if (known === undefined || (!isTemplate(path) && !isComponent)) return [];
  const found: { name: string; offset: number }[] = [];
  const add = (name: string, offset: number): void => {
    found.push({ name, offset });
  };
  const parser = markupParser(
    (name, attributes) => {
      const element = known.children.get(name);
      if (element === undefined) return;
      const start = parser.startIndex;
      const isPlatforms = !isComponent || PLATFORM_ATTRIBUTES.some((attribute) => attribute in attributes);
      if (element.hits.length > 0 && isPlatforms) add(name, start);
      for (const attribute of ['open-type', 'type', 'show-location']) {
        const value = attributes[attribute];
        if (value === undefined) continue;
        const choices = attribute === 'show-location' ? [value === 'false' ? '' : attribute] : constantsIn(value);
        const place = text.slice(start, parser.endIndex + 1).indexOf(attribute);
        for (const choice of choices) {
          if ((element.children.get(choice)?.hits.length ?? 0) > 0)
            add(`${name}.${choice}`, start + Math.max(0, place));
        }
      }
    },
    { lowerCaseAttributeNames: true, recognizeSelfClosing: true },
  );
  parser.end(isComponent ? withoutScripts(text) : text);
  const lines = new LineCounter(text);
  return found
    .sort((a, b) => a.offset - b.offset)
    .map(({ name, offset }): Fact => {
      const { line, column } = lines.at(offset);
      return { kind: 'call', value: `template.${name}`, at: { file: path, line, column: column + 1 } };
    });
}

/** Attributes and events of camera and live-pusher that other elements of that name hardly have. */
const PLATFORM_ATTRIBUTES = [
  'device-position',
  'resolution',
  'flash',
  'frame-size',
  'url',
  'mode',
  '@initdone',
  '@scancode',
  '@statechange',
];

/** A constant, or the constants between which an expression chooses: `{{ on ? 'getPhoneNumber' : '' }}`. */
function constantsIn(value: string): string[] {
  if (!value.includes('{{') && !value.includes("'")) return [value];
  return [...value.matchAll(/'([\w-]{1,40})'|"([\w-]{1,40})"/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** Scripts and styles blanked, so that what looks like a tag in them is none. */
function withoutScripts(text: string): string {
  const opening = /<(script|style)(?=[\s>])/gi;
  const pieces: string[] = [];
  let from = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const closing = match[1]?.toLowerCase() === 'script' ? /<\/script>/gi : /<\/style>/gi;
    closing.lastIndex = opening.lastIndex;
    // Where one has no end, no later one of its kind has.
    if (closing.exec(text) === null) break;
    pieces.push(text.slice(from, match.index), text.slice(match.index, closing.lastIndex).replace(/[^\n]/g, ' '));
    from = closing.lastIndex;
    opening.lastIndex = from;
  }
  return pieces.join('') + text.slice(from);
}

/** Handlers in attributes of an HTML page (`onclick="..."`), each a script of its own place. */
export function inlineHandlers(text: string): ScriptBlock[] {
  const found: { value: string; offset: number }[] = [];
  const parser = markupParser((_name, attributes) => {
    const tag = text.slice(parser.startIndex, parser.endIndex + 1);
    let from = 0;
    for (const [name, value] of Object.entries(attributes)) {
      if (!/^on[a-z]+$/.test(name) || value.trim() === '') continue;
      // Where the value holds entities it is not found as it stands; the place of the tag has to do.
      const inside = tag.indexOf(value, from);
      if (inside >= 0) from = inside;
      found.push({ value, offset: parser.startIndex + Math.max(0, inside) });
    }
  });
  parser.end(text);
  const lines = new LineCounter(text);
  return found
    .sort((a, b) => a.offset - b.offset)
    .map(({ value, offset }): ScriptBlock => ({ text: value, ...lines.at(offset), language: 'js' }));
}
