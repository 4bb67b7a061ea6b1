import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());
const CLIP = `import Clipboard from '@react-native-clipboard/clipboard';`;

/** Each read of the clipboard: `early` or `late`, and the sinks as `api file:line`. */
function readsOf(files: Record<string, string[]>): string[] {
  const sources = Object.entries(files).map(([path, lines]) => ({
    path,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  return extractScripts(sources, WATCH)
    .facts.filter(({ value }) => value.endsWith('.getString') || value.endsWith('.getClipboardData'))
    .map(({ sinks = [], reach }) =>
      [
        reach?.beforeConsent === 'process-start' ? 'early' : 'late',
        ...sinks.map(({ api, at }) => `${api} ${at.file}:${at.line}`),
      ].join(' '),
    );
}

type Case = [name: string, files: Record<string, string[]>, ...reads: string[]];

const EMITTER = (sent: string, heard: string, other = 'bus'): Record<string, string[]> => ({
  'bus.ts': [`import mitt from 'mitt';`, 'export const bus = mitt();', 'export const other = mitt();'],
  'a.ts': [
    CLIP,
    `import { bus } from './bus';`,
    `Clipboard.getString().then((text) => bus.emit('${sent}', { text }));`,
  ],
  'b.ts': [
    `import { bus, other } from './bus';`,
    `${other}.on('${heard}', ({ text }) => {`,
    `fetch('/a', { body: text });`,
    '});',
  ],
});

const VUEX = (committed: string, read: string): Record<string, string[]> => ({
  'store/index.js': [
    `import Vuex from 'vuex';`,
    `import user from './user';`,
    'export default new Vuex.Store({ modules: { user } });',
  ],
  'store/user.js': [
    CLIP,
    `const SET_TEXT = 'SET_TEXT';`,
    'export default {',
    `state: { text: '', name: '' },`,
    'mutations: { [SET_TEXT](state, payload) { state.text = payload; }, SET_NAME(state, name) { state.name = name; } },',
    `actions: { async load({ commit }) { commit('${committed}', await Clipboard.getString()); } },`,
    'getters: { shown: (state) => state.text },',
    '};',
  ],
  'a.vue': [
    '<script>',
    'export default {',
    `created() { this.$store.dispatch('user/load'); },`,
    `methods: { send() {`,
    `${read}`,
    '} } };',
    '</script>',
  ],
});

const SLICE = (read: string, action = 'setText'): Record<string, string[]> => ({
  'slice.ts': [
    `import { createSlice, createAsyncThunk } from '@reduxjs/toolkit';`,
    CLIP,
    `export const load = createAsyncThunk('clip/load', async () => { return await Clipboard.getString(); });`,
    'const slice = createSlice({',
    `name: 'clip', initialState: { text: '', name: '', loaded: '' },`,
    'reducers: { setText(state, action) { state.text = action.payload; }, setName: (state, action) => { state.name = action.payload; } },',
    'extraReducers: (builder) => { builder.addCase(load.fulfilled, (state, action) => { state.loaded = action.payload; }); },',
    '});',
    'export const { setText, setName } = slice.actions;',
    'export const paste = () => async (dispatch) => {',
    `dispatch(${action}(await Clipboard.getString()));`,
    '};',
  ],
  'b.tsx': [
    `import { useSelector, useDispatch } from 'react-redux';`,
    `import { paste, load } from './slice';`,
    'export function Screen() {',
    `const value = useSelector((state) => ${read});`,
    `const send = () => fetch('/a', { body: value });`,
    'return <Button onPress={send} />; }',
  ],
});

const SAGA = (pattern: string, args = 'text'): Record<string, string[]> => ({
  'saga.ts': [
    `import { call, put, takeLatest } from 'redux-saga/effects';`,
    CLIP,
    `const read = () => Clipboard.getString();`,
    'function post(path: string, body: string) { return fetch(path, { body }); }',
    `function* load(action) { const text = yield call(read); yield call(post, '/a', ${args}); }`,
    `export function* root() { yield takeLatest('${pattern}', load); }`,
  ],
  'index.ts': [
    `import createSagaMiddleware from 'redux-saga';`,
    `import { createStore } from 'redux';`,
    `import { root } from './saga';`,
    'const saga = createSagaMiddleware();',
    'const store = createStore((state) => state);',
    'saga.run(root);',
    `store.dispatch({ type: 'LOAD' });`,
  ],
});

const CASES: Case[] = [
  ['an event', EMITTER('pasted', 'pasted'), 'early fetch b.ts:3'],
  ['another event', EMITTER('pasted', 'typed'), 'early'],
  ['a usual event of the same emitter', EMITTER('change', 'change'), 'early fetch b.ts:3'],
  ['a usual event of another emitter', EMITTER('change', 'change', 'other'), 'early'],
  [
    'an event of uni-app',
    {
      'a.js': [
        'uni.getClipboardData({ success({ data }) {',
        `uni.$emit('pasted', data); } });`,
        `uni.$on('pasted', (text) => uni.request({ url: '/a', data: { text } }));`,
      ],
    },
    'early uni.request a.js:3',
  ],
  [
    'a listener that runs because its event is sent at the start',
    {
      'a.js': [CLIP, `bus.on('started', () => {`, 'Clipboard.getString(); });', `bus.emit('started');`],
    },
    'early',
  ],
  [
    'a listener whose event the user sends',
    {
      'a.jsx': [
        CLIP,
        `bus.on('started', () => {`,
        'Clipboard.getString(); });',
        `export const Start = () => <Button onPress={() => bus.emit('started')} />;`,
      ],
    },
    'late',
  ],
  [
    'what a mutation of Vuex keeps, by its getter',
    VUEX('SET_TEXT', `uni.request({ url: '/a', data: { t: this.$store.state.user.text } });`),
    'late uni.request a.vue:5',
  ],
  [
    'what another mutation keeps',
    VUEX('SET_NAME', `uni.request({ url: '/a', data: { t: this.$store.state.user.text } });`),
    'late',
  ],
  [
    'what a component takes of a state by its name',
    {
      ...VUEX(
        'SET_TEXT',
        `uni.request({ url: '/a', data: { t: this.text } }); } }, computed: { ...mapState('user', ['text']), own() {`,
      ),
    },
    'late uni.request a.vue:5',
  ],
  [
    'another name that a component takes',
    {
      ...VUEX(
        'SET_TEXT',
        `uni.request({ url: '/a', data: { t: this.text } }); } }, computed: { ...mapState('user', ['name']), own() {`,
      ),
    },
    'late',
  ],
  [
    'a store of Pinia',
    {
      'store.ts': [
        `import { defineStore } from 'pinia';`,
        `export const useClip = defineStore('clip', { state: () => ({ text: '', name: '' }), actions: { set(text) { this.text = text; } } });`,
      ],
      'a.ts': [
        CLIP,
        `import { useClip } from './store';`,
        'const clip = useClip();',
        'Clipboard.getString().then((text) => clip.set(text));',
        `export const send = () => fetch('/a', { body: clip.text });`,
        `export const other = () => fetch('/a', { body: clip.name });`,
      ],
    },
    'early fetch a.ts:5',
  ],
  [
    'a store of Pinia that sets itself up',
    {
      'store.ts': [
        `import { defineStore } from 'pinia';`,
        `export const useClip = defineStore('clip', () => { const text = ref(''); const set = (value) => { text.value = value; }; return { text, set }; });`,
      ],
      'a.ts': [
        CLIP,
        `import { useClip } from './store';`,
        'const clip = useClip();',
        'Clipboard.getString().then((text) => clip.set(text));',
        `export const send = () => fetch('/a', { body: clip.text });`,
      ],
    },
    'early fetch a.ts:5',
  ],
  ['what a slice of Redux keeps', SLICE('state.clip.text'), 'late', 'late fetch b.tsx:5'],
  ['another part of the state', SLICE('state.clip.name'), 'late', 'late'],
  ['what another action keeps', SLICE('state.clip.text', 'setName'), 'late', 'late'],
  ['what an asynchronous action gives', SLICE('state.clip.loaded'), 'late fetch b.tsx:5', 'late'],
  [
    'a reducer that asks for the type',
    {
      'reducer.js': [
        `const initial = { text: '', name: '' };`,
        'export function reducer(state = initial, action) { switch (action.type) {',
        `case 'SET_TEXT': return { ...state, text: action.text };`,
        `case 'SET_NAME': return { ...state, name: action.text };`,
        'default: return state; } }',
      ],
      'a.js': [
        CLIP,
        `import { createStore } from 'redux';`,
        `import { reducer } from './reducer';`,
        'const store = createStore(reducer);',
        `Clipboard.getString().then((text) => store.dispatch({ type: 'SET_TEXT', text }));`,
        `export const send = () => fetch('/a', { body: store.getState().text });`,
        `export const other = () => fetch('/a', { body: store.getState().name });`,
      ],
    },
    'early fetch a.js:6 fetch a.js:7',
  ],
  ['a saga that an action starts', SAGA('LOAD'), 'early fetch saga.ts:4'],
  ['a saga that another action starts', SAGA('OTHER'), 'late fetch saga.ts:4'],
  ['a saga that sends something else', SAGA('LOAD', `'none'`), 'early'],
  [
    'operators of RxJS',
    {
      'a.ts': [
        CLIP,
        `import { from } from 'rxjs';`,
        `import { map, switchMap, tap } from 'rxjs/operators';`,
        'from(Clipboard.getString()).pipe(map((text) => text.trim()), tap(() => log()), switchMap((text) => post(text)))',
        '.subscribe((shown) => { console.log(shown); });',
        `function post(text: string) { return fetch('/a', { body: text }).then((response) => response.ok); }`,
      ],
    },
    'early fetch a.ts:6',
  ],
  [
    'operators that make something else of a value',
    {
      'a.ts': [
        CLIP,
        `import { from } from 'rxjs';`,
        `from(Clipboard.getString()).pipe(map((text) => 1), tap((one) => fetch('/a', { body: one })))`,
        '.subscribe({ next: (one) => { console.log(one); } });',
      ],
    },
    'early',
  ],
  [
    'a subject of RxJS',
    {
      'a.ts': [
        CLIP,
        `import { Subject } from 'rxjs';`,
        'class Board { private texts = new Subject<string>();',
        'async read() { this.texts.next(await Clipboard.getString()); }',
        'listen() { this.texts.subscribe({ next: (text) => { console.log(text); } }); } }',
        'const board = new Board(); board.listen(); board.read();',
      ],
    },
    'early console.log a.ts:5',
  ],
];

test.each(CASES)('%s', (_name, files, ...reads) => {
  expect(readsOf(files)).toEqual(reads);
});
