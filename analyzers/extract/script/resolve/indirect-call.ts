import type * as t from '@babel/types';
import { plainCallee } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import type { CallNode } from './call-sites.ts';

/**
 * What a function gets that is called by `f.call(self, a, b)` or `f.apply(self, [a, b])`, parameter by parameter;
 * undefined for any other call. Of `apply` with anything but an array that stands there nothing is known.
 */
export function givenByCall({ type, callee, arguments: given }: CallNode): readonly (t.Node | undefined)[] | undefined {
  if (type === 'NewExpression') return undefined;
  const plain = plainCallee(callee);
  if (plain.type !== 'MemberExpression') return undefined;
  const name = keyName({ key: plain.property, computed: plain.computed });
  if (name === 'call') return given.slice(1);
  if (name !== 'apply') return undefined;
  const list = given[1];
  return list?.type === 'ArrayExpression' ? list.elements.map((element) => element ?? undefined) : [];
}
