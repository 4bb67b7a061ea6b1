import { expect, test } from 'vitest';
import { inlineConstants } from '../../scripts/inline-constants.ts';

test.each([
  ['variables', 'var NONE = -1; use(NONE, x - NONE);', 'var NONE = -1; use((-1), x - (-1));'],
  [
    'members',
    'var Kind = { NEW: 1, CLASS: 0x20 }; switch (k) { case Kind.NEW: return_(Kind.CLASS); }',
    'var Kind = { NEW: 1, CLASS: 0x20 }; switch (k) { case 1: return_(32); }',
  ],
  [
    'names of members alone',
    'var SIZE = 4; a.SIZE = { SIZE: 1, b: SIZE };',
    'var SIZE = 4; a.SIZE = { SIZE: 1, b: 4 };',
  ],
  [
    'inside of functions',
    'var N = 1e3; const f = () => N; class A { n = N; }',
    'var N = 1e3; const f = () => 1000; class A { n = 1000; }',
  ],
  ['places in arrays', 'var AT = 2; list[AT] = [AT]; `${AT}`;', 'var AT = 2; list[2] = [2]; `${2}`;'],
])('numbers stand in place of %s', (_, script, wanted) => {
  expect(inlineConstants(script)).toBe(wanted);
});

test.each([
  ['is written to', 'var n = 1; n = 2; use(n);'],
  ['is counted up', 'var n = 1; n++; use(n);'],
  ['is declared again', 'var n = 1; function f() { var n = 2; return n; }'],
  ['is declared twice', 'var n = 1; var n = 2; use(n);'],
  ['is a parameter', 'var n = 1; function f(n) { return n; }'],
  ['is taken apart into', 'var n = 1; ({ n } = other); use(n);'],
  ['has a member written to', 'var Kind = { A: 1 }; Kind.A = 2; use(Kind.A);'],
  ['has a member deleted', 'var Kind = { A: 1 }; delete Kind.A; use(Kind.A);'],
  ['has a method called', 'var Kind = { A: 1 }; Kind.A(); use(Kind.A);'],
  ['is handed over', 'var Kind = { A: 1 }; change(Kind); use(Kind.A);'],
  ['is asked for another member', 'var Kind = { A: 1 }; use(Kind.A, Kind.B);'],
  ['is asked by a computed name', 'var Kind = { A: 1 }; use(Kind.A, Kind[A]);'],
  ['is no number', "var text = 'a'; var Kind = { A: 1, B: x }; use(text, Kind.A);"],
  ['is written short', 'var n = 1; use({ n });'],
  ['a loop writes to', 'var n = 1; function f() { for (n of list) use(n); }'],
  ['stands in a function', 'function f() { var n = 1; return n; }'],
])('what %s stays', (_, script) => {
  expect(inlineConstants(script)).toBe(script);
});
