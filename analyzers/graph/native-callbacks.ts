import { Access } from '../model/program.ts';
import type { JniNames } from '../model/reach.ts';
import type { EntryPoint } from './entry-points.ts';
import { FIELDS, type Hierarchy } from './program/hierarchy.ts';

/**
 * The methods that native code can call: a JNI library names the class, the method and its descriptor. Whether and when
 * it does cannot be told.
 */
export function findNativeCallbacks(libraries: readonly JniNames[], hierarchy: Hierarchy): EntryPoint[] {
  const found = new Map<number, EntryPoint>();
  for (const { classes, members, descriptors } of libraries) {
    const names = new Set(members);
    const types = new Set(descriptors);
    for (const text of classes) {
      const name = text.startsWith('L') && text.endsWith(';') ? text.slice(1, -1) : text;
      const type = hierarchy.findType(name.replaceAll('/', '.'));
      const cls = type < 0 ? -1 : (hierarchy.classOfType[type] as number);
      if (cls < 0) continue;
      const table = hierarchy.tableOf(cls);
      for (let i = 0; i < table.length; i += FIELDS) {
        const selector = table[i] as number;
        const method = table[i + 1] as number;
        const isCode = ((table[i + 2] as number) & (Access.NATIVE | Access.ABSTRACT)) === 0;
        if (!isCode || !names.has(hierarchy.selectorName(selector))) continue;
        if (!types.has(hierarchy.selectorDescriptor(selector))) continue;
        found.set(method, { kind: 'native-callback', cls, method, start: null, background: false });
      }
    }
  }
  return [...found.values()];
}
