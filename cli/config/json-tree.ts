import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { ShapeError } from './shape.ts';

/**
 * The syntax tree of JSON with comments and trailing commas.
 * @throws ShapeError where it is not valid.
 */
export function jsonTree(text: string): Node {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const first = errors[0];
  if (first !== undefined) throw new ShapeError(`is not valid JSON: ${describe(first)}`, first.offset);
  if (tree?.type !== 'object') throw new ShapeError('must be an object in braces', tree?.offset ?? 0);
  return tree;
}

/** `CommaExpected` as `comma expected`. */
function describe({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
}
