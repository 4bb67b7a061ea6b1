import { deflateSync } from 'node:zlib';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { readPdfPages } from '../../analyzers/formats/pdf-pages.ts';
import { type PdfStream, writeObjects, writePdf } from '../formats/pdf-writer.ts';
import type { FuzzedFormat } from './format.ts';
import type { Random } from './random.ts';

const PDF_KEYS = [
  'Type',
  'Kids',
  'Count',
  'Parent',
  'Contents',
  'Resources',
  'Font',
  'XObject',
  'Length',
  'Filter',
  'DecodeParms',
  'Predictor',
  'Columns',
  'W',
  'Widths',
  'FirstChar',
  'LastChar',
  'ToUnicode',
  'Encoding',
  'Prev',
  'Root',
  'Encrypt',
  'ObjStm',
  'N',
  'First',
];
const PDF_OPERATORS = [
  'q',
  'Q',
  'BT',
  'ET',
  '/F1 12 Tf',
  '10 700 Td',
  '(text) Tj',
  '<4e00> Tj',
  '[(a) -9999 (b)] TJ',
  '/X1 Do',
  '1 0 0 1 0 0 cm',
  'BI /W 1 /H 1 ID x EI',
  'begincmap',
  '1 beginbfrange <0000> <ffff> <0041> endbfrange',
  '1 begincidrange <0000> <ffffffff> 0 endcidrange',
  '/A BMC',
  'EMC',
  'T*',
  "'",
  '(',
  '<<',
  '[',
];

/** A document of objects that may be anything in any place, some of them packed. */
function pdfOf(random: Random): Buffer {
  const reference = () => `${1 + random.below(9)} 0 R`;
  const value = (depth: number): string =>
    random.once(depth > 3 ? 1 : 3)
      ? random.pick([reference(), '/X1', '[0 0 1 1]', '-1', '99999999999', '(text)', '<0041>', 'null', '/FlateDecode'])
      : random.once(2)
        ? `[${random.many(4, () => value(depth + 1)).join(' ')}]`
        : `<< ${random.many(5, () => `/${random.pick(PDF_KEYS)} ${value(depth + 1)}`).join(' ')} >>`;
  const stream = (): PdfStream => {
    const text = Buffer.from(random.many(40, () => random.pick(PDF_OPERATORS)).join(' '));
    const keys = random.many(4, () => `/${random.pick(PDF_KEYS)} ${value(2)}`).join(' ');
    return random.once(2)
      ? { dictionary: `/Filter /FlateDecode ${keys}`, data: deflateSync(text) }
      : { dictionary: keys, data: text };
  };
  const usual = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> /Contents 4 0 R >>',
    stream(),
    `<< /Type /Font /Subtype /${random.pick(['Type0', 'Type1', 'TrueType', 'Type3'])} /BaseFont /A /Encoding ${random.pick(['/Identity-H', '/UniGB-UCS2-H', reference()])} /ToUnicode ${reference()} /DescendantFonts [${reference()}] >>`,
  ];
  const objects = [...usual, ...random.many(5, () => (random.once(2) ? stream() : value(0)))];
  return Buffer.from(writeObjects(objects.map((object) => (random.once(9) ? value(0) : object))));
}

export const pdf: FuzzedFormat = {
  name: 'pdf',
  seeds: [
    writePdf([
      [
        { text: '一、我们收集的信息', x: 40, y: 780, size: 16 },
        { text: '我们会收集您的手机号码、位置信息。', x: 40, y: 740 },
      ],
      [{ text: '电话', x: 40, y: 780 }],
    ]),
    writePdf([[{ text: '名称', x: 40, y: 780 }]], { image: true }),
    writePdf([[{ text: '名称', x: 40, y: 780 }]], { encrypted: true }),
  ].map((bytes) => Buffer.from(bytes)),
  tokens: [
    ...PDF_KEYS.map((name) => `/${name} `),
    ...PDF_OPERATORS,
    'obj',
    'endobj',
    'stream\n',
    'xref',
    '<<',
    '>>',
    '[',
    ']',
  ],
  generate: pdfOf,
  // Without the thread that belongs around it, which would take longer than most documents; its rule for what nobody
  // waits for holds here too.
  async run(bytes) {
    process.on('unhandledRejection', ignore);
    try {
      await readPdfPages(bytes);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    } finally {
      await new Promise(setImmediate);
      process.off('unhandledRejection', ignore);
    }
  },
};

function ignore(): void {}
