import type { CallExpression, Node, OptionalCallExpression } from '@babel/types';

/** Functions that load a module by name; bundlers rename `require`. */
const LOADERS = new Set(['require', '__webpack_require__', '_$$_REQUIRE', '__non_webpack_require__']);

/**
 * The constant name by which a call loads a module: `require('x')`, `import('x')`, and Metro's development form
 * `r(d[5], "x")`, which gives the name beside the number.
 */
export function requireSpecifier(call: CallExpression | OptionalCallExpression): string | undefined {
  const { callee } = call;
  const [first, second] = call.arguments;
  if (first === undefined) return undefined;
  if (callee.type === 'Import' || isLoaderOfPage(callee)) return constantName(first);
  if (loadsPlugin(callee)) {
    const name = constantName(first);
    return name === undefined ? undefined : `plugin://${name}`;
  }
  if (callee.type !== 'Identifier') return undefined;
  if (LOADERS.has(callee.name)) {
    const name = constantName(first);
    if (name !== undefined) return name;
  }
  const isNumbered = first.type === 'MemberExpression' && first.computed && first.property.type === 'NumericLiteral';
  return isNumbered && second?.type === 'StringLiteral' ? second.value : undefined;
}

/** What `require` is a member of: the window of a page that may load modules, and the main process beside it. */
const HOLDS_LOADER = new Set(['window', 'self', 'globalThis', 'global', 'module', 'nw', 'remote']);

/** `window.require`, out of sight of the bundler that packs the page. */
function isLoaderOfPage(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier') return false;
  const { object, property } = callee;
  return property.type === 'Identifier' && property.name === 'require' && HOLDS_LOADER.has(object.name);
}

/**
 * `requirePlugin('name')`: a plug-in of a mini-program, by the name that app.json gives it; pages address it as
 * `plugin://name`. Frameworks hand the function on as theirs (`Taro.requirePlugin`).
 * Source: the WeChat documentation of using plug-ins.
 */
export function loadsPlugin(callee: Node): boolean {
  if (callee.type === 'Identifier') return callee.name === 'requirePlugin';
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier') return false;
  return callee.property.type === 'Identifier' && callee.property.name === 'requirePlugin';
}

/** Helpers by which compilers make CommonJS and ES modules fit; each returns its argument's exports. */
export function isInteropHelper(name: string): boolean {
  return (
    /^_*interop(?:Require|Namespace|Default)/.test(name) || /^__(?:importDefault|importStar|toESM|toModule)$/.test(name)
  );
}

function constantName(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}
