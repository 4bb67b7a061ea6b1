import type { ScriptMember } from './signatures.ts';

/**
 * Whether the arguments of a script call meet the condition of a signature: with a key, that the options object has it
 * (and not as false or null), or an object in it, of a key of several steps; with a value, that the argument or the key's
 * value is that constant or an array with it; with `app`, that it is a text that asks for another app, or an array with one.
 * Arguments are texts as the script extractor writes them: constants as they are, object and array literals as JSON.
 */
export function meetsCondition(
  condition: NonNullable<ScriptMember['when']>[number],
  args: readonly string[] | undefined,
): boolean {
  const text = args?.[condition.argument];
  if (text === undefined || text === '?') return false;
  let value: unknown = parsedArgument(text);
  if (condition.key !== undefined) {
    for (const step of condition.key.split('.')) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
      value = (value as Record<string, unknown>)[step];
    }
    if (condition.value === undefined && condition.app !== true) return value !== false && value !== null;
  }
  const isMet = (item: unknown): boolean =>
    condition.app === true ? asksForApp(String(item)) : String(item) === condition.value;
  return Array.isArray(value) ? value.some(isMet) : isMet(value);
}

/**
 * Schemes that whichever browser, dialler, mail program, map, store or part of the system opens: that something opens
 * them says nothing of what is installed.
 */
const SCHEMES_OF_ANY = new Set(
  'about app-prefs app-settings blob content data facetime facetime-audio file ftp geo http https intent itms itms-apps javascript mailto maps market mms mmsto prefs sms smsto tel telprompt urn ws wss x-apple.systempreferences'.split(
    ' ',
  ),
);

/** Whether a URL has a scheme of another app's own (`weixin://`), or a text is an Android package (`com.tencent.mm`). */
function asksForApp(text: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined) return !SCHEMES_OF_ANY.has(scheme);
  return /^[a-z]\w*(?:\.[a-z]\w*)+$/i.test(text) && !text.startsWith('www.');
}

/** Whether the text of an argument hands nothing over: null, an empty text or object. */
export function isNothing(text: string | undefined): boolean {
  return text === '' || text === 'null' || text === '{}';
}

/** An argument's text as the script extractor writes it, as the constant that it stands for. */
export function parsedArgument(text: string): unknown {
  if (!text.startsWith('{') && !text.startsWith('[')) return text;
  try {
    return JSON.parse(text);
  } catch {
    // A string constant that only begins like a literal.
    return text;
  }
}
