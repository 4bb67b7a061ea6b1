import { DEFAULT_CONFIG } from '../../formats/arsc-config.ts';
import type { ResourceCandidate, ResourceTable } from '../../formats/arsc-resolve.ts';
import { childElements, findAttribute, textContent, valueText, type XmlElement } from '../../formats/xml.ts';

/** Elements of a values file whose content is a plain value. */
const VALUE_ELEMENTS = new Set(['string', 'bool', 'integer', 'color', 'item']);

const REFERENCE = /^@(\w+\/[\w.-]+)$/;

/**
 * A resource table out of the values files of a source folder (`res/values/*.xml`, `res/values-zh/*.xml`).
 * @param files root elements with the name of the folder that each file lies in
 */
export function readSourceResources(files: readonly { folder: string; root: XmlElement }[]): ResourceTable {
  const values = new Map<string, ResourceCandidate[]>();
  for (const { folder, root } of files) {
    const config = { ...DEFAULT_CONFIG, ...qualifiersOf(folder) };
    for (const element of childElements(root)) {
      const name = plainAttribute(element, 'name');
      const type = element.name === 'item' ? plainAttribute(element, 'type') : element.name;
      if (name === null || type === null || !VALUE_ELEMENTS.has(element.name)) continue;
      const key = `${type}/${name}`;
      const text = unescapeResource(textContent(element));
      const reference = REFERENCE.exec(text)?.[1];
      const candidate: ResourceCandidate = {
        config,
        value:
          reference === undefined ? { kind: 'string', value: text } : { kind: 'reference', id: 0, name: reference },
      };
      const known = values.get(key);
      if (known === undefined) values.set(key, [candidate]);
      else known.push(candidate);
    }
  }
  return { candidates: ({ name }) => (name === null ? [] : (values.get(name) ?? [])) };
}

function plainAttribute(element: XmlElement, name: string): string | null {
  const value = findAttribute(element, 0, '', name)?.value;
  return value === undefined ? null : valueText(value);
}

/** Locale of `values-zh`, `values-zh-rCN`, `values-b+zh+Hant`; other qualifiers make a folder special. */
function qualifiersOf(folder: string): { locale: string; special: boolean } {
  const qualifiers = folder.split('-').slice(1);
  const first = qualifiers[0];
  if (first === undefined) return { locale: '', special: false };
  if (first.startsWith('b+')) return { locale: first.slice(2).replaceAll('+', '-'), special: qualifiers.length > 1 };
  if (!/^[a-z]{2,3}$/.test(first) || first === 'car') return { locale: '', special: true };
  const region = /^r([A-Z]{2}|\d{3})$/.exec(qualifiers[1] ?? '')?.[1];
  const rest = region === undefined ? qualifiers.length - 1 : qualifiers.length - 2;
  return { locale: region === undefined ? first : `${first}-${region}`, special: rest > 0 };
}

/** Undoes the escapes of string resources: white space collapses outside quotes, quotes vanish, backslashes escape. */
function unescapeResource(text: string): string {
  let result = '';
  let quoted = false;
  let space = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (!quoted && /\s/.test(char)) {
      space = true;
      continue;
    }
    if (space && result !== '') result += ' ';
    space = false;
    if (char === '"') {
      quoted = !quoted;
    } else if (char === '\\') {
      i++;
      const escaped = text[i] ?? '';
      const code = escaped === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(i + 1, i + 5))?.[0] : undefined;
      if (code !== undefined) {
        result += String.fromCharCode(Number.parseInt(code, 16));
        i += 4;
      } else {
        result += escaped === 'n' ? '\n' : escaped === 't' ? '\t' : escaped;
      }
    } else {
      result += char;
    }
  }
  return result;
}
