import type { Node } from '@babel/types';

/** One place that a destructuring pattern fills. */
export interface PatternTarget {
  /** An identifier, or a member access in an assignment. */
  target: Node;
  /** The properties on the way from the destructured value; null for one that is not known. */
  path: readonly (string | null)[];
  /** The value that is taken where there is none. */
  fallback: Node | null;
  /** The key by which the last property is named, if one is. */
  key: Node | null;
}

/** Shared by all patterns that are a name alone, as most are. */
const NO_PATH: readonly string[] = [];
const NO_NODES: readonly Node[] = [];

/** Deeper ones are taken as not known. */
const MAX_DEPTH = 16;

/**
 * The targets of a pattern (an identifier counts as one), and the expressions inside it: default values, computed keys.
 * No recursion, as patterns can be nested at will.
 */
export function patternTargets(pattern: Node): { targets: PatternTarget[]; expressions: readonly Node[] } {
  if (pattern.type === 'Identifier' || pattern.type === 'MemberExpression') {
    return { targets: [{ target: pattern, path: NO_PATH, fallback: null, key: null }], expressions: NO_NODES };
  }
  const targets: PatternTarget[] = [];
  const expressions: Node[] = [];
  const open: PatternTarget[] = [{ target: pattern, path: [], fallback: null, key: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { target: node, path } = next;
    const below = (name: string | null): (string | null)[] => (path.length < MAX_DEPTH ? [...path, name] : [null]);
    switch (node.type) {
      case 'AssignmentPattern':
        expressions.push(node.right);
        open.push({ ...next, target: node.left, fallback: node.right });
        break;
      case 'RestElement':
        open.push({ target: node.argument, path, fallback: null, key: null });
        break;
      case 'TSParameterProperty':
        open.push({ ...next, target: node.parameter });
        break;
      // `[store.text as string] = …`
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
        open.push({ ...next, target: node.expression });
        break;
      case 'ArrayPattern':
        for (const [index, element] of node.elements.entries()) {
          if (element !== null) open.push({ target: element, path: below(String(index)), fallback: null, key: null });
        }
        break;
      case 'ObjectPattern':
        for (const property of node.properties) {
          if (property.type === 'RestElement') {
            open.push({ target: property, path, fallback: null, key: null });
            continue;
          }
          // A method has no place in a pattern; the parser recovers from it.
          if (property.type !== 'ObjectProperty') continue;
          if (property.computed) expressions.push(property.key);
          open.push({ target: property.value, path: below(keyName(property)), fallback: null, key: property.key });
        }
        break;
      default:
        targets.push(next);
    }
  }
  return { targets, expressions };
}

/** The type that a pattern is declared with as a whole. */
export function annotationOf(pattern: Node): Node | null {
  switch (pattern.type) {
    case 'ObjectPattern':
    case 'ArrayPattern':
      return pattern.typeAnnotation ?? null;
    case 'AssignmentPattern':
      return annotationOf(pattern.left);
    default:
      return null;
  }
}

/** The name of a property where it is constant. */
export function keyName(property: { key: Node; computed?: boolean | null }): string | null {
  const { key } = property;
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  if (key.type === 'PrivateName') return key.id.name;
  return key.type === 'Identifier' && property.computed !== true ? key.name : null;
}
