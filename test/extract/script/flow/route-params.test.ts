import { expect, test } from 'vitest';
import { CLIP, type FlowCase, sinksOf } from './flow-case.ts';

const SENT = (value: string) => `const send = () => fetch('/a', { method: 'POST', body: ${value} });`;
const GO = (call: string) =>
  `function First({ navigation }) { return <B onPress={async () => navigation.${call}('Second', { text: await Clipboard.getString() })} />; }`;
const STACK = `<Stack.Navigator><Stack.Screen name="First" component={First} /><Stack.Screen name="Second" component={Second} /></Stack.Navigator>`;

const CASES: FlowCase[] = [
  [
    'parameters of a route arrive in the component that it names, in another file',
    {
      'app.jsx': [
        `import { First } from './first'; import { Second } from './second';`,
        `export default () => ${STACK};`,
      ],
      'first.jsx': [CLIP, `export ${GO('navigate')}`],
      'second.jsx': [
        'export function Second({ route }) { const { text } = route.params;',
        `  ${SENT('text')} return <B onPress={send} />; }`,
      ],
    },
    'network fetch second.jsx:2',
  ],
  [
    'by the hook of the route, and not in another component',
    [
      CLIP,
      GO('push'),
      'function Second() { const { params } = useRoute();',
      `  ${SENT('params.text')} return <B onPress={send} />; }`,
      'function Third() { const { params } = useRoute();',
      `  ${SENT('params.text')} return <B onPress={send} />; }`,
      `export default () => ${STACK};`,
    ],
    'network fetch a.tsx:4',
  ],
  [
    'not another parameter, and not another route',
    [
      CLIP,
      GO('navigate'),
      'function Second({ route }) {',
      `  ${SENT('route.params.other')} return <B onPress={send} />; }`,
      'function Third({ route }) {',
      `  ${SENT('route.params.text')} return <B onPress={send} />; }`,
      `export default () => ${STACK};`,
      `export const Other = () => <Stack.Screen name="Third" component={Third} />;`,
    ],
  ],
  [
    'routes listed for a navigator, a component that is a class',
    [
      CLIP,
      GO('replace'),
      'class Second extends React.Component {',
      `  send = () => fetch('/a', { method: 'POST', body: this.props.route.params.text });`,
      '  render() { return <B onPress={this.send} />; } }',
      'export default createStackNavigator({ First: { screen: First }, Second: { screen: Second } });',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'compiled',
    [
      CLIP,
      'function First({ navigation }) { Clipboard.getString().then((text) => navigation.navigate("Second", { text })); }',
      'function Second({ route }) {',
      `  ${SENT('route.params.text')} return (0, _jsx.jsx)(B, { onPress: send }); }`,
      'export default () => (0, _jsx.jsx)(Stack.Screen, { name: "Second", component: Second });',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'addresses of pages of mini-programs carry it into the options of the page',
    {
      'pages/a/a.js': [
        'Page({ go() { const { model } = wx.getSystemInfoSync();',
        "  wx.navigateTo({ url: '/pages/b/b?model=' + model + '&x=1' }); } });",
      ],
      'pages/b/b.js': ["Page({ onLoad(options) { wx.request({ url: '/x', data: { model: options.model } }); } });"],
      'pages/c/c.js': ["Page({ onLoad(options) { wx.request({ url: '/y', data: { model: options.model } }); } });"],
    },
    'network wx.request pages/b/b.js:1',
  ],
];

test.each(CASES)('%s', (_, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
