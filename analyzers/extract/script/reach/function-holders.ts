import type * as t from '@babel/types';
import { keyName } from '../syntax/pattern.ts';
import { isPlatformChoice } from '../syntax/platform-choice.ts';

/** What a function, or what a call makes of it, is given to. */
export interface Holders {
  /** Variables. */
  variables: string[];
  /** Properties and exports. */
  properties: string[];
  /** It is what the function around returns. */
  returned: boolean;
  /** What the call makes of it is called where it stands: `helper(function* () {})()`, `helper(...).apply(this, arguments)`. */
  atOnce: boolean;
}

/**
 * The names under which a function can be called though it is not declared by them: `load = asyncHelper(function* () {})`,
 * `exports.find = debounce(() => {})`.
 * @param way nodes from the function or module around down to the function, both included
 */
export function holdersOf(way: readonly t.Node[]): Holders {
  const holders: Holders = { variables: [], properties: [], returned: false, atOnce: false };
  for (let at = way.length - 2; at >= 0; at--) {
    const node = way[at] as t.Node;
    const child = way[at + 1];
    switch (node.type) {
      case 'CallExpression':
        if (node.callee === child && child !== way.at(-1)) holders.atOnce = true;
        break;
      case 'MemberExpression':
        if (node.object !== child || !isCalling(node)) return holders;
        break;
      case 'ParenthesizedExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'TSAsExpression':
        break;
      case 'SequenceExpression':
        if (node.expressions.at(-1) !== child) return holders;
        break;
      case 'AssignmentExpression':
        if (node.left.type === 'Identifier') holders.variables.push(node.left.name);
        else if (node.left.type === 'MemberExpression') {
          const name = keyName({ key: node.left.property, computed: node.left.computed });
          if (name !== null) holders.properties.push(name);
        }
        break;
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier') holders.variables.push(node.id.name);
        return holders;
      case 'ObjectProperty':
      case 'ClassProperty': {
        const name = keyName({ key: node.key, computed: node.computed === true });
        if (name !== null) holders.properties.push(name);
        if (!isPlatformChoice(way[at - 2] ?? node)) return holders;
        // What is chosen is called by the name of what the call gives.
        at -= 2;
        break;
      }
      case 'ReturnStatement':
        return { ...holders, returned: true };
      case 'ArrowFunctionExpression':
        return { ...holders, returned: at === 0 };
      case 'ExportDefaultDeclaration':
        holders.properties.push('default');
        return holders;
      default:
        return holders;
    }
  }
  return holders;
}

/** `f.call`, `f.apply` */
function isCalling({ property, computed }: t.MemberExpression): boolean {
  const name = keyName({ key: property, computed });
  return name === 'call' || name === 'apply';
}
