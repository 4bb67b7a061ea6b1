import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { InputError } from '../../../analyzers/index.ts';
import { readConfig, readYamlConfig } from '../../../cli/config/read-config.ts';
import { starterConfig } from '../../../cli/config/starter.ts';

const WHOLE = `{
  // comment
  "policies": ["a.txt", "b.html"],
  "lang": "zh", /* another */
  "failOn": "medium",
  "kinds": { "vague": "none", "incomplete-analysis": "low" },
  "allowIncomplete": true,
  "baseline": "base.json",
  "suppressions": [
    { "id": "0123456789abcdef", "reason": "r", "owner": "o", "expires": "2026-12-31" },
    { "kind": "undisclosed", "data": "clipboard", "actor": "sdk:*", "subject": "x", "reason": "r" },
  ],
}`;

const BROKEN: [string, string, string][] = [
  ['not JSON', '{\n  "failOn" "high"\n}', 'c.json:2: is not valid JSON: colon expected'],
  ['empty', '', 'c.json:1: is not valid JSON: value expected'],
  ['a list', '\n[]', 'c.json:2: must be an object in braces'],
  ['an unknown member', '{\n"failon": "high"}', 'c.json:2: failon is unknown; known here: policies, lang'],
  ['a wrong word', '{\n\n"failOn": "hihg"}', 'c.json:3: failOn must be one of high, medium, low, none, not "hihg"'],
  ['a wrong kind', '{"kinds":\n{"vagueness": "low"}}', 'c.json:2: kinds.vagueness is unknown'],
  ['a wrong type', '{"policies": "a.txt"}', 'c.json:1: policies must be a list'],
  ['a wrong item', '{"policies": ["a",\n7]}', 'c.json:2: policies[1] must be a string'],
  ['an empty string', '{"baseline": ""}', 'c.json:1: baseline must not be empty'],
  ['twice the same', '{"lang": "zh",\n"lang": "en"}', 'c.json:2: lang is given twice'],
  ['no reason', '{"suppressions": [\n{"id": "x"}]}', 'c.json:2: suppressions[0] needs a reason'],
  ['no target', '{"suppressions": [{"reason": "x"}]}', 'needs an id, or a kind, data, actor or subject'],
  [
    'no day',
    '{"suppressions": [{"id": "x", "reason": "x",\n"expires": "2026-02-30"}]}',
    'c.json:2: suppressions[0].expires must be a day such as 2026-12-31, not "2026-02-30"',
  ],
  ['too deep', `{"policies": ${'['.repeat(100_000)}`, 'nested deeper'],
];

test('everything that a configuration may say', () => {
  expect(readConfig(WHOLE, 'c.json')).toEqual(parse(WHOLE));
  expect(readConfig('\ufeff{}', 'c.json')).toEqual({});
});

test.each(BROKEN)('%s: an error with its line', (_, text, message) => {
  expect(() => readConfig(text, 'c.json')).toThrow(InputError);
  expect(() => readConfig(text, 'c.json')).toThrow(message);
});

const WHOLE_IN_YAML = `# comment
policies: [a.txt, b.html]
lang: zh
failOn: medium
kinds:
  vague: none
  incomplete-analysis: low
allowIncomplete: true
baseline: base.json
suppressions:
  - id: 0123456789abcdef
    reason: r
    owner: o
    expires: 2026-12-31
  - { kind: undisclosed, data: clipboard, actor: 'sdk:*', subject: x, reason: r }
`;

test('the same in YAML', () => {
  expect(readYamlConfig(WHOLE_IN_YAML, 'c.yaml')).toEqual(parse(WHOLE));
});

test.each([
  ['a list', '- a', 'c.yaml:1: must be a mapping'],
  ['empty', '', 'c.yaml:1: must be a mapping'],
  ['no YAML', 'failOn: high\n  lang: zh', 'c.yaml:1: is not valid YAML'],
  ['an unknown member', 'lang: zh\nfailon: high', 'c.yaml:2: failon is unknown'],
  ['a wrong item', 'policies:\n  - a\n  - 7', 'c.yaml:3: policies[1] must be a string'],
  ['nothing', 'lang: zh\nbaseline:', 'c.yaml:2: baseline must be a string'],
  ['twice the same', 'lang: zh\nlang: en', 'c.yaml:2: lang is given twice'],
  ['an alias', 'baseline: &a b\nlang: *a', 'c.yaml:2: anchors and aliases'],
  ['items in items', `policies: a\n${'- '.repeat(100_000)}`, 'c.yaml:2: is nested too deeply'],
  ['brackets in brackets', `policies: ${'['.repeat(100_000)}`, 'nested deeper'],
])('YAML with %s: an error with its line', (_, text, message) => {
  expect(() => readYamlConfig(text, 'c.yaml')).toThrow(InputError);
  expect(() => readYamlConfig(text, 'c.yaml')).toThrow(message);
});

test('the schema that ships for editors says the same', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../dist/config.schema.json', import.meta.url), 'utf8'));
  const valid = new Ajv().compile(schema);
  expect(valid(parse(WHOLE))).toBe(true);
  for (const text of ['{"failon": "high"}', '{"failOn": "hihg"}', '{"policies": ["a", 7]}']) {
    expect(valid(parse(text))).toBe(false);
    expect(() => readConfig(text, 'c.json')).toThrow();
  }
});

test.each(['zh', 'en'] as const)(
  'the starter in %s is a configuration, with its comments taken off too',
  (language) => {
    const text = starterConfig(language);
    expect(readConfig(text, 'c.json')).toEqual({ failOn: 'high', suppressions: [] });
    const uncommented = text.replace(/^( *)\/\/ (?=[\s"{}]).*$/gm, (line) => line.replace('// ', ''));
    expect(readConfig(uncommented, 'c.json').suppressions).toHaveLength(2);
  },
);

test('any text gives a configuration or an error that names the file', () => {
  fc.assert(
    fc.property(fc.nat(WHOLE.length), fc.nat(WHOLE.length), fc.string({ maxLength: 4 }), (from, to, inserted) => {
      const text = WHOLE.slice(0, from) + inserted + WHOLE.slice(to);
      try {
        readConfig(text, 'c.json');
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect(String(error)).toMatch(/c\.json:\d+: /);
      }
    }),
    { numRuns: 500 },
  );
});
