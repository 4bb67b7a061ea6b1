import { scanBrackets } from '../syntax/bracket-scan.ts';
import type { BundleText, ModuleText } from './module-text.ts';

/** UTF-16 units below which cutting a text saves nothing. */
const LEAST_UNITS = 16 * 1024;

/** White space and comments, each told by its first character, so that there is one way to read them. */
const GAP = String.raw`(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*\n)*`;
const KEY = String.raw`(?:"([^"\\\n]{1,500})"|'([^'\\\n]{1,500})'|([\w$]{1,100}))`;
const NAMES = String.raw`[\w$,\s]*`;
const HEAD = String.raw`(?:async\s+)?(?:function(?:\s+[\w$]+)?\s*\((${NAMES})\)|\((${NAMES})\)\s*=>|([\w$]+)\s*=>)\s*\{`;
/** `12: function (module, exports, require) {`, `"./a.js": (module, exports) => {` */
const KEYED = new RegExp(String.raw`${GAP}${KEY}\s*:${GAP}(?:\(${GAP})?${HEAD}`, 'y');
/** `12(module, exports, require) {` */
const METHOD = new RegExp(String.raw`${GAP}${KEY}${GAP}\((${NAMES})\)\s*\{`, 'y');
const LISTED = new RegExp(String.raw`${GAP}(?:\(${GAP})?${HEAD}`, 'y');
/** `1: [function (require, module, exports) {` of browserify. */
const WITH_NAMES = new RegExp(String.raw`${GAP}${KEY}\s*:\s*\[\s*${HEAD}`, 'y');
/** What browserify writes behind a function: what the module calls its dependencies. */
const NAMES_OF_DEPENDENCIES = /\}\s*,\s*\{([^{}]*)\}\s*\]/y;
const AFTER = new RegExp(String.raw`\}${GAP}(?:\)${GAP})?([,}\]])`, 'y');
const AFTER_NAMES = new RegExp(`${GAP}([,}])`, 'y');
/** Ids that tell a bundler's table where its place does not. */
const TELLING_ID = /^\d+$|^\.{0,2}\/|\.[mc]?[jt]sx?$/;
/** Where arrays, and tables with any ids, are bundlers': the argument of a function called at once, or a chunk's. */
const CALLED_WITH = /[})]\s*\(\s*$|\.push\)?\(\s*\[\s*\[[^[\]]*\]\s*,\s*$/;
const PLACE_UNITS = 4000;

type Form = 'keyed' | 'listed' | 'with-names';

/** A module whose function was begun. */
interface Begun {
  id: string;
  start: number;
  /** Offset of its function's opening brace. */
  brace: number;
  parameters: readonly string[];
}

interface Table {
  /** Offset of its opening bracket. */
  opening: number;
  form: Form;
  isTrusted: boolean;
  begun: Begun | null;
  done: { begun: Begun; bodyEnd: number; names: string | null }[];
  isValid: boolean;
}

/**
 * Cuts a bundle of webpack or browserify into its modules: the outermost objects and arrays that hold nothing but
 * functions as these bundlers write them. Null where there is none, or where the text's brackets do not fit together.
 */
export function readWebpackText(text: string): BundleText | null {
  if (text.length < LEAST_UNITS) return null;
  const tables: Table[] = [];
  let table: Table | null = null;
  const whole = scanBrackets(
    text,
    (at) => {
      table ??= beginTable(text, at);
    },
    (at, opening) => {
      if (table === null) return;
      if (table.begun?.brace === opening) endModule(text, at, table);
      else if (opening === table.opening) {
        if (table.isValid && table.begun === null && table.done.length > 1) tables.push(table);
        table = null;
      }
    },
  );
  if (!whole || tables.length === 0) return null;
  return { modules: modulesOf(text, tables), starts: [] };
}

function beginTable(text: string, opening: number): Table | null {
  const isArray = text[opening] === '[';
  if (!isArray && text[opening] !== '{') return null;
  for (const form of isArray ? (['listed'] as const) : (['keyed', 'with-names'] as const)) {
    const table: Table = { opening, form, isTrusted: false, begun: null, done: [], isValid: true };
    table.begun = beginModule(text, opening + 1, table, 0);
    if (table.begun === null) continue;
    table.isTrusted = CALLED_WITH.test(text.slice(Math.max(0, opening - PLACE_UNITS), opening));
    if (isArray && !table.isTrusted) return null;
    if (!table.isTrusted && !TELLING_ID.test(table.begun.id)) return null;
    return table;
  }
  return null;
}

function beginModule(text: string, from: number, { form }: Pick<Table, 'form'>, order: number): Begun | null {
  let start = from;
  let index = order;
  // Ids that a chunk does not have are holes.
  if (form === 'listed') for (; /[\s,]/.test(text[start] ?? ''); start++) if (text[start] === ',') index++;
  for (const head of form === 'keyed' ? [KEYED, METHOD] : [form === 'listed' ? LISTED : WITH_NAMES]) {
    head.lastIndex = start;
    const found = head.exec(text);
    if (found === null) continue;
    const groups = found.slice(1);
    const names = (form === 'listed' ? groups : groups.slice(3)).find((group) => group !== undefined) ?? '';
    const key = form === 'listed' ? String(index) : (groups.slice(0, 3).find((group) => group !== undefined) ?? '');
    const id = groups[2] !== undefined && form !== 'listed' && /^\d/.test(key) ? String(Number(key)) : key;
    const parameters = names.split(',').map((name) => name.trim());
    return { id, start, brace: found.index + found[0].length - 1, parameters };
  }
  return null;
}

/** Takes a module whose function ends, and goes on with the next. */
function endModule(text: string, bodyEnd: number, table: Table): void {
  const { begun } = table;
  if (begun === null) return;
  table.begun = null;
  let end: RegExpExecArray | null;
  let names: string | null = null;
  if (table.form === 'with-names') {
    NAMES_OF_DEPENDENCIES.lastIndex = bodyEnd;
    const found = NAMES_OF_DEPENDENCIES.exec(text);
    names = found?.[1] ?? null;
    AFTER_NAMES.lastIndex = found === null ? text.length : NAMES_OF_DEPENDENCIES.lastIndex;
    end = AFTER_NAMES.exec(text);
  } else {
    AFTER.lastIndex = bodyEnd;
    end = AFTER.exec(text);
  }
  table.done.push({ begun, bodyEnd, names });
  const after = end === null ? text.length : end.index + end[0].length;
  const isLast = end !== null && (end[1] !== ',' || /^\s*[}\]]/.test(text.slice(after, after + 100)));
  if (isLast) return;
  table.begun = end === null ? null : beginModule(text, after, table, Number(begun.id) + 1);
  const isTable = table.begun !== null && (table.isTrusted || TELLING_ID.test(table.begun.id));
  table.isValid &&= isTable;
}

function modulesOf(text: string, tables: readonly Table[]): ModuleText[] {
  const known = new Set(tables.flatMap(({ done }, number) => done.map(({ begun }) => `${number} ${begun.id}`)));
  return tables.flatMap(({ form, done }, number) =>
    done.map(({ begun, bodyEnd, names }): ModuleText => {
      const body = text.slice(begun.brace + 1, bodyEnd);
      const asked = form === 'with-names' ? namedDependencies(names ?? '') : requiredIds(body, begun.parameters[2]);
      const dependencies = asked?.map((id) => `${number} ${id}`) ?? [];
      return {
        id: `${number} ${begun.id}`,
        start: begun.start,
        end: bodyEnd + 1,
        bodyStart: begun.brace + 1,
        bodyEnd,
        dependencies,
        isOpen:
          asked === null ||
          dependencies.some((id) => !known.has(id)) ||
          takesFromOutside(body) ||
          !looksLikeModule(body, form === 'with-names' ? begun.parameters.slice(1) : begun.parameters),
        path: begun.id.includes('/') ? begun.id : null,
      };
    }),
  );
}

const CONSTANT = String.raw`(?:\/\*[^*]*\*\/\s*)?(?:"([^"\\\n]*)"|'([^'\\\n]*)'|(\d[\d.]*(?:e\d+)?))`;

/** The ids that a module hands to webpack's loader; null where it has the loader do more than load one. */
function requiredIds(body: string, loader: string | undefined): string[] | null {
  if (loader === undefined || loader === '') return [];
  const name = loader.replaceAll('$', '\\$');
  // The table and the cache of all modules, or the loader by another name.
  const beyond = new RegExp(
    String.raw`(?<![\w$.])${name}\.[mc]\[|\(${name}\.[mc]\)|(?:var|let|const)\s+[\w$]+\s*=\s*${name}[,;]`,
  );
  if (beyond.test(body)) return null;
  const loads = new RegExp(
    String.raw`(?<![\w$.])${name}(?:\.t)?(?:\.bind\(\s*[\w$]+\s*,|\()\s*${CONSTANT}\s*[,)]`,
    'g',
  );
  return [...body.matchAll(loads)].map(([, double, single, number]) => double ?? single ?? String(Number(number)));
}

/** `"./a": 2, b: 3`; null where one of them is not in the bundle. */
function namedDependencies(names: string): string[] | null {
  const ids: string[] = [];
  for (const [, double, single, plain] of names.matchAll(/:\s*(?:"([^"\n]*)"|'([^'\n]*)'|([\w$. ]+))/g)) {
    const id = double ?? single ?? plain ?? '';
    if (plain !== undefined && !/^\d/.test(plain)) return null;
    ids.push(plain === undefined ? id : String(Number(plain)));
  }
  return ids;
}

/**
 * A module that is loaded otherwise, or one that stands for a variable around the table, or chooses among others, or whose
 * code is a text.
 */
function takesFromOutside(body: string): boolean {
  if (/(?<![\w$.])(?:require|eval)\(|Cannot find module/.test(body)) return true;
  return body.length < 300 && /\.exports\s*=\s*[\w$]+\s*(?:;\s*)?$/.test(body);
}

/** Whether a function does with its parameters what a module does: it exports something. */
function looksLikeModule(body: string, [module = '', exports = '', loader = '']: readonly string[]): boolean {
  if (module !== '' && body.includes(`${module}.exports`)) return true;
  if (exports !== '' && new RegExp(String.raw`(?<![\w$.])${exports.replaceAll('$', '\\$')}[.[]`).test(body))
    return true;
  return loader !== '' && /\.[dr]\(/.test(body) && body.includes(`${loader}.`);
}
