import type { ArgumentKind } from '../../../model/signatures.ts';
import { elementsOf } from './models/collections.ts';
import { newFile } from './models/framework-objects.ts';
import type { OpenCall } from './open-calls.ts';
import { ArrayObject, Collection, type Text, TextObject, textOf, UNKNOWN, Unknown, type Value } from './value.ts';

/** Groups of strings of which the beginning may tell. */
const BEGINNING_TELLS: ReadonlySet<ArgumentKind> = new Set(['content-uri', 'file-path', 'shell-command']);
/** What a shell, or a shell of the superuser, is told to run. */
const SHELL = /^(?:\/\S{1,64}\/)?(?:sh|su)(?: \w{1,16})? -c ["']?/;
const FOLDER = /^\/(?:system|vendor|apex\/\S{1,64})\/x?bin\//;

/**
 * What the argument that tells says, followed by what that means: the joined path of a folder and a name, the command
 * that a shell is told to run. Empty where it is no constant.
 * @param args without receiver
 */
export function callTexts({ group, parameters, position }: OpenCall, args: readonly Value[]): string[] {
  const type = parameters[position];
  const value = args[position];
  if (value === undefined) return [];
  if (group === 'file-path' && parameters.length > 1 && type !== undefined) {
    const joined = args.length === 2 ? newFile(args) : undefined;
    return [shown(textOf(value), group), joined instanceof TextObject ? shown(joined.text, group) : ''].filter(isKnown);
  }
  const text = shown(commandOrText(value, group), group);
  if (!isKnown(text)) return [];
  if (group === 'content-uri' && type === 'Ljava/lang/String;') return [text, `content://${text}`];
  if (group !== 'shell-command') return [text];
  const inner = text.replace(SHELL, '');
  return [...new Set([text, inner, inner.replace(FOLDER, '')])];
}

function commandOrText(value: Value, group: ArgumentKind): Text {
  if (group !== 'shell-command' || !(value instanceof ArrayObject || value instanceof Collection)) {
    return value === 0 ? UNKNOWN : textOf(value);
  }
  let text = '';
  for (const element of elementsOf(value) ?? []) {
    const word = textOf(element);
    if (element === 0 || word instanceof Unknown) return new Unknown('', null, text);
    text += text === '' ? word : ` ${word}`;
  }
  return text === '' ? UNKNOWN : text;
}

function shown(text: Text, group: ArgumentKind): string {
  if (typeof text === 'string') return text;
  return text.prefix !== '' && BEGINNING_TELLS.has(group) ? `${text.prefix}?` : '';
}

function isKnown(text: string): boolean {
  return text !== '';
}
