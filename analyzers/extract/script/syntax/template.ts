import type { Fact } from '../../../model/fact.ts';
import type { ApiNode } from '../apis/api-node.ts';
import type { ScriptWatch } from '../apis/watch.ts';
import { LineTable } from './line-table.ts';
import { markupParser } from './markup.ts';
import { askedFor } from './open-type.ts';
import { LineCounter, type ScriptBlock } from './script-block.ts';
import { isSingleFileComponent } from './single-file-component.ts';
import { type Answer, answersOf } from './template-answers.ts';

/** Templates of mini-programs: WeChat, Alipay, Baidu, Douyin, QQ, Kuaishou, JD, Tuya, Xiaohongshu, HarmonyOS. */
const TEMPLATE = /\.(?:wxml|axml|swan|ttml|qml|ksml|jxml|tyml|xhsml|hxml)$/i;

/** A fact of a template, and who gets what it asks for. */
export interface TemplateFact {
  fact: Fact;
  answers: Answer[];
}

/** An attribute whose value is data of the page: `open-type="{{item.openType}}"`. */
export interface DataChoice {
  file: string;
  /** The names by which the data may hold the value. */
  names: string[];
  /** What the element asks the platform for where the value is this one. */
  factsOf: (value: string) => TemplateFact[];
}

export function isTemplate(path: string): boolean {
  return TEMPLATE.test(path);
}

/**
 * What a template asks the platform for by itself, as `template.<element>.<value>` or `template.<element>`: buttons with
 * an open-type, inputs for a nickname, elements that show the camera or the user's place. In a single-file component an
 * element counts only with an attribute that makes it the platform's.
 */
export function templateFacts(
  path: string,
  text: string,
  watch: ScriptWatch,
): { facts: TemplateFact[]; chosen: DataChoice[] } {
  const known = watch.globals.children.get('template');
  const isComponent = isSingleFileComponent(path);
  const chosen: DataChoice[] = [];
  if (known === undefined || (!isTemplate(path) && !isComponent)) return { facts: [], chosen };
  // Places are asked for in no order: what data of the page says is known once its script is read.
  const lines = new LineTable(text);
  const found: Asked[] = [];
  const add = (name: string, offset: number, answers: Answer[] = []): void => {
    found.push({ name, offset, answers });
  };
  const factOf = ({ name, offset, answers }: Asked): TemplateFact => {
    const { line, column } = lines.at(offset);
    const at = { file: path, line, column: column + 1 };
    // What a page or component shows is reached with it, and a button acts when the user touches it.
    const reach = { entry: { kind: 'component', name: path }, path: [at], beforeConsent: null, background: false };
    return { fact: { kind: 'call', value: `template.${name}`, at, reach }, answers };
  };
  const parser = markupParser(
    (name, attributes) => {
      const element = known.children.get(name);
      const start = parser.startIndex;
      const tag = text.slice(start, parser.endIndex + 1).toLowerCase();
      const isPlatforms = !isComponent || PLATFORM_ATTRIBUTES.some((attribute) => attribute in attributes);
      if (element !== undefined && element.hits.length > 0 && isPlatforms) add(name, start);
      for (const [attribute, holder] of ATTRIBUTES) {
        // Components of libraries (`van-button`, `u-input`) hand these on to the platform's element.
        const owner = holder ?? name;
        const plain = attribute.replace(/^:/, '');
        const base = plain === 'showlocation' ? 'show-location' : plain;
        const value = attributes[attribute];
        if (value === undefined || (base === 'type' && !known.children.has(name) && !name.includes('-'))) continue;
        const choices = base === 'show-location' ? [value === 'false' ? '' : base] : constantsIn(value, attribute);
        const offset = start + Math.max(tag.indexOf(plain), 0);
        const askedBy = (constant: string): Asked[] => {
          if (constant === 'file' && name !== 'input') return [];
          return askedFor(constant, attributes).flatMap((choice): Asked[] => {
            const way = [owner, ...choice.split('.')];
            const node = way.reduce<ApiNode | undefined>((each, step) => each?.children.get(step), known);
            if ((node?.hits.length ?? 0) === 0) return [];
            const isNative = !isComponent || !name.includes('-');
            return [{ name: `${owner}.${choice}`, offset, answers: answersOf(choice, attributes, isNative) }];
          });
        };
        for (const constant of choices) for (const asked of askedBy(constant)) found.push(asked);
        const names = base === 'show-location' ? [] : namesIn(value, attribute);
        if (names.length > 0 && chosen.length < MAX_CHOSEN) {
          chosen.push({ file: path, names, factsOf: (constant) => askedBy(constant).map(factOf) });
        }
      }
    },
    { lowerCaseAttributeNames: true, recognizeSelfClosing: true },
  );
  parser.end(isComponent ? withoutScripts(text) : text);
  return { facts: found.sort((a, b) => a.offset - b.offset).map(factOf), chosen };
}

interface Asked {
  /** Below `template`. */
  name: string;
  offset: number;
  answers: Answer[];
}

/** Attributes of one template whose values are looked for in its script. */
const MAX_CHOSEN = 100;

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

/** Attributes that ask for something, and the platform's element that takes them; null for the element itself. */
const ATTRIBUTES: readonly [name: string, element: string | null][] = [
  ['open-type', 'button'],
  ['opentype', 'button'],
  [':open-type', 'button'],
  [':opentype', 'button'],
  ['type', 'input'],
  ['show-location', null],
  [':show-location', null],
  ['showlocation', null],
  [':showlocation', null],
];

/** A constant, or the constants between which an expression chooses: `{{ on ? 'getPhoneNumber' : '' }}`. */
function constantsIn(value: string, attribute: string): string[] {
  if (!attribute.startsWith(':') && !value.includes('{{') && !value.includes("'")) return [value];
  return [...value.matchAll(/'([\w|-]{1,80})'|"([\w|-]{1,80})"/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** The last names of the data that an expression reads: `openType` of `{{item.openType}}`. */
function namesIn(value: string, attribute: string): string[] {
  if (!attribute.startsWith(':') && !value.includes('{{')) return [];
  const plain = value.slice(0, 200).replace(/'[^']*'|"[^"]*"/g, '');
  return [...plain.matchAll(/[\w$.]{1,100}/g)].flatMap(({ 0: path, index }) => {
    const isWhole = !/[[(]/.test(plain.charAt(index + path.length));
    const name = path.slice(path.lastIndexOf('.') + 1);
    return isWhole && /^[A-Za-z_$]/.test(name) ? [name] : [];
  });
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
  const found: { value: string; event: string; offset: number }[] = [];
  const parser = markupParser((_name, attributes) => {
    const tag = text.slice(parser.startIndex, parser.endIndex + 1);
    let from = 0;
    for (const [name, value] of Object.entries(attributes)) {
      if (!/^on[a-z]+$/.test(name) || value.trim() === '') continue;
      // Where the value holds entities it is not found as it stands; the place of the tag has to do.
      const inside = tag.indexOf(value, from);
      if (inside >= 0) from = inside;
      found.push({ value, event: name.slice('on'.length), offset: parser.startIndex + Math.max(0, inside) });
    }
  });
  parser.end(text);
  const lines = new LineCounter(text);
  return found
    .sort((a, b) => a.offset - b.offset)
    .map(({ value, event, offset }): ScriptBlock => ({ text: value, ...lines.at(offset), language: 'js', event }));
}
