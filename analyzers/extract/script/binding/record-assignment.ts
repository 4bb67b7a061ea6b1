import type * as t from '@babel/types';
import { keyName } from '../syntax/pattern.ts';
import type { BoundScript } from './bound-script.ts';
import { recordExport } from './record-exports.ts';
import { addSource, type Binding, type Scope, type Source } from './scope.ts';
import { ClassValue, InstanceValue } from './value.ts';

/** The name under which functions are kept that an object gets by names worked out: `api[key] = (data) => ...`. */
export const ANY_NAME = '*';

/** An assignment, kept until all names are declared. */
export interface Assignment {
  target: t.Node;
  source: Source;
  scope: Scope;
}

/** Notes what an assignment gives to a variable, to a property, or to a module's exports. */
export function recordAssignment(
  { target, source, scope }: Assignment,
  script: BoundScript,
  declareGlobal: (name: string) => Binding,
): void {
  if (target.type === 'Identifier') {
    const binding = scope.lookup(target.name) ?? declareGlobal(target.name);
    binding.give(source);
  } else if (target.type === 'MemberExpression' && !recordExport(target, source, scope)) {
    assignMember(target, source, scope, script);
  }
  if (source.kind === 'expression' && target.type === 'MemberExpression') {
    const name = keyName({ key: target.property, computed: target.computed });
    if (name !== null) script.functions.get(source.expression)?.addName(name === 'exports' ? 'default' : name);
  }
}

function assignMember(target: t.MemberExpression, source: Source, scope: Scope, script: BoundScript): void {
  const name = keyName({ key: target.property, computed: target.computed }) ?? (isFunction(source) ? ANY_NAME : null);
  const { object } = target;
  if (name === null) return;
  if (object.type === 'ThisExpression') {
    const self = scope.enclosingSelf();
    const members = self instanceof InstanceValue ? self.of.members : self instanceof ClassValue ? self.statics : null;
    if (members !== null) {
      addSource(members, name, source);
      return;
    }
  }
  script.memberWrites.push({ object, scope, name, source });
  const binding = object.type === 'Identifier' ? scope.lookup(object.name) : undefined;
  if (binding === undefined) return;
  binding.members ??= new Map();
  addSource(binding.members, name, source);
}

function isFunction(source: Source): boolean {
  if (source.kind !== 'expression') return false;
  const { type } = source.expression;
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression';
}
