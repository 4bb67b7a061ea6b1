/**
 * Where in a build or a policy something stands. `file` is the path inside the build (nested archives joined with `!`)
 * or the policy's name. DEX locations carry `class` (binary name, dots), `method` (name and Java parameter types) and
 * `offset` (16-bit code units from the start of the method's instructions), native libraries and Hermes bytecode
 * `offset` in bytes from the start of the file; text locations carry `line` and `column`, both counted from 1, columns in UTF-16 units.
 */
export interface Location {
  file: string;
  class?: string;
  method?: string;
  offset?: number;
  line?: number;
  column?: number;
}
