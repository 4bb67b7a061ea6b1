import type * as t from '@babel/types';

/** `CameraSource.Photos`, `camera.PictureSourceType.PHOTOLIBRARY`: names of types, and members that begin with a capital. */
const TYPE = /^[A-Z]\w*[a-z]/;
const MEMBER = /^[A-Z]/;

/**
 * The last two names of a member of an enumeration, `PictureSourceType.PHOTOLIBRARY`; undefined for anything else.
 * For members that nothing in the build says the value of.
 */
export function enumConstant(node: t.Node): string | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  const member = plainName(node);
  const owner = plainName(node.object);
  if (member === undefined || owner === undefined || !MEMBER.test(member) || !TYPE.test(owner)) return undefined;
  return `${owner}.${member}`;
}

function plainName(node: t.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  return !node.computed && node.property.type === 'Identifier' ? node.property.name : undefined;
}
