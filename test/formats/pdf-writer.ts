/** A piece of text at a place of a page, in points from the lower left corner. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  size?: number;
}

/** Parts of a document that stand apart from its text. */
export interface PdfOptions {
  /** Adds an encryption dictionary whose password nobody knows. */
  encrypted?: boolean;
  /** An image on every page. */
  image?: boolean;
}

/**
 * A small PDF whose only font is the Chinese CID font STSong-Light, neither embedded nor with a table of its own: its codes
 * are read by Adobe's predefined CMap UniGB-UCS2-H.
 */
export function writePdf(pages: readonly (readonly PdfPiece[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, at) => `${6 + 2 * at} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>');
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  for (const pieces of pages) {
    const image = options.image === true ? 'q 10 0 0 10 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0041 EI Q\n' : '';
    const content = image + pieces.map(shown).join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  const secret = '00'.repeat(32);
  if (options.encrypted === true) add(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >>`);
  const encrypt = options.encrypted === true ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '';
  return writeObjects(objects, encrypt);
}

/** A stream among the objects of a document; the length is written for it. */
export interface PdfStream {
  dictionary: string;
  data: Buffer;
}

/** Objects numbered from 1, the first the catalogue, with their table. @param trailer further entries of the trailer */
export function writeObjects(objects: readonly (string | PdfStream)[], trailer = ''): Uint8Array {
  const parts = [Buffer.from('%PDF-1.4\n')];
  let size = parts[0]?.length ?? 0;
  const offsets = objects.map((object, at) => {
    const offset = size;
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), bodyOf(object), Buffer.from('\nendobj\n')]);
    parts.push(part);
    size += part.length;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${trailer} >>\nstartxref\n${size}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(end)]));
}

function bodyOf(object: string | PdfStream): Buffer {
  if (typeof object === 'string') return Buffer.from(object, 'latin1');
  const { dictionary, data } = object;
  const head = `<< ${dictionary} /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
}

function shown({ text, x, y, size = 12 }: PdfPiece): string {
  const codes = [...text].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 ${size} Tf ${x} ${y} Td <${codes}> Tj ET`;
}
