import { expect, test } from 'vitest';
import { CLIP, type FlowCase, sinksOf } from './flow-case.ts';

const SENT = (value: string) => `const send = () => fetch('/a', { method: 'POST', body: ${value} });`;

const CASES: FlowCase[] = [
  [
    'what a query fetches is its data',
    [
      CLIP,
      `function U() { const { data: text, error } = useQuery({ queryKey: ['a'], queryFn: () => Clipboard.getString() });`,
      `  ${SENT('text')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:3',
  ],
  [
    'of a list of queries each has its own data',
    [
      CLIP,
      `function U() { const [one, two] = useQueries({ queries: [{ queryFn: () => Clipboard.getString() }, { queryFn: own }] });`,
      `  ${SENT('one.data')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:3',
  ],
  [
    'and not that of another one',
    [
      CLIP,
      `function U() { const [one, two] = useQueries({ queries: [{ queryFn: () => Clipboard.getString() }, { queryFn: own }] });`,
      `  ${SENT('two.data')} return <B onPress={send} />; }`,
    ],
  ],
  [
    'and not its error',
    [
      CLIP,
      `function U() { const { error } = useQuery({ queryKey: ['a'], queryFn: () => Clipboard.getString() });`,
      `  ${SENT('error')} return <B onPress={send} />; }`,
    ],
  ],
  [
    'what is handed to a mutation, taken apart or not, through a hook of its own',
    [
      CLIP,
      `const useSend = () => useMutation({ mutationFn: (text) => fetch('/m', { method: 'POST', body: text }) });`,
      'function One() { const sender = useSend();',
      '  return <B onPress={async () => sender.mutate(await Clipboard.getString())} />; }',
      `function Two() { const { mutateAsync: send } = useMutation({ mutationFn: (text) => fetch('/n', { method: 'POST', body: text }) });`,
      '  return <B onPress={async () => send(await Clipboard.getString())} />; }',
    ],
    'network fetch a.tsx:2',
    'network fetch a.tsx:5',
  ],
  [
    'what a reducer makes of an action is the state of its hook',
    [
      CLIP,
      `const reducer = (state, action) => action.type === 'set' ? { ...state, text: action.text } : state;`,
      'function U() { const [state, dispatch] = useReducer(reducer, { text: null, other: 1 });',
      `  useEffect(() => { Clipboard.getString().then((text) => dispatch({ type: 'set', text })); }, []);`,
      `  ${SENT('state.text')} return <B onPress={send} />; }`,
    ],
    'network fetch a.tsx:5',
  ],
  [
    'effects of a saga read and send',
    [
      `${CLIP} import { call, takeEvery } from 'redux-saga/effects';`,
      'function* load() { const text = yield call(Clipboard.getString);',
      `  yield call(fetch, '/a', { method: 'POST', body: text }); }`,
      `export default function* root() { yield takeEvery('LOAD', load); }`,
    ],
    'network fetch a.tsx:3',
  ],
  [
    'but not what is called with something else',
    [
      `${CLIP} import { call, takeEvery } from 'redux-saga/effects';`,
      'function* load() { const text = yield call(Clipboard.getString);',
      `  yield call(fetch, '/a', { method: 'POST', body: 'x' }); }`,
      `export default function* root() { yield takeEvery('LOAD', load); }`,
    ],
  ],
];

test.each(CASES)('%s', (_, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
