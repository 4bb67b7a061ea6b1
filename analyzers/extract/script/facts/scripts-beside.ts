import type { BoundScript } from '../binding/bound-script.ts';

/** Gives the numbers of the scripts that stand beside a template, or with it in one file. */
export function scriptsBeside(scripts: readonly BoundScript[]): (template: string) => readonly number[] {
  const beside = new Map<string, number[]>();
  for (const [number, { module }] of scripts.entries()) {
    const stem = stemOf(module.file);
    const known = beside.get(stem);
    if (known === undefined) beside.set(stem, [number]);
    else known.push(number);
  }
  return (template) => beside.get(stemOf(template)) ?? [];
}

/** A path without its ending, which a page's template and script share. */
function stemOf(path: string): string {
  return path.replace(/\.\w+$/, '');
}
