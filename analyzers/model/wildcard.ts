/**
 * Whether a name fits a pattern in which `*` stands for any run of characters but `/`. Linear in the name for each part
 * of the pattern, so that no pattern can be made to explode.
 */
export function fitsWildcard(pattern: string, name: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  if (parts.length === 1) return name === pattern;
  const last = parts[parts.length - 1] ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  const end = name.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > end || name.slice(at, found).includes('/')) return false;
    at = found + part.length;
  }
  return !name.slice(at, end).includes('/');
}
