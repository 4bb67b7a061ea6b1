import { printable } from '../text/printable.ts';

/** HTML that may go into the page as it is; only `html` makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[] | null;

/** A template whose values are escaped unless they are markup themselves; null leaves nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    text += textOf(part) + (strings[index + 1] ?? '');
  });
  return new Markup(text);
}

/** Our own style and script; they hold nothing from a report. */
export function verbatim(text: string): Markup {
  return new Markup(text);
}

/** Text from the input, set apart so that its direction of writing does not reach beyond it. */
export function foreign(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** An address from the input: a link where it is a web address, else the bare text. */
export function link(address: string): Markup {
  if (!/^https?:\/\/[^\s"'<>]+$/i.test(address)) return foreign(address);
  return html`<a href="${address}" rel="noopener noreferrer external"><bdi>${address}</bdi></a>`;
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(String(part));
}

/** For text and for quoted attribute values. Halves of characters, which UTF-8 cannot carry, are replaced. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
