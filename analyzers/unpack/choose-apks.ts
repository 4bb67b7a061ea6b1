/** An APK of a set that is not opened because it repeats the code of one that is. */
export interface LeftOut {
  path: string;
  reason: string;
}

/** bundletool keeps alternative builds of the same app side by side; the first group that is there stands for the app. */
const GROUPS: { name: string; path: RegExp }[] = [
  { name: 'split APKs', path: /^splits\/[^/]+\.apk$/i },
  { name: 'universal APK', path: /^(?:universal|universal\/[^/]+)\.apk$/i },
  { name: 'standalone APKs', path: /^standalones\/[^/]+\.apk$/i },
  { name: 'system APKs', path: /^system\/[^/]+\.apk$/i },
  { name: 'instant APKs', path: /^instant\/[^/]+\.apk$/i },
];

/** One standalone or system APK holds the whole app; 64-bit ARM is what most phones take. */
const ABI_ORDER = ['arm64_v8a', 'arm64-v8a', 'armeabi_v7a', 'armeabi-v7a', 'x86_64', 'x86'];

/** `base-master_2.apk` is another variant of `base-master.apk`; `x86_64` is an ABI. */
const VARIANT = /^(?<stem>.*?)(?<!x86)_(?<number>\d+)\.apk$/i;

/**
 * Chooses among the APKs of an archive those that make up one app: of alternatives in the layout of bundletool one group,
 * and in it one variant of each module. Other layouts hold one app and are taken whole.
 * @param paths of the archive's .apk entries  @returns both lists sorted by path
 */
export function chooseApks(paths: string[]): { chosen: string[]; leftOut: LeftOut[] } {
  const group = GROUPS.find(({ path }) => paths.some((candidate) => path.test(candidate)));
  const chosen: string[] = [];
  const leftOut: LeftOut[] = [];
  const members: string[] = [];
  for (const path of [...paths].sort()) {
    const own = GROUPS.find((candidate) => candidate.path.test(path));
    if (own === undefined) chosen.push(path);
    else if (own === group) members.push(path);
    else leftOut.push({ path, reason: `the ${group?.name} hold the same app` });
  }
  if (group?.name === 'split APKs' || group?.name === 'instant APKs') {
    for (const variants of groupVariants(members)) {
      // The highest number is the variant for the newest Android.
      const kept = variants.at(-1);
      if (kept !== undefined) chosen.push(kept);
      for (const path of variants.slice(0, -1))
        leftOut.push({ path, reason: `${kept} is a variant of the same module` });
    }
  } else {
    const kept = [...members].sort((a, b) => abiRank(a) - abiRank(b) || (a < b ? -1 : 1))[0];
    if (kept !== undefined) chosen.push(kept);
    for (const path of members) if (path !== kept) leftOut.push({ path, reason: `${kept} holds the same app` });
  }
  return { chosen: chosen.sort(), leftOut: leftOut.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** @returns the variants of each module in rising order */
function groupVariants(paths: string[]): string[][] {
  const modules = new Map<string, { path: string; number: number }[]>();
  for (const path of paths) {
    const variant = VARIANT.exec(path)?.groups;
    const stem = variant?.stem ?? path.replace(/\.apk$/i, '');
    const module = modules.get(stem) ?? [];
    module.push({ path, number: Number(variant?.number ?? 1) });
    modules.set(stem, module);
  }
  return [...modules.values()].map((variants) =>
    variants.sort((a, b) => a.number - b.number || (a.path < b.path ? -1 : 1)).map(({ path }) => path),
  );
}

function abiRank(path: string): number {
  const rank = ABI_ORDER.findIndex((abi) => path.includes(abi));
  return rank < 0 ? ABI_ORDER.length : rank;
}
