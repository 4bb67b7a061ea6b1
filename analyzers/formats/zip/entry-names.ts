import type { EntryHeader } from './entry-header.ts';
import type { ZipProblem } from './zip-problem.ts';

/** Longer than any path that a file system or a build tool allows. */
const LONGEST_NAME = 4096;

/** NUL ends names for C code; backslashes, absolute and parent paths aim at tools that write entries to a disk. */
const UNSAFE_NAME = /\0|\\|^\/|(?:^|\/)\.\.(?:\/|$)/;
/** Zero-width characters and those that turn the direction of writing: the name is not what is seen. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

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
    const detail = oddName(name, header);
    if (detail !== null) {
      problems.push({ code: 'invalid-name', entry: path, detail, offset: header.localOffset });
    }
    taken.add(path);
    names.push(name);
    paths.push(path);
  }
  return { names, paths, problems };
}

/** What is wrong with a name; null for a right one. */
function oddName(name: string, { size, compressedSize }: EntryHeader): string | null {
  if (name === '' || name.includes('\ufffd')) return 'the name is empty or not UTF-8';
  if (UNSAFE_NAME.test(name)) return 'the name is made to leave its folder or to end early';
  if (UNSEEN.test(name)) return 'the name has characters that are not seen or that turn the direction of writing';
  if (name.length > LONGEST_NAME) return `the name is ${name.length} characters long`;
  // An empty deflate stream takes two bytes.
  return name.endsWith('/') && (size > 0 || compressedSize > 2)
    ? "the name is a folder's, but there are contents"
    : null;
}

/** `lib/a.so` becomes `lib/a#2.so`, so that the folder and the extension still tell what the file is. */
function numberedPath(name: string, number: number): string {
  const slash = name.lastIndexOf('/');
  const dot = name.lastIndexOf('.');
  const cut = dot > slash + 1 ? dot : name.length;
  return `${name.slice(0, cut)}#${number}${name.slice(cut)}`;
}
