import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());
const CLIP = `import Clipboard from '@react-native-clipboard/clipboard';`;

/** The sinks of the one read of the clipboard, as `api file:line`. */
function sinksOf(files: Record<string, string[]>): string[] {
  const sources = Object.entries(files).map(([path, lines]) => ({
    path,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  const reads = extractScripts(sources, WATCH).facts.filter(({ value }) => value.endsWith('.getString'));
  expect(reads).toHaveLength(1);
  return (reads[0]?.sinks ?? []).map(({ api, at }) => `${api} ${at.file}:${at.line}`);
}

const ACTIONS = [
  'export const upload = (text) => () =>',
  `fetch('/a', { body: text });`,
  `export const keep = (text) => ({ type: 'KEEP', text });`,
];
const STORE = [
  `import { createStore, combineReducers } from 'redux';`,
  `function notes(state = { text: '', title: '' }, action) {`,
  'switch (action.type) {',
  `case 'KEEP': return { ...state, text: action.text };`,
  'default: return state; } }',
  'export default createStore(combineReducers({ notes }));',
];
/** A class that reads the clipboard and calls what it gets as a property. */
const reader = (called: string, connected: string[], imported = '{ upload, keep }'): string[] => [
  CLIP,
  `import { connect } from 'react-redux';`,
  `import { bindActionCreators, compose } from 'redux';`,
  `import ${imported} from './actions';`,
  'class Screen extends React.Component {',
  `componentDidMount() { Clipboard.getString().then((text) => this.props.${called}(text)); } }`,
  ...connected,
];

test.each<[string, string[], ...string[]]>([
  [
    'an object of action creators',
    reader('upload', ['export default connect(null, { upload })(Screen);']),
    'fetch actions.js:2',
  ],
  [
    'all of a module of action creators',
    reader('upload', ['export default connect(null, actions)(Screen);'], '* as actions'),
    'fetch actions.js:2',
  ],
  [
    'a function that dispatches',
    reader('send', [
      'const mapDispatch = (dispatch) => ({ send: (text) => dispatch(upload(text)) });',
      'export default connect(null, mapDispatch)(Screen);',
    ]),
    'fetch actions.js:2',
  ],
  [
    'bindActionCreators',
    reader('actions.upload', [
      'const mapDispatch = (dispatch) => ({ actions: bindActionCreators({ upload }, dispatch) });',
      'export default connect(null, mapDispatch)(withTheme(Screen));',
    ]),
    'fetch actions.js:2',
  ],
  [
    'compose',
    reader('upload', ['export default compose(withTheme, connect(null, { upload }))(Screen);']),
    'fetch actions.js:2',
  ],
  [
    'a variable',
    reader('upload', ['const connector = connect(null, { upload });', 'export default connector(Screen);']),
    'fetch actions.js:2',
  ],
  ['a property by that name that nobody gives', reader('upload', ['export default connect(null, { keep })(Screen);'])],
  ['another component', reader('upload', ['class Other {}', 'export default connect(null, { upload })(Other);'])],
  ['a connect that is no wrapper', reader('upload', ['export default mqtt.connect(Screen, { upload });'])],
])('an action that a component is given: %s', (_, screen, ...sinks) => {
  expect(sinksOf({ 'actions.js': ACTIONS, 'screen.js': screen })).toEqual(sinks);
});

const KEEPING = reader('keep', ['export default connect(null, { keep })(Screen);']);

test.each<[string, string[], ...string[]]>([
  [
    'a class',
    [
      'class Shown extends React.Component {',
      `render() { fetch('/b', { body: this.props.text }); } }`,
      'export default connect((state) => ({ text: state.notes.text }))(Shown);',
    ],
    'fetch shown.js:3',
  ],
  [
    'a function that takes its properties apart, and so the selector',
    [
      'const Shown = ({ text, ...rest }) => {',
      `fetch('/b', { body: text }); };`,
      'const mapState = ({ notes }) => ({ text: notes.text, title: notes.title });',
      'export default connect(mapState)(Shown);',
    ],
    'fetch shown.js:3',
  ],
  [
    'all of a state',
    [
      'function Shown(props) {',
      `fetch('/b', { body: props.text }); }`,
      'export default connect((state) => ({ ...state.notes }))(Shown);',
    ],
    'fetch shown.js:3',
  ],
  [
    'another part of the state',
    [
      'class Shown extends React.Component {',
      `render() { fetch('/b', { body: this.props.text }); } }`,
      'export default connect((state) => ({ text: state.notes.title }))(Shown);',
    ],
  ],
  [
    'a component that is not connected',
    [
      'class Shown extends React.Component {',
      `render() { fetch('/b', { body: this.props.text }); } }`,
      'export default connect((state) => ({ text: state.notes.text }))(Other);',
    ],
  ],
])('what an action creator without dispatch puts into the state comes to: %s', (_, shown, ...sinks) => {
  const files = { 'actions.js': ACTIONS, 'store.js': STORE, 'screen.js': KEEPING };
  expect(sinksOf({ ...files, 'shown.js': [`import { connect } from 'react-redux';`, ...shown] })).toEqual(sinks);
});

test.each([
  ['connected', 'connect(mapState)(App)'],
  ['wrapped', 'Sentry.wrap(App)'],
  ['wrapped twice', 'connect(mapState)(withTheme(App))'],
])('what the root component does is done at the start: %s', (_, exported) => {
  const text = [
    CLIP,
    `import { AppRegistry } from 'react-native';`,
    'function App() { useEffect(() => { Clipboard.getString(); }, []); return null; }',
    `const Root = ${exported};`,
    `AppRegistry.registerComponent('a', () => Root);`,
  ].join('\n');
  const { facts } = extractScripts([{ path: 'a.js', bytes: new TextEncoder().encode(text) }], WATCH);
  const read = facts.find(({ value }) => value.endsWith('.getString'));
  expect(read?.reach?.beforeConsent).toBe('process-start');
});

const CHILD = (body: string[]): string[] => [CLIP, ...body];

test.each<[string, string[], ...string[]]>([
  [
    'a property that a component takes out of what it gets',
    CHILD([
      'const Reader = ({ onRead }) => <Button onPress={() => Clipboard.getString().then((text) => onRead(text))} />;',
      'const App = () => <Reader onRead={(text) => fetch("/a", { body: text })} />;',
    ]),
    'fetch a.jsx:3',
  ],
  [
    'a property of a class, given through an imported component',
    CHILD([
      'class Reader extends React.Component {',
      'read = async () => { this.props.onRead(await Clipboard.getString()); }',
      'render() { return <Button onPress={this.read} />; } }',
      'class App extends React.Component {',
      'keep = (text) => { fetch("/a", { body: text }); };',
      'render() { return <Reader title="a" onRead={this.keep} />; } }',
    ]),
    'fetch a.jsx:6',
  ],
  [
    'a call that makes the element',
    CHILD([
      'function Reader(props) { Clipboard.getString().then((text) => props.onRead(text)); }',
      'const App = () => jsx(Reader, { onRead: (text) => fetch("/a", { body: text }) });',
    ]),
    'fetch a.jsx:3',
  ],
  [
    'a property by another name',
    CHILD([
      'function Reader(props) { Clipboard.getString().then((text) => props.onRead(text)); }',
      'const App = () => <Reader onPress={(text) => fetch("/a", { body: text })} />;',
    ]),
  ],
  [
    'the property of another component',
    CHILD([
      'function Reader(props) { Clipboard.getString().then((text) => props.onRead(text)); }',
      'function Other(props) { return null; }',
      'const App = () => <><Reader /><Other onRead={(text) => fetch("/a", { body: text })} /></>;',
    ]),
  ],
])('a function that a component is given where it is shown: %s', (_, lines, ...sinks) => {
  expect(sinksOf({ 'a.jsx': lines })).toEqual(sinks);
});
