import type { ScriptBlock } from './script-block.ts';

/** A directive of uni-app in a comment of its own. Source: the DCloud documentation of conditional compilation. */
const DIRECTIVE = /^\s*(?:\/\/|\/\*|<!--)\s*#(ifdef|ifndef|else|elif|endif)\b([^*\n]*)/;

/** Platforms, each with the names that hold for it. */
const PLATFORMS: readonly (readonly string[])[] = [
  ['APP', 'APP-PLUS', 'APP-VUE', 'APP-ANDROID', 'UNI-APP-X', 'VUE3'],
  ['APP', 'APP-PLUS', 'APP-NVUE', 'APP-PLUS-NVUE', 'APP-IOS', 'VUE2'],
  ['MP', 'MP-WEIXIN', 'VUE3'],
  ['MP', 'MP-ALIPAY', 'VUE2'],
  ['H5', 'WEB', 'VUE3'],
];

/**
 * What is left of a script for each platform, for files whose branches do not parse together; lines that are left out
 * become empty, so that all places stay. None for a script without directives.
 */
export function platformVariants(block: ScriptBlock): ScriptBlock[] {
  if (!block.text.includes('#if')) return [];
  const lines = block.text.split('\n');
  const texts = PLATFORMS.map((names) => variant(lines, new Set(names)));
  return [...new Set(texts)].filter((text) => text !== block.text).map((text) => ({ ...block, text }));
}

/** Whether every line of a script that is no directive stands in one of its variants. */
export function coversAll(block: ScriptBlock, variants: readonly ScriptBlock[]): boolean {
  const kept = variants.map(({ text }) => text.split('\n'));
  return block.text
    .split('\n')
    .every((line, at) => line.trim() === '' || DIRECTIVE.test(line) || kept.some((lines) => lines[at] !== ''));
}

function variant(lines: readonly string[], names: ReadonlySet<string>): string {
  // For each open condition, whether its present branch holds and whether an earlier one did.
  const open: { holds: boolean; done: boolean }[] = [];
  const kept = lines.map((line) => {
    const match = line.includes('#') ? DIRECTIVE.exec(line) : null;
    if (match === null) return open.every(({ holds }) => holds) ? line : '';
    const [, directive = '', condition = ''] = match;
    const current = open.at(-1);
    if (directive === 'ifdef' || directive === 'ifndef') {
      const holds = isMet(condition, names) === (directive === 'ifdef');
      open.push({ holds, done: holds });
    } else if (directive === 'endif') open.pop();
    else if (current !== undefined) {
      current.holds = !current.done && (directive === 'else' || isMet(condition, names));
      current.done ||= current.holds;
    }
    return '';
  });
  return kept.join('\n');
}

/** `A || B && C` */
function isMet(condition: string, names: ReadonlySet<string>): boolean {
  return condition
    .replace(/-->.*/, '')
    .split('||')
    .some((part) => part.split('&&').every((name) => names.has(name.trim())));
}
