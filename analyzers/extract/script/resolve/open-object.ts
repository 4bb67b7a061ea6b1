import type * as t from '@babel/types';
import type { Binding, Scope, Source } from '../binding/scope.ts';
import { InstanceValue } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';

/** Fields that are given one another: `this.a = this.b` may go on without end. */
const MAX_FIELDS = 2;
/** Values of a field that are looked at. */
const MAX_SOURCES = 16;

/** Whether nothing says what an object is: neither a type, nor what was made or called there. */
export function mayHoldAnything(object: t.Node, scope: Scope, fields = 0): boolean {
  switch (object.type) {
    case 'Identifier':
      return !(scope.lookup(object.name)?.sources ?? []).some(saysType);
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      if (object.object.type !== 'ThisExpression') return true;
      const self = scope.enclosingSelf();
      if (!(self instanceof InstanceValue) || fields === MAX_FIELDS) return true;
      const sources = self.of.members.get(keyName({ key: object.property, computed: object.computed }) ?? '');
      const isTyped = (source: Source): boolean =>
        saysType(source) ||
        (source.kind === 'expression' && !mayHoldAnything(source.expression, source.scope, fields + 1));
      return sources !== undefined && !sources.slice(0, MAX_SOURCES).some(isTyped);
    }
    case 'NullLiteral':
      return true;
    default:
      return false;
  }
}

/** Whether a source is a type by which methods are known; one of an imported module's namespace (`camera.CameraManager`) is not. */
function saysType(source: Source): boolean {
  // Of a member of a type it is said where the type is worked out.
  if (source.kind !== 'type' || source.path.length > 0) return false;
  const { annotation, scope } = source;
  const type = annotation.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : annotation;
  return (type.type === 'TSUnionType' ? type.types : [type]).some((part) => {
    if (/^TS(?:Any|Unknown|Null|Undefined)Keyword$/.test(part.type)) return false;
    if (part.type !== 'TSTypeReference' || part.typeName.type !== 'TSQualifiedName') return true;
    const { left } = part.typeName;
    const sources = left.type === 'Identifier' ? (scope.lookup(left.name)?.sources ?? []) : [];
    return !sources.some((from) => from.kind === 'import' && !/^[./]/.test(from.specifier));
  });
}

/** A parameter whose value only its callers say. */
export function isGivenOnly({ parameter, sources }: Binding): boolean {
  return parameter !== null && sources.every(({ kind }) => kind === 'type' || kind === 'callback');
}

/** Whether an expression can be a member of something; what only computes or makes a value of its own is none. */
export function mayBeMember(source: Source): boolean {
  if (source.kind === 'value') return false;
  if (source.kind !== 'expression' || source.path.length > 0) return true;
  switch (source.expression.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'RegExpLiteral':
    case 'TemplateLiteral':
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'BinaryExpression':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ThisExpression':
      return false;
    default:
      return true;
  }
}
