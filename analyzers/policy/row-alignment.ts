/** What it costs to leave a cell of a row empty, and to add a further line to one. */
const EMPTY_CELL = 1.5;
const FURTHER_LINE = 1.5;
const ROW_BEGINS = 16;

export interface AlignedRow {
  /** By column: the lines that its cell has, by number; none for an empty cell. */
  cells: number[][];
  cost: number;
}

/**
 * Tells which line belongs to which cell of a table that lost its cells' borders, by the least cost in all (Viterbi over
 * columns): lines stand in the order of rows and columns, a cell can have several lines or none.
 * @param costs by line: what it costs to take it for a cell of each column
 * @param columns at most 15; the time is lines times columns squared
 */
export function alignCells(costs: readonly (readonly number[])[], columns: number): AlignedRow[] {
  if (costs.length === 0) return [];
  const from = new Uint8Array(costs.length * columns);
  let before = new Float64Array(columns);
  for (let column = 0; column < columns; column++) before[column] = column * EMPTY_CELL + costOf(costs, 0, column);
  for (let line = 1; line < costs.length; line++) {
    const now = new Float64Array(columns);
    for (let column = 0; column < columns; column++) {
      let least = Number.POSITIVE_INFINITY;
      for (let last = 0; last < columns; last++) {
        const sofar = before[last] as number;
        const anew = sofar + (columns - 1 - last + column) * EMPTY_CELL;
        const on =
          last < column
            ? sofar + (column - last - 1) * EMPTY_CELL
            : last === column
              ? sofar + FURTHER_LINE
              : Number.POSITIVE_INFINITY;
        const cost = Math.min(anew, on);
        if (cost >= least) continue;
        least = cost;
        from[line * columns + column] = last + (anew < on ? ROW_BEGINS : 0);
      }
      now[column] = least + costOf(costs, line, column);
    }
    before = now;
  }
  let column = 0;
  const end = (at: number): number => (before[at] as number) + (columns - 1 - at) * EMPTY_CELL;
  for (let other = 1; other < columns; other++) if (end(other) < end(column)) column = other;
  return rowsOf(costs, columns, from, column);
}

function costOf(costs: readonly (readonly number[])[], line: number, column: number): number {
  return costs[line]?.[column] ?? 0;
}

/** Goes back from the column of the last line. */
function rowsOf(
  costs: readonly (readonly number[])[],
  columns: number,
  from: Uint8Array,
  lastColumn: number,
): AlignedRow[] {
  const rows: AlignedRow[] = [];
  let row = newRow(columns);
  let column = lastColumn;
  for (let line = costs.length - 1; line >= 0; line--) {
    row.cells[column]?.push(line);
    row.cost += costOf(costs, line, column);
    const step = from[line * columns + column] as number;
    if (line === 0 || step >= ROW_BEGINS) {
      rows.push(row);
      row = newRow(columns);
    }
    column = step % ROW_BEGINS;
  }
  for (const each of rows) {
    for (const lines of each.cells) {
      lines.reverse();
      each.cost += lines.length === 0 ? EMPTY_CELL : (lines.length - 1) * FURTHER_LINE;
    }
  }
  return rows.reverse();
}

function newRow(columns: number): AlignedRow {
  return { cells: Array.from({ length: columns }, () => []), cost: 0 };
}
