/**
 * Names and formats of the instructions as "Dalvik bytecode" and "Dalvik executable instruction formats" of the Android
 * Open Source Project give them, for reading by people.
 */
export interface Mnemonic {
  name: string;
  /** Format id such as `35c`. */
  format: string;
}

const KINDS = ['', '-wide', '-object', '-boolean', '-byte', '-char', '-short'];
const TESTS = ['eq', 'ne', 'lt', 'ge', 'gt', 'le'];
const INVOKES = ['virtual', 'super', 'direct', 'static', 'interface'];
const CONVERSIONS =
  'neg-int not-int neg-long not-long neg-float neg-double int-to-long int-to-float int-to-double long-to-int long-to-float long-to-double float-to-int float-to-long float-to-double double-to-int double-to-long double-to-float int-to-byte int-to-char int-to-short'.split(
    ' ',
  );
const INTEGER = 'add sub mul div rem and or xor shl shr ushr'.split(' ');
const FLOATING = 'add sub mul div rem'.split(' ');
const BINARY = [
  ...INTEGER.map((name) => `${name}-int`),
  ...INTEGER.map((name) => `${name}-long`),
  ...FLOATING.map((name) => `${name}-float`),
  ...FLOATING.map((name) => `${name}-double`),
];
const LITERAL = 'add-int rsub-int mul-int div-int rem-int and-int or-int xor-int'.split(' ');

/** From each opcode on, one instruction after the other. */
const RUNS: [first: number, format: string, names: string[]][] = [
  [0x00, '10x', ['nop']],
  ...(['', '-wide', '-object'] as const).flatMap((kind, index): [number, string, string[]][] => [
    [0x01 + 3 * index, '12x', [`move${kind}`]],
    [0x02 + 3 * index, '22x', [`move${kind}/from16`]],
    [0x03 + 3 * index, '32x', [`move${kind}/16`]],
  ]),
  [0x0a, '11x', ['move-result', 'move-result-wide', 'move-result-object', 'move-exception']],
  [0x0e, '10x', ['return-void']],
  [0x0f, '11x', ['return', 'return-wide', 'return-object']],
  [0x12, '11n', ['const/4']],
  [0x13, '21s', ['const/16']],
  [0x14, '31i', ['const']],
  [0x15, '21h', ['const/high16']],
  [0x16, '21s', ['const-wide/16']],
  [0x17, '31i', ['const-wide/32']],
  [0x18, '51l', ['const-wide']],
  [0x19, '21h', ['const-wide/high16']],
  [0x1a, '21c', ['const-string']],
  [0x1b, '31c', ['const-string/jumbo']],
  [0x1c, '21c', ['const-class']],
  [0x1d, '11x', ['monitor-enter', 'monitor-exit']],
  [0x1f, '21c', ['check-cast']],
  [0x20, '22c', ['instance-of']],
  [0x21, '12x', ['array-length']],
  [0x22, '21c', ['new-instance']],
  [0x23, '22c', ['new-array']],
  [0x24, '35c', ['filled-new-array']],
  [0x25, '3rc', ['filled-new-array/range']],
  [0x26, '31t', ['fill-array-data']],
  [0x27, '11x', ['throw']],
  [0x28, '10t', ['goto']],
  [0x29, '20t', ['goto/16']],
  [0x2a, '30t', ['goto/32']],
  [0x2b, '31t', ['packed-switch', 'sparse-switch']],
  [0x2d, '23x', ['cmpl-float', 'cmpg-float', 'cmpl-double', 'cmpg-double', 'cmp-long']],
  [0x32, '22t', TESTS.map((test) => `if-${test}`)],
  [0x38, '21t', TESTS.map((test) => `if-${test}z`)],
  [0x44, '23x', KINDS.map((kind) => `aget${kind}`)],
  [0x4b, '23x', KINDS.map((kind) => `aput${kind}`)],
  [0x52, '22c', KINDS.map((kind) => `iget${kind}`)],
  [0x59, '22c', KINDS.map((kind) => `iput${kind}`)],
  [0x60, '21c', KINDS.map((kind) => `sget${kind}`)],
  [0x67, '21c', KINDS.map((kind) => `sput${kind}`)],
  [0x6e, '35c', INVOKES.map((kind) => `invoke-${kind}`)],
  [0x74, '3rc', INVOKES.map((kind) => `invoke-${kind}/range`)],
  [0x7b, '12x', CONVERSIONS],
  [0x90, '23x', BINARY],
  [0xb0, '12x', BINARY.map((name) => `${name}/2addr`)],
  [0xd0, '22s', LITERAL.map((name) => (name === 'rsub-int' ? name : `${name}/lit16`))],
  [0xd8, '22b', [...LITERAL, 'shl-int', 'shr-int', 'ushr-int'].map((name) => `${name}/lit8`)],
  [0xfa, '45cc', ['invoke-polymorphic']],
  [0xfb, '4rcc', ['invoke-polymorphic/range']],
  [0xfc, '35c', ['invoke-custom']],
  [0xfd, '3rc', ['invoke-custom/range']],
  [0xfe, '21c', ['const-method-handle', 'const-method-type']],
];

/** By opcode; undefined for unused ones. */
export const MNEMONICS: readonly (Mnemonic | undefined)[] = RUNS.reduce((table: (Mnemonic | undefined)[], run) => {
  const [first, format, names] = run;
  names.forEach((name, index) => {
    table[first + index] = { name, format };
  });
  return table;
}, new Array(256).fill(undefined));
