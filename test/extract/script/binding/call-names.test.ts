import { describe, expect, it } from 'vitest';
import { bindScript } from '../../../../analyzers/extract/script/binding/bind.ts';
import { callNames } from '../../../../analyzers/extract/script/binding/call-names.ts';
import { identifierBindings } from '../../../../analyzers/extract/script/binding/identifier-bindings.ts';
import { elementCalls } from '../../../../analyzers/extract/script/resolve/element-call.ts';
import { parseScript } from '../../../../analyzers/extract/script/syntax/parse.ts';

function bound(text: string) {
  const block = { text, line: 1, column: 0, language: 'js' as const };
  return bindScript(parseScript(block, ['flow']).program, new Set());
}

describe('calls by the names that they call', () => {
  const script = bound('read(1); x.read(2); (0, x.read)(3); write(4); x[key](5); new Read(6); (a || b)(7); read()');
  const argumentsAt = (orders: readonly number[]) =>
    orders.map((order) => {
      const node = script.nodes[script.calls.at[order] as number];
      const [first] = node !== undefined && 'arguments' in node ? node.arguments : [];
      return first?.type === 'NumericLiteral' ? first.value : null;
    });

  it('finds all of one name in their order, and no others', () => {
    expect(argumentsAt(callNames(script, script.calls).positions((name) => name === 'read'))).toEqual([1, 2, 3]);
    expect(argumentsAt(callNames(script, script.calls).positions((name) => name === 'red'))).toEqual([]);
  });

  it('asks once for each name, and for those without one', () => {
    const asked: (string | null)[] = [];
    const orders = callNames(script, script.calls).positions((name) => {
      asked.push(name);
      return name === null;
    });
    expect(argumentsAt(orders)).toEqual([5, 7]);
    expect(asked.sort()).toEqual(['Read', null, 'read', 'write']);
  });

  it('keeps calls without arguments apart', () => {
    expect(callNames(script, script.bareCalls).positions((name) => name === 'read')).toEqual([0]);
    expect(callNames(script, script.bareCalls).some((name) => name === 'write')).toBe(false);
  });
});

describe('calls that make elements', () => {
  it('are told by their name, or by what their variable holds', () => {
    const script = bound('const e = React.createElement, f = React.cloneElement; e(A); f(B); _jsx(C); x.h(D); make(E)');
    expect(elementCalls(script)).toEqual([0, 2, 3]);
  });
});

describe('variables that identifiers name', () => {
  it('are those of the nearest scope, and none for globals', () => {
    const script = bound('var a = 1; function f(a) { return a + b } a;');
    const [inner, free, outer] = identifierBindings(script);
    expect([inner?.kind, free, outer?.kind]).toEqual(['parameter', undefined, 'variable']);
  });
});
