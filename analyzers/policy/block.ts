import type { MappedText } from './mapped-text.ts';

/** A paragraph, heading or list item; wrapped lines are already joined. */
export interface TextBlock {
  kind: 'text';
  /** Heading level that the markup says, 1 to 6, or 0. */
  level: number;
  /** True for an item of a bulleted or numbered list in the markup. */
  item: boolean;
  content: MappedText;
  /** True where an empty line or the end of an element stands before it. */
  apart: boolean;
}

/** A table; the first row may or may not be a header. */
export interface TableBlock {
  kind: 'table';
  rows: MappedText[][];
  /** Every line ends with a bar and begins with none, so that a row can go on in the next one. */
  split?: boolean;
}

export type Block = TextBlock | TableBlock;
