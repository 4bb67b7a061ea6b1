import { readdirSync, readFileSync } from 'node:fs';
import type { Build, BuildFile, BuildKind } from '../../../analyzers/model/build.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, FIXTURES)));
}

/** A build of the given files; text becomes UTF-8, an Error is what reading the file throws. */
export function buildOf(kind: BuildKind, files: Record<string, Uint8Array | string | Error>): Build {
  return {
    name: `input.${kind}`,
    kind,
    sha256: '',
    size: 0,
    files: Object.entries(files)
      .map(([path, content]): BuildFile => {
        if (content instanceof Error) {
          return {
            path,
            size: 1,
            read() {
              throw content;
            },
          };
        }
        const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content;
        return { path, size: bytes.length, read: () => bytes };
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    gaps: [],
  };
}

/** The files of a fixture folder, each path with a prefix. */
export function fixtureFiles(folder: string, prefix = ''): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const path of readdirSync(new URL(`${folder}/`, FIXTURES), { recursive: true, encoding: 'utf8' })) {
    const isFile = /\.[^/]+$/.test(path);
    if (isFile && !path.endsWith('.txt')) files[prefix + path] = fixture(`${folder}/${path}`);
  }
  return files;
}
