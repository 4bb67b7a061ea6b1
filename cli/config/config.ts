import type { DiscrepancyKind, Limits, Suppression, Threshold } from '../../analyzers/index.ts';

/** `candor.config.json`: what the options of a scan are where the command line does not say. Paths are relative to it. */
export interface Config {
  $schema?: string;
  /** Policy files. */
  policies?: string[];
  /** Language of reports. */
  lang?: 'zh' | 'en';
  failOn?: Threshold;
  /** Kinds of discrepancy with a threshold of their own. */
  kinds?: Partial<Record<DiscrepancyKind, Threshold>>;
  allowIncomplete?: boolean;
  /** Bounds other than the usual; sizes in bytes. */
  limits?: Partial<Limits>;
  /** A JSON report whose discrepancies pass. */
  baseline?: string;
  suppressions?: Suppression[];
}
