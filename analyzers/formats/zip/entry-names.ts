import type { EntryHeader } from './entry-header.ts';
import type { ZipProblem } from './zip-problem.ts';

/** NUL ends names for C code; backslashes, absolute and parent paths aim at tools that write entries to a disk. */
const UNSAFE_NAME = /\0|\\|^\/|(?:^|\/)\.\.(?:\/|$)/;

/**
 * Decodes names as UTF-8, as Android does whatever the flags say, and makes them unique.
 * @returns names and paths in the order of the headers
 */
export function readNames(file: Buffer, headers: EntryHeader[]) {
  const names: string[] = [];
  const paths: string[] = [];
  const problems: ZipProblem[] = [];
  const taken = new Set<string>();
  const nextNumber = new Map<string, number>();
  for (const header of headers) {
    const name = file.toString('utf8', header.nameStart, header.nameEnd);
    let path = name;
    if (taken.has(name)) {
      let number = nextNumber.get(name) ?? 2;
      do path = numberedPath(name, number++);
      while (taken.has(path));
      nextNumber.set(name, number);
      const detail = `the name occurs again; the later entry is listed as ${path}`;
      problems.push({ code: 'duplicate-name', entry: name, detail, offset: header.localOffset });
    }
    if (name === '' || name.includes('\ufffd') || UNSAFE_NAME.test(name)) {
      const detail = 'the name is empty, not UTF-8, or made to leave its folder';
      problems.push({ code: 'invalid-name', entry: path, detail, offset: header.localOffset });
    }
    taken.add(path);
    names.push(name);
    paths.push(path);
  }
  return { names, paths, problems };
}

/** `lib/a.so` becomes `lib/a#2.so`, so that the folder and the extension still tell what the file is. */
function numberedPath(name: string, number: number): string {
  const slash = name.lastIndexOf('/');
  const dot = name.lastIndexOf('.');
  const cut = dot > slash + 1 ? dot : name.length;
  return `${name.slice(0, cut)}#${number}${name.slice(cut)}`;
}
