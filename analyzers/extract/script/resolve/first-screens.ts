import type * as t from '@babel/types';

/** Nesting of fragments, groups and conditions inside of a navigator. */
const MAX_NESTING = 8;

/**
 * The components that a navigator of React Navigation shows when it is shown itself: of the screen that
 * `initialRouteName` names, else of the first, on each branch of a condition. Source: its documentation of `Navigator`.
 */
export function firstScreens({ openingElement, children }: t.JSXElement): t.Expression[] {
  const initial = attributeOf(openingElement, 'initialRouteName');
  if (initial?.type === 'StringLiteral') {
    const named = screensIn(children, false, 0).filter((screen) => {
      const name = attributeOf(screen, 'name');
      return name?.type === 'StringLiteral' && name.value === initial.value;
    });
    if (named.length > 0) return componentsOf(named);
  }
  return componentsOf(screensIn(children, true, 0));
}

function componentsOf(screens: readonly t.JSXOpeningElement[]): t.Expression[] {
  return screens.flatMap((screen) => attributeOf(screen, 'component') ?? []);
}

/** @param first whether to stop at a screen that stands there under any condition */
function screensIn(children: readonly t.Node[], first: boolean, nesting: number): t.JSXOpeningElement[] {
  const found: t.JSXOpeningElement[] = [];
  if (nesting > MAX_NESTING) return found;
  for (const child of children) {
    const inner = screensOf(child, first, nesting);
    for (const screen of inner) found.push(screen);
    if (first && inner.length > 0 && !isOptional(child)) break;
  }
  return found;
}

function screensOf(node: t.Node, first: boolean, nesting: number): t.JSXOpeningElement[] {
  const within = (nodes: readonly t.Node[]): t.JSXOpeningElement[] => screensIn(nodes, first, nesting + 1);
  switch (node.type) {
    case 'JSXElement': {
      const { name } = node.openingElement;
      const last = name.type === 'JSXMemberExpression' ? name.property.name : null;
      return last === 'Screen' ? [node.openingElement] : last === 'Group' ? within(node.children) : [];
    }
    case 'JSXFragment':
      return within(node.children);
    case 'JSXExpressionContainer':
      return screensIn([node.expression], first, nesting + 1);
    case 'ConditionalExpression':
      return [...within([node.consequent]), ...within([node.alternate])];
    case 'LogicalExpression':
      return within([node.right]);
    case 'ParenthesizedExpression':
      return within([node.expression]);
    default:
      return [];
  }
}

/** `{on && <Stack.Screen ... />}` */
function isOptional(node: t.Node): boolean {
  return node.type === 'JSXExpressionContainer' && node.expression.type === 'LogicalExpression';
}

function attributeOf({ attributes }: t.JSXOpeningElement, name: string): t.Expression | undefined {
  for (const attribute of attributes) {
    if (attribute.type !== 'JSXAttribute' || attribute.name.name !== name) continue;
    const { value } = attribute;
    if (value?.type === 'StringLiteral') return value;
    if (value?.type === 'JSXExpressionContainer' && value.expression.type !== 'JSXEmptyExpression') {
      return value.expression;
    }
  }
  return undefined;
}
