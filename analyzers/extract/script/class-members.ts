import type * as t from '@babel/types';
import { keyName } from './pattern.ts';
import { addSource, Scope } from './scope.ts';
import type { ClassValue, FunctionValue } from './value.ts';

/** Notes what a member of a class body puts on the class or its instances. */
export function declareMember(
  owner: ClassValue,
  member: t.ClassBody['body'][number],
  scope: Scope,
  functionOf: (node: t.Function) => FunctionValue,
): void {
  if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature' || member.type === 'TSDeclareMethod') return;
  const key = member.key.type === 'PrivateName' ? member.key.id : member.key;
  const name = keyName({ key, computed: 'computed' in member ? member.computed : false });
  if (name === null) return;
  const members = member.static === true ? owner.statics : owner.members;
  if (member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod') {
    const method = functionOf(member);
    if (member.kind === 'get') addSource(members, name, { kind: 'expression', expression: member, scope, path: [] });
    else if (member.kind === 'method') addSource(members, name, { kind: 'value', value: method });
    if (member.kind === 'constructor') {
      method.constructed = owner;
      declareParameterFields(owner, member, scope);
    }
    return;
  }
  if (member.typeAnnotation) addSource(members, name, { kind: 'type', annotation: member.typeAnnotation, scope });
  if (!member.value) return;
  const inner = fieldScope(owner, member.static === true, scope);
  addSource(members, name, { kind: 'expression', expression: member.value, scope: inner, path: [] });
  if (isFunctionNode(member.value)) functionOf(member.value).names.push(name);
}

/** `constructor(private clipboard: Clipboard)` is a field, too. */
function declareParameterFields(owner: ClassValue, member: t.ClassMethod | t.ClassPrivateMethod, scope: Scope): void {
  for (const parameter of member.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (target.type !== 'Identifier' || !target.typeAnnotation) continue;
    addSource(owner.members, target.name, { kind: 'type', annotation: target.typeAnnotation, scope });
  }
}

/** The scope of a field's value, in which `this` is what has the field. */
export function fieldScope(owner: ClassValue, isStatic: boolean, scope: Scope): Scope {
  const inner = new Scope(scope, true);
  inner.self = isStatic ? owner : owner.instance;
  return inner;
}

export function isFunctionNode(
  node: t.Node,
): node is t.FunctionDeclaration | t.FunctionExpression | t.ArrowFunctionExpression {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}
