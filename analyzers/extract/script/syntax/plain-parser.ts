import type { Program, Node as SyntaxNode } from '@babel/types';
import { type Options, Parser } from 'acorn';
import { internalsOf, type OpenNode } from './acorn-internals.ts';
import { LineTable } from './line-table.ts';
import { withPlainTokens } from './plain-tokens.ts';
import type { ScriptBlock } from './script-block.ts';

const OPTIONS: Options = {
  ecmaVersion: 'latest',
  sourceType: 'script',
  allowAwaitOutsideFunction: true,
  allowHashBang: true,
  allowImportExportEverywhere: true,
  allowReserved: true,
  allowReturnOutsideFunction: true,
  allowSuperOutsideMethod: true,
  checkPrivateFields: false,
};

/**
 * Parses JavaScript without types and JSX by acorn, into the nodes that @babel/parser makes. What bundlers and minifiers
 * write takes it half of the time (its tokens, names and steps of members are read by functions of ours, which took a fifth
 * off), and less than two thirds of the memory, since a node's line and column are worked
 * out when they are asked for. It recovers from no error: it throws the first one.
 */
export function parsePlain(
  { text, line, column }: ScriptBlock,
  lines: Lines = new LineTable(text, line, column),
): Program {
  plainParser ??= makePlainParser();
  return new plainParser(OPTIONS, text, lines).parse();
}

/** Tells the places of offsets. */
type Lines = Pick<LineTable, 'at'>;

let plainParser: ReturnType<typeof makePlainParser> | null = null;

class PlainNode implements OpenNode {
  [key: string]: unknown;
  type = '';
  end = 0;
  readonly #lines: Lines;

  constructor(
    readonly start: number,
    lines: Lines,
  ) {
    this.#lines = lines;
  }

  get loc(): SyntaxNode['loc'] {
    return { start: this.#lines.at(this.start), end: this.#lines.at(this.end) } as SyntaxNode['loc'];
  }

  copy(): PlainNode {
    return Object.assign(this.at(this.start), this);
  }

  at(start: number): PlainNode {
    return new PlainNode(start, this.#lines);
  }
}

/** Two fifths of all nodes are names: of a class of their own they take three quarters of the memory. */
class PlainIdentifier extends PlainNode {
  name = '';
}

class PlainLiteral extends PlainNode {
  value: unknown;
}

/**
 * The engine gives all objects of a class as much room as its first eight take. Four properties fit most nodes; what more
 * there is stands beside them.
 */
function settleSize(lines: Lines): void {
  for (let made = 0; made < 8; made++) {
    Object.assign(new PlainNode(0, lines), { object: null, property: null, computed: false, optional: false });
  }
}

/** Made when it is first asked for, because the library is run only then; by its prototype, which is the library's own. */
function makePlainParser() {
  const { tokTypes } = internalsOf(Parser);
  settleSize(new LineTable('', 1, 0));

  return class PlainParser extends withPlainTokens(Parser) {
    // Whether names are declared twice, and what strict code forbids, is no question here, and takes time.
    declareName(): void {}
    checkUnreserved(): void {}
    checkLValSimple(): void {}
    checkLValPattern(): void {}
    checkLValInnerPattern(): void {}
    checkPropClash(): void {}
    checkParams(): void {}
    checkExport(): void {}
    checkLocalExport(): void {}
    strictDirective(): boolean {
      return false;
    }
    validateRegExpFlags(): void {}
    validateRegExpPattern(): void {}
    // The stack's end is told by the engine's own error.
    catchStackOverflow(parse: () => Program): Program {
      return parse();
    }

    constructor(
      options: Options,
      text: string,
      private readonly lines: Lines,
    ) {
      super(options, text);
    }

    override startNode(): OpenNode {
      return new PlainNode(this.start, this.lines);
    }

    override startNodeAt(at: number): OpenNode {
      return new PlainNode(at, this.lines);
    }

    copyNode(node: PlainNode): OpenNode {
      return node.copy();
    }

    override parseIdentNode(): OpenNode {
      if (this.type !== tokTypes.name) return super.parseIdentNode();
      const node = new PlainIdentifier(this.start, this.lines);
      node.name = this.value as string;
      return node;
    }

    override parseIdent(liberal: boolean): OpenNode {
      if (!liberal && this.type.keyword !== undefined) this.unexpected();
      return super.parseIdent(liberal);
    }

    /**
     * A name, number or text that is followed by what ends an expression is all of it: most arguments in
     * minified code, for which the library goes through ten functions each.
     */
    override parseMaybeAssign(forInit?: unknown, errors?: unknown, afterLeft?: unknown): OpenNode {
      if (ENDS_EXPRESSION[this.input.charCodeAt(this.pos)] === 1) {
        const { type, value } = this;
        if (type === tokTypes.name && !this.containsEsc && value !== 'yield' && value !== 'await') {
          const name = this.parseIdentNode();
          this.next();
          return this.finishNode(name, 'Identifier');
        }
        if (type === tokTypes.num || type === tokTypes.string) return this.parseLiteral(value);
      }
      return super.parseMaybeAssign(forInit, errors, afterLeft);
    }

    /** `base.name[key](...)`; the library's function asks four times for every step. */
    override parseSubscripts(
      base: OpenNode,
      start: number,
      loc: unknown,
      isCallee: boolean,
      forInit: unknown,
    ): OpenNode {
      // `async (x) => x`
      if (base.name === 'async') return super.parseSubscripts(base, start, loc, isCallee, forInit);
      for (let node = base; ; ) {
        const { type } = this;
        if (type === tokTypes.dot) node = this.parseNamedMember(node, start);
        else if (type === tokTypes.bracketL) node = this.parseKeyedMember(node, start);
        else if (type === tokTypes.parenL && !isCallee) node = this.parseCallOf(node, start);
        else if (type === tokTypes.questionDot || type === tokTypes.backQuote) {
          return super.parseSubscripts(node, start, loc, isCallee, forInit);
        } else return node;
      }
    }

    private parseNamedMember(object: OpenNode, start: number): OpenNode {
      this.next();
      const node = this.startNodeAt(start);
      node.object = object;
      const isPrivate = this.type === tokTypes.privateId && object.type !== 'Super';
      node.property = isPrivate ? this.parsePrivateIdent() : this.parseIdent(true);
      node.computed = false;
      node.optional = false;
      return this.finishNode(node, 'MemberExpression');
    }

    private parseKeyedMember(object: OpenNode, start: number): OpenNode {
      this.next();
      const node = this.startNodeAt(start);
      node.object = object;
      node.property = this.parseExpression();
      this.expect(tokTypes.bracketR);
      node.computed = true;
      node.optional = false;
      return this.finishNode(node, 'MemberExpression');
    }

    private parseCallOf(callee: OpenNode, start: number): OpenNode {
      this.next();
      const list = this.parseExprList(tokTypes.parenR, true, false);
      const node = this.startNodeAt(start);
      node.callee = callee;
      node.arguments = list;
      node.optional = false;
      return this.finishNode(node, 'CallExpression');
    }

    override parseLiteral(value: unknown): OpenNode {
      const node = new PlainLiteral(this.start, this.lines);
      const type = LITERALS[typeof value];
      // The engine's object for a regular expression is of no use.
      node.value = type === undefined ? undefined : value;
      const isBigInt = this.input.charCodeAt(this.end - 1) === 110 && typeof value !== 'string';
      this.next();
      return this.finishNode(node, type ?? (isBigInt ? 'BigIntLiteral' : 'RegExpLiteral'));
    }

    override finishNode(node: OpenNode, type: string): OpenNode {
      node.type = type;
      node.end = this.lastTokEnd;
      if (type === 'Identifier') return node;
      const list = LISTS.get(type);
      if (list !== undefined) node[list] = (node[list] as unknown[]).slice();
      switch (type) {
        case 'Literal':
          node.type = node.value === null ? 'NullLiteral' : 'BooleanLiteral';
          return node;
        case 'Property':
          return finishProperty(node);
        case 'MethodDefinition':
          node.type = isPrivate(node) ? 'ClassPrivateMethod' : 'ClassMethod';
          return takeFunction(node);
        case 'PropertyDefinition':
          node.type = isPrivate(node) ? 'ClassPrivateProperty' : 'ClassProperty';
          return node;
        case 'PrivateIdentifier':
          return finishPrivateName(node);
        case 'ChainExpression':
          return finishChain(node.expression as OpenNode);
        case 'ImportExpression':
          return finishImport(node, this.startNodeAt(node.start));
        case 'ExportAllDeclaration':
          return node.exported ? finishNamespaceExport(node, this.startNodeAt(node.start + 'export '.length)) : node;
        default:
          return node;
      }
    }

    override toAssignable(node: OpenNode | null, isBinding: boolean, errors: unknown): OpenNode | null {
      if (node?.type === 'ObjectProperty') {
        this.toAssignable(node.value as OpenNode, isBinding, undefined);
        return node;
      }
      return super.toAssignable(node, isBinding, errors);
    }
  };
}

/** By UTF-16 unit: `,` `)` `;` `]` `}` `:`. */
const ENDS_EXPRESSION = Uint8Array.from({ length: 128 }, (_, code) =>
  ',);]}:'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** Lists that are filled one by one, for which the engine keeps room for sixteen more. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['CallExpression', 'arguments'],
  ['NewExpression', 'arguments'],
  ['BlockStatement', 'body'],
  ['VariableDeclaration', 'declarations'],
  ['ObjectExpression', 'properties'],
  ['ObjectPattern', 'properties'],
  ['ArrayExpression', 'elements'],
  ['SequenceExpression', 'expressions'],
  ['FunctionExpression', 'params'],
  ['FunctionDeclaration', 'params'],
  ['ArrowFunctionExpression', 'params'],
]);

const LITERALS: Readonly<Record<string, string>> = {
  string: 'StringLiteral',
  number: 'NumericLiteral',
  bigint: 'BigIntLiteral',
};

function finishProperty(node: OpenNode): OpenNode {
  if (node.kind === 'init' && node.method !== true) {
    node.type = 'ObjectProperty';
    return node;
  }
  node.type = 'ObjectMethod';
  if (node.kind === 'init') node.kind = 'method';
  return takeFunction(node);
}

/** A method has what acorn puts into a function below it. */
function takeFunction(method: OpenNode): OpenNode {
  const { params, body, async, generator } = method.value as OpenNode;
  Object.assign(method, { params, body, async, generator, value: undefined });
  return method;
}

function isPrivate({ key }: OpenNode): boolean {
  return (key as OpenNode).type === 'PrivateName';
}

function finishPrivateName(node: OpenNode): OpenNode {
  const id = (node as PlainNode).at(node.start + '#'.length);
  id.type = 'Identifier';
  id.end = node.end;
  id.name = node.name;
  node.type = 'PrivateName';
  node.id = id;
  return node;
}

/** From the first `?.` on all members and calls of a chain are optional ones. */
function finishChain(expression: OpenNode): OpenNode {
  const links: OpenNode[] = [];
  let last = 0;
  for (let node: OpenNode | undefined = expression; node !== undefined; ) {
    const isCall: boolean = node.type === 'CallExpression' || node.type === 'OptionalCallExpression';
    if (!isCall && node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') break;
    links.push(node);
    if (node.optional === true) last = links.length;
    node = (isCall ? node.callee : node.object) as OpenNode;
  }
  for (const node of links.slice(0, last)) {
    if (!node.type.startsWith('Optional')) node.type = `Optional${node.type}`;
  }
  return expression;
}

/** `import(source)` is the call of a function named import. */
function finishImport(node: OpenNode, callee: OpenNode): OpenNode {
  callee.type = 'Import';
  callee.end = node.start + 'import'.length;
  node.type = 'CallExpression';
  node.callee = callee;
  node.arguments = node.options ? [node.source, node.options] : [node.source];
  node.source = undefined;
  node.options = undefined;
  return node;
}

/** `export * as name from source` */
function finishNamespaceExport(node: OpenNode, specifier: OpenNode): OpenNode {
  specifier.type = 'ExportNamespaceSpecifier';
  specifier.end = (node.exported as OpenNode).end;
  specifier.exported = node.exported;
  node.exported = null;
  node.type = 'ExportNamedDeclaration';
  node.specifiers = [specifier];
  node.declaration = null;
  return node;
}
