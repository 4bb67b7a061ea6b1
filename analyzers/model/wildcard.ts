/**
 * Whether a name fits a pattern in which `*` stands for any run of characters but `/`. Linear in the name for each part
 * of the pattern, so that no pattern can be made to explode.
 */
export function fitsWildcard(pattern: string, name: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return name === pattern;
  // Most names fail here, before the pattern is taken apart.
  const last = pattern.slice(pattern.lastIndexOf('*') + 1);
  if (!name.endsWith(last) || !name.startsWith(pattern.slice(0, star))) return false;
  if (name.length < star + last.length) return false;
  let at = star;
  const end = name.length - last.length;
  for (const part of pattern.split('*').slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > end || name.slice(at, found).includes('/')) return false;
    at = found + part.length;
  }
  return !name.slice(at, end).includes('/');
}
