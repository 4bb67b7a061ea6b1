import type { Location } from '../../../analyzers/model/location.ts';
import { printable } from './printable.ts';

/** A location in one line: `classes.dex com.example.A.onCreate(android.os.Bundle) +0x1c line 34`, `src/a.ts:3:7`. */
export function place(at: Location): string {
  if (at.class === undefined) {
    const position = [at.line, at.column].filter((part) => part !== undefined);
    const offset = at.offset === undefined ? '' : ` +0x${at.offset.toString(16)}`;
    return printable([at.file, ...position].join(':') + offset);
  }
  const member = at.method === undefined ? at.class : `${at.class}.${at.method}`;
  const offset = at.offset === undefined ? '' : ` +0x${at.offset.toString(16)}`;
  const line = at.line === undefined ? '' : ` line ${at.line}`;
  return printable(`${at.file} ${member}${offset}${line}`);
}

/** A location for a narrow column: the class without its package, the method without its parameters, or the file without its folder. */
export function shortPlace(at: Location): string {
  if (at.class === undefined) return place({ ...at, file: at.file.slice(at.file.lastIndexOf('/') + 1) });
  const name = at.class.slice(at.class.lastIndexOf('.') + 1);
  const member = at.method === undefined ? name : `${name}.${at.method.split('(')[0]}`;
  const position =
    at.line === undefined ? (at.offset === undefined ? '' : ` +0x${at.offset.toString(16)}`) : `:${at.line}`;
  return printable(`${member}${position}`);
}
