import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPdf } from '../../analyzers/formats/pdf.ts';
import { layoutOf } from '../../analyzers/formats/pdf-layout.ts';
import { type PdfStream, writeObjects, writePdf } from './pdf-writer.ts';

test('Chinese text in a font that is not embedded, by a predefined CMap; a full line goes on in the next one', async () => {
  const pdf = writePdf([
    [
      { text: '一、我们收集的信息', x: 40, y: 780, size: 16 },
      { text: '当您注册时，我们会收集您的手机号码、昵称、设备', x: 40, y: 740 },
      { text: '型号。', x: 40, y: 722 },
      { text: '二、联系我们', x: 40, y: 690 },
    ],
    [{ text: '电话', x: 40, y: 780 }],
  ]);
  expect(await readPdf(pdf)).toEqual({
    text: ['一、我们收集的信息', '当您注册时，我们会收集您的手机号码、昵称、设备型号。', '二、联系我们', '电话'].join(
      '\n',
    ),
    pages: 2,
    silent: 0,
    cut: false,
  });
});

test('pieces beside each other are cells of a row, wrapped ones too', async () => {
  const pdf = writePdf([
    [
      { text: '名称', x: 40, y: 780 },
      { text: '公司', x: 160, y: 780 },
      { text: '收集的信息', x: 300, y: 780 },
      { text: '白鹭推送', x: 40, y: 750 },
      { text: 'SDK', x: 40, y: 734 },
      { text: '白鹭科技', x: 160, y: 750 },
      { text: '有限公司', x: 160, y: 734 },
      { text: '设备型号', x: 300, y: 742 },
      { text: '以上为全部', x: 40, y: 690 },
    ],
  ]);
  const { text } = await readPdf(pdf);
  expect(text.split('\n')).toEqual([
    '| 名称 | 公司 | 收集的信息 |',
    '| 白鹭推送SDK | 白鹭科技有限公司 | 设备型号 |',
    '以上为全部',
  ]);
});

test('a narrow gap parts two cells where cells of other rows begin; centred lines of a cell belong together', () => {
  const at = (text: string, x: number, y: number) => ({ text, x, y, width: 12 * text.length, size: 12 });
  const page = [
    at('名称', 46, 700),
    at('全', 52, 682),
    at('用途', 100, 691),
    at('数据', 160, 691),
    at('甲', 40, 650),
    at('统计', 100, 650),
    at('机型', 160, 650),
    at('乙', 40, 630),
    at('统计分析', 104, 630),
    at('地址', 160, 630),
  ];
  expect(layoutOf(page)).toEqual(['| 名称全 | 用途 | 数据 |', '| 甲 | 统计 | 机型 |', '| 乙 | 统计分析 | 地址 |']);
  // The same gap in running text parts nothing.
  const text = [at('我们收集', 40, 600), at('位置', 95, 600), at('您能够就', 40, 560), at('拒绝', 95, 560)];
  expect(layoutOf(text)).toEqual(['我们收集 位置', '您能够就 拒绝']);
});

test('a page of an image alone is counted, an empty one is not', async () => {
  expect(await readPdf(writePdf([[], []], { image: true }))).toEqual({ text: '', pages: 2, silent: 2, cut: false });
  expect(await readPdf(writePdf([[]]))).toEqual({ text: '', pages: 1, silent: 0, cut: false });
});

test('what is encrypted or broken is an error with a reason', async () => {
  await expect(readPdf(writePdf([[{ text: '文', x: 40, y: 700 }]], { encrypted: true }))).rejects.toThrow(
    'the PDF is encrypted with a password',
  );
  await expect(readPdf(new TextEncoder().encode('%PDF-1.7\nnothing'))).rejects.toThrow('the PDF cannot be read');
});

test('what a broken document leaves behind does not end the process that reads it', async () => {
  const broken = readFileSync(new URL('../fuzz/found/pdf-promise-that-nobody-waits-for', import.meta.url));
  await expect(readPdf(broken)).rejects.toThrow('the PDF cannot be read: Bad encoding in flate stream');
});

test('every piece of text stands in the layout once, wherever it is', () => {
  const chunk = fc.record({
    text: fc.constantFrom('甲', '乙丙', 'SDK', '1.'),
    x: fc.integer({ min: 0, max: 600 }),
    y: fc.integer({ min: 0, max: 800 }),
    width: fc.integer({ min: 0, max: 60 }),
    size: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 60 }), (chunks) => {
      const letters = (text: string) => [...text.replace(/[\s|]/g, '')].sort().join('');
      expect(letters(layoutOf(chunks).join(''))).toBe(letters(chunks.map(({ text }) => text).join('')));
    }),
  );
});

const ONE_PAGE = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X0 6 0 R >> >> /Contents 4 0 R >>',
];
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const packed = (text: string): PdfStream => ({ dictionary: '/Filter /FlateDecode', data: deflateSync(text) });
/** Drawings each of which draws the next one twice. */
const doubling = Array.from(
  { length: 40 },
  (_, at): PdfStream => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X${at + 1} ${at + 7} 0 R >> >>`,
    data: Buffer.from(`/X${at + 1} Do /X${at + 1} Do`),
  }),
);

test.each<[string, (string | PdfStream)[]]>([
  ['drawings that double', [...ONE_PAGE, { dictionary: '', data: Buffer.from('/X0 Do') }, FONT, ...doubling]],
  ['half a million lines in 60 KB', [...ONE_PAGE, packed('BT /F1 12 Tf 9 9 Td (aaaaa) Tj ET\n'.repeat(500_000)), FONT]],
  ['states inside one another', [...ONE_PAGE, packed('q '.repeat(500_000)), FONT]],
  ['200 MB in 200 KB', [...ONE_PAGE, packed(' '.repeat(200 << 20)), FONT]],
])('%s: given up and said so', async (_, objects) => {
  expect((await readPdf(writeObjects(objects))).cut).toBe(true);
});

test('one page listed 100,000 times is read as often as a file of that size may have pages', async () => {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    { dictionary: '', data: Buffer.from('q Q') },
  ];
  const { pages, silent, text } = await readPdf(writeObjects(objects));
  expect([pages, text]).toEqual([100_000, '']);
  expect(silent).toBeGreaterThan(99_000);
});

test('documents that are read at the same time have bounds of their own', async () => {
  const small = writePdf([[{ text: '一、我们收集的信息', x: 40, y: 780 }]]);
  const beyond = writeObjects([...ONE_PAGE, packed('q '.repeat(500_000)), FONT]);
  const texts = await Promise.all([small, beyond, small].map(readPdf));
  expect(texts.map(({ cut }) => cut)).toEqual([false, true, false]);
});
