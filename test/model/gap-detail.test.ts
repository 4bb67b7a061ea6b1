import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { detailIn } from '../../analyzers/model/gap-detail.ts';

/** Functions whose arguments, or texts in them, are details. */
const TAKERS = new Set(['gap', 'note', 'problem', 'refuse', 'manifestGap', 'unsupported', 'antiAnalysisFact']);
const CHINESE = /\p{Script=Han}/u;

/** The text of an expression with `X1`, `X2` for its values, one for each branch of a condition. */
function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const rest = node.templateSpans.map(({ literal }, index) => `X${index + 1}${literal.text}`);
    return [node.head.text + rest.join('')];
  }
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  return [];
}

/** The texts that stand where details do in a source file; single words and frames without words are none. */
function detailsIn(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const take = (node: ts.Node | undefined): void => {
    if (node !== undefined) found.push(...textsOf(node).filter((text) => /[a-z]+ [a-z]+/.test(text)));
  };
  const nameOf = (node: ts.Node): string =>
    ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : '';
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && nameOf(node.name) === 'detail') take(node.initializer);
    if (ts.isVariableDeclaration(node) && nameOf(node.name) === 'detail') take(node.initializer);
    if (ts.isBinaryExpression(node) && ['detail', 'refusal'].includes(nameOf(node.left))) take(node.right);
    if (ts.isCallExpression(node) && TAKERS.has(nameOf(node.expression))) for (const each of node.arguments) take(each);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('every detail that the sources can give is told in Chinese', () => {
  const folder = fileURLToPath(new URL('../../analyzers', import.meta.url));
  const details = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('catalogue'))
    .flatMap((path) => detailsIn(join(folder, path)));
  expect(details.length).toBeGreaterThan(80);
  expect(details.filter((detail) => !CHINESE.test(detailIn('zh', detail)))).toEqual([]);
});

test('values keep their places, also those of a reason within', () => {
  expect(detailIn('zh', 'more than 7 entries, the rest was not listed')).toBe('条目多于 7 个，其余未列入');
  expect(detailIn('zh', 'resources cannot be read: more than 7 entries, the rest was not listed')).toBe(
    '无法读取资源：条目多于 7 个，其余未列入',
  );
  expect(detailIn('zh', '3 script files of installed dependencies left out')).toBe('未读取已安装依赖的脚本 3 个');
  expect(detailIn('zh', 'the entry is flagged as encrypted; 2 more entries likewise')).toBe(
    '条目带有加密标志，另有 2 个条目相同',
  );
});

test('English stays, and so does what is in no table', () => {
  expect(detailIn('en', 'the entry is flagged as encrypted')).toBe('the entry is flagged as encrypted');
  expect(detailIn('zh', 'unexpected token (3:4)')).toBe('unexpected token (3:4)');
  const nested = `${'not read: '.repeat(50)}x`;
  expect(detailIn('zh', nested).startsWith('未读取：未读取：')).toBe(true);
});
