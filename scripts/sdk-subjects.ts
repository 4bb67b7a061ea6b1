import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildAround, openLibrary } from './sdk-build.ts';
import { CACHE, fetchFile, type PackagedFile } from './sdk-files.ts';
import { repack } from './sdk-repack.ts';

/** A real binary or app, and what is in it. */
export interface Subject extends PackagedFile {
  /** Ids of the SDKs that it is or holds. */
  sdks: string[];
  /** Parts of others that it brings along, which may be reported or not. */
  also?: string[];
}

export const SUBJECTS = JSON.parse(readFileSync(new URL('sdk-binaries.json', import.meta.url), 'utf8')) as Record<
  'binaries' | 'apps',
  Subject[]
>;

/** An app around the binary; path of the APK in the cache. */
export function testBuild(subject: Subject, names: 'kept' | 'new'): string {
  const file = fetchFile(subject);
  const name = `${subject.package}-${subject.path}`.replace(/[^\w.@-]+/g, '+');
  return buildAround(`${name}-${names}`, () => {
    const library = openLibrary(file, join(CACHE, 'opened', name));
    return { library, jar: repack(library, names) };
  });
}

/** What tells a binary apart, where its own name does not. */
export function shortName({ package: name, path }: Subject): string {
  const file = basename(path);
  return `${name} ${file === 'classes.jar' ? path.split('/').slice(-4, -2).join(' ') : file}`;
}
