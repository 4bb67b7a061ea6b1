import { expect, test } from 'vitest';
import { place } from '../../cli/reports/text/place.ts';
import { printable, shortened } from '../../cli/reports/text/printable.ts';

test('what would not print, or would reorder the line, is shown as its code point', () => {
  expect(printable('\u001b[31mred\u001b[0m')).toBe('\\u{1b}[31mred\\u{1b}[0m');
  expect(printable('a\u202eb\u0007')).toBe('a\\u{202e}b\\u{7}');
  expect(printable('一行\n两行\t三')).toBe('一行 两行 三');
  expect(printable('普通 text, “quotes” – fine')).toBe('普通 text, “quotes” – fine');
});

test('long text is cut between characters', () => {
  expect(shortened('😀😀😀', 2)).toBe('😀😀…');
  expect(shortened('短', 2)).toBe('短');
});

test('places in code and in text', () => {
  const code = { file: 'classes2.dex', class: 'a.B$c', method: 'run(int)', offset: 28, line: 7 };
  expect(place(code)).toBe('classes2.dex a.B$c.run(int) +0x1c line 7');
  expect(place({ file: 'src/a.ts', line: 3, column: 9 })).toBe('src/a.ts:3:9');
  expect(place({ file: 'AndroidManifest.xml' })).toBe('AndroidManifest.xml');
  expect(place({ file: 'x\u001b.js', line: 1, column: 1 })).toBe('x\\u{1b}.js:1:1');
});
