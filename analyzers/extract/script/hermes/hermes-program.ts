import type * as t from '@babel/types';
import { HermesFile } from '../../../formats/hermes/hermes-file.ts';
import { instructionTable, readInstructions } from '../../../formats/hermes/hermes-instructions.ts';
import { MalformedError } from '../../../formats/malformed-error.ts';
import { ConditionalCode } from './conditional-code.ts';
import { GeneratorReader } from './generator-states.ts';
import { type Environment, type Held, parameterName } from './held.ts';
import * as make from './node.ts';
import { translateFunction } from './translate-function.ts';

export interface HermesProgram {
  /** A program that reaches the same values; columns are offsets of instructions in the file. */
  program: t.Program;
  /** Why functions could not be read, the first reason, and how many they are. */
  unread: { count: number; detail: string } | null;
  conditional: ConditionalCode;
}

const MAX_PARAMETERS = 255;
/** From this version on a generator's function is called anew for each of its steps. */
const STEPWISE_GENERATORS = 98;

/**
 * Turns bytecode into a program that the tracing of scripts understands. Functions stand where they are created, so that
 * names are looked up as they were in the source.
 * @throws MalformedError for a file whose tables cannot be read or whose version is not known
 */
export function hermesProgram(bytes: Uint8Array): HermesProgram {
  const file = new HermesFile(bytes);
  const { functionCount, globalFunction, version } = file.layout;
  const table = instructionTable(version);
  if (table === undefined) throw new MalformedError(`the instructions of bytecode version ${version} are not known`, 8);
  const bodies = new Map<number, t.Statement[]>();
  const open: { id: number; environment: Environment | null }[] = [];
  const environments = new Map<number, Environment>();
  const made = new Map<number, t.FunctionExpression>();
  const steps = new Set<number>();
  const generators = new GeneratorReader(file);
  const conditional = new ConditionalCode();
  let unread: HermesProgram['unread'] = null;

  const begin = (id: number, environment: Environment | null): t.Statement[] => {
    const body: t.Statement[] = [];
    bodies.set(id, body);
    open.push({ id, environment });
    return body;
  };
  const parametersOf = (id: number): string[] => {
    const count = Math.max(0, Math.min(file.function(id).parameterCount - 1, MAX_PARAMETERS));
    return Array.from({ length: count }, (_, index) => parameterName(id, index));
  };
  const functionNode = (id: number, environment: Environment | null): t.FunctionExpression | null => {
    if (bodies.has(id) || id >= functionCount) return null;
    const body = begin(id, environment);
    try {
      const { name, offset } = file.function(id);
      const node = make.functionExpression(file.string(name), parametersOf(id), body, offset);
      made.set(id, node);
      return node;
    } catch {
      // It is met again, and said so, when its instructions are read.
      return make.functionExpression('', [], body, 0);
    }
  };
  const around = {
    file,
    globalFunction,
    embed: functionNode,
    parametersOf,
    markGenerator: (id: number, inner: number): void => {
      const node = made.get(id);
      if (node !== undefined) node.generator = true;
      if (version >= STEPWISE_GENERATORS) steps.add(inner);
    },
    environmentAt: (offset: number, parent: Environment | null, owner: number): Environment => {
      const known = environments.get(offset) ?? { id: environments.size, parent, owner };
      environments.set(offset, known);
      return known;
    },
    keptEnvironments: new Map<string, Environment>(),
    parents: new Map<string, Held>(),
    privateNames: new Map<string, Held>(),
  };
  const translateOpen = (): void => {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { id, environment } = next;
      try {
        const header = file.function(id);
        const instructions = readInstructions(file, header, table);
        const states = steps.has(id) ? generators.statesOf(instructions) : null;
        if (states === null) conditional.add(instructions);
        else conditional.addStates(states);
        const body = bodies.get(id);
        const code = states ?? instructions;
        for (const node of translateFunction(id, header, code, environment, around)) body?.push(node);
      } catch (error) {
        if (!(error instanceof MalformedError)) throw error;
        unread = { count: (unread?.count ?? 0) + 1, detail: unread?.detail ?? error.message };
      }
    }
  };

  const top = begin(globalFunction, null);
  translateOpen();
  // Functions that nothing was seen to create are code all the same.
  for (let id = 0; id < functionCount; id++) {
    const node = functionNode(id, null);
    if (node === null) continue;
    top.push(make.statement(node, 0));
    translateOpen();
  }
  return { program: make.program(top), unread, conditional };
}
