import { CodeEvent } from '../../model/program.ts';

/** By CodeEvent: 1 for those that write the register which they name first. */
export const WRITES = new Uint8Array(32);
for (const event of [
  CodeEvent.CONST,
  CodeEvent.COPY,
  CodeEvent.MOVE,
  CodeEvent.XOR,
  CodeEvent.RESULT,
  CodeEvent.TEXT,
  CodeEvent.DERIVE,
  CodeEvent.SGET,
  CodeEvent.LOAD,
  CodeEvent.NEW,
  CodeEvent.CLASS,
  CodeEvent.IGET,
  CodeEvent.AGET,
  CodeEvent.ARRAY,
  CodeEvent.WRITE,
  CodeEvent.CALCULATE,
  CodeEvent.TEST,
]) {
  WRITES[event] = 1;
}
