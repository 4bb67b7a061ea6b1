/**
 * Whether two numbers pass the test of a Dalvik `if`: eq, ne, lt, ge, gt, le for 0 to 5, in the order of the opcodes
 * (Dalvik bytecode, 32..37 and 38..3d).
 */
export function passesTest(test: number, left: number, right: number): boolean {
  switch (test) {
    case 0:
      return left === right;
    case 1:
      return left !== right;
    case 2:
      return left < right;
    case 3:
      return left >= right;
    case 4:
      return left > right;
    default:
      return left <= right;
  }
}
