import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Chains } from '../../analyzers/flow/chains.ts';

test('each key has its own values, in the order in which they came', () => {
  const entry = fc.tuple(fc.nat(4), fc.integer({ min: 0, max: 99 }));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      const chains = new Chains(5);
      expect(entries.map(([key, value]) => chains.add(key, value))).toEqual([...entries.keys()]);
      for (let key = 0; key < 5; key++) {
        const values = entries.filter(([each]) => each === key).map(([, value]) => value);
        expect(chains.of(key)).toEqual(values);
        expect(chains.linksOf(key).map((link) => chains.valueAt(link))).toEqual(values);
        expect(chains.has(key)).toBe(values.length > 0);
        expect(chains.lastOf(key)).toBe(values.at(-1) ?? -1);
      }
    }),
  );
});
