import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPdf } from '../../analyzers/formats/pdf.ts';
import { layoutOf } from '../../analyzers/formats/pdf-layout.ts';
import { writePdf } from './pdf-writer.ts';

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

test('a page of an image alone is counted, an empty one is not', async () => {
  expect(await readPdf(writePdf([[], []], { image: true }))).toEqual({ text: '', pages: 2, silent: 2 });
  expect(await readPdf(writePdf([[]]))).toEqual({ text: '', pages: 1, silent: 0 });
});

test('what is encrypted or broken is an error with a reason', async () => {
  await expect(readPdf(writePdf([[{ text: '文', x: 40, y: 700 }]], { encrypted: true }))).rejects.toThrow(
    'the PDF is encrypted with a password',
  );
  await expect(readPdf(new TextEncoder().encode('%PDF-1.7\nnothing'))).rejects.toThrow('the PDF cannot be read');
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
