import { expect, test } from 'vitest';
import { CLIP, type FlowCase, sinksOf } from './flow-case.ts';

const SENT = (value: string) => `const send = () => fetch('/a', { method: 'POST', body: ${value} });`;

const CASES: FlowCase[] = [
  [
    'a context, from its provider in one file to who uses it in another',
    {
      'context.js': [`export const Session = React.createContext(null);`],
      'provider.jsx': [
        CLIP,
        `import { Session } from './context';`,
        'export function Provider({ children }) {',
        '  const [text, setText] = useState(null);',
        '  useEffect(() => { Clipboard.getString().then(setText); }, []);',
        '  return <Session.Provider value={{ text, other: 1 }}>{children}</Session.Provider>;',
        '}',
      ],
      'user.jsx': [
        `import { Session } from './context';`,
        'const useSession = () => useContext(Session);',
        'export function User() {',
        '  const { text } = useSession();',
        `  ${SENT('text')} return <B onPress={send} />; }`,
      ],
    },
    'network fetch user.jsx:5',
  ],
  [
    'compiled, and not what is another property of it',
    [
      CLIP,
      'const Session = (0, _react.createContext)(null);',
      'function Provider() { const [text, setText] = useState(null); Clipboard.getString().then(setText);',
      '  return (0, _jsx.jsx)(Session.Provider, { value: { text, other: 1 } }); }',
      'function One() { const { text } = (0, _react.useContext)(Session);',
      `  ${SENT('text')} return (0, _jsx.jsx)(B, { onPress: send }); }`,
      'function Two() { const { other } = (0, _react.useContext)(Session);',
      `  ${SENT('other')} return (0, _jsx.jsx)(B, { onPress: send }); }`,
    ],
    'network fetch a.tsx:6',
  ],
  [
    'not what another context holds',
    [
      CLIP,
      'const One = createContext(null); const Two = createContext(null);',
      'function P() { const [text, setText] = useState(null); Clipboard.getString().then(setText);',
      '  return <One.Provider value={text}><U /></One.Provider>; }',
      'function U() { const text = useContext(Two);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
    ],
  ],
  [
    'a store of Zustand, by a selector',
    [
      CLIP,
      `import { create } from 'zustand';`,
      'const useStore = create((set) => ({ text: null, load: async () => set({ text: await Clipboard.getString() }) }));',
      'function U() { const text = useStore((state) => state.text);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:5',
  ],
  [
    'a store of Zustand, by its action',
    [
      CLIP,
      `import { create } from 'zustand';`,
      'const useStore = create((set) => ({ text: null, put: (text) => set({ text }), show: (text) => print(text) }));',
      'function P() { const put = useStore((state) => state.put); const { show } = useStore();',
      '  const paste = async () => put(await Clipboard.getString());',
      '  const other = async () => show(await Clipboard.getString()); return <B onPress={paste} onHold={other} />; }',
      'function U() { const text = useStore((state) => state.text);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:8',
  ],
  [
    'but not by a selector of another property',
    [
      CLIP,
      `import { create } from 'zustand';`,
      'const useStore = create((set) => ({ text: null, load: async () => set({ text: await Clipboard.getString() }) }));',
      'function U() { const other = useStore((state) => state.other);',
      `  ${SENT('other')} return <B onPress={send} />; }`,
    ],
  ],
  [
    'made in another file through middlewares, taken by its getter and as a whole',
    {
      'store.ts': [
        CLIP,
        `import { create } from 'zustand'; import { persist, devtools } from 'zustand/middleware';`,
        'export const useStore = create<State>()(devtools(persist((set, get) => ({',
        '  load: async () => { const text = await Clipboard.getString(); set((state) => ({ ...state, text })); },',
        `  send: () => fetch('/own', { method: 'POST', body: get().text }),`,
        `}), { name: 'store' })));`,
      ],
      'user.tsx': [
        `import { useStore } from './store';`,
        'export function U() { const { text } = useStore();',
        `  ${SENT('text')} return <B onPress={send} />; }`,
      ],
    },
    'storage zustand/middleware.persist store.ts:4',
    'network fetch store.ts:5',
    'network fetch user.tsx:3',
  ],
  [
    'set and got from outside of components',
    [
      CLIP,
      'const store = createStore(() => ({ text: null }));',
      'async function load() { store.setState({ text: await Clipboard.getString() }); }',
      SENT('store.getState().text'),
    ],
    'network fetch a.tsx:4',
  ],
  [
    'slices of a store',
    [
      CLIP,
      'const createText = (set) => ({ load: async () => set({ text: await Clipboard.getString() }) });',
      'const createOther = () => ({ other: 1 });',
      'const useStore = create((...a) => ({ ...createText(...a), ...createOther(...a) }));',
      'function U() { const text = useStore((state) => state.text);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:6',
  ],
  [
    'an atom of Jotai, set by one component and read by another',
    [
      CLIP,
      `import { atom, useAtom, useAtomValue, useSetAtom } from 'jotai';`,
      'const textAtom = atom(null); const otherAtom = atom(null);',
      'function L() { const setText = useSetAtom(textAtom); Clipboard.getString().then((text) => setText(text)); }',
      'function One() { const text = useAtomValue(textAtom);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
      'function Two() { const [text] = useAtom(textAtom);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
      'function Three() { const text = useAtomValue(otherAtom);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:6',
    'network fetch a.tsx:8',
  ],
  [
    'an atom that works its value out of another',
    [
      CLIP,
      'const textAtom = atom(async () => Clipboard.getString());',
      'const longAtom = atom((get) => get(textAtom));',
      'function U() { const text = useAtomValue(longAtom);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:5',
  ],
  [
    'an atom of Recoil',
    [
      CLIP,
      `const textState = atom({ key: 'text', default: null });`,
      'function L() { const [, setText] = useRecoilState(textState); Clipboard.getString().then(setText); }',
      'function U() { const text = useRecoilValue(textState);',
      `  ${SENT('text')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:5',
  ],
];

test.each(CASES)('%s', (_, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
