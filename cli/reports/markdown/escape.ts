import { printable } from '../text/printable.ts';

/**
 * Text from the input inside Markdown as GitHub and GitLab render it: no markup, no HTML, no table cell, and no
 * mention, reference, link or formula that these services make of bare text.
 */
export function escaped(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]|~]/g, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('$', '&#36;')
    .replace(/[@#]|!(?=\d)|:(?=\/\/)|www(?=\.)/gi, (mark) => `${mark}<!-- -->`);
}

/** Text from the input as a code span, which nothing ends but as many backticks as began it. */
export function code(text: string): string {
  const shown = printable(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const edge = longest > 0 || shown === '' ? ' ' : '';
  return `${fence}${edge}${shown}${edge}${fence}`;
}
