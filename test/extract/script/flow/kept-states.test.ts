import { expect, test } from 'vitest';
import { CLIP, type FlowCase, sinksOf } from './flow-case.ts';

const STORE = (options: string) => [
  `import { create } from 'zustand'; import { persist, createJSONStorage } from 'zustand/middleware';`,
  `export const useBoard = create<Board>()(persist((set, get) => ({ text: '', put: (text) => set({ text }) }), ${options}));`,
];
const SCREEN = [
  `${CLIP} import { useBoard } from './store';`,
  'export function Screen() { const { put } = useBoard(); useEffect(() => { Clipboard.getString().then((text) => put(text)); }, []); }',
];
const LIST = (element: string) => [
  CLIP,
  'export function Screen() { const [list, setList] = useState([]);',
  '  useEffect(() => { Clipboard.getString().then((text) => setList([text])); }, []);',
  `  const send = (body) => fetch('/a', { method: 'POST', body });`,
  `  return ${element}; }`,
];
const PAGE = (call: string) => [
  '<template><button @click="send"/></template>',
  '<script>',
  `${CLIP} export default { methods: { async send() { const text = await Clipboard.getString(); ${call} } } };`,
  '</script>',
];
const MAIN = (write: string) => [
  `import Vue from 'vue'; import axios from 'axios'; import Page from './a.vue';`,
  `${write} new Vue({ render: (h) => h(Page) }).$mount('#app');`,
];

const CASES: FlowCase[] = [
  [
    'a state that is kept leaves where it is set',
    { 'store.ts': STORE(`{ name: 'board' }`), 'a.tsx': SCREEN },
    'storage zustand/middleware.persist store.ts:2',
  ],
  [
    'and not where the store says which parts it keeps',
    { 'store.ts': STORE(`{ name: 'board', partialize: ({ size }) => ({ size }) }`), 'a.tsx': SCREEN },
  ],
  [
    'nor where another function is called so',
    {
      'store.ts': [
        `import { create } from 'zustand';`,
        `export const useBoard = create((set) => ({ text: '', put: (text) => set({ text }) }));`,
      ],
      'a.tsx': SCREEN,
    },
  ],
  [
    'lists draw their elements as items',
    LIST('<FlatList data={list} renderItem={({ item }) => <B onPress={() => send(item)} />} />'),
    'network fetch a.tsx:4',
  ],
  [
    'and what else they hand over is no element',
    LIST('<FlatList data={list} renderItem={({ index }) => <B onPress={() => send(index)} />} />'),
  ],
  [
    'nor is what another list draws',
    LIST('<FlatList data={own} extraData={list} renderItem={({ item }) => <B onPress={() => send(item)} />} />'),
  ],
  [
    'what all components of Vue are given by any name',
    {
      'main.js': MAIN('Vue.prototype.axios = axios;'),
      'a.vue': PAGE(`this.axios({ method: 'post', data: { text } });`),
    },
    'network axios a.vue:3',
  ],
  [
    'and not what another class is given by that name',
    {
      'main.js': MAIN('Own.prototype.axios = axios;'),
      'a.vue': PAGE(`this.axios({ method: 'post', data: { text } });`),
    },
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
