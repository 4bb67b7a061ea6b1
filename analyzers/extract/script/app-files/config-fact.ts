import type { Fact } from '../../../model/fact.ts';
import type { JsonNode } from './config-json.ts';

/** A fact of a configuration file, where its node stands. */
export function configFact(kind: Fact['kind'], value: string, args: string[], file: string, node: JsonNode): Fact {
  const start = node.loc?.start;
  const at = start === undefined ? { file } : { file, line: start.line, column: start.column + 1 };
  return args.length > 0 ? { kind, value, args, at } : { kind, value, at };
}
