import type * as t from '@babel/types';
import { isFunctionNode } from '../syntax/function-nodes.ts';
import { keyName, patternTargets } from '../syntax/pattern.ts';
import { addSource, type Binding, Scope } from './scope.ts';
import type { ClassValue, FunctionValue } from './value.ts';

/** Notes what the members of a class body put on the class and its instances, and by what names it is constructed. */
export function declareMembers(
  owner: ClassValue,
  { id, type, body }: t.Class,
  binding: Binding | null,
  functionOf: (node: t.Function) => FunctionValue,
): void {
  for (const member of body.body) {
    declareMember(owner, member, owner.scope, functionOf);
    if (member.type !== 'ClassMethod' || member.kind !== 'constructor') continue;
    const made = functionOf(member);
    made.addName('default');
    if (id) made.addName(id.name);
    if (type === 'ClassDeclaration') made.binding = binding;
  }
}

/** The object that an enumeration is: its members are properties with constants. */
export function enumObject(members: readonly t.TSEnumMember[]): t.ObjectExpression {
  const properties = members.map(({ id, initializer }, order) => {
    const value = initializer ?? { type: 'NumericLiteral', value: order };
    return { type: 'ObjectProperty', key: id, value, computed: false } as t.ObjectProperty;
  });
  return { type: 'ObjectExpression', properties } as unknown as t.ObjectExpression;
}

function declareMember(
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
  if (member.typeAnnotation)
    addSource(members, name, { kind: 'type', annotation: member.typeAnnotation, scope, path: [] });
  if (!member.value) {
    // It is known, whatever may be put into it.
    if (!members.has(name)) members.set(name, []);
    return;
  }
  const inner = fieldScope(owner, member.static === true, scope);
  addSource(members, name, { kind: 'expression', expression: member.value, scope: inner, path: [] });
  if (isFunctionNode(member.value)) functionOf(member.value).addName(name);
}

/** `constructor(private clipboard: Clipboard)` is a field, too. */
function declareParameterFields(owner: ClassValue, member: t.ClassMethod | t.ClassPrivateMethod, scope: Scope): void {
  for (const parameter of member.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (target.type !== 'Identifier' || !target.typeAnnotation) continue;
    addSource(owner.members, target.name, { kind: 'type', annotation: target.typeAnnotation, scope, path: [] });
  }
}

/** The same without a type: the field holds what the constructor is given. */
export function declareParameterField(owner: ClassValue, parameter: t.Node, inner: Scope): void {
  if (parameter.type !== 'TSParameterProperty') return;
  const [field] = patternTargets(parameter).targets;
  if (field?.target.type !== 'Identifier') return;
  const { target: expression } = field;
  addSource(owner.members, expression.name, { kind: 'expression', expression, scope: inner, path: [] });
}

/** The scope of a field's value, in which `this` is what has the field. */
export function fieldScope(owner: ClassValue, isStatic: boolean, scope: Scope): Scope {
  const inner = new Scope(scope, true);
  inner.self = isStatic ? owner : owner.instance;
  return inner;
}
