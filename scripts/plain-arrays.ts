import { sep } from 'node:path';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

const TYPED_ARRAYS = new Set([
  'Buffer',
  'Float32Array',
  'Float64Array',
  'Int8Array',
  'Int16Array',
  'Int32Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Uint32Array',
]);
/** What the library declares as arrays with something more. */
const MATCHES = new Set(['RegExpExecArray', 'RegExpMatchArray']);

/** How a sequence is gone through: an array may grow meanwhile, a typed array never. */
type Sequence = 'array' | 'typed array';

/**
 * Has the bundle go through arrays by their indices where the sources use iterators: `for (const each of list)`,
 * `for (const [index, each] of list.entries())` and `const [first, second] = pair`. Until V8 optimises a function, which
 * few live to see in a run of a second, each step of an iterator is a call and makes an object (measured on an APK of 7 MB of
 * code: every sixth byte that a scan allocated, and a twentieth of the main thread's time). Types tell what is an array;
 * everything else is left as it is.
 * @param entries sources from which all others are reached  @param folders whose sources are rewritten
 */
export function plainArrays(entries: string[], folders: string[], options: ts.CompilerOptions): Plugin {
  const program = ts.createProgram(entries, options);
  const within = folders.map((folder) => folder + sep);
  return {
    name: 'plain-arrays',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = within.some((folder) => path.startsWith(folder)) ? program.getSourceFile(path) : undefined;
        return file === undefined ? undefined : { contents: withPlainArrays(file, program), loader: 'ts' };
      });
    },
  };
}

/** The text of a source with indices in place of the iterators of arrays. */
export function withPlainArrays(file: ts.SourceFile, program: ts.Program): string {
  return new Rewriter(file, program.getTypeChecker()).text(file);
}

class Rewriter {
  private loops = 0;

  constructor(
    private readonly file: ts.SourceFile,
    private readonly checker: ts.TypeChecker,
  ) {}

  /** Text of a node with what stands before it, rewritten. */
  text(node: ts.Node): string {
    if (ts.isForOfStatement(node)) return this.loop(node) ?? this.copied(node);
    if (ts.isArrayBindingPattern(node)) return this.pattern(node) ?? this.copied(node);
    return this.copied(node);
  }

  private copied(node: ts.Node): string {
    const source = this.file.text;
    let text = '';
    let end = node.pos;
    ts.forEachChild(node, (child) => {
      text += source.slice(end, child.pos) + this.text(child);
      end = child.end;
    });
    return text + source.slice(end, node.end);
  }

  /** Space and comments before a node. */
  private before(node: ts.Node): string {
    return this.file.text.slice(node.pos, node.getStart(this.file));
  }

  /** A loop over an array, or over the entries of one; null for others. */
  private loop(node: ts.ForOfStatement): string | null {
    const { initializer, expression, statement } = node;
    if (node.awaitModifier !== undefined || !ts.isVariableDeclarationList(initializer)) return null;
    const declared = initializer.declarations[0]?.name;
    if (declared === undefined || (initializer.flags & ts.NodeFlags.BlockScoped) === 0) return null;
    const entries = this.arrayOfEntries(expression);
    const array = entries ?? expression;
    const sequence = this.sequenceOf(this.checker.getTypeAtLocation(array));
    if (sequence === null) return null;
    const number = this.loops++;
    const [list, index, size] = [`$list${number}`, `$index${number}`, `$size${number}`];
    const element = `${list}[${index}]`;
    const names = entries === null ? `${this.text(declared)} = ${element}` : this.entry(declared, index, element);
    if (names === null) return null;
    const head = `let ${index} = 0, ${list} = ${this.text(array)}`;
    const limit = sequence === 'array' ? `${list}.length` : size;
    const sized = sequence === 'array' ? head : `${head}, ${size} = ${list}.length`;
    const kind = (initializer.flags & ts.NodeFlags.Const) !== 0 ? 'const' : 'let';
    const body = `${names === '' ? '' : `${kind} ${names};`}${this.text(statement)}`;
    return `${this.before(node)}for (${sized}; ${index} < ${limit}; ${index}++) {${body}\n}`;
  }

  /** `list` of `list.entries()`, where it is an array. */
  private arrayOfEntries(expression: ts.Expression): ts.Expression | null {
    if (!ts.isCallExpression(expression) || expression.arguments.length > 0) return null;
    const { expression: callee } = expression;
    if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'entries' || callee.questionDotToken)
      return null;
    return this.sequenceOf(this.checker.getTypeAtLocation(callee.expression)) === null ? null : callee.expression;
  }

  /** What `[index, element]` declares. */
  private entry(declared: ts.BindingName, index: string, element: string): string | null {
    if (!ts.isArrayBindingPattern(declared) || declared.elements.length > 2) return null;
    const values = [index, element];
    const names: string[] = [];
    for (const [position, each] of declared.elements.entries()) {
      if (ts.isOmittedExpression(each)) continue;
      if (each.dotDotDotToken !== undefined || each.initializer !== undefined) return null;
      names.push(`${this.text(each.name)} = ${values[position]}`);
    }
    return names.join(', ');
  }

  /** `[first, , third]` as `{0: first, 2: third}`; null where it takes the rest, or what is no array apart. */
  private pattern(node: ts.ArrayBindingPattern): string | null {
    if (this.sequenceOf(this.checker.getTypeAtLocation(node)) === null) return null;
    const parts: string[] = [];
    for (const [index, element] of node.elements.entries()) {
      if (ts.isOmittedExpression(element)) continue;
      if (element.dotDotDotToken !== undefined) return null;
      const otherwise = element.initializer === undefined ? '' : ` = ${this.text(element.initializer)}`;
      parts.push(`${index}: ${this.text(element.name)}${otherwise}`);
    }
    return `${this.before(node)}{${parts.join(', ')}}`;
  }

  private sequenceOf(type: ts.Type): Sequence | null {
    const apparent = type.isTypeParameter() ? (this.checker.getBaseConstraintOfType(type) ?? type) : type;
    if (apparent.isUnion()) {
      const kinds = new Set(apparent.types.map((each) => this.sequenceOf(each)));
      if (kinds.has(null)) return null;
      return kinds.has('array') ? 'array' : 'typed array';
    }
    if (this.checker.isArrayType(apparent) || this.checker.isTupleType(apparent)) return 'array';
    const name = apparent.getSymbol()?.name ?? '';
    if (MATCHES.has(name)) return 'array';
    return TYPED_ARRAYS.has(name) ? 'typed array' : null;
  }
}
