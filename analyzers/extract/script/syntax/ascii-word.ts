/** Letters, digits, `_` and `$`: what names are made of, as far as ASCII goes. @param code UTF-16 unit */
export function isAsciiWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36
  );
}
