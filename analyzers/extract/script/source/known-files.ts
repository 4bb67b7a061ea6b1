/** Endings that an import leaves out, the likeliest first. */
const ENDINGS = [
  ...[
    '',
    '.ts',
    '.tsx',
    '.js',
    '.jsx',
    '.mjs',
    '.cjs',
    '.mts',
    '.cts',
    '.vue',
    '.nvue',
    '.uvue',
    '.wpy',
    '.mpx',
    '.ux',
    '.uts',
    '.ets',
  ],
  ...['/index.ts', '/index.tsx', '/index.js', '/index.jsx', '/index.mjs', '/index.vue', '/index.ets', '/Index.ets'],
];
/** Variants of a file for one platform each; what a build takes of them is not known here. */
const PLATFORMS = ['native', 'android', 'ios', 'web', 'tns', 'app', 'weapp', 'h5'];
const PLATFORM_ENDINGS = PLATFORMS.flatMap((platform) =>
  ['.ts', '.tsx', '.js', '.jsx'].map((ending) => `.${platform}${ending}`),
);
const ALL_ENDINGS = [...ENDINGS, ...PLATFORM_ENDINGS];

/** @returns the files that an import of a path can mean: one, or the variants of one for several platforms */
export type FindFiles = (path: string) => string[];

/** Finds files by paths without their endings. */
export function compileKnownFiles(files: readonly string[]): FindFiles {
  const known = new Set(files);
  const variants = variantsIn(files);
  // Most paths that are tried are no file with any ending, which one look-up tells.
  const stems = new Set(files.flatMap((file) => stemsOf(file)));
  return (path) => {
    // TypeScript's ES modules import `./a.js` for a.ts.
    const meant = /\.[mc]?js$/.test(path)
      ? [path, path.replace(/\.([mc]?)js$/, '.$1ts'), path.replace(/\.js$/, '.tsx')]
      : [path];
    for (const stem of meant) {
      if (!stems.has(stem)) continue;
      for (const ending of ENDINGS) {
        const file = stem === '' ? ending.replace(/^\//, '') : stem + ending;
        if (known.has(file)) return [file, ...(variants.get(stem) ?? [])];
      }
    }
    return variants.get(path) ?? [];
  };
}

/** Variants of files for platforms, by the path that imports name them by. */
function variantsIn(files: readonly string[]): Map<string, string[]> {
  const variants = new Map<string, string[]>();
  for (const file of files) {
    const ending = PLATFORM_ENDINGS.find((each) => file.endsWith(each));
    if (ending === undefined) continue;
    const stem = file.slice(0, file.length - ending.length);
    variants.set(stem, [...(variants.get(stem) ?? []), file]);
  }
  return variants;
}

function stemsOf(file: string): string[] {
  const stems = ALL_ENDINGS.filter((ending) => file.endsWith(ending)).map((ending) =>
    file.slice(0, file.length - ending.length),
  );
  // The folder above all others has no name before the slash.
  return ENDINGS.includes(`/${file}`) ? [...stems, ''] : stems;
}
