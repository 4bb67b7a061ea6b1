import type { Node } from 'jsonc-parser';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { ShapeError } from './shape.ts';

/** Lines that nest deeper than any configuration: many items in one, or many columns before the text. The parser is recursive. */
const TOO_DEEP = /^ *(?:[-?:] +){20}|^ {200}/m;

/**
 * The syntax tree of a YAML document (YAML 1.2, core schema), in the form of that of a JSON text, so that both are read
 * by the same rules. Anchors and aliases, which no configuration needs, are refused: they can make a tree without end.
 * @throws ShapeError where it is not valid.
 */
export function yamlTree(text: string): Node {
  const deep = TOO_DEEP.exec(text);
  if (deep !== null) throw new ShapeError('is nested too deeply', deep.index);
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, schema: 'core' });
  const first = document.errors[0];
  if (first !== undefined) throw new ShapeError(`is not valid YAML: ${first.message}`, first.pos[0]);
  if (!isMap(document.contents)) throw new ShapeError('must be a mapping', offsetOf(document.contents));
  return nodeOf(document.contents);
}

function nodeOf(item: unknown): Node {
  const offset = offsetOf(item);
  if (isAlias(item)) throw new ShapeError('anchors and aliases are not taken here', offset);
  if (isMap(item)) {
    const children = item.items.map(
      ({ key, value }): Node => ({
        type: 'property',
        offset: offsetOf(key),
        length: 0,
        children: [
          nodeOf(key),
          value === null ? { type: 'null', offset: offsetOf(key), length: 0, value: null } : nodeOf(value),
        ],
      }),
    );
    return { type: 'object', offset, length: 0, children };
  }
  if (isSeq(item)) return { type: 'array', offset, length: 0, children: item.items.map(nodeOf) };
  const value = isScalar(item) ? item.value : null;
  return { type: typeOf(value), offset, length: 0, value };
}

function typeOf(value: unknown): Node['type'] {
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'null';
}

/** In UTF-16 units from the start of the text. */
function offsetOf(item: unknown): number {
  const range = typeof item === 'object' && item !== null && 'range' in item ? item.range : null;
  return Array.isArray(range) ? Number(range[0]) : 0;
}
