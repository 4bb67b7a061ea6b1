import type { ScriptMember } from './signatures.ts';

/**
 * Whether the arguments of a script call meet the condition of a signature: with a key, that the options object has it
 * (and not as false or null); with a value, that the argument or the key's value is that constant or an array with it.
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
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, condition.key)) return false;
    value = (value as Record<string, unknown>)[condition.key];
    if (condition.value === undefined) return value !== false && value !== null;
  }
  return Array.isArray(value)
    ? value.some((item) => String(item) === condition.value)
    : String(value) === condition.value;
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
