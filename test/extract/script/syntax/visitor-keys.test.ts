import * as babel from '@babel/types';
import { expect, test } from 'vitest';
import { VISITOR_KEYS } from '../../../../analyzers/extract/script/syntax/visitor-keys.ts';

/** Children that only type checkers see. */
const TYPE_KEYS =
  /^(?:type(?:Annotation|Parameters|Arguments)|returnType|predicate|implements|mixins|superTypeParameters|variance)$/;
/** Children that name something and hold no code. */
const NAME_KEYS: Record<string, string[]> = {
  ClassPrivateProperty: ['key'],
  JSXElement: ['closingElement'],
  JSXFragment: ['openingFragment', 'closingFragment'],
  LabeledStatement: ['label'],
  ObjectExpression: [],
  Program: ['directives'],
  TSEnumMember: ['id'],
  TemplateLiteral: ['quasis'],
};

test('the listed children are those of the node definitions, but types and names', () => {
  for (const [type, keys] of Object.entries(VISITOR_KEYS)) {
    const defined = babel.VISITOR_KEYS[type] ?? [];
    const code = defined.filter((key) => !TYPE_KEYS.test(key) && !(NAME_KEYS[type] ?? []).includes(key));
    expect([type, ...keys]).toEqual([type, ...code]);
  }
});

/** Types, and what only parser options that are not set let through. */
const ELSEWHERE =
  /^(?:ImportExpression|ModuleExpression|Flow|TS|Declare|Enum|Interface|Opaque|ObjectType|Placeholder|V8|Pipeline|Tuple|Record|Topic|ArgumentPlaceholder|DecimalLiteral|.*Type(?:Annotation|Alias|Identifier|Param|Parameter.*|Spread.*|Indexer|Property|InternalSlot|CallProperty)?$)/;
const BY_BINDER = new Set(
  'ArrowFunctionExpression AssignmentExpression AssignmentPattern ArrayPattern ObjectPattern BlockStatement CallExpression CatchClause ClassAccessorProperty ClassDeclaration ClassExpression ClassMethod ClassPrivateMethod ClassPrivateProperty ClassProperty ExportAllDeclaration ExportDefaultDeclaration ExportNamedDeclaration ForInStatement ForOfStatement ForStatement FunctionDeclaration FunctionExpression ImportDeclaration JSXAttribute JSXMemberExpression MemberExpression ObjectExpression ObjectMethod ObjectProperty OptionalCallExpression OptionalMemberExpression ReturnStatement StaticBlock SwitchStatement VariableDeclaration VariableDeclarator'.split(
    ' ',
  ),
);
const WITHOUT_CODE =
  /^(?:BreakStatement|ContinueStatement|Directive|Export(?:Default|Namespace)?Specifier|Import.*Specifier|ImportAttribute|MetaProperty|JSX(?:ClosingElement|NamespacedName)|PrivateName|ClassImplements|InferredPredicate|DeclaredPredicate|QualifiedTypeofIdentifier|Identifier)$/;

test('no kind of node with children is forgotten', () => {
  const forgotten = Object.entries(babel.VISITOR_KEYS)
    .filter(([, keys]) => keys.length > 0)
    .map(([type]) => type)
    .filter((type) => !(type in VISITOR_KEYS) && !BY_BINDER.has(type))
    .filter((type) => !ELSEWHERE.test(type) && !WITHOUT_CODE.test(type));
  expect(forgotten).toEqual([]);
});
