import type { CallExpression, NewExpression, Node, OptionalCallExpression } from '@babel/types';

/** Takes out the nulls that the parser leaves in a list of arguments where it recovered from a missing one, as in `f(a,,b)`. */
export function dropArgumentHoles(node: CallExpression | OptionalCallExpression | NewExpression): void {
  const given: readonly (Node | null)[] = node.arguments;
  if (given.includes(null)) node.arguments = node.arguments.filter((argument) => argument !== null);
}
