import type { CodeExcerpt } from '../../model/excerpt.ts';
import type { Location } from '../../model/location.ts';
import { cutLine, windowAround } from './window.ts';

/** The lines around places of a text, such as a script; places beyond its end are left out. */
export function textExcerpts(text: string, places: readonly Location[]): CodeExcerpt[] {
  const lines = text.split(/\r\n|[\n\r]/);
  return places.flatMap((at) => {
    const index = (at.line ?? 0) - 1;
    if (index < 0 || index >= lines.length) return [];
    const { first, last, here } = windowAround(index, lines.length);
    const shown = lines.slice(first, last + 1).map((line, row) => {
      const column = first + row === index ? (at.column ?? 1) - 1 : 0;
      return `${first + row + 1}  ${cutLine(line, column)}`;
    });
    return [{ at, lines: shown, here }];
  });
}
