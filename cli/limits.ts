import { InvalidArgumentError } from 'commander';
import { LIMIT_NAMES, type Limits } from '../analyzers/index.ts';

/** No count and no size is larger than what one buffer of Node holds. */
const MOST = 2 ** 32;

/**
 * Reads one `--limit NAME=VALUE`; the value may end in K, M or G.
 * @param known limits that were given before
 */
export function readLimit(text: string, known: Partial<Limits>): Partial<Limits> {
  const { name, value = '' } = /^(?<name>[^=]*)=(?<value>.*)$/.exec(text)?.groups ?? {};
  const found = LIMIT_NAMES.find((one) => one === name);
  if (found === undefined) throw new InvalidArgumentError(`expected NAME=VALUE with one of ${LIMIT_NAMES.join(', ')}`);
  const { digits, unit = '' } = /^(?<digits>\d{1,12})(?<unit>[KMG]?)$/i.exec(value)?.groups ?? {};
  const number = Number(digits) * 1024 ** ['', 'K', 'M', 'G'].indexOf(unit.toUpperCase());
  if (!isLimit(number)) throw new InvalidArgumentError(`expected ${found}= with a whole number from 1 on, such as 64M`);
  return { ...known, [found]: number };
}

/** A whole number that can bound something. */
export function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST;
}
