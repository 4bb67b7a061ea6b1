/** Rows of quoted cells, as RFC 4180 has them. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(,|\r\n|$)/gy;
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    rows.at(-1)?.push((found[1] ?? '').replaceAll('""', '"'));
    if (found[2] === '\r\n') rows.push([]);
    if (cell.lastIndex >= text.length) return rows.filter((cells) => cells.length > 0);
  }
  throw new Error(`no CSV at ${cell.lastIndex}`);
}
