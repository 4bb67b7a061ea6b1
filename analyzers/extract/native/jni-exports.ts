import type { SymbolTable } from '../../formats/elf/symbol-table.ts';

const JNI_PREFIX = Buffer.from('Java_');
/** Classes that are named for one library; they tell whose it is, and the first few do. */
const MAX_CLASSES = 16;
const MAX_NAMES = 4096;

/**
 * The Java classes whose native methods a library exports, sorted: `Java_com_example_Scanner_open` is of
 * `com.example.Scanner`. Source: Java Native Interface Specification, "Resolving Native Method Names".
 */
export function exportingClasses(bytes: Uint8Array, symbols: SymbolTable): string[] {
  const classes = new Set<string>();
  let names = 0;
  for (let index = 1; index < symbols.count && names < MAX_NAMES; index++) {
    const start = symbols.nameOffset(index);
    if (start < 0 || !isNativeMethod(bytes, start) || symbols.isImport(index)) continue;
    names++;
    const name = classOfNative(symbols.name(index));
    if (name !== null) classes.add(name);
  }
  return [...classes].sort().slice(0, MAX_CLASSES);
}

function isNativeMethod(bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < JNI_PREFIX.length; i++) if (bytes[start + i] !== JNI_PREFIX[i]) return false;
  return true;
}

/** `Java_a_b_C_1d_method__I` -> `a.b.C_d`; null where the name has no class and method. */
export function classOfNative(symbol: string): string | null {
  const mangled = symbol.slice('Java_'.length).split('__')[0] ?? '';
  // An underscore before a digit is an escape, any other one separates.
  const parts = mangled.split(/_(?![0-9])/);
  if (parts.length < 2 || parts.includes('')) return null;
  return parts.slice(0, -1).map(unmangle).join('.');
}

/** `_1` `_`, `_2` `;`, `_3` `[`, `_0xxxx` a UTF-16 unit. */
function unmangle(part: string): string {
  return part.replace(/_(0[0-9a-f]{4}|[123])/g, (whole, code: string) => {
    if (code.length > 1) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return { 1: '_', 2: ';', 3: '[' }[code] ?? whole;
  });
}
