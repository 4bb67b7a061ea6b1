import { expect, test } from 'vitest';
import { CLIP, type FlowCase, sinksOf } from '../flow/flow-case.ts';

const API = (endpoints: string) =>
  [
    `import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';`,
    `export const api = createApi({ baseQuery: fetchBaseQuery({ baseUrl: '/' }), endpoints: (builder) => ({ ${endpoints} }) });`,
    'export const { useSendTextMutation, useFindQuery, useLazyFindQuery } = api;',
  ] as string[];
const SEND = `sendText: builder.mutation({ query: (body) => ({ url: 'text', method: 'POST', body }) }),`;
const FIND = `find: builder.query({ query: (text) => \`/find/\${text}\` }),`;
const USE = (hook: string, body: string) => [
  `${CLIP} import { ${hook}, api } from './api';`,
  `export function Screen() { ${body} }`,
];

const CASES: FlowCase[] = [
  [
    'what a mutation is triggered with is sent',
    {
      'api.ts': API(SEND),
      'a.tsx': USE(
        'useSendTextMutation',
        'const [send, { isLoading }] = useSendTextMutation(); return <B onPress={async () => send(await Clipboard.getString()).unwrap()} />;',
      ),
    },
    'network @reduxjs/toolkit/query.createApi api.ts:2',
  ],
  [
    'what a query asks for is sent',
    {
      'api.ts': API(FIND),
      'a.tsx': USE(
        'useFindQuery',
        `const [text, setText] = useState(''); useEffect(() => { Clipboard.getString().then(setText); }, []); const { data } = useFindQuery(text);`,
      ),
    },
    'network @reduxjs/toolkit/query.createApi api.ts:2',
  ],
  [
    'so is what a lazy one is triggered with, and what is dispatched',
    {
      'api.ts': API(FIND),
      'a.tsx': USE(
        'useLazyFindQuery',
        'const [find] = useLazyFindQuery(); useEffect(() => { Clipboard.getString().then((text) => find(text)); }, []);',
      ),
      'b.ts': [
        `${CLIP} import { api } from './api';`,
        'export const look = () => async (dispatch) => dispatch(api.endpoints.find.initiate(await Clipboard.getString()));',
      ],
    },
    'network @reduxjs/toolkit/query.createApi api.ts:2',
    'network @reduxjs/toolkit/query.createApi api.ts:2',
  ],
  [
    'endpoints that another file adds',
    {
      'api.ts': API(''),
      'more.ts': [
        `import { api } from './api';`,
        `const more = api.injectEndpoints({ endpoints: (build) => ({ ${SEND.replace('builder', 'build')} }) });`,
        'export const { useSendTextMutation } = more;',
      ],
      'a.tsx': [
        `${CLIP} import { useSendTextMutation } from './more';`,
        'export function Screen() { const [send] = useSendTextMutation();',
        '  return <B onPress={async () => send(await Clipboard.getString())} />; }',
      ],
    },
    'network @reduxjs/toolkit/query.createApi().injectEndpoints more.ts:2',
  ],
  [
    'what an endpoint of its own making gives stays',
    {
      'api.ts': API('find: builder.query({ queryFn: async (text) => ({ data: text }) }),'),
      'a.tsx': USE(
        'useLazyFindQuery',
        'const [find] = useLazyFindQuery(); useEffect(() => { Clipboard.getString().then((text) => find(text)); }, []);',
      ),
    },
  ],
  [
    'and what another endpoint is asked with, which does not take it',
    {
      'api.ts': API(`${SEND} find: builder.query({ query: () => '/all' }),`),
      'a.tsx': USE(
        'useLazyFindQuery',
        'const [find] = useLazyFindQuery(); useEffect(() => { Clipboard.getString().then((text) => find(text)); }, []);',
      ),
    },
  ],
  [
    'hooks of that name without an API',
    {
      'a.tsx': [
        CLIP,
        'function useSendTextMutation() { return [(text) => text]; }',
        'export function Screen() { const [send] = useSendTextMutation();',
        '  return <B onPress={async () => send(await Clipboard.getString())} />; }',
      ],
    },
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
