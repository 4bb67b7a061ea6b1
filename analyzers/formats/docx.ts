import { DEFAULT_ZIP_LIMITS, readZip, ZipError } from './zip.ts';

const DOCUMENT = 'word/document.xml';
/** Bytes that the document part may have; real ones stay below 5 MB. */
const MAX_DOCUMENT = 16 * 1024 * 1024;
const TOKEN = /<(\/?)([a-zA-Z]{1,10}:[a-zA-Z]{1,20})\b([^<>]{0,2000})>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The text of a Word document (ECMA-376, WordprocessingML): a line for each paragraph, `#` before headings by their style
 * or outline level, `- ` before items of lists, rows of tables between pipes. Deleted text and the fallback copies of
 * drawings are left out. Null where the archive is no Word document.
 * @throws ZipError when the archive is unreadable or the document too large
 */
export function readDocx(bytes: Uint8Array): string | null {
  const entry = readZip(bytes, DEFAULT_ZIP_LIMITS).entries.find(({ name }) => name === DOCUMENT);
  if (entry === undefined) return null;
  const document = entry.read();
  if (document.length > MAX_DOCUMENT)
    throw new ZipError('too-large', `its text takes more than ${MAX_DOCUMENT} bytes`, 0);
  return documentText(new TextDecoder('utf-8').decode(document));
}

/** The text of `word/document.xml`. */
export function documentText(xml: string): string {
  const lines: string[] = [];
  let text = '';
  let prefix = '';
  let inText = false;
  let skipped = 0;
  let tables = 0;
  let row: string[] = [];
  let cell = '';
  const endParagraph = () => {
    const line = text.trim();
    if (tables > 0) cell = `${cell} ${line}`.trim();
    else lines.push(line === '' ? '' : prefix + line);
    text = '';
    prefix = '';
  };
  for (const [, slash, name, attributes, content] of xml.matchAll(TOKEN)) {
    if (content !== undefined) {
      if (inText && skipped === 0) text += unescaped(content);
      continue;
    }
    const closing = slash === '/';
    const single = attributes?.endsWith('/') === true;
    switch (name) {
      case 'mc:Fallback':
      case 'w:del':
        if (!single) skipped = Math.max(0, skipped + (closing ? -1 : 1));
        break;
      case 'w:t':
        inText = !closing && !single;
        break;
      case 'w:tab':
      case 'w:br':
      case 'w:cr':
        text += ' ';
        break;
      case 'w:pStyle':
      case 'w:outlineLvl':
        prefix = headingMark(name, attributes ?? '') ?? prefix;
        break;
      case 'w:numPr':
        if (prefix === '') prefix = '- ';
        break;
      case 'w:p':
        if (closing || single) endParagraph();
        break;
      case 'w:tbl':
        tables = Math.max(0, tables + (closing ? -1 : 1));
        if (tables === 0) lines.push('');
        break;
      case 'w:tc':
        if (closing && tables === 1) {
          row.push(cell.replaceAll('|', '\\|'));
          cell = '';
        }
        break;
      case 'w:tr':
        if (closing && tables === 1) {
          lines.push(`| ${row.join(' | ')} |`);
          row = [];
        }
        break;
    }
  }
  return lines.join('\n');
}

function headingMark(name: string, attributes: string): string | null {
  const value = /w:val="([^"]{1,40})"/.exec(attributes)?.[1] ?? '';
  const level = name === 'w:outlineLvl' ? Number(value) + 1 : Number(/^(?:heading\s*)?([1-6])$/i.exec(value)?.[1] ?? 0);
  return level >= 1 && level <= 6 ? `${'#'.repeat(level)} ` : null;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
