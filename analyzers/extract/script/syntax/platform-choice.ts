import type * as t from '@babel/types';
import { keyName } from './pattern.ts';

/** `Platform.select({ android: readAndroid, default: () => null })` of React Native, which gives one of the values. */
export function isPlatformChoice(node: t.Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return false;
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || keyName({ key: callee.property, computed: callee.computed }) !== 'select')
    return false;
  const { object } = callee;
  if (object.type === 'Identifier') return object.name === 'Platform';
  return (
    object.type === 'MemberExpression' && keyName({ key: object.property, computed: object.computed }) === 'Platform'
  );
}
