/** What has a name: a global, an export of React Native, a native module, or what leads to all of these. */
export type WayKind = 'global' | 'export' | 'native' | 'loader';

/** What hangs on a name. */
export interface Way {
  /** The properties that may lead on, and whether one does in this bundle. */
  steps: ReadonlySet<string>;
  leads(step: string): boolean;
  /** Whether to call or read what has the name is sensitive itself. */
  isEnd: boolean;
  /** The constants of which a call's first argument must be one; null where any will do. */
  constants: ReadonlySet<string> | null;
  kinds: ReadonlySet<WayKind>;
}

/** One module of a bundle as text: how names are used in it, as far as that is told without parsing. */
export class ModulePart {
  private readonly own = new Map<string, boolean>();
  private readonly named = new Map<ReadonlySet<string>, boolean>();
  private global: boolean | null = null;
  private given: ReadonlySet<string> | 'any' | null = null;

  /** @param start,end offsets of the module in the text */
  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  /**
   * Whether a name at a place goes on along its way or hands on what it names: as an identifier, a property or inside a
   * string; not as the key of a property or a word of a sentence, nor where the module itself gives it another meaning by
   * assigning to it or declaring it as a function, nor where what follows leads elsewhere (`document.createElement`).
   * @param from,to offsets of the name's first character and behind its last
   */
  goesOn(name: string, from: number, to: number, way: Way): boolean {
    const { text } = this;
    if (isKey(text, from, to, this.end) || isProse(text, from, to)) return false;
    if (isWholeText(text, from, to)) return this.textGoesOn(from, to, way);
    if (isShortText(text, from, to) || this.isOwn(name)) return false;
    if (way.kinds.has('loader')) return true;
    const before = text.slice(Math.max(this.start, from - LONGEST_BEFORE), from);
    const rest = AFTER.exec(text.slice(to, to + LONGEST_AFTER))?.groups ?? {};
    if (rest.unused !== undefined || ONLY_ASKED.test(before)) return false;
    const step = rest.step ?? rest.key?.slice(1, -1) ?? (rest.call === undefined ? undefined : '()');
    if (way.isEnd) {
      const constant = rest.constant?.slice(1, -1);
      if (constant !== undefined && way.constants?.has(constant) === false) return false;
    } else {
      if (step !== undefined) return way.leads(step);
      if (rest.condition !== undefined || to - from < 2) return false;
    }
    if (!before.endsWith('.')) return true;
    if (isOnly('native', way)) return this.names(LOADER_WORDS) || this.names(way.steps);
    return !isOnly('global', way) || this.isOfGlobalObject(before, way, step);
  }

  /**
   * Whether what a property is asked of may be the global object. What is handed on as it is must be the global object's by
   * its name, or be used in the same module.
   * @param before ends with the dot  @param used what follows the property, if it is used on the spot
   */
  private isOfGlobalObject(before: string, way: Way, used: string | undefined): boolean {
    const word = RECEIVER.exec(before)?.[1] ?? '';
    if (word === 'this') return false;
    if (GLOBAL_WORD.test(word)) return true;
    if (!this.namesGlobalObject()) return false;
    if (!way.isEnd && used === undefined) return this.names(way.steps);
    return word === '' || this.mayBeGlobalObject(word);
  }

  /** `g['navigator']`, `getEnforcing('RNCClipboard')`; the keys of methods, and what is compared, ask for nothing. */
  private textGoesOn(from: number, to: number, way: Way): boolean {
    const { text } = this;
    const before = text.slice(Math.max(this.start, from - 1 - LONGEST_BEFORE), from - 1);
    const after = text.slice(to + 1, to + 1 + LONGEST_AFTER);
    if (DEFINED_AS.test(before) && DEFINED.test(after)) return false;
    if (before.endsWith('[') && after.startsWith(']')) return true;
    if (COMPARED_BEFORE.test(before) || COMPARED_AFTER.test(after)) return false;
    if (!isOnly('global', way)) return !GIVEN_AS_PROPERTY.test(before) || this.names(LOADER_WORDS);
    if (to - from <= LONGEST_SHORT_TEXT && !KEPT.test(before)) return false;
    return this.namesGlobalObject() && (way.isEnd || this.names(way.steps));
  }

  private isOwn(name: string): boolean {
    let isOwn = this.own.get(name);
    if (isOwn === undefined) {
      isOwn = isAssigned(this.text.slice(this.start, this.end), name);
      this.own.set(name, isOwn);
    }
    return isOwn;
  }

  /** Whether the module has a word for the global object, or the name of something that gives it (`getGlobalThis`). */
  private namesGlobalObject(): boolean {
    this.global ??= GLOBAL_OBJECT.test(this.text.slice(this.start, this.end));
    return this.global;
  }

  /** Whether a variable is given something with a word for the global object, or a function that is called at once is. */
  private mayBeGlobalObject(variable: string): boolean {
    this.given ??= this.variablesGivenGlobal();
    return this.given === 'any' || this.given.has(variable);
  }

  private variablesGivenGlobal(): ReadonlySet<string> | 'any' {
    const part = this.text.slice(this.start, this.end);
    if (CALLED_WITH_GLOBAL.test(part)) return 'any';
    return new Set(
      [...part.matchAll(GIVEN)].flatMap(([, name, value = '']) => (GLOBAL_WORD_IN.test(value) ? (name ?? []) : [])),
    );
  }

  private names(words: ReadonlySet<string>): boolean {
    let isNamed = this.named.get(words);
    if (isNamed === undefined) {
      const part = this.text.slice(this.start, this.end);
      isNamed = [...words].some((word) => part.includes(word));
      this.named.set(words, isNamed);
    }
    return isNamed;
  }
}

const GLOBAL_WORD = /global|window|self|frames|^(?:top|root|win|w)$/i;
const GLOBAL_OBJECT = /global|window|self|frames|\b(?:top|root)\b|\}\(this\b/i;
const CALLED_WITH_GLOBAL = /\}\)?\([^;{}]{0,80}(?:global|window|self|frames|this)/i;
const LOADER_WORDS = new Set(['NativeModule', 'TurboModule', 'requireNative', 'registerPlugin', 'Capacitor']);
const GLOBAL_WORD_IN = /global|window|self|frames/i;
/** A variable and the beginning of what it is given. */
const GIVEN = /(?<![\w$.])([A-Za-z_$][\w$]*)\s*=(?![=>])([^;]{0,80})/g;
const RECEIVER = /(?:^|[^\w$.])([\w$]*)\.$/;
const GIVEN_AS_PROPERTY = /(?:\.[\w$]+\s*=|[\w$'"]\s*:)\s*$/;
const KEPT = /[\w$]\s*=\s*$/;

function isOnly(kind: WayKind, { kinds }: Way): boolean {
  return kinds.size === 1 && kinds.has(kind);
}

/** UTF-16 units before and behind a name that tell what is done with it. */
const LONGEST_BEFORE = 64;
const LONGEST_AFTER = 64;

/** `typeof x`, `"y" in x`, `y instanceof x` say nothing of what x holds. */
const ONLY_ASKED = /(?:\btypeof|[\s"']in|\binstanceof)\s+$/;

/** The next step, by name or by key; a call; an assignment or a comparison; a condition. */
const AFTER =
  /^\s*(?:\??\.\s*(?<step>[A-Za-z_$][\w$]*)|(?:\?\.)?\[(?<key>"[^"\]]*"|'[^'\]]*')\]|(?<call>(?:\?\.)?\(\s*(?<constant>"[^"]*"|'[^']*')?)|(?<unused>[!=]==?|=)|(?<condition>&&|\?(?![.?])))/;

/** `{key:"fetch",value:function(){}}` and `Object.defineProperty(e,"Network",{enumerable:true})` */
const DEFINED_AS = /(?:\bkey:\s*|,\s*)$/;
const DEFINED = /^,\s*(?:(?:value|get|set):|\{\s*(?:enumerable|value|get|configurable|writable)\b)/;

const COMPARED_BEFORE = /(?:[!=]==?|\bcase)\s*$/;
const COMPARED_AFTER = /^\s*[!=]==?/;

/** A word of a sentence: two names with a blank between them are no code unless one is a keyword. */
function isProse(text: string, from: number, to: number): boolean {
  const next = text[to] === ' ' ? WORD_AFTER.exec(text.slice(to, to + LONGEST_AFTER)) : null;
  if (next?.[1] !== undefined && !KEYWORDS_AFTER.has(next[1])) return true;
  const last = text[from - 1] === ' ' ? WORD_BEFORE.exec(text.slice(Math.max(0, from - LONGEST_BEFORE), from)) : null;
  return last?.[1] !== undefined && !KEYWORDS_BEFORE.has(last[1]);
}

const WORD_AFTER = /^ ([A-Za-z]+)/;
const WORD_BEFORE = /(?:^|[^\w$])([A-Za-z]+) $/;
const KEYWORDS_AFTER = new Set(['in', 'of', 'instanceof', 'as', 'from', 'satisfies', 'extends', 'implements', 'else']);
const KEYWORDS_BEFORE = new Set([
  ...['return', 'typeof', 'new', 'await', 'yield', 'void', 'delete', 'case', 'in', 'of', 'instanceof', 'throw', 'else'],
  ...['do', 'default', 'extends', 'const', 'var', 'let', 'class', 'function', 'async', 'static', 'get', 'set'],
  ...['import', 'export', 'from', 'as'],
]);

/** `{ name: ...` and `, name: ...`, where these make an object and do not take one apart. */
function isKey(text: string, from: number, to: number, end: number): boolean {
  if (text[to] !== ':') return false;
  const before = text[from - 1];
  return (before === '{' || before === ',') && !isTakenApart(text, to, end);
}

function isWholeText(text: string, from: number, to: number): boolean {
  const quote = text[to];
  return (quote === "'" || quote === '"') && text[from - 1] === quote;
}

/** The end of a text that is too short to tell a name by (`'my'` and `'ms-my'` are languages, too). */
function isShortText(text: string, from: number, to: number): boolean {
  const quote = text[to];
  return to - from <= LONGEST_SHORT_TEXT && (quote === "'" || quote === '"');
}

const LONGEST_SHORT_TEXT = 2;

/** UTF-16 units behind a key in which a pattern ends, if it is one: `var {Clipboard:x}=r(d[0])`. */
const LONGEST_PATTERN = 1024;

/** Whether the braces around a place close before an equals sign, a loop's `of`, or the end of parameters. */
function isTakenApart(text: string, from: number, end: number): boolean {
  const limit = Math.min(end, from + LONGEST_PATTERN);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return AFTER_PATTERN.test(text.slice(at + 1, at + 8));
  }
  return false;
}

const AFTER_PATTERN = /^(?:=(?![=>])| of\b|,?\w*\)(?:=>|\{))/;

function isAssigned(part: string, name: string): boolean {
  if (name.includes('$')) return false;
  return new RegExp(`(?:^|[^\\w$.])(?:${name}=(?![=>])|function ${name}\\()`).test(part);
}
