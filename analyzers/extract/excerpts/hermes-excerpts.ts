import { HermesFile, type HermesFunction } from '../../formats/hermes/hermes-file.ts';
import {
  type HermesInstruction,
  instructionTable,
  readInstructions,
} from '../../formats/hermes/hermes-instructions.ts';
import { MalformedError } from '../../formats/malformed-error.ts';
import type { CodeExcerpt } from '../../model/excerpt.ts';
import type { Location } from '../../model/location.ts';
import { cutLine, windowAround } from './window.ts';

/** The instructions around places of a Hermes bytecode file; places that it does not have are left out. */
export function hermesExcerpts(bytes: Uint8Array, places: readonly Location[]): CodeExcerpt[] {
  try {
    const file = new HermesFile(bytes);
    const table = instructionTable(file.layout.version);
    if (table === undefined) return [];
    const functions = functionsOf(file);
    return places.flatMap((at) => {
      const { offset = -1 } = at;
      const holder = functions.find((entry) => offset >= entry.offset && offset < entry.offset + entry.size);
      if (holder === undefined) return [];
      const excerpt = excerptAt(file, readInstructions(file, holder, table), at);
      return excerpt === null ? [] : [excerpt];
    });
  } catch (error) {
    if (error instanceof MalformedError || error instanceof RangeError) return [];
    throw error;
  }
}

function functionsOf(file: HermesFile): HermesFunction[] {
  const functions: HermesFunction[] = [];
  for (let id = 0; id < file.layout.functionCount; id++) functions.push(file.function(id));
  return functions;
}

function excerptAt(file: HermesFile, instructions: HermesInstruction[], at: Location): CodeExcerpt | null {
  const index = instructions.findIndex(({ offset }) => offset === at.offset);
  if (index < 0) return null;
  const { first, last, here } = windowAround(index, instructions.length);
  const lines = instructions.slice(first, last + 1).map((instruction) => cutLine(lineOf(instruction, file)));
  return { at, lines, here };
}

/** `0x1f3c  GetById r3, r1, 2, "getString"`. */
function lineOf({ form, offset, operands }: HermesInstruction, file: HermesFile): string {
  const shown = operands.map((operand, index) => {
    const kind = form.operands[index];
    if (kind === 'R' || kind === 'Q') return `r${operand}`;
    return kind === 'A' || kind === 'D' ? `0x${operand.toString(16)}` : String(operand);
  });
  const string = stringOf(form.name, operands, file);
  return `0x${offset.toString(16)}  ${[form.name, shown.join(', ')].join(' ').trim()}${string}`;
}

/** Instructions whose last operand is a string: names of properties and variables, and string constants. */
const NAMES_STRING = /ById|^LoadConstString|^DeclareGlobalVar$/;

function stringOf(name: string, operands: readonly number[], file: HermesFile): string {
  const id = operands.at(-1);
  return id === undefined || !NAMES_STRING.test(name) ? '' : `  ${JSON.stringify(file.string(id))}`;
}
