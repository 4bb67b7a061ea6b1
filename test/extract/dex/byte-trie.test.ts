import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteTrie } from '../../../analyzers/extract/dex/byte-trie.ts';

test('finds keys as wholes and by their beginnings, in many strings as in one', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 6 });
  const key = fc.string({ unit: fc.constantFrom('a', 'b', '/'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { maxLength: 8 }),
      fc.nat(8),
      fc.array(word, { maxLength: 12 }),
      (keys, n, texts) => {
        const prefixes = Math.min(n, keys.length);
        const trie = new ByteTrie(keys);
        const bytes = Buffer.from(texts.map((text) => `${text}\0`).join(''), 'latin1');
        let at = 0;
        const starts = texts.map((text) => {
          at += text.length + 1;
          return at - text.length - 1;
        });
        const expected = texts.flatMap((text, position) => {
          const whole = keys.indexOf(text);
          const beginnings = keys.slice(0, prefixes).filter((each) => text.startsWith(each));
          const longest = beginnings.sort((a, b) => b.length - a.length)[0];
          const found = whole >= 0 ? whole : longest === undefined ? -1 : keys.indexOf(longest);
          return found < 0 ? [] : [position, found];
        });
        expect(trie.findAll(bytes, Int32Array.from(starts), prefixes)).toEqual(expected);
        const singly = starts.flatMap((start, position) => {
          const found = trie.wholeOrPrefixKey(bytes, start, prefixes);
          return found < 0 ? [] : [position, found];
        });
        expect(singly).toEqual(expected);
      },
    ),
  );
});

test('leaves out strings that stand nowhere', () => {
  expect(new ByteTrie(['a']).findAll(Buffer.from('a\0', 'latin1'), Int32Array.of(-1, 0, 2, 9), 1)).toEqual([1, 0]);
});
