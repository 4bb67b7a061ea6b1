/** @babel/parser with bounds on its work, which the build puts behind its code; see scripts/parser-budget.cjs. */
declare module '#parser' {
  export { type ParserOptions, parse, parseExpression } from '@babel/parser';
}
