import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentText } from '../../analyzers/formats/docx.ts';

const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

test('paragraphs, headings, lists, tables; deleted text and fallbacks are left out', () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const xml = `<?xml version="1.0"?><w:document><w:body>${paragraph('Data', '<w:pStyle w:val="Heading2"/>')}${paragraph(
    'A &amp; B &#x4e2d;',
    '<w:numPr><w:ilvl w:val="0"/></w:numPr>',
  )}<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>kept</w:t><w:tab/><w:t>too</w:t></w:r></w:p><mc:Fallback>${paragraph(
    'twice',
  )}</mc:Fallback><w:tbl><w:tr>${cell('SDK')}${cell('a|b')}</w:tr></w:tbl></w:body></w:document>`;
  expect(documentText(xml).split('\n')).toEqual(['## Data', '- A & B 中', 'kept too', '', '| SDK | a\\|b |', '']);
});

test('whatever the markup, there is a text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => typeof documentText(`<w:p>${text}</w:tbl>`) === 'string'),
  );
});
