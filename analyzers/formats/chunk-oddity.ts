/** Something about a file of resource chunks that no build tool writes, and in spite of which Android reads it. */
export interface ChunkOddity {
  code: 'file-header' | 'unknown-chunk' | 'string-pool' | 'attribute-size' | 'unclosed-elements';
  /** One English clause. */
  detail: string;
}
