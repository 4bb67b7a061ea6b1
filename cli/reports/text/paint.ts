import { styleText } from 'node:util';
import type { Severity } from '../../../analyzers/model/discrepancy.ts';

type Colour = 'red' | 'yellow' | 'cyan' | 'green' | 'dim' | 'bold';

export type Paint = (colour: Colour, text: string) => string;

/** Colours text for a terminal, or leaves it as it is. */
export function painter(colour: boolean): Paint {
  return colour ? (name, text) => styleText(name, text, { validateStream: false }) : (_, text) => text;
}

export const SEVERITY_COLOUR: Record<Severity, Colour> = { high: 'red', medium: 'yellow', low: 'cyan' };
