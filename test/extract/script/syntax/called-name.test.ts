import { parseExpression } from '@babel/parser';
import type * as t from '@babel/types';
import { describe, expect, it } from 'vitest';
import { calledName } from '../../../../analyzers/extract/script/syntax/called-name.ts';

describe('the last name of what a call calls', () => {
  it.each([
    ['load()', 'load'],
    ['store.load()', 'load'],
    ["store['load']()", 'load'],
    ['store?.load()', 'load'],
    ['new Store.Loader()', 'Loader'],
    ['(0, store.load)()', 'load'],
    ['(0, (1, load))()', 'load'],
    ['(store.load as any)()', 'load'],
    ['(store as Store).load!()', 'load'],
    ['(0, store.load as any)()', 'load'],
    ['store[key]()', null],
    ['load()()', null],
    ['(() => load)()', null],
  ])('%s: %s', (code, name) => {
    const call = parseExpression(code, { plugins: ['typescript'], createParenthesizedExpressions: true });
    expect(calledName(call as t.CallExpression | t.OptionalCallExpression | t.NewExpression)).toBe(name);
  });
});
