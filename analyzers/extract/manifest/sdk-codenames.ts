/** Platform codenames that stand for an SDK level while it is in preview (android.os.Build.VERSION_CODES). */
const CODENAMES: Readonly<Record<string, number>> = {
  CUPCAKE: 3,
  DONUT: 4,
  ECLAIR: 5,
  FROYO: 8,
  GINGERBREAD: 9,
  HONEYCOMB: 11,
  ICECREAMSANDWICH: 14,
  JELLYBEAN: 16,
  KITKAT: 19,
  L: 21,
  LOLLIPOP: 21,
  M: 23,
  MNC: 23,
  N: 24,
  O: 26,
  P: 28,
  Q: 29,
  R: 30,
  S: 31,
  SV2: 32,
  T: 33,
  TIRAMISU: 33,
  U: 34,
  UPSIDEDOWNCAKE: 34,
  VANILLAICECREAM: 35,
  BAKLAVA: 36,
};

/** SDK level of `34`, `UpsideDownCake` or a preview's `UpsideDownCake.1234abcd`; null when it is neither. */
export function sdkLevel(text: string): number | null {
  const trimmed = text.trim();
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed);
  const codename = (trimmed.split('.')[0] ?? '').replace(/[\s_]/g, '').toUpperCase();
  return Object.hasOwn(CODENAMES, codename) ? (CODENAMES[codename] ?? null) : null;
}
