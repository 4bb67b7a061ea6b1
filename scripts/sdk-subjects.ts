import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildAround, joinLibraries, openLibrary } from './sdk-build.ts';
import { CACHE, fetchFile, type PackagedFile } from './sdk-files.ts';
import { repack } from './sdk-repack.ts';

/** A real binary or app, and what is in it. */
export interface Subject extends PackagedFile {
  /** Ids of the SDKs that it is or holds. */
  sdks: string[];
  /** Parts of others that it brings along, which may be reported or not. */
  also?: string[];
  /** The binaries of which it is made, where these are several. */
  parts?: Subject[];
}

export type Subjects = Record<'binaries' | 'apps', Subject[]>;

export function readSubjects(file: string | URL): Subjects {
  return JSON.parse(readFileSync(file, 'utf8')) as Subjects;
}

export const SUBJECTS = readSubjects(new URL('sdk-binaries.json', import.meta.url));

/**
 * The binaries of each package as one, as an app that uses the package has them; but for those that a build of the
 * package left behind, which may be versions of one another.
 */
export function mergePackages(binaries: readonly Subject[]): Subject[] {
  const isLeft = ({ path }: Subject): boolean => path.includes('/build/');
  const own = binaries.filter((subject) => !isLeft(subject));
  const packages = [...new Set(own.map((subject) => subject.package))];
  const merged = packages.map((name): Subject => {
    const parts = own.filter((subject) => subject.package === name);
    const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
    const also = union(parts.map(({ also = [] }) => also));
    return { package: name, path: `${parts.length} binaries`, sdks: union(parts.map(({ sdks }) => sdks)), also, parts };
  });
  return [...merged, ...binaries.filter(isLeft)];
}

/** An app around the binary, or around several; path of the APK in the cache. */
export function testBuild(subject: Subject, names: 'kept' | 'new'): string {
  const name = cacheName(subject);
  return buildAround(`${name}-${names}`, () => {
    const libraries = (subject.parts ?? [subject]).map((part) =>
      openLibrary(fetchFile(part), join(CACHE, 'opened', cacheName(part))),
    );
    const [first] = libraries;
    const library =
      first !== undefined && libraries.length === 1 ? first : joinLibraries(libraries, join(CACHE, 'opened', name));
    return { library, jar: repack(library, names) };
  });
}

function cacheName({ package: name, path }: Subject): string {
  return `${name}-${path}`.replace(/[^\w.@-]+/g, '+');
}

/** What tells a binary apart, where its own name does not. */
export function shortName({ package: name, path }: Subject): string {
  const file = basename(path);
  return `${name} ${file === 'classes.jar' ? path.split('/').slice(-4, -2).join(' ') : file}`;
}
