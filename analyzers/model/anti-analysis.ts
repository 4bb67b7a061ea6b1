import type { Fact } from './fact.ts';
import type { Location } from './location.ts';

/**
 * Ways in which a build departs from what build tools write, that a phone takes all the same and that mislead or stop
 * analysis. Analysing goes on as the phone would; the code is the value of an `anti-analysis` fact.
 */
export const TRICKS = [
  'zip/entry-count-mismatch',
  'zip/prefixed-data',
  'zip/trailing-data',
  'zip/false-end-record',
  'zip/duplicate-name',
  'zip/invalid-name',
  'zip/unknown-method',
  'zip/encryption-flag',
  'zip/local-header-mismatch',
  'zip/overlapping-data',
  'zip/impossible-size',
  'zip/size-mismatch',
  'zip/crc-mismatch',
  'axml/file-header',
  'axml/unknown-chunk',
  'axml/string-pool',
  'axml/attribute-name',
  'axml/attribute-size',
  'axml/namespace',
  'axml/unclosed-elements',
  'arsc/file-header',
  'arsc/unknown-chunk',
  'dex/header',
  'dex/checksum',
  'dex/signature',
  'dex/trailing-data',
  'dex/second-file',
  'dex/disguised',
  'dex/numbering-gap',
  'dex/decoy',
  'dex/invalid-code',
  'dex/circular-hierarchy',
  'dex/misleading-name',
  'elf/section-headers',
  'elf/packed',
] as const;

export type Trick = (typeof TRICKS)[number];

/** One trick that a build uses, for the report. */
export interface AntiAnalysis {
  trick: Trick;
  /** One English clause on the first place. */
  detail: string;
  at: Location;
}

export function antiAnalysisFact(trick: Trick, detail: string, at: Location): Fact {
  return { kind: 'anti-analysis', value: trick, args: [detail], at };
}

/** The tricks among facts, in their order. */
export function tricksOf(facts: readonly Fact[]): AntiAnalysis[] {
  const known: ReadonlySet<string> = new Set(TRICKS);
  return facts.flatMap(({ kind, value, args, at }) =>
    kind === 'anti-analysis' && known.has(value) ? [{ trick: value as Trick, detail: args?.[0] ?? '', at }] : [],
  );
}
