import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { MalformedError } from './malformed-error.ts';
import type { PdfText } from './pdf.ts';
import { type Chunk, layoutOf } from './pdf-layout.ts';

/** Pages that are read; policies have some dozen. Each takes more bytes than these, so that small files have few. */
const MAX_PAGES = 1_000;
const LEAST_PAGES = 50;
const BYTES_PER_PAGE = 2_048;
/** Pieces of text of one page; a dense page has some thousand. */
const MAX_ITEMS = 100_000;

/**
 * Reads the text layer of a PDF (ISO 32000) with pdf.js, Chinese fonts by Adobe's predefined CMaps. What stands in images
 * is not read. What pdf.js does in promises that nobody waits for may fail after this has ended: it belongs into a thread
 * of its own (entry/pdf-reader.ts).
 * @throws MalformedError for a document that is broken or encrypted with a password
 */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfText> {
  const { getDocument, OPS, exceeded } = await loadPdfJs();
  const task = getDocument({
    data: new Uint8Array(bytes),
    CMapReaderFactory: PredefinedCMaps,
    cMapPacked: true,
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  });
  const lines: string[] = [];
  let pagesOfAll = 0;
  let silent = 0;
  try {
    const document = await task.promise;
    pagesOfAll = document.numPages;
    const pages = Math.min(document.numPages, MAX_PAGES, LEAST_PAGES + Math.floor(bytes.length / BYTES_PER_PAGE));
    silent = pagesOfAll - pages;
    for (let number = 1; number <= pages && !exceeded(); number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: false });
      const chunks = items.slice(0, MAX_ITEMS).flatMap((item) => ('str' in item ? [chunkOf(item)] : []));
      const found = layoutOf(chunks);
      if (found.length === 0) {
        const { fnArray } = await page.getOperatorList();
        if (
          fnArray.some((operation) => operation === OPS.paintImageXObject || operation === OPS.paintInlineImageXObject)
        )
          silent++;
      }
      for (const item of found) lines.push(item);
      page.cleanup();
    }
    return { text: lines.join('\n'), pages: pagesOfAll, silent, cut: exceeded() };
  } catch (error) {
    if (exceeded()) return { text: lines.join('\n'), pages: pagesOfAll, silent, cut: true };
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw new MalformedError('the PDF is encrypted with a password');
    throw new MalformedError(`the PDF cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await task.destroy();
  }
}

function chunkOf({ str, transform, width, height }: TextItem): Chunk {
  const [, , , scale, x, y] = transform as number[];
  return { text: plainForms(str), x: x ?? 0, y: y ?? 0, width, size: Math.abs(scale ?? height) || height };
}

/** Characters of CJK Radicals Supplement that fonts map simplified characters to; NFKC leaves them as they are. */
const RADICALS: Readonly<Record<string, string>> = {
  '\u2ea0': '民',
  '\u2ec4': '西',
  '\u2ec5': '西',
  '\u2ec6': '角',
  '\u2ec9': '贝',
  '\u2ecb': '车',
  '\u2ed3': '长',
  '\u2ed4': '门',
  '\u2ed8': '青',
  '\u2eda': '页',
  '\u2edb': '风',
  '\u2edc': '飞',
  '\u2edd': '食',
  '\u2ee2': '马',
  '\u2ee5': '鱼',
  '\u2ee6': '鸟',
  '\u2ee9': '黄',
  '\u2eec': '齐',
  '\u2eee': '齿',
  '\u2ef0': '龙',
};

/** Radicals and ligatures as the characters they stand for; punctuation stays. */
function plainForms(text: string): string {
  return text
    .replace(/[\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufb06]+/g, (forms) => forms.normalize('NFKC'))
    .replace(/[\u2e80-\u2ef3]/g, (radical) => RADICALS[radical] ?? radical);
}

/** Adobe's predefined CMaps, which documents name and do not carry, as they ship beside the program. */
class PredefinedCMaps {
  /** The name of this member is the interface's; it reads a file. */
  readonly fetch = async ({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> => {
    if (!/^[\w-]{1,64}$/.test(name)) throw new MalformedError('the name of a CMap is malformed');
    const path = createRequire(import.meta.url).resolve(`#cmaps/${name}.bcmap`);
    return { cMapData: new Uint8Array(await readFile(path)), isCompressed: true };
  };
}

/** Classes of drawing that pdf.js asks for when it is loaded; no text needs them. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'];

/** Loads pdf.js with its worker in this thread. */
async function loadPdfJs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs') & typeof import('#pdf-worker')> {
  const added = DRAWING.filter((name) => !(name in globalThis));
  for (const name of added) Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
  try {
    const { exceeded } = await import('#pdf-worker');
    return { ...(await import('pdfjs-dist/legacy/build/pdf.mjs')), exceeded };
  } finally {
    for (const name of added) Reflect.deleteProperty(globalThis, name);
  }
}
