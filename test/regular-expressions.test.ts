import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@babel/parser';
import type * as t from '@babel/types';
import { traverseFast } from '@babel/types';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Pattern {
  source: string;
  flags: string;
  line: number;
}

/** Texts that a file's own constants and literals spell; a name that only running it tells stands for itself. */
function spelled(node: t.Node | null | undefined, constants: ReadonlyMap<string, t.Node>): string {
  if (node?.type === 'StringLiteral') return node.value;
  if (node?.type === 'Identifier') {
    const value = constants.get(node.name);
    return value === undefined ? 'name' : spelled(value, constants);
  }
  const template = node?.type === 'TaggedTemplateExpression' ? node.quasi : node;
  if (template?.type !== 'TemplateLiteral') return 'name';
  const isRaw = template !== node;
  return template.quasis
    .map(({ value }, at) => {
      const inserted = template.expressions[at];
      return (isRaw ? value.raw : (value.cooked ?? '')) + (inserted === undefined ? '' : spelled(inserted, constants));
    })
    .join('');
}

/** Literals and what is given to `new RegExp`, whose values of variables are taken for plain names. */
function patternsIn(text: string): Pattern[] {
  const { program } = parse(text, { sourceType: 'module', plugins: ['typescript'] });
  const constants = new Map<string, t.Node>();
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations)
      if (id.type === 'Identifier' && init) constants.set(id.name, init);
  }
  const patterns: Pattern[] = [];
  traverseFast(program, (node) => {
    const line = node.loc?.start.line ?? 0;
    if (node.type === 'RegExpLiteral') patterns.push({ source: node.pattern, flags: node.flags, line });
    if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return;
    const [source, flags] = node.arguments;
    patterns.push({ source: spelled(source, constants), flags: flags ? spelled(flags, constants) : '', line });
  });
  return patterns;
}

/** How a text can be made that a pattern takes more than linear time for; null where none can. */
function slowness({ source, flags }: Pattern): string | null {
  const { reports } = analyse({ source, flags }, { maxReports: 1 });
  return reports[0] === undefined ? null : `${reports[0].type} at ${reports[0].character.literal.source}`;
}

test('no text makes a regular expression take more than linear time', () => {
  const slow: string[] = [];
  let count = 0;
  for (const folder of ['analyzers', 'cli', 'entry'])
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const path = join(entry.parentPath, entry.name);
      for (const pattern of patternsIn(readFileSync(path, 'utf8'))) {
        count++;
        const how = slowness(pattern);
        if (how !== null) slow.push(`${relative(ROOT, path)}:${pattern.line} /${pattern.source}/ ${how}`);
      }
    }
  expect(slow).toEqual([]);
  expect(count).toBeGreaterThan(500);
}, 60_000);

test('slow patterns are told, in literals and in parts', () => {
  const told = (text: string) => patternsIn(text).map((pattern) => slowness(pattern) !== null);
  expect(told('/(?:a+)+$/; /x\\s*y?\\s*$/; / +$/; /^ *x/')).toEqual([true, true, true, false]);
  expect(told("const GAP = String.raw`\\s*`; new RegExp(`^${GAP}${GAP}$`); new RegExp(`^${GAP}$`, 'y')")).toEqual([
    true,
    false,
  ]);
});
