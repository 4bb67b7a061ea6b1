import { transformSync } from 'esbuild';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { withPlainArrays } from '../../scripts/plain-arrays.ts';

const DECLARED = `
declare const list: readonly number[], pairs: [string, number][], bytes: Uint8Array, either: number[] | Int32Array;
declare const set: Set<number>, map: Map<string, number>, text: string, maybe: number[] | Set<number>, anything: any;
declare const match: RegExpExecArray, deep: [[number, string], number];
declare function use(...values: unknown[]): void;
`;

/** Rewrites texts that stand behind what is declared, as the files of one program. */
function rewritten(cases: readonly string[]): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
  };
  const host = ts.createCompilerHost(options);
  const files = new Map(cases.map((code, index) => [`/case${index}.ts`, `${DECLARED}{${code}}\nexport {};`]));
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, language, ...rest) => {
    const code = files.get(path);
    return code === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, code, language, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((path) => {
    const file = program.getSourceFile(path);
    if (file === undefined) throw new Error(`${path} is missing`);
    return withPlainArrays(file, program).slice(`${DECLARED}{`.length, -'}\nexport {};'.length);
  });
}

const CHANGED: [code: string, wanted: string][] = [
  [
    'for (const each of list) use(each);',
    'for (let $index0 = 0, $list0 = list; $index0 < $list0.length; $index0++) {const each = $list0[$index0]; use(each);\n}',
  ],
  [
    'for (const each of bytes) use(each);',
    'for (let $index0 = 0, $list0 = bytes, $size0 = $list0.length; $index0 < $size0; $index0++) {const each = $list0[$index0]; use(each);\n}',
  ],
  [
    'for (let each of either) use(each++);',
    'for (let $index0 = 0, $list0 = either; $index0 < $list0.length; $index0++) {let each = $list0[$index0]; use(each++);\n}',
  ],
  [
    'for (const [index, each] of list.entries()) use(index, each);',
    'for (let $index0 = 0, $list0 = list; $index0 < $list0.length; $index0++) {const index = $index0, each = $list0[$index0]; use(index, each);\n}',
  ],
  [
    'for (const [key, value] of pairs) use(key, value);',
    'for (let $index0 = 0, $list0 = pairs; $index0 < $list0.length; $index0++) {const  {0: key, 1:  value} = $list0[$index0]; use(key, value);\n}',
  ],
  ['for (const [key, value] of map) use(key, value);', 'for (const {0: key, 1:  value} of map) use(key, value);'],
  ['const [, second = 1] = list; use(second);', 'const {1:  second =  1} = list; use(second);'],
  ['const [[a, b], c] = deep; use(a, b, c);', 'const {0:  {0: a, 1:  b}, 1:  c} = deep; use(a, b, c);'],
  ['const [, group] = match; use(group);', 'const {1:  group} = match; use(group);'],
  ['use(pairs.map(([key]) => key));', 'use(pairs.map(({0: key}) => key));'],
];

const KEPT = [
  'for (const each of set) use(each);',
  'for (const each of maybe) use(each);',
  'for (const each of anything) use(each);',
  'for (const each of text) use(each);',
  'for (const [...entry] of map.entries()) use(entry);',
  'for (var each of list) use(each);',
  'const [first, ...rest] = list; use(first, rest);',
  'const [first] = text; use(first);',
  'const [first] = set; use(first);',
];

test('arrays are gone through by their indices, everything else as it was', () => {
  const spaceless = (code: string): string => code.replaceAll(/[ \n]+/g, ' ').replaceAll(/([{(:=,;]) /g, '$1');
  const results = rewritten([...CHANGED.map(([code]) => code), ...KEPT]).map(spaceless);
  expect(results).toEqual([...CHANGED.map(([, wanted]) => wanted), ...KEPT].map(spaceless));
});

/** What it does to go through arrays that change meanwhile, that are left early, that closures keep. */
const PROGRAMS = [
  'const out: unknown[] = []; for (const each of list) out.push(each); return out;',
  'const out: unknown[] = []; outer: for (const each of list) { for (const other of list) { if (other > each) continue outer; if (other < 0) break outer; out.push(each, other); } } return out;',
  'const grown = [...list]; const out: number[] = []; for (const each of grown) { out.push(each); if (grown.length < 40 && each % 3 === 0) grown.push(each + 1); } return out;',
  'const left = [...list]; const out: number[] = []; for (const each of left) { out.push(each); if (each % 2 === 0) left.shift(); } return out;',
  'const made: (() => unknown)[] = []; for (const [index, each] of list.entries()) made.push(() => [index, each]); return made.map((one) => one());',
  'const [first = 7, , third] = list; return [first, third];',
  'const nested = list.map((each): [number, [string, number]] => [each, [String(each), each]]); const out: unknown[] = []; for (const [a, [b, c]] of nested) out.push(a, b, c); return out;',
  'let sum = 0; for (let each of Int32Array.from(list)) { each *= 2; sum += each; } return sum;',
];

test('does what the sources do', () => {
  const functions = PROGRAMS.map((code) => `const run = (list: readonly number[]): unknown => {${code}}; use(run);`);
  const runOf = (code: string): ((list: readonly number[]) => unknown) => {
    const script = transformSync(code.replace(/use\(run\);\s*$/, ''), { loader: 'ts' }).code;
    return new Function(`${script}; return run;`)();
  };
  const after = rewritten(functions);
  expect(after.filter((code) => / of /.test(code))).toEqual([]);
  const runs = functions.map((code, index) => [runOf(code), runOf(after[index] ?? '')] as const);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 30 }), { maxLength: 12 }), (list) => {
      for (const [source, plain] of runs) expect(plain(list)).toEqual(source(list));
    }),
  );
});
