import { spotKey } from '../../../analyzers/model/excerpt.ts';
import type { Location } from '../../../analyzers/model/location.ts';
import type { Code } from '../code.ts';
import { place } from '../text/place.ts';
import { html, type Markup } from './markup.ts';

/** A place, with the code around it folded below where there is some. */
export function placeWithCode(at: Location, code: Code, open = false): Markup {
  const excerpt = code.get(spotKey(at));
  if (excerpt === undefined) return html`<code>${place(at)}</code>`;
  const lines = excerpt.lines.map((line, index) => (index === excerpt.here ? html`<b>${line}</b>\n` : html`${line}\n`));
  return html`<details class="code"${open ? html` open` : null}><summary><code>${place(at)}</code></summary><pre dir="ltr" tabindex="0">${lines}</pre></details>`;
}
