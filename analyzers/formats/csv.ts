/** A row of a table in comma-separated values, with its 1-based line. */
export interface CsvRow {
  line: number;
  fields: string[];
}

/** Rows and fields beyond these are no table's that a person or a shop wrote. */
const MAX_ROWS = 100_000;
const MAX_FIELDS = 1_000;

/** Reads comma-separated values (RFC 4180), line breaks inside quotes included; a quote that never closes ends the file. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let from = 0;
  let field = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endField = (to: number) => {
    if (fields.length < MAX_FIELDS) fields.push(field + text.slice(from, to));
    field = '';
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i <= text.length && rows.length < MAX_ROWS; i++) {
    const character = text.charAt(i);
    if (i === 1 && text.charCodeAt(0) === 0xfeff) from = 1;
    if (character === '\n') line++;
    if (quoted && character !== '') {
      if (character !== '"') continue;
      field += text.slice(from, i);
      if (text.charAt(i + 1) === '"') field += text.charAt(i++);
      else quoted = false;
      from = i + 1;
    } else if (character === '"' && field === '' && text.slice(from, i).trim() === '') {
      quoted = true;
      from = i + 1;
    } else if (character === ',') {
      endField(i);
      from = i + 1;
    } else if (character === '\n' || character === '') {
      endField(text.charAt(i - 1) === '\r' && character === '\n' && from < i ? i - 1 : i);
      from = i + 1;
      if (fields.some((each) => each !== '')) rows.push({ line: start, fields });
      fields = [];
      start = line;
    }
  }
  return rows;
}
