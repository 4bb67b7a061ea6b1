/** Columns that a terminal gives to a text: two for wide East Asian characters, none for combining marks. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mn}/u.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

/** The text within so many columns, with an ellipsis where it is cut. */
export function fitted(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/**
 * Rows as columns, two spaces apart, each as wide as its widest cell and no wider than its limit; the last column is not
 * filled up.
 * @param paint what becomes of a cell once it has its width
 */
export function grid(
  rows: readonly (readonly string[])[],
  limits: readonly number[],
  paint: (cell: string, row: number, column: number) => string = (cell) => cell,
): string[] {
  const widths = limits.map((limit, at) =>
    Math.min(
      limit,
      rows.reduce((widest, row) => Math.max(widest, displayWidth(row[at] ?? '')), 0),
    ),
  );
  return rows.map((row, index) =>
    widths
      .map((width, at) => {
        const cell = fitted(row[at] ?? '', width);
        const filling = at === widths.length - 1 ? 0 : Math.max(0, width - displayWidth(cell));
        return paint(cell, index, at) + ' '.repeat(filling);
      })
      .join('  ')
      .trimEnd(),
  );
}
