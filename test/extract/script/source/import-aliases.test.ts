import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Alias, compileAliases } from '../../../../analyzers/extract/script/source/import-aliases.ts';

/** Every alias tried one by one: what the look-up has to give. */
function oneByOne(aliases: readonly Alias[], name: string, folder: string): string[] {
  return [...aliases]
    .sort((a, b) => b.within.length - a.within.length || b.prefix.length - a.prefix.length)
    .flatMap(({ within, prefix, suffix, targets }) => {
      if (!folder.startsWith(within) || !name.startsWith(prefix)) return [];
      if (suffix === null) return name === prefix ? targets.map((target) => target.replace('*', '')) : [];
      if (name.length < prefix.length + suffix.length || !name.endsWith(suffix)) return [];
      return targets.map((target) => target.replace('*', () => name.slice(prefix.length, name.length - suffix.length)));
    });
}

const short = fc.string({ unit: fc.constantFrom('a', 'b', '$', '&'), maxLength: 3 });
const alias = fc.record({
  within: fc.constantFrom('', 'a/', 'a/b/'),
  prefix: short,
  suffix: fc.option(short),
  targets: fc.array(fc.constantFrom('x/*', 'y', '*/z'), { maxLength: 3 }),
});

test('gives what trying all aliases gives, in their order', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '$', '&'), maxLength: 6 });
  const folder = fc.constantFrom('', 'a/', 'a/b/', 'a/b/c/', 'b/');
  fc.assert(
    fc.property(fc.array(alias, { maxLength: 12 }), name, folder, (aliases, asked, from) => {
      expect([...compileAliases(aliases)(asked, from)]).toEqual(oneByOne(aliases, asked, from));
    }),
  );
});

test('looks at no more than 32 targets of one alias', () => {
  const targets = Array.from({ length: 1000 }, (_, i) => `t${i}/*`);
  expect([...compileAliases([{ within: '', prefix: '@/', suffix: '', targets }])('@/a', '')]).toHaveLength(32);
});

test('hundreds of thousands of aliases cost a look-up no more than one', () => {
  const aliases = Array.from(
    { length: 200_000 },
    (_, i): Alias => ({ within: '', prefix: i % 2 === 0 ? `@a${i}/` : 'b', suffix: `${i}`, targets: [`s${i}/*`] }),
  );
  const lookup = compileAliases(aliases);
  for (let i = 0; i < 20_000; i++) {
    expect([...lookup(`@a${2 * i}/m${2 * i}`, 'src/')]).toEqual([`s${2 * i}/m`]);
    lookup('nothing', 'src/');
  }
  expect([...lookup('bx7', 'src/')]).toEqual(['s7/x']);
});
