import type { Node } from 'jsonc-parser';
import { type DiscrepancyKind, InputError, LIMIT_NAMES, type Limits, type Suppression } from '../../analyzers/index.ts';
import type { Config } from './config.ts';
import { jsonTree } from './json-tree.ts';
import { boolean, count, day, list, object, oneOf, type Read, ShapeError, string } from './shape.ts';
import { yamlTree } from './yaml-tree.ts';

const THRESHOLDS = ['high', 'medium', 'low', 'none'] as const;

/** Every kind, kept complete by the compiler. */
const KINDS: Record<DiscrepancyKind, true> = {
  undisclosed: true,
  vague: true,
  contradicted: true,
  'undisclosed-sdk': true,
  'sdk-exceeds': true,
  'before-consent': true,
  background: true,
  'undeclared-permission': true,
  'unused-permission': true,
  unevidenced: true,
  'policy-defect': true,
  'incomplete-analysis': true,
};
export const KIND_NAMES = Object.keys(KINDS) as DiscrepancyKind[];

const threshold = oneOf(THRESHOLDS);

const suppressionMembers = object<Suppression>({
  id: string,
  kind: oneOf(KIND_NAMES),
  data: string,
  actor: string,
  subject: string,
  reason: string,
  owner: string,
  expires: day,
});

const suppression: Read<Suppression> = (node, path) => {
  const read = suppressionMembers(node, path);
  if (read.reason === undefined) throw new ShapeError(`${path} needs a reason`, node.offset);
  const { id, kind, data, actor, subject } = read;
  if ([id, kind, data, actor, subject].every((part) => part === undefined)) {
    throw new ShapeError(`${path} needs an id, or a kind, data, actor or subject`, node.offset);
  }
  return read;
};

const config = object<Config>({
  $schema: string,
  policies: list(string),
  lang: oneOf(['zh', 'en']),
  failOn: threshold,
  kinds: object<NonNullable<Config['kinds']>>(
    Object.fromEntries(KIND_NAMES.map((kind) => [kind, threshold])) as Record<DiscrepancyKind, typeof threshold>,
  ),
  allowIncomplete: boolean,
  limits: object<Partial<Limits>>(
    Object.fromEntries(LIMIT_NAMES.map((name) => [name, count])) as Record<keyof Limits, typeof count>,
  ),
  baseline: string,
  suppressions: list(suppression),
});

/** Deeper than any configuration; the parsers are recursive. */
const MAX_DEPTH = 20;

/**
 * Reads a configuration: JSON with comments and trailing commas.
 * @param name of the file, for errors
 * @throws InputError that names the line.
 */
export function readConfig(text: string, name: string): Config {
  return readTree(text, name, jsonTree);
}

/** The same in YAML. @throws InputError that names the line. */
export function readYamlConfig(text: string, name: string): Config {
  return readTree(text, name, yamlTree);
}

function readTree(text: string, name: string, parse: (text: string) => Node): Config {
  const content = text.replace(/^\ufeff/, '');
  const fail = (offset: number, reason: string) =>
    new InputError(`${name}:${content.slice(0, offset).split('\n').length}`, reason);
  const tooDeep = offsetBeyondDepth(content, MAX_DEPTH);
  if (tooDeep !== null) throw fail(tooDeep, `is nested deeper than ${MAX_DEPTH} levels`);
  try {
    return config(parse(content), '');
  } catch (error) {
    if (error instanceof ShapeError) throw fail(error.offset, error.message);
    throw error;
  }
}

/** Where brackets outside of strings first nest deeper than a limit; what comments hold counts too, which is harmless. */
function offsetBeyondDepth(text: string, limit: number): number | null {
  let depth = 0;
  for (const { index, 0: token } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth > limit) return index;
  }
  return null;
}
