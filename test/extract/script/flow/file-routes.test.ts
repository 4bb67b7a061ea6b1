import { expect, test } from 'vitest';
import { CLIP, type FlowCase, sinksOf } from './flow-case.ts';

const FROM = (go: string) => [
  CLIP,
  "import { router } from 'expo-router';",
  'export default () => <B onPress={async () => {',
  '  const text = await Clipboard.getString();',
  `  router.${go};`,
  '}} />;',
];
const SCREEN = (name: string) => [
  "import { useLocalSearchParams } from 'expo-router';",
  `export default function Shown() { const { ${name} } = useLocalSearchParams();`,
  `  const send = () => fetch('/a', { method: 'POST', body: ${name} }); return <B onPress={send} />; }`,
];

const CASES: FlowCase[] = [
  [
    'in an address, into the screen whose file it names, and not into another',
    {
      'app/(tabs)/index.tsx': FROM('push(`/player?text=${text}`)'),
      'app/(modals)/player.tsx': SCREEN('text'),
      'app/other.tsx': SCREEN('text'),
    },
    'network fetch app/(modals)/player.tsx:3',
  ],
  [
    'as parameters of an object, by their names',
    {
      'src/app/index.tsx': FROM("replace({ pathname: '/notes/[id]', params: { id: 1, text } })"),
      'src/app/notes/[id].tsx': SCREEN('text'),
    },
    'network fetch src/app/notes/[id].tsx:3',
  ],
  [
    'not another parameter',
    {
      'app/index.tsx': FROM("push({ pathname: '/player', params: { text } })"),
      'app/player.tsx': SCREEN('other'),
    },
  ],
  [
    'a dynamic part of the route',
    {
      'app/index.tsx': FROM("navigate('/notes/' + text)"),
      'app/notes/[id].tsx': SCREEN('id'),
    },
    'network fetch app/notes/[id].tsx:3',
  ],
  [
    'not where the address is not known, nor a list that something is pushed to',
    {
      'app/index.tsx': FROM('push(text)'),
      'app/[id].tsx': SCREEN('id'),
    },
  ],
];

test.for(CASES)('values that go to routes that files name: %s', ([, given, ...sinks]) => {
  expect(sinksOf(given)).toEqual(sinks);
});
